package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.EventType.ACCUSE;
import static org.entente.model.EventType.AGREE;
import static org.entente.model.EventType.ASSAULT;
import static org.entente.model.EventType.CONSULT;
import static org.entente.model.EventType.REQUEST;
import static org.entente.model.EventType.SUPPORT;
import static org.entente.model.EventType.THREATEN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Magnitude;
import org.entente.model.Paragraph;
import org.entente.model.Status;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be found in the first real input, and what must not. */
class CaseArticleTest {
  private static final String SISI = "person/abdel-fattah-al-sisi";
  private static final String PUTIN = "person/vladimir-putin";
  private static final String SHOUKRY = "person/sameh-shoukry";

  @TempDir static Path folder;
  private static Document document;
  private static List<Event> events;

  @BeforeAll
  static void code() {
    Path store = folder.resolve("case.duckdb");
    Cli.Result result =
        Cli.run("code", Cli.article(), "--date", "2015-02-25", "--save", "--store", store);
    assertThat(result.code()).as(result.err()).isZero();
    try (EventStore saved = EventStore.open(store)) {
      events = saved.events(Query.ALL);
      document = saved.document(events.get(0).document()).orElseThrow();
    }
  }

  private static Event one(String source, EventType type, String target, Predicate<Event> more) {
    return events.stream()
        .filter(event -> is(event.source(), source) && event.type() == type)
        .filter(event -> is(event.target(), target) && more.test(event))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + source + " " + type + " " + target + " in " + told()));
  }

  private static Event one(String source, EventType type, String target) {
    return one(source, type, target, event -> true);
  }

  /** By registry id, or by code if it is in capitals. */
  private static boolean is(Actor actor, String wanted) {
    return actor != null && (actor.id().equals(wanted) || actor.code().equals(wanted));
  }

  private static String told() {
    StringBuilder text = new StringBuilder();
    for (Event event : events) {
      text.append('\n').append(event.source().id()).append(' ').append(event.type());
      text.append(' ').append(event.target() == null ? "-" : event.target().id());
      text.append(' ').append(event.status());
    }
    return text.toString();
  }

  @Test
  void theBeheading() {
    Event event = one("isis-libya", ASSAULT, "egy/copts");
    assertThat(event.status()).isEqualTo(Status.ACTUAL);
    assertThat(event.source().fullCode()).startsWith("ISIS").endsWith("REB");
    assertThat(event.target().code()).isEqualTo("EGY");
    assertThat(event.magnitudes())
        .anySatisfy(
            number -> {
              assertThat(number.kind()).isEqualTo(Magnitude.Kind.KILLED);
              assertThat(number.low()).isEqualTo(21);
              assertThat(number.high()).isEqualTo(21);
            });
  }

  @Test
  void theAirstrikes() {
    Event event = one("egy", ASSAULT, "ISIS");
    assertThat(event.mode()).isEqualTo("aerial");
    assertThat(event.place().country()).isEqualTo("LBY");
    assertThat(event.status()).isEqualTo(Status.ACTUAL);
  }

  @Test
  void whatSisiAsksFor() {
    assertThat(one(SISI, REQUEST, "un").status()).isEqualTo(Status.ACTUAL);
    assertThat(one(SISI, REQUEST, "ARB").time().from()).isEqualTo("2015-02-22");
  }

  @Test
  void shoukrysTwoMeetingsOfOneDay() {
    Event ban = one(SHOUKRY, CONSULT, "person/ban-ki-moon");
    assertThat(ban.time().from()).isEqualTo("2015-02-22").isEqualTo(ban.time().to());
    Event kerry = one(SHOUKRY, CONSULT, "person/john-kerry");
    assertThat(kerry.time().from()).isEqualTo("2015-02-22").isEqualTo(kerry.time().to());
    assertThat(kerry.place().name()).startsWith("Washington");
    assertThat(kerry.place().country()).isEqualTo("USA");
  }

  @Test
  void libyaAsksAndThanks() {
    assertThat(one("LBY", REQUEST, "egy").status()).isEqualTo(Status.ACTUAL);
    assertThat(one("LBY", SUPPORT, "egy").status()).isEqualTo(Status.ACTUAL);
  }

  @Test
  void theWestCriticises() {
    Event event = one("WST", ACCUSE, SISI);
    assertThat(event.status()).isEqualTo(Status.ACTUAL);
    assertThat(event.evidence()).as("told twice, one event").hasSizeGreaterThan(1);
  }

  @Test
  void russiaAndEgypt() {
    assertThat(one(PUTIN, SUPPORT, SISI).mode()).isEqualTo("condole");
    Event ready = one("RUS", AGREE, "EGY");
    assertThat(ready.attribution().speaker().id()).isEqualTo(PUTIN);
  }

  @Test
  void isisThreatens() {
    assertThat(one("ISIS", THREATEN, "rus").status()).isEqualTo(Status.ACTUAL);
  }

  @Test
  void renziWillCome() {
    Event event = one("ITA", CONSULT, "RUS");
    assertThat(event.status()).isEqualTo(Status.PLANNED);
    assertThat(event.time().from()).isEqualTo("2015-03-01");
    assertThat(event.time().to()).isBefore("2015-03-16");
    assertThat(event.attribution().speaker() != null || event.attribution().words() != null)
        .as("La Stampa says so")
        .isTrue();
  }

  @Test
  void whatRussiaMayDo() {
    assertThat(events)
        .anyMatch(
            event ->
                is(event.source(), "rus")
                    && is(event.target(), "anti-isis-coalition")
                    && event.status() == Status.POSSIBLE);
    assertThat(one("rus", REQUEST, "un").status()).isEqualTo(Status.POSSIBLE);
  }

  @Test
  void nothingComesOfBiographyDisclaimerAndStamp() {
    List<Paragraph.Kind> silent =
        List.of(
            Paragraph.Kind.BIOGRAPHY,
            Paragraph.Kind.DISCLAIMER,
            Paragraph.Kind.STAMP,
            Paragraph.Kind.BYLINE,
            Paragraph.Kind.PULL_QUOTE);
    assertThat(document.paragraphs())
        .extracting(Paragraph::kind)
        .contains(Paragraph.Kind.BIOGRAPHY, Paragraph.Kind.DISCLAIMER, Paragraph.Kind.STAMP);
    for (Event event : events) {
      for (Evidence evidence : event.evidence()) {
        assertThat(document.paragraphs())
            .filteredOn(one -> one.span().start() <= evidence.span().start())
            .filteredOn(one -> evidence.span().start() < one.span().end())
            .as(evidence.span().in(document.text()))
            .hasSize(1)
            .noneMatch(one -> silent.contains(one.kind()));
      }
    }
  }

  @Test
  void theStampIsNoDate() {
    assertThat(document.published().from()).isEqualTo("2015-02-25");
    assertThat(events)
        .flatExtracting(event -> Stream.of(event.time().from(), event.time().to()).toList())
        .filteredOn(day -> day != null)
        .allMatch(day -> ((LocalDate) day).getYear() <= 2015);
  }

  @Test
  void withoutADateThatIsSaid() {
    Cli.Result result = Cli.run("code", Cli.article());
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("date unknown").contains("--date");
    assertThat(result.out()).doesNotContain("2020");
  }

  @Test
  void twiceTheSameBytesOnOneThreadAndOnMany() throws Exception {
    for (String format : List.of("table", "jsonl", "csv", "html")) {
      Path first = folder.resolve("first." + format);
      Path second = folder.resolve("second." + format);
      for (Path out : List.of(first, second)) {
        assertThat(
                Cli.run(
                        "code",
                        Cli.article(),
                        "--date",
                        "2015-02-25",
                        "--format",
                        format,
                        "--out",
                        out,
                        "--threads",
                        out == first ? 1 : 4)
                    .code())
            .isZero();
      }
      assertThat(Files.mismatch(first, second)).as(format).isEqualTo(-1);
    }
  }
}
