package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entente.coding.event.Found;
import org.entente.knowledge.Knowledge;
import org.entente.model.Actor;
import org.entente.model.EventType;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deeds at home: done to nobody that the sentence names. */
class AtHomeTest {
  private static final Actor PERUVIAN_ARMY =
      new Actor("PER/MIL", "Peru (military)", "PER", List.of(Sector.MIL), null, "the army");

  private static Found found(EventType type) {
    return new Found(
        null,
        null,
        null,
        null,
        type,
        null,
        "000",
        Status.ACTUAL,
        null,
        null,
        "a rule",
        1,
        List.of());
  }

  private static Actor of(EventType type, Actor source, List<String> because) {
    return AtHome.of(found(type), source, Knowledge.bundled(), because);
  }

  @DisplayName("protests, coercion and yielding only")
  @ParameterizedTest
  @EnumSource(EventType.class)
  void types(EventType type) {
    List<String> because = new ArrayList<>();
    Actor target = of(type, PERUVIAN_ARMY, because);
    boolean domestic =
        List.of(EventType.PROTEST, EventType.CONCEDE, EventType.RETREAT, EventType.COERCE)
            .contains(type);
    assertThat(target != null).isEqualTo(domestic);
    assertThat(because).hasSize(domestic ? 1 : 0);
    if (domestic) {
      assertThat(target.code()).isEqualTo("PER");
      assertThat(target.name()).isEqualTo("Peru");
      assertThat(target.sectors()).isEmpty();
      assertThat(because.get(0)).isEqualTo("no target is named: taken as done in Peru");
    }
  }

  @Test
  @DisplayName("not by the state itself, nor by those of no state or of no country")
  void others() {
    List<String> because = new ArrayList<>();
    Actor state = new Actor("per", "Peru", "PER", List.of(), null, "Peru");
    Actor nobody = new Actor("---/LAB", "workers", "---", List.of(Sector.LAB), null, "workers");
    Actor united = new Actor("UNO/MIL", "UN", "UNO", List.of(Sector.MIL), null, "UN troops");
    Actor whole = new Actor("per", "Peru", "PER", List.of(Sector.GOV), null, "Peru");
    for (Actor source : List.of(state, nobody, united, whole)) {
      assertThat(of(EventType.PROTEST, source, because)).as(source.name()).isNull();
    }
    assertThat(because).isEmpty();
  }

  @DisplayName("in sentences")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Zambian government lifted the curfew. | ZMBGOV CONCEDE.ease ZMB
          Zambia lifted the curfew. | ZMB CONCEDE.ease -
          The Peruvian government imposed a curfew. | PERGOV COERCE.curfew PER
          Peruvian teachers went on strike. | PEREDU PROTEST.strike PER
          """)
  void sentences(String text, String event) {
    assertThat(Read.shorts(text)).containsExactly(event);
  }

  @DisplayName("only what has happened")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Zambian government may lift the curfew.",
        "The Peruvian government plans to impose a curfew.",
        "Zambia did not lift the curfew."
      })
  void notYet(String text) {
    assertThat(Read.events(text)).filteredOn(event -> event.status() != Status.ACTUAL).isEmpty();
  }

  @Test
  @DisplayName("the event says why")
  void because() {
    assertThat(Read.events("Peruvian teachers went on strike.").get(0).evidence().get(0).because())
        .contains("no target is named: taken as done in Peru");
  }
}
