package org.entente.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Magnitude;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rows of each format become. */
class FormatsTest {
  @TempDir Path folder;
  private Exchange exchange;

  @BeforeEach
  void exchange() {
    exchange = new Exchange(folder);
  }

  private static List<String> brief(List<Event> events) {
    return events.stream()
        .map(
            e ->
                e.time().label()
                    + " "
                    + e.source().fullCode()
                    + " "
                    + (e.target() == null ? "-" : e.target().fullCode())
                    + " "
                    + e.type()
                    + (e.mode() == null ? "" : " " + e.mode())
                    + " "
                    + e.cameo())
        .toList();
  }

  @Test
  void icews() throws IOException {
    List<Event> events = exchange.events("icews.tab");
    assertThat(brief(events))
        .containsExactly(
            "2015-02-16 EGYGOV UNSCIGO REQUEST 020",
            "2015-02-16 EGYMIL LBYREB ASSAULT aerial 195",
            "2015-02-17 NGACVL NGACOP CONSULT statement 010",
            "2015-02-17 USAGOV DEUGOV CONSULT 040",
            "2015-02-18 TUNELI LBYGOV ACCUSE disapprove 111",
            "2015-02-18 BOKOREB NERMIL ASSAULT firearms 193",
            "2015-02-19 ISRGOV SWE SANCTION relations 161",
            "2015-02-20 AUSJUD DEUMED ACCUSE lawsuit 115",
            "2015-02-20 EGY FRA SUPPORT 057",
            "2015-02-21 AFUIGO TCD AGREE assist 0332");
    Event first = events.get(0);
    assertThat(first.source().id()).isEqualTo("person/abdel-fattah-al-sisi");
    assertThat(first.source().role()).isEqualTo("head of state");
    assertThat(first.source().text()).isEqualTo("Abdel Fattah Al-Sisi");
    assertThat(first.place().country()).isEqualTo("USA");
    assertThat(first.place().latitude()).isEqualTo(40.7143);
    assertThat(first.attribution().publisher()).isEqualTo("Own Wire");
    assertThat(first.goldstein()).isEqualTo(3.0);
    assertThat(events.get(4).source().id()).isEqualTo("x/ismail-nobody");
    assertThat(events.get(4).source().code()).isEqualTo("TUN");
  }

  @Test
  void polecat() throws IOException {
    List<Event> events = exchange.events("polecat.txt");
    assertThat(brief(events))
        .containsExactly(
            "2015-02-16 EGYMIL ISISREB ASSAULT aerial 195",
            "2015-02-16 EGYGOV UNSCIGO REQUEST change 024",
            "2015-02-17 FRA EGY CONSULT visit 042",
            "2015-02-18 VENOPP VENGOV PROTEST demo 141",
            "2015-02-18 EUNIGO RUS SANCTION 160",
            "2015-02-19 UKR UKRREB RETREAT ceasefire 0871",
            "2015-02-20 JOR SYRREF AID humanitarian 073");
    assertThat(events.get(0).contexts()).containsExactly("military", "terrorism");
    assertThat(events.get(0).place().geonames()).isEqualTo(87205L);
    assertThat(events.get(1).target().text()).isEqualTo("United Nations Security Council");
  }

  @Test
  void phoenix() throws IOException {
    Path store = exchange.newStore();
    Import.Result result = exchange.read(store, exchange.sample("phoenix.tsv"), null, null);
    assertThat(result.format()).isEqualTo("phoenix");
    assertThat(result.aside()).isEqualTo(1); // one without a source
    List<Event> events = exchange.events(store);
    assertThat(brief(events))
        .containsExactly(
            "2015-02-15 EGYMIL LBYREB ASSAULT aerial 195",
            "2015-02-16 USAGOV UNOIGO CONSULT 040",
            "2015-02-17 ISISREB IRQCVL ASSAULT abduct 181",
            "2015-02-19 ISRGOV PSEREB THREATEN violence 138",
            "2015-02-20 FRA MLIMIL AID military 072");
    assertThat(events.get(0).place().name()).isEqualTo("Darnah");
    assertThat(exchange.originals(store).get(0)).contains("ISSUE_EXAMPLE", "\"URLs\"");
  }

  @Test
  void petrarchsOwnRows() throws IOException {
    Path store = exchange.newStore();
    Import.Result result = exchange.read(store, exchange.sample("petrarch.txt"), null, null);
    assertThat(result.format()).isEqualTo("petrarch");
    assertThat(result.aside()).isEqualTo(3);
    assertThat(brief(exchange.events(store)))
        .containsExactly(
            "2015-02-16 EGYMIL ISISREB ASSAULT aerial 195",
            "2015-02-17 USAGOV EGY CONSULT visit 042",
            "2015-02-18 NGAREB NGACVL ASSAULT suicide-attack 1831");
    assertThat(Files.readString(exchange.asideFile()))
        .contains("\t4\tthe source is missing\t20150218\t---\tEGY")
        .contains("'9999' is no code of CAMEO", "'20150231' is no day of the calendar");
  }

  @Test
  void gdelt() throws IOException {
    for (String name : List.of("gdelt1.csv", "gdelt2.csv")) {
      Path store = exchange.newStore();
      Import.Result result = exchange.read(store, exchange.sample(name), null, null);
      assertThat(result.format()).isEqualTo(name.substring(0, 6));
      assertThat(result.aside()).isEqualTo(1); // one without actors
      List<Event> events = exchange.events(store);
      assertThat(brief(events))
          .containsExactly(
              "2015-02-16 EGYMIL LBY ASSAULT aerial 195",
              "2015-02-17 ---COP - COERCE arrest 173",
              "2015-02-17 --- USAGOV ACCUSE allege 112",
              "2015-02-18 UNOIGO SYR REQUEST assist 0233");
      assertThat(events.get(0).source().text()).isEqualTo("EGYPTIAN AIR FORCE");
      assertThat(events.get(0).place().country()).isEqualTo("LBY");
      assertThat(events.get(0).place().longitude()).isEqualTo(22.6367);
      assertThat(events.get(0).attribution().publisher()).isEqualTo("example.org");
      assertThat(exchange.originals(store).get(0)).contains("\"AvgTone\":\"-2.5\"", "SOURCEURL");
    }
  }

  @Test
  void ged() throws IOException {
    Path store = exchange.newStore();
    Import.Result result = exchange.read(store, exchange.sample("ged.csv"), null, null);
    assertThat(result.format()).isEqualTo("ged");
    assertThat(result.aside()).isEqualTo(2);
    List<Event> events = exchange.events(store);
    assertThat(brief(events))
        .containsExactly(
            "2015 CODGOV MTWTHRREB ASSAULT 190",
            "2015-02 ISISREB LBYCVL ASSAULT 180",
            "2015-02-14…20 BOKOREB NGA ASSAULT 190",
            "2015-02-16 LBYGOV ISISREB ASSAULT 190");
    assertThat(events.get(3).magnitudes())
        .containsExactly(new Magnitude(Magnitude.Kind.KILLED, 7, 9, null, "7"));
    assertThat(events.get(1).time().precision()).isEqualTo(Precision.MONTH);
    assertThat(exchange.originals(store).get(1)).contains("Own Wire\\n (second line)");
  }

  @Test
  void acled() throws IOException {
    Path store = exchange.newStore();
    Import.Result result = exchange.read(store, exchange.sample("acled.csv"), null, null);
    assertThat(result.format()).isEqualTo("acled");
    assertThat(result.events()).isEqualTo(25);
    assertThat(result.aside()).isEqualTo(1);
    assertThat(Files.readString(exchange.asideFile())).contains("'Dancing' is no sub-event type");
    List<Event> events = exchange.events(store);
    assertThat(events)
        .allSatisfy(e -> assertThat(e.source().belongs()).isTrue())
        .anySatisfy(e -> assertThat(e.source().id()).isEqualTo("egy/mil"))
        .anySatisfy(e -> assertThat(e.source().sectors()).containsExactly(Sector.OPP));
    assertThat(events)
        .filteredOn(e -> "aerial".equals(e.mode()))
        .singleElement()
        .satisfies(e -> assertThat(e.cameo()).isEqualTo("195"));
  }

  @Test
  void plain() throws IOException {
    Path store = exchange.newStore();
    Import.Result result = exchange.read(store, exchange.sample("plain.tsv"), null, null);
    assertThat(result.format()).isEqualTo("plain");
    assertThat(result.aside()).isEqualTo(3);
    List<Event> events = exchange.events(store);
    assertThat(brief(events))
        .containsExactly(
            "2014-06-07 EGYELI USAGOV CONSULT 040",
            "2015-02-16 EGYGOV UNSCIGO REQUEST 020",
            "2015-02-16 EGYGOV UNSCIGO REQUEST 020",
            "2015-02-17 AUSCVL AUSCOP ASSAULT firearms 193",
            "2015-02-17 --- IRN CONSULT 040",
            "2019-01-02 USAELI - CONSULT visit 043");
    assertThat(events.get(1).id()).isNotEqualTo(events.get(2).id());
    assertThat(exchange.originals(store).get(4)).contains("Consult, not specified below");
    assertThat(Files.readString(exchange.asideFile()))
        .startsWith("file\tline\treason\trow\n")
        .contains("\t6\t'Dance' is neither a text nor a code of CAMEO\t2015-02-17\tAmin Example");
  }

  @Test
  void ownTablesByAMap() throws IOException {
    Path store = exchange.newStore();
    Import.Result result =
        exchange.read(store, exchange.sample("own.csv"), null, exchange.sample("own.map"));
    assertThat(result.format()).isEqualTo("csv");
    assertThat(result.aside()).isEqualTo(1);
    List<Event> events = exchange.events(store);
    assertThat(brief(events))
        .containsExactly(
            "2015-02-16 EGY ISISREB ASSAULT aerial 195",
            "2015-02-17 LBY EGYCOP ACCUSE allege 112",
            "2015-02-18 LBY - RETREAT resign 0831");
    assertThat(events.get(0).magnitudes().get(0).low()).isEqualTo(3);
    assertThat(events.get(0).time().from()).isEqualTo(LocalDate.of(2015, 2, 16));
    assertThat(exchange.originals(store))
        .containsExactly("{\"Bemerkung\":\"eins; zwei\"}", null, "{\"Bemerkung\":\"zurück\"}");
    assertThat(events.get(2).type()).isEqualTo(EventType.RETREAT);
  }
}
