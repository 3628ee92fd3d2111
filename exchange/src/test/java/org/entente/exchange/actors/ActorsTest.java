package org.entente.exchange.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.knowledge.Knowledge;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorsTest {
  private static final LocalDate DAY = LocalDate.of(2015, 2, 18);
  private final Actors actors = new Actors(Knowledge.bundled());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Barack Obama; person/barack-obama; USAGOV",
        "Dmitry Anatolyevich Medvedev; person/dmitry-medvedev; RUSGOV",
        "Police (Australia); aus/cop; AUSCOP",
        "Citizen (Nigeria); nga/cvl; NGACVL",
        "Government (France); fra/gov; FRAGOV",
        "Foreign Affairs (Israel); isr/gov; ISRGOV",
        "Cabinet / Council of Ministers / Advisors (United States); usa/gov; USAGOV",
        "Children (Palestinian Territory, Occupied); pse/cvl; PSECVL",
        "Militant (Boko Haram); boko-haram; BOKOREB",
        "Nigerian Navy; nga/mil; NGAMIL",
        "Government of Syria; syr/gov; SYRGOV",
        "Military Forces of Egypt (2014-); egy/mil; EGYMIL",
        "Islamic State; isis; ISISREB",
        "South Korea; kor; KOR",
        "Cairo; egy; EGY",
        "Nobody Whatever; x/nobody-whatever; ---",
        "Pokemon (Nowhere); x/pokemon-nowhere; ---",
        "???; x/; ---",
      })
  void names(String name, String id, String code) {
    Actor actor = actors.named(name, DAY);
    assertThat(actor.id()).startsWith(id);
    assertThat(actor.fullCode()).isEqualTo(code);
    assertThat(actor.text()).isEqualTo(name);
  }

  @Test
  void whoHeldTheOfficeIsToldByTheDay() {
    assertThat(actors.named("Barack Obama", LocalDate.of(2019, 1, 1)).sectors())
        .containsExactly(Sector.ELI);
    assertThat(actors.named("Barack Obama", DAY).role()).isEqualTo("head of state");
    assertThat(actors.named("Barack Obama", DAY)).isSameAs(actors.named("Barack Obama", DAY));
  }

  @Test
  void ofStrangersTheRowDecides() {
    Actor actor = actors.named("A Stranger", "LBY", List.of(Sector.REB), DAY);
    assertThat(actor)
        .isEqualTo(
            new Actor(
                "x/a-stranger", "A Stranger", "LBY", List.of(Sector.REB), null, "A Stranger"));
    assertThat(actors.named("Protesters", "EGY", List.of(), DAY).id()).isEqualTo("egy/opp");
    assertThat(actors.named("Barack Obama", "LBY", List.of(), DAY).code()).isEqualTo("USA");
  }

  @ParameterizedTest
  @CsvSource({
    "EGY,egy,EGY",
    "EGYGOV,egy/gov,EGYGOV",
    "EGYGOVMIL,egy/govmil,EGYGOVMIL",
    "PALINS,pse/reb,PSEREB",
    "IGOUNO,un,UNOIGO",
    "REBISIS,isis,ISISREB",
    "REB,unknown/reb,---REB",
    "MNC,unknown/bus,---BUS",
    "QQQ,x/qqq,---",
    "E,x/e,---",
  })
  void codes(String code, String id, String full) {
    Actor actor = actors.coded(code, null);
    assertThat(actor.id()).isEqualTo(id);
    assertThat(actor.fullCode()).isEqualTo(full);
  }

  @Test
  void countries() {
    assertThat(actors.country("Palestinian Territory, Occupied")).isEqualTo("PSE");
    assertThat(actors.country("DR Congo (Zaire)")).isEqualTo("COD");
    assertThat(actors.country("USA")).isEqualTo("USA");
    assertThat(actors.country("Atlantis")).isNull();
    assertThat(actors.country("")).isNull();
    assertThat(actors.countryName("EGY")).isEqualTo("Egypt");
    assertThat(actors.countryName("ISIS")).isNull();
  }
}
