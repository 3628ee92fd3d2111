package org.entente.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.exchange.layout.Layouts;
import org.entente.knowledge.Knowledge;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.entente.store.EventStore;
import org.entente.store.Query;

/** Any events, written as JSON Lines, come back from an import as they were. */
class EventLinesProperties {
  @Property(tries = 15)
  void anyEventsComeBack(@ForAll("someEvents") List<Event> events) throws IOException {
    Path folder = Files.createTempDirectory("lines");
    Path lines = folder.resolve("lines.jsonl");
    List<String> text = events.stream().map(e -> Layouts.json(e, "{\"a\":\"b\"}")).toList();
    Files.write(lines, text);
    Path file = folder.resolve("s.duckdb");
    try (EventStore store = EventStore.open(file)) {
      Import.Options options = new Import.Options(null, null, "set", folder.resolve("aside.tsv"));
      new Import(store, Knowledge.bundled(), options, row -> {}).read(lines);
      List<String> originals = new ArrayList<>();
      List<Event> back = new ArrayList<>();
      store.events(
          Query.ALL,
          (event, original) -> {
            back.add(event);
            originals.add(original);
          });
      assertThat(back).containsExactlyInAnyOrderElementsOf(events);
      assertThat(originals).containsOnly("{\"a\":\"b\"}");
    }
    Files.delete(lines);
    Files.delete(file);
    Files.delete(folder);
  }

  @Provide
  Arbitrary<List<Event>> someEvents() {
    Arbitrary<String> words = Arbitraries.strings().ofMaxLength(12);
    Arbitrary<String> maybe = words.injectNull(0.3);
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay);
    Arbitrary<Double> doubles = Arbitraries.doubles().between(-90, 90);
    Arbitrary<Actor> actors =
        Combinators.combine(
                words, maybe, words, Arbitraries.of(Sector.class).list().ofMaxSize(3), maybe, maybe)
            .as(Actor::new);
    Arbitrary<TimeSpan> times =
        Combinators.combine(days, Arbitraries.of(Precision.class), maybe)
            .as((day, precision, t) -> new TimeSpan(day, day.plusDays(3), precision, t))
            .injectNull(0.2);
    Arbitrary<Place> places =
        Combinators.combine(maybe, maybe, doubles, Arbitraries.longs().greaterOrEqual(1), maybe)
            .as((n, c, l, g, t) -> new Place(n, c, l, -l, g, "city", t))
            .injectNull(0.3);
    Arbitrary<Evidence> evidence =
        Combinators.combine(Arbitraries.integers().between(0, 99), maybe, words.list().ofMaxSize(2))
            .as(
                (n, rule, because) ->
                    new Evidence(
                        n,
                        new Span(n, n + 9),
                        null,
                        new Span(n, n + 1),
                        null,
                        null,
                        null,
                        rule,
                        because));
    Arbitrary<Magnitude> magnitudes =
        Combinators.combine(Arbitraries.of(Magnitude.Kind.class), doubles, maybe)
            .as((kind, low, t) -> new Magnitude(kind, low, low + 1, null, t));
    return Combinators.combine(
            Combinators.combine(actors, actors.injectNull(0.3), actors.injectNull(0.5), words)
                .as((a, b, c, w) -> List.of(new Object[] {new Actor[] {a, b, c}, w})),
            Combinators.combine(
                    Arbitraries.of(EventType.class), Arbitraries.of(Status.class), maybe, doubles)
                .as((t, s, m, g) -> new Object[] {t, s, m, g}),
            times,
            places,
            magnitudes.list().ofMaxSize(2),
            evidence.list().ofMinSize(1).ofMaxSize(2),
            words)
        .as(
            (who, what, time, place, counts, proof, document) ->
                new Event(
                    "id" + document.hashCode() + what[3],
                    document,
                    ((Actor[]) who.get(0))[0],
                    ((Actor[]) who.get(0))[1],
                    (EventType) what[0],
                    (String) what[2],
                    List.of("military"),
                    "190",
                    (Double) what[3],
                    (Status) what[1],
                    new Attribution(((Actor[]) who.get(0))[2], (String) who.get(1), null),
                    time,
                    place,
                    counts,
                    0.5,
                    proof,
                    "coder"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }
}
