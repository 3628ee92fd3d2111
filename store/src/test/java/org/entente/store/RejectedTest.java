package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.entente.store.Annotation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader has rejected is left out of whatever is asked, unless it is asked for. */
class RejectedTest {
  private static final List<Event> EVENTS =
      List.of(
          Samples.event("d", 0, Samples.EGYPT, Samples.ISIS, EventType.ASSAULT, Status.ACTUAL, 3),
          Samples.event("d", 1, Samples.EGYPT, Samples.ISIS, EventType.AID, Status.ACTUAL, 4),
          Samples.event("d", 2, Samples.EGYPT, Samples.UN, EventType.AID, Status.DENIED, 5));

  @TempDir Path folder;

  private EventStore open() {
    return EventStore.open(folder.resolve("rejected.duckdb"));
  }

  private static void save(EventStore store) {
    store.save(Samples.document("d", "Egypt bombed Derna."), EVENTS, "coder");
  }

  private static void say(EventStore store, Verdict verdict, Event event) {
    store
        .annotations()
        .add(verdict, event, verdict == Verdict.CORRECTED ? EVENTS.get(1) : null, null, "Ada");
  }

  /** How often each way of asking finds what is asked for. */
  private static List<Long> counts(EventStore store, Query query) {
    List<Long> counts = new ArrayList<>();
    counts.add(store.count(query));
    counts.add((long) store.events(query).size());
    counts.add(store.page(query.limit(10)).total());
    counts.add((long) store.events(List.of(query)).size());
    counts.add(
        new SeriesQuery(query, Period.MONTH, SeriesQuery.Per.ALL, Pairing.COUNTRIES, 1)
            .ask(store).rows().stream().mapToLong(row -> row.tally().events()).sum());
    counts.add(
        new DyadsQuery(query, Pairing.COUNTRIES, 2)
            .ask(store).dyads().stream().mapToLong(dyad -> dyad.tally().events()).sum());
    counts.add(
        DyadDays.of(store, query, Level.COUNTRY).sums().stream()
            .mapToLong(DyadDays.Sum::events)
            .sum());
    counts.add(Places.of(store, query, true).stream().mapToLong(PlaceCount::events).sum());
    long[] dated = new long[1];
    DatedEvents.read(
        store, query, Level.COUNTRY, (day, source, type, target, document) -> dated[0]++);
    counts.add(dated[0]);
    return counts;
  }

  @Test
  void itIsLeftOutEverywhereAndIsBackWhenTheWordIsTakenBack() {
    List<Long> all = List.of(3L, 3L, 3L, 3L, 2L, 2L, 2L, 3L, 2L);
    List<Long> less = List.of(2L, 2L, 2L, 2L, 1L, 1L, 1L, 2L, 1L);
    try (EventStore store = open()) {
      save(store);
      assertThat(counts(store, Query.ALL)).isEqualTo(all);
      say(store, Verdict.REJECTED, EVENTS.get(0));
      assertThat(counts(store, Query.ALL)).isEqualTo(less);
      assertThat(counts(store, Query.ALL.rejected(true))).isEqualTo(all);
      assertThat(LeftOut.of(store, Query.ALL)).isEqualTo(new LeftOut(1, 0, 1));
      assertThat(LeftOut.of(store, Query.ALL.rejected(true))).isEqualTo(new LeftOut(1, 0, 0));
      assertThat(store.event("d-0")).contains(EVENTS.get(0));
      assertThat(store.counts().events()).isEqualTo(3);
      say(store, Verdict.WITHDRAWN, EVENTS.get(0));
      assertThat(counts(store, Query.ALL)).isEqualTo(all);
      say(store, Verdict.REJECTED, EVENTS.get(0));
      say(store, Verdict.CONFIRMED, EVENTS.get(0));
      assertThat(counts(store, Query.ALL)).isEqualTo(all);
      say(store, Verdict.CORRECTED, EVENTS.get(0));
      assertThat(store.events(Query.ALL)).as("as it was coded").contains(EVENTS.get(0));
    }
  }

  @Test
  void anEventThatIsRejectedAndDeniedIsLeftOutOnce() {
    try (EventStore store = open()) {
      save(store);
      say(store, Verdict.REJECTED, EVENTS.get(2));
      assertThat(LeftOut.of(store, Query.ALL)).isEqualTo(new LeftOut(0, 0, 1));
    }
  }

  @Test
  void itStaysSoWhenTheTextIsCodedAgainAndTheStoreIsOpenedAgain() {
    try (EventStore store = open()) {
      save(store);
      say(store, Verdict.REJECTED, EVENTS.get(0));
      save(store);
      assertThat(store.count(Query.ALL)).isEqualTo(2);
    }
    try (EventStore store = open()) {
      assertThat(store.events(Query.ALL)).containsExactly(EVENTS.get(1), EVENTS.get(2));
      save(store);
      assertThat(store.count(Query.ALL)).isEqualTo(2);
    }
  }

  @Test
  void itStaysSoWhenATableIsImportedAgain() {
    try (EventStore store = open()) {
      importRows(store, "hash 1");
      say(store, Verdict.REJECTED, Samples.row("rows", 3));
      assertThat(store.count(Query.ALL)).isEqualTo(9);
      importRows(store, "hash 2");
      assertThat(store.count(Query.ALL)).isEqualTo(9);
      assertThat(store.count(Query.ALL.rejected(true))).isEqualTo(10);
    }
  }

  private static void importRows(EventStore store, String hash) {
    Dataset rows = new Dataset("rows", "icews", "rows.tsv", hash);
    try (DatasetRun run = store.begin(rows, "import rows.tsv")) {
      for (int row = 1; row <= 10; row++) {
        run.add(row, Samples.row("rows", row), null);
      }
      run.finish();
    }
  }

  @Test
  void whatWasRejectedInAStoreOfVersionThreeIsLeftOut() throws SQLException {
    Path file = folder.resolve("old.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE schema_version (version INTEGER NOT NULL, since TIMESTAMP NOT NULL);"
              + " INSERT INTO schema_version VALUES (3, TIMESTAMP '2026-01-01');"
              + String.join(";", Schema.STEPS.subList(0, 3))
              + "INSERT INTO events (id, document, n, source_id, source_code, type, quad, status)"
              + " SELECT 'e' || i, 'd', i, 'egy', 'EGY', 'AID', 'MATERIAL_COOPERATION', 'ACTUAL'"
              + " FROM range(4) t(i);"
              + " INSERT INTO annotations"
              + " SELECT i, 'e' || (i % 3), 'd', ['REJECTED', 'WITHDRAWN', 'CONFIRMED'][v], '{}',"
              + " NULL, NULL, 'Ada', TIMESTAMP '2026-01-01'"
              + " FROM (VALUES (1, 1), (2, 1), (3, 3), (4, 2)) t(i, v)");
    }
    // e1 was rejected and taken back, e2 rejected, e0 confirmed
    try (EventStore store = EventStore.open(file)) {
      assertThat(store.count(Query.ALL)).isEqualTo(3);
    }
  }
}
