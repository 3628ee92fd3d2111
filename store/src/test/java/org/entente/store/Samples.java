package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Magnitude;
import org.entente.model.Paragraph;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/** Documents and events to test with. */
final class Samples {
  static final Actor EGYPT = new Actor("egy", "Egypt", "EGY", List.of(), null, "Egypt");
  static final Actor SISI =
      new Actor(
          "egy/abdel-fattah-al-sisi",
          "Abdel Fattah al-Sisi",
          "EGY",
          List.of(Sector.GOV),
          "president",
          "the Egyptian president");
  static final Actor ISIS = new Actor("isis", "ISIS", "ISIS", List.of(Sector.REB), null, "ISIS");
  static final Actor UN = new Actor("un", "United Nations", "UNO", List.of(Sector.IGO), null, "UN");

  private Samples() {}

  static Document document(String id, String text) {
    return new Document(
        id,
        "news/" + id + ".txt",
        "Title of " + id,
        null,
        "La Stampa",
        TimeSpan.day(LocalDate.of(2015, 2, 25)),
        null,
        "en",
        text,
        List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, text.length()))),
        List.of());
  }

  static Event event(
      String document, int n, Actor source, Actor target, EventType type, Status status, int day) {
    return new Event(
        document + "-" + n,
        document,
        source,
        target,
        type,
        null,
        List.of("military"),
        "190",
        type.quad().isCooperation() ? 3.4 : -9.5,
        status,
        new Attribution(SISI, null, "La Stampa"),
        TimeSpan.day(LocalDate.of(2015, 2, day)),
        new Place("Derna", "LYB", 32.767, 22.637, 87205L, "city", "Derna"),
        List.of(new Magnitude(Magnitude.Kind.KILLED, 21, 21, null, "21")),
        0.75,
        List.of(
            new Evidence(
                n,
                new Span(0, 4),
                new Span(0, 1),
                new Span(1, 2),
                null,
                null,
                null,
                "assault.tsv:120 launch airstrike",
                List.of("passive", "'it' is Egypt"))),
        "0.1.0+abc");
  }

  /** A document whose number of events, 0 to 6, follows from its number. */
  static Document numbered(int number) {
    StringBuilder text = new StringBuilder("Egypt bombed Derna.");
    new Random(number).ints(150, 0, 20_000).forEach(word -> text.append(" w").append(word));
    return document("d" + number, text.toString());
  }

  static List<Event> eventsOf(int number) {
    List<Event> events = new ArrayList<>();
    for (int n = 0; n < number % 7; n++) {
      events.add(event("d" + number, n, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1 + n));
    }
    return events;
  }

  /** A data set whose rows are {@link #row}. */
  static Dataset dataset(String id) {
    return new Dataset(id, "icews", id + ".tsv", "hash of " + id);
  }

  /** An event as the columns of an imported one hold it. */
  static Event row(String dataset, int row) {
    EventType type = EventType.values()[row % 16];
    return new Event(
        dataset + "-" + row,
        dataset,
        row % 3 == 0 ? SISI : EGYPT,
        row % 5 == 0 ? null : ISIS,
        type,
        null,
        row % 2 == 0 ? List.of() : List.of("military"),
        "190",
        type.quad().isCooperation() ? 3.4 : -9.5,
        Status.ACTUAL,
        row % 7 == 0 ? Attribution.NONE : new Attribution(null, null, "La Stampa"),
        TimeSpan.day(LocalDate.of(2015, 1, 1).plusDays(row % 400)),
        row % 2 == 0 ? null : new Place("Derna", "LYB", 32.767, null, null, null, null),
        List.of(),
        1,
        List.of(
            new Evidence(
                0, null, null, null, null, null, null, dataset + ", row " + row, List.of())),
        "icews");
  }

  /** Strings as texts have them, and as they should not: empty, quotes, NUL, lone surrogates. */
  static Arbitrary<String> strings() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.of(
            "",
            " ",
            "\0",
            "null",
            "\"'\\;--",
            "\n\r\u2028",
            "القاهرة",
            "😀",
            "\ud83d",
            "\ude00a",
            "NaN",
            "\ufeff",
            "{\"a\":1}"));
  }

  private static Arbitrary<String> maybe() {
    return strings().injectNull(0.2);
  }

  private static Arbitrary<Span> spans() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5000), Arbitraries.integers().between(0, 300))
        .as((start, length) -> new Span(start, start + length));
  }

  private static Arbitrary<Actor> actors() {
    return Combinators.combine(
            strings(),
            maybe(),
            strings(),
            Arbitraries.of(Sector.class).list().ofMaxSize(3),
            maybe(),
            maybe())
        .as(Actor::new);
  }

  private static Arbitrary<TimeSpan> times() {
    Arbitrary<LocalDate> days = Dates.dates().injectNull(0.3);
    return Combinators.combine(days, days, Arbitraries.of(Precision.class), maybe())
        .as(
            (a, b, precision, text) ->
                a != null && b != null && b.isBefore(a)
                    ? new TimeSpan(b, a, precision, text)
                    : new TimeSpan(a, b, precision, text));
  }

  private static Arbitrary<Place> places() {
    return Combinators.combine(
            maybe(),
            maybe(),
            Arbitraries.doubles().between(-90, 90).injectNull(0.2),
            Arbitraries.doubles().between(-180, 180).injectNull(0.2),
            Arbitraries.longs().injectNull(0.2),
            maybe(),
            maybe())
        .as(Place::new);
  }

  private static Arbitrary<Magnitude> magnitudes() {
    return Combinators.combine(
            Arbitraries.of(Magnitude.Kind.class),
            Arbitraries.doubles(),
            Arbitraries.doubles(),
            maybe(),
            maybe())
        .as((kind, a, b, unit, t) -> new Magnitude(kind, Math.min(a, b), Math.max(a, b), unit, t));
  }

  private static Arbitrary<Evidence> evidence() {
    Arbitrary<Span> span = spans().injectNull(0.3);
    Arbitrary<List<Span>> six = span.list().ofSize(6);
    return Combinators.combine(Arbitraries.integers(), six, maybe(), strings().list().ofMaxSize(3))
        .as(
            (n, s, rule, because) ->
                new Evidence(
                    n, s.get(0), s.get(1), s.get(2), s.get(3), s.get(4), s.get(5), rule, because));
  }

  private record Coded(
      EventType type, String mode, List<String> contexts, String cameo, double goldstein) {}

  private record Said(Status status, Attribution attribution, TimeSpan time, Place place) {}

  static Arbitrary<Event> events(String document) {
    Arbitrary<Coded> coded =
        Combinators.combine(
                Arbitraries.of(EventType.class),
                maybe(),
                strings().list().ofMaxSize(3),
                maybe(),
                Arbitraries.doubles().between(-10, 10))
            .as(Coded::new);
    Arbitrary<Attribution> attributions =
        Combinators.combine(actors().injectNull(0.5), maybe(), maybe()).as(Attribution::new);
    Arbitrary<Said> said =
        Combinators.combine(
                Arbitraries.of(Status.class),
                attributions,
                times().injectNull(0.2),
                places().injectNull(0.3))
            .as(Said::new);
    return Combinators.combine(
            strings(),
            actors(),
            actors().injectNull(0.2),
            coded,
            said,
            magnitudes().list().ofMaxSize(2),
            Arbitraries.doubles().between(0, 1),
            Combinators.combine(evidence().list().ofMinSize(1).ofMaxSize(3), maybe()).as(Pair::new))
        .as(
            (id, source, target, c, s, magnitudes, confidence, last) ->
                new Event(
                    id,
                    document,
                    source,
                    target,
                    c.type(),
                    c.mode(),
                    c.contexts(),
                    c.cameo(),
                    c.goldstein(),
                    s.status(),
                    s.attribution(),
                    s.time(),
                    s.place(),
                    magnitudes,
                    confidence,
                    last.evidence(),
                    last.coder()));
  }

  private record Pair(List<Evidence> evidence, String coder) {}

  private record Head(String origin, String title, String byline, String publisher) {}

  static Arbitrary<Document> documents() {
    Arbitrary<Head> head = Combinators.combine(maybe(), maybe(), maybe(), maybe()).as(Head::new);
    return Combinators.combine(
            strings(),
            head,
            times().injectNull(0.2),
            maybe(),
            maybe(),
            strings(),
            Arbitraries.of(Paragraph.Kind.class).list().ofMaxSize(3),
            strings().list().ofMaxSize(2))
        .as(
            (id, h, published, url, language, text, kinds, notes) ->
                new Document(
                    id,
                    h.origin(),
                    h.title(),
                    h.byline(),
                    h.publisher(),
                    published,
                    url,
                    language,
                    text,
                    kinds.stream().map(k -> new Paragraph(k, new Span(0, text.length()))).toList(),
                    notes));
  }
}
