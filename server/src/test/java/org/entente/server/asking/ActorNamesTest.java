package org.entente.server.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.entente.store.ActorFilter;
import org.junit.jupiter.api.Test;

class ActorNamesTest {
  private final ActorRegistry registry = Knowledge.bundled().actors();

  private static ActorFilter of(String... words) {
    return ActorNames.filter("--source", List.of(words));
  }

  @Test
  void aCountryByCodeIdAndName() {
    for (String word : List.of("EGY", "egy", "Egypt", "egypt")) {
      assertThat(of(word).codes()).as(word).containsExactly("EGY");
      assertThat(of(word).name()).as(word).isNull();
    }
    assertThat(of()).isEqualTo(ActorFilter.ANY);
  }

  @Test
  void aGroupTakesItsBranchesAlong() {
    for (String word : List.of("ISIS", "isis", "Islamic State", "Daesh")) {
      assertThat(of(word).ids()).as(word).contains("isis", "isis-libya", "isis-sinai");
      assertThat(of(word).codes()).as(word).contains("ISIS", "ISISLBY");
    }
    assertThat(of("isis-libya").ids()).contains("isis-libya").doesNotContain("isis");
    assertThat(of("UN").codes()).contains("UNO", "UNSC").doesNotContain("USA");
  }

  @Test
  void sectors() {
    assertThat(of("EGYGOV").codes()).containsExactly("EGY");
    assertThat(of("EGYGOV").sectors()).containsExactly(Sector.GOV);
    assertThat(of("ISISREB").codes()).contains("ISIS", "ISISLBY");
    assertThat(of("MIL").codes()).isEmpty();
    assertThat(of("MIL").sectors()).containsExactly(Sector.MIL);
    ActorFilter both = of("EGYMIL", "Libya");
    assertThat(both.sectors()).containsExactly(Sector.MIL);
    assertThat(both.or().codes()).containsExactly("LBY");
    assertThat(both.or().sectors()).isEmpty();
  }

  @Test
  void aPersonByIdOrByName() {
    ActorFilter sisi = of("Sisi");
    assertThat(sisi.ids()).containsExactly("person/abdel-fattah-al-sisi");
    assertThat(sisi.or().name()).isEqualTo("Sisi");
  }

  @Test
  void whatTheRegistryDoesNotKnow() {
    assertThat(of("Nobody Inparticular").name()).isEqualTo("Nobody Inparticular");
    assertThat(of("QQQ").codes()).containsExactly("QQQ");
    assertThat(of("QQQGOV").codes()).containsExactly("QQQ");
    assertThat(of("x' OR 1=1 --").name()).isEqualTo("x' OR 1=1 --");
    assertThatThrownBy(() -> of("EGY", " ")).hasMessageContaining("--source: a name is empty");
  }

  @Test
  void wholes() {
    Actor council = new Actor("un-security-council", null, "UNSC", List.of(), null, null);
    Actor sisi = new Actor("person/abdel-fattah-al-sisi", null, "AFU", List.of(), null, null);
    assertThat(ActorNames.wholes(registry, council, null)).containsExactly("UNO");
    assertThat(ActorNames.wholes(registry, sisi, null)).containsExactly("AFU");
    assertThat(ActorNames.wholes(registry, sisi, LocalDate.of(2015, 2, 18))).containsExactly("EGY");
    assertThat(ActorNames.allWholes(registry, sisi)).containsExactlyInAnyOrder("AFU", "EGY");
    assertThat(ActorNames.parts(registry, Set.of("UNO"))).contains("UNO", "UNSC");
    assertThat(ActorNames.parts(registry, Set.of("QQQ"))).containsExactly("QQQ");
  }
}
