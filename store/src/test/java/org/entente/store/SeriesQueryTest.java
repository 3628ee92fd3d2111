package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.store.Samples.EGYPT;
import static org.entente.store.Samples.ISIS;
import static org.entente.store.Samples.SISI;
import static org.entente.store.Samples.event;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;
import org.entente.store.SeriesQuery.Key;
import org.entente.store.SeriesQuery.Per;
import org.entente.store.SeriesQuery.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesQueryTest {
  private static final LocalDate MONDAY = LocalDate.of(2015, 2, 16);
  private static EventStore many;

  @TempDir Path folder;

  @BeforeContainer
  static void fill() throws java.io.IOException {
    Path file = java.nio.file.Files.createTempDirectory("series").resolve("s.duckdb");
    file.toFile().deleteOnExit();
    file.getParent().toFile().deleteOnExit();
    many = EventStore.open(file);
    Arbitrary<List<Event>> events =
        Samples.events("d").list().ofSize(400).uniqueElements(Event::id);
    many.save(Samples.document("d", "d"), events.sample(), "coder");
  }

  @AfterContainer
  static void close() {
    many.close();
  }

  @Provide
  Arbitrary<Query> queries() {
    return net.jqwik.api.Combinators.combine(
            Arbitraries.of(Quad.class).set().ofMaxSize(3),
            Arbitraries.of(Status.class).set().ofMaxSize(2),
            net.jqwik.time.api.Dates.dates().injectNull(0.5),
            net.jqwik.time.api.Dates.dates().injectNull(0.5),
            Arbitraries.doubles().between(0, 0.5))
        .as(
            (quads, statuses, a, b, least) ->
                Query.ALL
                    .quads(quads)
                    .statuses(statuses)
                    .from(a)
                    .to(a != null && b != null && b.isBefore(a) ? a : b)
                    .confidence(least));
  }

  /** Over all periods there are as many events as the query finds, but for those left out. */
  @Property(tries = 60)
  void theSumOverPeriodsIsTheCount(
      @ForAll("queries") Query query, @ForAll Period period, @ForAll boolean text) {
    SeriesQuery.Answer answer =
        new SeriesQuery(text ? query.text("a") : query, period, Per.ALL, Pairing.COUNTRIES, 1)
            .ask(many);
    Query open = (text ? query.text("a") : query).from(null).to(null);
    long expected =
        many.events(open).stream()
            .filter(e -> day(e) != null)
            .filter(e -> query.from() == null || !day(e).isBefore(query.from()))
            .filter(e -> query.to() == null || !day(e).isAfter(query.to()))
            .count();
    long sum = answer.rows().stream().mapToLong(row -> row.tally().events()).sum();
    assertThat(sum + answer.leftOut().denied()).isEqualTo(expected);
    if (query.from() == null && query.to() == null) {
      assertThat(sum + answer.leftOut().denied() + answer.leftOut().undated())
          .isGreaterThanOrEqualTo(many.count(open));
    }
    assertThat(answer.rows()).allMatch(row -> row.start().equals(period.start(row.start())));
    assertThat(answer.rows()).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
  }

  private static LocalDate day(Event event) {
    for (LocalDate day :
        new LocalDate[] {event.time().from(), event.time().to(), LocalDate.of(2015, 2, 25)}) {
      if (day != null && Math.abs(day.getYear()) <= 9999) {
        return day;
      }
    }
    return null;
  }

  private EventStore small() {
    EventStore store = EventStore.open(folder.resolve("s.duckdb"));
    store.save(
        Samples.document("a", "a"),
        List.of(
            event("a", 0, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 15),
            event("a", 1, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 16),
            event("a", 2, EGYPT, ISIS, EventType.AID, Status.PLANNED, 22),
            event("a", 3, EGYPT, ISIS, EventType.AID, Status.DENIED, 22),
            event("a", 4, ISIS, SISI, EventType.THREATEN, Status.ACTUAL, 23),
            event("a", 5, SISI, null, EventType.AGREE, Status.ACTUAL, 23)),
        "coder");
    return store;
  }

  @Test
  void weeksBeginOnMonday() {
    try (EventStore store = small()) {
      SeriesQuery.Answer answer =
          new SeriesQuery(Query.ALL, Period.WEEK, Per.ALL, Pairing.COUNTRIES, 1).ask(store);
      assertThat(answer.rows())
          .containsExactly(
              new Row(ALL, MONDAY.minusWeeks(1), new Tally(0, 0, 0, 1, -9.5, 1)),
              new Row(ALL, MONDAY, new Tally(0, 1, 0, 1, -6.1, 2)),
              new Row(ALL, MONDAY.plusWeeks(1), new Tally(1, 0, 1, 0, -6.1, 2)));
      assertThat(answer.first()).isEqualTo(LocalDate.of(2015, 2, 15));
      assertThat(answer.last()).isEqualTo(LocalDate.of(2015, 2, 23));
      assertThat(answer.storeFirst()).isEqualTo(LocalDate.of(2015, 2, 15));
      assertThat(answer.leftOut()).isEqualTo(new LeftOut(1, 0, 0));
    }
  }

  private static final Key ALL = new Key(null, null, null, null);

  @Test
  void aSeriesForEachDyadTheBusiestFirst() {
    try (EventStore store = small()) {
      SeriesQuery.Answer answer =
          new SeriesQuery(Query.ALL, Period.MONTH, Per.DYAD, Pairing.COUNTRIES, 5).ask(store);
      assertThat(answer.rows())
          .extracting(Row::key)
          .containsExactly(
              new Key("EGY", "Egypt", "ISIS", "ISIS"), new Key("ISIS", "ISIS", "EGY", "Egypt"));
      assertThat(
              new SeriesQuery(Query.ALL, Period.MONTH, Per.DYAD, Pairing.COUNTRIES, 1)
                  .ask(store)
                  .rows())
          .hasSize(1);
    }
  }

  @Test
  void anActorsSeriesHasWhatItDoesAndWhatIsDoneToIt() {
    try (EventStore store = small()) {
      SeriesQuery.Answer answer =
          new SeriesQuery(Query.ALL, Period.MONTH, Per.ACTOR, Pairing.COUNTRIES, 5).ask(store);
      assertThat(answer.rows())
          .extracting(Row::key)
          .containsExactly(
              new Key("EGY", "Egypt", null, null), new Key("ISIS", "ISIS", null, null));
      assertThat(answer.rows()).extracting(row -> row.tally().events()).containsExactly(5L, 4L);
    }
  }

  @Test
  void deniedEventsCountIfTheyAreAskedFor() {
    try (EventStore store = small()) {
      SeriesQuery.Answer answer =
          new SeriesQuery(
                  Query.ALL.statuses(Set.of(Status.DENIED, Status.PLANNED)),
                  Period.DAY,
                  Per.ALL,
                  Pairing.COUNTRIES,
                  1)
              .ask(store);
      assertThat(answer.rows()).hasSize(1);
      assertThat(answer.rows().get(0).tally().events()).isEqualTo(2);
      assertThat(answer.leftOut()).isEqualTo(new LeftOut(0, 0, 0));
    }
  }

  @Test
  void anEmptyStoreHasNoSeries() {
    try (EventStore store = EventStore.open(folder.resolve("s.duckdb"))) {
      for (Per per : Per.values()) {
        SeriesQuery.Answer answer =
            new SeriesQuery(Query.ALL, Period.DAY, per, Pairing.COUNTRIES, 3).ask(store);
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.first()).isNull();
      }
    }
  }

  @Test
  void thereIsNoSeriesOfNothing() {
    assertThatThrownBy(() -> new SeriesQuery(Query.ALL, Period.DAY, Per.DYAD, Pairing.COUNTRIES, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
