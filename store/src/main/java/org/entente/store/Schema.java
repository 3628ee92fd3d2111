package org.entente.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.entente.store.StoreException.Kind;

/**
 * The tables, as the steps that lead to them. A store of version {@code n} has taken the first
 * {@code n} steps; opening it takes the rest, each in a transaction of its own. A step that has
 * been released is never changed: a new one is added.
 *
 * <p>An event has a {@code day} to count it by: the first day of its time, else that of
 * publication. Events of a {@code dataset} have its id as their document, no {@code json}, and what
 * their row says beyond the other columns in {@code original}. {@code fact} is the same for events
 * that agree in all that counts, {@code signature} is nearly the same for texts that are, and
 * {@code duplicate_of} names the event of the report that told it first, see {@link Duplicates}.
 * {@code rejected} is true where a reader's last word is that there is no such event, else null. An
 * annotation has the event as it was and, if corrected, as it ought to be, see {@link Annotation}.
 *
 * <p>Times are UTC. Strings hold U+FFFD where the text has what UTF-8 cannot hold; {@code json} has
 * the record as it was.
 */
final class Schema {
  /** Every step so far. */
  static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE documents (
            id VARCHAR PRIMARY KEY,
            origin VARCHAR,
            title VARCHAR,
            byline VARCHAR,
            publisher VARCHAR,
            published_from DATE,
            published_to DATE,
            published_precision VARCHAR,
            url VARCHAR,
            language VARCHAR,
            text VARCHAR NOT NULL,
            text_hash VARCHAR NOT NULL,
            fingerprint VARCHAR NOT NULL,
            coder VARCHAR,
            coded_at TIMESTAMP NOT NULL,
            run INTEGER,
            json VARCHAR NOT NULL
          );
          CREATE TABLE events (
            id VARCHAR NOT NULL,
            document VARCHAR NOT NULL,
            n INTEGER NOT NULL,
            source_id VARCHAR NOT NULL,
            source_name VARCHAR,
            source_code VARCHAR NOT NULL,
            source_sectors VARCHAR[],
            source_role VARCHAR,
            source_text VARCHAR,
            target_id VARCHAR,
            target_name VARCHAR,
            target_code VARCHAR,
            target_sectors VARCHAR[],
            target_role VARCHAR,
            target_text VARCHAR,
            type VARCHAR NOT NULL,
            mode VARCHAR,
            contexts VARCHAR[],
            cameo VARCHAR,
            goldstein DOUBLE,
            quad VARCHAR NOT NULL,
            status VARCHAR NOT NULL,
            speaker_id VARCHAR,
            speaker_name VARCHAR,
            speaker_words VARCHAR,
            publisher VARCHAR,
            time_from DATE,
            time_to DATE,
            precision VARCHAR,
            time_text VARCHAR,
            place_name VARCHAR,
            place_country VARCHAR,
            latitude DOUBLE,
            longitude DOUBLE,
            geonames BIGINT,
            magnitudes VARCHAR,
            confidence DOUBLE,
            coder VARCHAR,
            json VARCHAR NOT NULL
          );
          CREATE TABLE evidence (
            document VARCHAR NOT NULL,
            event VARCHAR NOT NULL,
            n INTEGER NOT NULL,
            sentence INTEGER NOT NULL,
            span_start INTEGER,
            span_end INTEGER,
            source_start INTEGER,
            source_end INTEGER,
            predicate_start INTEGER,
            predicate_end INTEGER,
            target_start INTEGER,
            target_end INTEGER,
            time_start INTEGER,
            time_end INTEGER,
            place_start INTEGER,
            place_end INTEGER,
            rule VARCHAR,
            because VARCHAR[]
          );
          CREATE TABLE runs (
            id INTEGER NOT NULL,
            started TIMESTAMP NOT NULL,
            finished TIMESTAMP,
            command VARCHAR,
            coder VARCHAR,
            coded BIGINT NOT NULL,
            replaced BIGINT NOT NULL,
            aside BIGINT NOT NULL,
            events BIGINT NOT NULL
          );
          CREATE TABLE aside (
            run INTEGER NOT NULL,
            origin VARCHAR,
            reason VARCHAR,
            message VARCHAR
          );
          """,
          """
          ALTER TABLE events ALTER COLUMN json DROP NOT NULL;
          ALTER TABLE events ADD COLUMN dataset VARCHAR;
          ALTER TABLE events ADD COLUMN day DATE;
          ALTER TABLE events ADD COLUMN original VARCHAR;
          ALTER TABLE events ADD COLUMN duplicate_of VARCHAR;
          ALTER TABLE events ADD COLUMN fact BIGINT;
          ALTER TABLE documents ADD COLUMN signature BLOB;
          UPDATE events SET day = coalesce(time_from, time_to, (
            SELECT coalesce(published_from, published_to) FROM documents d
            WHERE d.id = events.document));
          CREATE TABLE datasets (
            id VARCHAR PRIMARY KEY,
            format VARCHAR NOT NULL,
            origin VARCHAR,
            hash VARCHAR NOT NULL,
            run INTEGER NOT NULL,
            rows BIGINT NOT NULL,
            events BIGINT NOT NULL,
            aside BIGINT NOT NULL,
            finished TIMESTAMP
          );
          CREATE TABLE feeds (
            url VARCHAR PRIMARY KEY,
            title VARCHAR,
            etag VARCHAR,
            last_modified VARCHAR,
            checked TIMESTAMP,
            next_check TIMESTAMP,
            failures INTEGER NOT NULL,
            last_error VARCHAR,
            gone BOOLEAN NOT NULL
          );
          CREATE TABLE feed_items (
            feed VARCHAR NOT NULL,
            item VARCHAR NOT NULL,
            link VARCHAR,
            document VARCHAR,
            content_hash VARCHAR,
            published TIMESTAMP,
            seen TIMESTAMP NOT NULL,
            PRIMARY KEY (feed, item)
          );
          CREATE VIEW actors AS
            WITH sides AS (
              SELECT source_id AS id, source_name AS name, source_code AS code,
                source_sectors AS sectors, day, true AS acts FROM events
              WHERE duplicate_of IS NULL
              UNION ALL SELECT target_id, target_name, target_code, target_sectors, day, false
              FROM events WHERE duplicate_of IS NULL AND target_id IS NOT NULL)
            SELECT id, code, mode(name) AS name, mode(sectors) AS sectors,
              count(*) FILTER (acts) AS as_source, count(*) FILTER (NOT acts) AS as_target,
              min(day) AS first_day, max(day) AS last_day
            FROM sides GROUP BY id, code;
          """,
          """
          CREATE TABLE annotations (
            id INTEGER NOT NULL,
            event VARCHAR NOT NULL,
            document VARCHAR NOT NULL,
            verdict VARCHAR NOT NULL,
            original VARCHAR NOT NULL,
            corrected VARCHAR,
            note VARCHAR,
            who VARCHAR NOT NULL,
            made TIMESTAMP NOT NULL
          );
          """,
          """
          ALTER TABLE events ADD COLUMN rejected BOOLEAN;
          UPDATE events SET rejected = true WHERE id IN (
            SELECT event FROM annotations WHERE verdict = 'REJECTED'
              AND id IN (SELECT max(id) FROM annotations GROUP BY event));
          CREATE OR REPLACE VIEW actors AS
            WITH sides AS (
              SELECT source_id AS id, source_name AS name, source_code AS code,
                source_sectors AS sectors, day, true AS acts FROM events
              WHERE duplicate_of IS NULL AND rejected IS NULL
              UNION ALL SELECT target_id, target_name, target_code, target_sectors, day, false
              FROM events
              WHERE duplicate_of IS NULL AND rejected IS NULL AND target_id IS NOT NULL)
            SELECT id, code, mode(name) AS name, mode(sectors) AS sectors,
              count(*) FILTER (acts) AS as_source, count(*) FILTER (NOT acts) AS as_target,
              min(day) AS first_day, max(day) AS last_day
            FROM sides GROUP BY id, code;
          """);

  private static final String VERSIONS =
      "CREATE TABLE schema_version (version INTEGER NOT NULL, since TIMESTAMP NOT NULL)";

  private Schema() {}

  /** Brings the file to the last of the steps; throws if it is newer or somebody else's. */
  static void migrate(Connection connection, Path file, List<String> steps) throws SQLException {
    int version = version(connection, file);
    if (version > steps.size()) {
      throw new StoreException(
          Kind.TOO_NEW,
          file,
          "a store of version "
              + version
              + ", and this Entente knows versions up to "
              + steps.size()
              + ". Use the Entente that wrote it or a later one, or choose another file",
          null);
    }
    for (int next = version; next < steps.size(); next++) {
      step(connection, steps.get(next), next + 1);
    }
  }

  private static void step(Connection connection, String sql, int version) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (version == 1) {
        statement.execute(VERSIONS);
      }
      statement.execute(sql);
      statement.execute(
          "INSERT INTO schema_version VALUES ("
              + version
              + ", (current_timestamp AT TIME ZONE 'UTC')::TIMESTAMP)");
      connection.commit();
    } catch (SQLException e) {
      try {
        connection.rollback();
      } catch (SQLException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    connection.setAutoCommit(true);
  }

  /** 0 for a file without tables. */
  private static int version(Connection connection, Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int ours;
      int tables;
      try (ResultSet result =
          statement.executeQuery(
              "SELECT count(*), count(*) FILTER (table_name = 'schema_version')"
                  + " FROM duckdb_tables() WHERE NOT internal")) {
        result.next();
        tables = result.getInt(1);
        ours = result.getInt(2);
      }
      if (tables == 0) {
        return 0;
      }
      if (ours == 0) {
        throw new StoreException(
            Kind.NO_STORE,
            file,
            "a DuckDB database, but no store of Entente: it has other tables. Choose another file",
            null);
      }
      try (ResultSet result = statement.executeQuery("SELECT max(version) FROM schema_version")) {
        result.next();
        return result.getInt(1);
      }
    }
  }
}
