package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Quad;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every filter, the orders and the pages, on a small store. */
class QueryFiltersTest {
  private static final Actor ARMY =
      new Actor("egy/mil", "Egypt's army", "EGY", List.of(Sector.MIL), null, "the army");
  private static final Actor BRANCH =
      new Actor("isis-libya", "ISIS in Libya", "ISISLBY", List.of(Sector.REB), null, null);

  @TempDir static Path folder;
  private static EventStore store;

  @BeforeAll
  static void fill() {
    store = EventStore.open(folder.resolve("q.duckdb"));
    List<Event> imported = new ArrayList<>();
    imported.add(
        event(1, Samples.SISI, Samples.UN, EventType.REQUEST, Status.ACTUAL, day(18), null, 1));
    imported.add(
        event(
            2,
            ARMY,
            BRANCH,
            EventType.ASSAULT,
            Status.ACTUAL,
            day(16),
            new Place("Darnah", "LBY", 32.767, 22.637, 87205L, null, null),
            0.9));
    imported.add(
        event(
            3,
            BRANCH,
            Samples.EGYPT,
            EventType.THREATEN,
            Status.PLANNED,
            new TimeSpan(null, LocalDate.of(2015, 2, 10), Precision.UNKNOWN, null),
            new Place(null, "LBY", null, null, null, null, null),
            0.5));
    imported.add(
        event(
            4,
            Samples.UN,
            Samples.EGYPT,
            EventType.AID,
            Status.DENIED,
            TimeSpan.UNKNOWN,
            null,
            0.4));
    imported.add(
        event(
            5,
            Samples.EGYPT,
            null,
            EventType.MOBILIZE,
            Status.POSSIBLE,
            new TimeSpan(
                LocalDate.of(2015, 2, 1), LocalDate.of(2015, 2, 28), Precision.MONTH, null),
            null,
            0.6));
    try (DatasetRun run = store.begin(new Dataset("own", "plain", "own.tsv", "h"), "import")) {
      for (int row = 0; row < imported.size(); row++) {
        run.add(row + 1, imported.get(row), null);
      }
      run.finish();
    }
    store.save(
        Samples.document("d1", "Egypt bombed Derna, an eye-witness said."),
        List.of(
            Samples.event(
                "d1", 0, Samples.EGYPT, Samples.ISIS, EventType.ASSAULT, Status.ACTUAL, 16)),
        "coder");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static TimeSpan day(int day) {
    return TimeSpan.day(LocalDate.of(2015, 2, day));
  }

  private static Event event(
      int n,
      Actor source,
      Actor target,
      EventType type,
      Status status,
      TimeSpan time,
      Place place,
      double confidence) {
    return new Event(
        "e" + n,
        "own",
        source,
        target,
        type,
        n == 1 ? "statement" : n == 2 ? "airstrikes" : null,
        List.of(),
        null,
        n - 3,
        status,
        Attribution.NONE,
        time,
        place,
        List.of(),
        confidence,
        List.of(new Evidence(0, null, null, null, null, null, null, "own, row " + n, List.of())),
        "import");
  }

  private static List<String> ids(Query query) {
    List<String> ids = store.events(query).stream().map(Event::id).toList();
    assertThat(store.count(query)).isEqualTo(ids.size());
    return ids;
  }

  private static LocalDate feb(int day) {
    return LocalDate.of(2015, 2, day);
  }

  @Test
  void everything() {
    assertThat(ids(Query.ALL)).containsExactlyInAnyOrder("e1", "e2", "e3", "e4", "e5", "d1-0");
  }

  @Test
  void actors() {
    assertThat(ids(Query.ALL.source("EGY"))).containsExactlyInAnyOrder("e1", "e2", "e5", "d1-0");
    assertThat(ids(Query.ALL.target("EGY"))).containsExactlyInAnyOrder("e3", "e4");
    assertThat(ids(Query.ALL.source(ActorFilter.code("EGY").sectors(Set.of(Sector.MIL)))))
        .containsExactly("e2");
    assertThat(ids(Query.ALL.source(ActorFilter.ANY.sectors(Set.of(Sector.REB)))))
        .containsExactly("e3");
    assertThat(ids(Query.ALL.source(ActorFilter.named("SISI")))).containsExactly("e1");
    assertThat(
            ids(
                Query.ALL.actor(
                    new ActorFilter(Set.of("isis", "isis-libya"), Set.of(), null, Set.of()))))
        .containsExactlyInAnyOrder("e2", "e3", "d1-0");
    assertThat(ids(Query.ALL.between(ActorFilter.code("UNO"), ActorFilter.code("EGY"))))
        .containsExactlyInAnyOrder("e1", "e4");
  }

  @Test
  void sectorsOfOneActorDoNotTouchAnother() {
    ActorFilter army = ActorFilter.code("EGY").sectors(Set.of(Sector.MIL));
    assertThat(ids(Query.ALL.source(army.or(ActorFilter.code("UNO")))))
        .containsExactlyInAnyOrder("e2", "e4");
    assertThat(army.or(ActorFilter.ANY)).isEqualTo(ActorFilter.ANY);
    ActorFilter three = army.or(ActorFilter.code("UNO")).or(ActorFilter.code("ISISLBY"));
    assertThat(ids(Query.ALL.source(three))).containsExactlyInAnyOrder("e2", "e3", "e4");
  }

  @Test
  void askedOfActorsTwice() {
    assertThat(
            ids(
                Query.ALL
                    .actor(ActorFilter.code("EGY"))
                    .between(ActorFilter.code("UNO"), ActorFilter.named("sisi"))))
        .containsExactly("e1");
  }

  @Test
  void whatAndHowFar() {
    assertThat(ids(Query.ALL.type(EventType.ASSAULT))).containsExactlyInAnyOrder("e2", "d1-0");
    assertThat(ids(Query.ALL.quads(EnumSet.of(Quad.VERBAL_CONFLICT, Quad.MATERIAL_COOPERATION))))
        .containsExactlyInAnyOrder("e1", "e3", "e4");
    assertThat(ids(Query.ALL.statuses(EnumSet.of(Status.PLANNED, Status.DENIED))))
        .containsExactlyInAnyOrder("e3", "e4");
    assertThat(ids(Query.ALL.confidence(0.75))).containsExactlyInAnyOrder("e1", "e2", "d1-0");
  }

  @Test
  void modes() {
    assertThat(ids(Query.ALL.modes(Set.of("statement")))).containsExactly("e1");
    assertThat(ids(Query.ALL.modes(Set.of("statement", "airstrikes"))))
        .containsExactlyInAnyOrder("e1", "e2");
    assertThat(ids(Query.ALL.withoutModes(Set.of("statement"))))
        .as("those without a mode too")
        .containsExactlyInAnyOrder("e2", "e3", "e4", "e5", "d1-0");
    assertThat(ids(Query.ALL.withoutModes(Set.of("statement", "airstrikes"))))
        .containsExactlyInAnyOrder("e3", "e4", "e5", "d1-0");
    assertThat(ids(Query.ALL.modes(Set.of("statement")).withoutModes(Set.of("statement"))))
        .isEmpty();
  }

  @Test
  void days() {
    assertThat(ids(Query.ALL.from(feb(17)))).containsExactlyInAnyOrder("e1", "e5");
    assertThat(ids(Query.ALL.to(feb(10)))).containsExactlyInAnyOrder("e3", "e5");
    assertThat(ids(Query.ALL.from(feb(16)).to(feb(16))))
        .containsExactlyInAnyOrder("e2", "e5", "d1-0");
    assertThatThrownBy(() -> Query.ALL.to(feb(1)).from(feb(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void places() {
    assertThat(ids(Query.ALL.places(Set.of("LBY")))).containsExactlyInAnyOrder("e2", "e3");
    assertThat(ids(Query.ALL.places(Set.of("darnah", "derna"))))
        .containsExactlyInAnyOrder("e2", "d1-0");
  }

  @Test
  void words() {
    assertThat(ids(Query.ALL.text("BOMBED derna"))).as("only its first four letters").isEmpty();
    assertThat(ids(Query.ALL.text("egyp"))).contains("d1-0", "e5");
    assertThat(ids(Query.ALL.text("the army"))).containsExactly("e2");
  }

  @Test
  void whereFrom() {
    assertThat(ids(Query.ALL.dataset(""))).containsExactly("d1-0");
    assertThat(ids(Query.ALL.dataset("own"))).hasSize(5);
    assertThat(ids(Query.ALL.document("d1"))).containsExactly("d1-0");
  }

  @Test
  void orders() {
    assertThat(ids(Query.ALL)).startsWith("e5").endsWith("e4");
    assertThat(ids(Query.ALL.order(Query.Order.NEWEST))).startsWith("e1").endsWith("e4");
    assertThat(ids(Query.ALL.order(Query.Order.CONFIDENCE))).startsWith("e1").endsWith("e4");
    assertThat(ids(Query.ALL.order(Query.Order.GOLDSTEIN))).startsWith("d1-0").endsWith("e5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "''); DROP TABLE events; --",
        "\\",
        "%",
        "_",
        "\0",
        "x' OR '1'='1",
        "\ud83d",
        "$1",
        "?",
        "{{}}"
      })
  void wordsAreNoSql(String words) {
    Query query =
        Query.ALL
            .text(words)
            .source(ActorFilter.named(words).or(ActorFilter.code(words)))
            .target(new ActorFilter(Set.of(words, "a"), Set.of(), null, Set.of()))
            .places(Set.of(words))
            .document(words)
            .dataset(words);
    assertThat(store.events(query)).isEmpty();
    assertThat(store.count(query)).isZero();
    assertThat(Places.of(store, query, true)).isEmpty();
    assertThat(store.count(Query.ALL)).isEqualTo(6);
  }

  @Test
  void theSqlShownIsTheSqlRun() {
    Query query = Query.ALL.source("EGY").order(Query.Order.NEWEST).limit(2);
    List<String> ids =
        store.ask(
            EventStore.sql(query),
            rows -> {
              List<String> found = new ArrayList<>();
              while (rows.next()) {
                found.add(rows.getString("id"));
              }
              return found;
            });
    assertThat(ids).isEqualTo(store.events(query).stream().map(Event::id).toList());
  }

  @Test
  void anyOfSeveral() {
    List<Query> any =
        List.of(
            Query.ALL.source("UNO").order(Query.Order.NEWEST).limit(1),
            Query.ALL.type(EventType.ASSAULT).source(ActorFilter.code("EGY")),
            Query.ALL.type(EventType.ASSAULT).from(feb(16)));
    assertThat(store.events(any)).extracting(Event::id).containsExactly("d1-0", "e2", "e4");
    assertThat(store.events(List.of(Query.ALL.duplicates(true)))).hasSize(6);
    assertThat(EventStore.sql(any)).contains(" OR ").endsWith("document, n");
  }

  @Test
  void pagesTogetherAreAll() {
    for (Query.Order order : Query.Order.values()) {
      List<String> all = ids(Query.ALL.order(order));
      for (int size = 1; size <= all.size() + 1; size++) {
        List<String> pages = new ArrayList<>();
        for (int page = 0; page <= all.size() / size; page++) {
          store
              .events(Query.ALL.order(order).limit(size).offset((long) page * size))
              .forEach(event -> pages.add(event.id()));
        }
        assertThat(pages).as(order + ", " + size + " a page").isEqualTo(all);
      }
    }
  }

  @Test
  void whereItHappened() {
    List<PlaceCount> places = Places.of(store, Query.ALL, false);
    assertThat(places).extracting(PlaceCount::basis).doesNotContain(PlaceCount.Basis.TARGET);
    assertThat(places.stream().mapToLong(PlaceCount::events).sum()).isEqualTo(3);
    assertThat(places)
        .filteredOn(place -> "Darnah".equals(place.name()))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.conflict()).isEqualTo(1);
              assertThat(place.hostility()).isEqualTo(1);
              assertThat(place.latitude()).isEqualTo(32.767);
              assertThat(place.first()).isEqualTo(feb(16));
            });
    assertThat(places)
        .filteredOn(place -> place.basis() == PlaceCount.Basis.COUNTRY)
        .singleElement()
        .satisfies(place -> assertThat(place.latitude()).isNull());

    List<PlaceCount> atTarget = Places.of(store, Query.ALL, true);
    assertThat(atTarget.stream().mapToLong(PlaceCount::events).sum())
        .as("all but the one without place and target")
        .isEqualTo(5);
    assertThat(atTarget)
        .filteredOn(place -> place.basis() == PlaceCount.Basis.TARGET)
        .extracting(PlaceCount::country)
        .containsExactlyInAnyOrder("UNO", "EGY");
  }
}
