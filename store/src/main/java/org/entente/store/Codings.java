package org.entente.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** Documents with their events on their way into the tables, in place of what is there of them. */
final class Codings implements AutoCloseable {
  private final EventStore store;
  private final DuckDBConnection connection;
  private PreparedStatement finder;

  /** Its methods are called by who holds the store's lock. */
  Codings(EventStore store) {
    this.store = store;
    this.connection = store.connection();
  }

  /** Prepared once: it is asked before each document of a run. */
  boolean found(String id, String coder, String hash, String value) {
    try {
      if (finder == null) {
        finder =
            connection.prepareStatement(
                "SELECT coder, text_hash, fingerprint FROM documents WHERE id = ?");
      }
      EventStore.bind(finder, Texts.clean(id));
      try (ResultSet result = finder.executeQuery()) {
        return result.next()
            && Objects.equals(result.getString("coder"), Texts.clean(coder))
            && result.getString(hash).equals(value);
      }
    } catch (SQLException e) {
      throw Failures.translate(store.file(), "reading", e);
    }
  }

  /**
   * Saves codings of different documents in one transaction; returns how many were there before.
   */
  int save(List<Coding> codings, Integer runId) {
    int[] replaced = {0};
    store.write(
        "saving",
        () -> {
          Set<Long> facts = new HashSet<>();
          replaced[0] = delete(codings, facts);
          LocalDateTime now = EventStore.now();
          long events = 0;
          try (Rows rows = new Rows(connection)) {
            for (Coding coding : codings) {
              rows.append(coding, now, runId);
              events += coding.events().size();
            }
            rows.flush();
            facts.addAll(rows.told());
          }
          Duplicates.mark(connection, facts);
          Annotations.mark(store);
          if (runId != null) {
            store.update(
                "UPDATE runs SET coded = coded + ?, replaced = replaced + ?, events = events + ?"
                    + " WHERE id = ?",
                codings.size(),
                replaced[0],
                events,
                runId);
          }
        });
    return replaced[0];
  }

  /** Deletes what is there of these documents and adds what it told; returns how many are. */
  private int delete(List<Coding> codings, Set<Long> facts) throws SQLException {
    Object[] ids = codings.stream().map(c -> (Object) Texts.clean(c.document().id())).toArray();
    Object[] there;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM documents WHERE id IN (SELECT unnest(?))")) {
      statement.setArray(1, connection.createArrayOf("VARCHAR", ids));
      try (ResultSet result = statement.executeQuery()) {
        List<Object> found = new ArrayList<>();
        while (result.next()) {
          found.add(result.getString(1));
        }
        there = found.toArray();
      }
    }
    if (there.length > 0) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT DISTINCT fact FROM events WHERE document IN (SELECT unnest(?))"
                  + " AND fact IS NOT NULL")) {
        statement.setArray(1, connection.createArrayOf("VARCHAR", there));
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            facts.add(result.getLong(1));
          }
        }
      }
      for (String sql :
          List.of(
              "DELETE FROM evidence WHERE document IN (SELECT unnest(?))",
              "DELETE FROM events WHERE dataset IS NULL AND document IN (SELECT unnest(?))",
              "DELETE FROM documents WHERE id IN (SELECT unnest(?))")) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setArray(1, connection.createArrayOf("VARCHAR", there));
          statement.executeUpdate();
        }
      }
    }
    return there.length;
  }

  @Override
  public void close() throws SQLException {
    if (finder != null) {
      finder.close();
    }
  }
}
