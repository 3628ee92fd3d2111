package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.entente.store.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of other versions. */
class MigrationTest {
  @TempDir Path folder;

  /**
   * A store as Entente 0.1.0 left it: documents d0 to d11 with the events of {@link Samples}, and
   * one with an event of unknown time.
   */
  private Path first() throws IOException {
    Path file = folder.resolve("old.duckdb");
    try (InputStream in =
        new GZIPInputStream(MigrationTest.class.getResourceAsStream("version-1.duckdb.gz"))) {
      Files.copy(in, file);
    }
    return file;
  }

  private static Document numbered(int number) {
    return Samples.document("d" + number, "Egypt bombed Derna. ".repeat(50) + number);
  }

  @Test
  void aStoreOfTheFirstVersionOpensWithAllItHas() throws Exception {
    Path file = first();
    assertThat(ask(file, "SELECT max(version) FROM schema_version")).isEqualTo("1");
    List<Event> expected = new ArrayList<>();
    for (int day = 1; day <= 6; day++) {
      for (int i = 0; i < 12; i++) {
        if (i % 7 >= day) {
          expected.add(Samples.eventsOf(i).get(day - 1));
        }
      }
    }
    try (EventStore store = EventStore.open(file)) {
      assertThat(store.counts()).isEqualTo(new Counts(13, expected.size() + 1, 1, 1));
      assertThat(store.runs().get(0).finished()).isNotNull();
      assertThat(store.aside(1)).containsExactly(new Aside(1, "x.bin", "BINARY", "a binary file"));
      List<Event> events = store.events(Query.ALL);
      assertThat(events.subList(0, expected.size())).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(events).last().matches(event -> event.document().equals("t"));
      for (int i = 0; i < 12; i++) {
        assertThat(store.document("d" + i)).contains(numbered(i));
        assertThat(store.has(numbered(i), "0.1.0+abc")).isTrue();
      }
      store.save(numbered(3), Samples.eventsOf(3), "0.2.0");
      store.save(Samples.numbered(20), Samples.eventsOf(20), "0.2.0");
    }
    EventStore.open(file).close();
    assertThat(ask(file, "SELECT max(version) FROM schema_version"))
        .isEqualTo("" + Schema.STEPS.size());
    assertThat(ask(file, "SELECT day FROM events WHERE id = 'd6-4'")).isEqualTo("2015-02-05");
    assertThat(ask(file, "SELECT day FROM events WHERE document = 't'"))
        .as("the day of its publication")
        .isEqualTo("2015-02-25");
    assertThat(ask(file, "SELECT count(*) FROM events WHERE day IS NULL")).isEqualTo("0");
    assertThat(ask(file, "SELECT name, code, as_target, first_day FROM actors WHERE id = 'un'"))
        .isEqualTo("United Nations|UNO|1|2015-02-25");
    assertThat(ask(file, "SELECT sectors FROM actors WHERE id = 'isis'")).isEqualTo("[REB]");
  }

  /** A store made by hand with the statements of version 1. */
  @Test
  void aStoreMadeByHandOpens() throws SQLException {
    Path file = folder.resolve("hand.duckdb");
    run(
        file,
        "CREATE TABLE schema_version (version INTEGER NOT NULL, since TIMESTAMP NOT NULL)",
        "INSERT INTO schema_version VALUES (1, TIMESTAMP '2026-01-01')",
        Schema.STEPS.get(0),
        "INSERT INTO documents (id, text, text_hash, fingerprint, coded_at, json)"
            + " VALUES ('d', 'text', 'h', 'f', TIMESTAMP '2026-01-01', '{\"id\":\"d\"}')");
    try (EventStore store = EventStore.open(file)) {
      assertThat(store.document("d").orElseThrow().text()).isEqualTo("text");
      assertThat(store.has("d", "h", null)).isTrue();
    }
  }

  @Test
  void aStepThatFailsLeavesTheStoreAtTheStepBefore() throws Exception {
    Path file = folder.resolve("old.duckdb");
    List<Event> events =
        List.of(
            Samples.event(
                "d", 0, Samples.EGYPT, Samples.ISIS, EventType.ASSAULT, Status.ACTUAL, 16));
    try (EventStore store = EventStore.open(file)) {
      store.save(Samples.document("d", "text"), events, "coder");
    }
    String next =
        "ALTER TABLE events ADD COLUMN story VARCHAR; UPDATE events SET story = document;"
            + " CREATE TABLE plots (id VARCHAR)";
    String bad = "CREATE TABLE half (id VARCHAR); INSERT INTO nowhere VALUES (1)";
    String last = "CREATE TABLE more (id VARCHAR)";

    StoreException e =
        catchThrowableOfType(StoreException.class, () -> EventStore.open(file, steps(next, bad)));
    assertThat(e).hasMessageContaining("nowhere");
    run(file, "SELECT story FROM events", "INSERT INTO plots VALUES ('a')");
    assertThatThrownBy(() -> run(file, "SELECT * FROM half")).isInstanceOf(SQLException.class);

    try (EventStore store = EventStore.open(file, steps(next, last))) {
      assertThat(store.document("d")).contains(Samples.document("d", "text"));
      assertThat(store.events(Query.ALL)).isEqualTo(events);
    }
    EventStore.open(file, steps(next, last)).close();
    int newest = Schema.STEPS.size() + 2;
    assertThat(ask(file, "SELECT count(*), max(version) FROM schema_version"))
        .isEqualTo(newest + "|" + newest);

    StoreException newer =
        catchThrowableOfType(StoreException.class, () -> EventStore.open(file).close());
    assertThat(newer.kind()).isEqualTo(Kind.TOO_NEW);
    assertThat(newer)
        .hasMessageContaining("version " + newest)
        .hasMessageContaining("up to " + Schema.STEPS.size())
        .hasMessageContaining("Use the Entente that wrote it or a later one");
  }

  private static List<String> steps(String... further) {
    List<String> steps = new ArrayList<>(Schema.STEPS);
    steps.addAll(List.of(further));
    return steps;
  }

  private static void run(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The one row of a query, as DuckDB's shell would show it. */
  private static String ask(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return String.join(
          "|",
          IntStream.rangeClosed(1, result.getMetaData().getColumnCount())
              .mapToObj(
                  column -> {
                    try {
                      return "" + result.getObject(column);
                    } catch (SQLException e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .toList());
    }
  }
}
