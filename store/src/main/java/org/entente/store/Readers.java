package org.entente.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.duckdb.DuckDBConnection;

/** Connections to read on, made as they are needed and kept: as many as ask at once. */
final class Readers {
  /** One, with the statement that was asked on it again and again. */
  static final class Link {
    final DuckDBConnection connection;
    private PreparedStatement again;
    private String sql;
    private long version;

    Link(DuckDBConnection connection) {
      this.connection = connection;
    }

    /**
     * Prepares a statement unless it is.
     *
     * @param now version of the store: a plan rests on what DuckDB knows of the rows
     */
    PreparedStatement again(String wanted, long now) throws SQLException {
      if (again == null || version != now || !wanted.equals(sql)) {
        close();
        again = connection.prepareStatement(wanted);
        sql = wanted;
        version = now;
      }
      return again;
    }

    void close() throws SQLException {
      if (again != null) {
        again.close();
        again = null;
      }
    }
  }

  private final DuckDBConnection first;
  private final ConcurrentLinkedDeque<Link> idle = new ConcurrentLinkedDeque<>();
  private boolean closed;

  Readers(DuckDBConnection first) {
    this.first = first;
  }

  Link take() throws SQLException {
    Link own = idle.poll();
    return own == null ? new Link(first.duplicate().unwrap(DuckDBConnection.class)) : own;
  }

  void give(Link own) throws SQLException {
    synchronized (this) {
      if (!closed) {
        idle.push(own);
        return;
      }
    }
    close(own);
  }

  void close() throws SQLException {
    synchronized (this) {
      closed = true;
    }
    for (Link own = idle.poll(); own != null; own = idle.poll()) {
      close(own);
    }
  }

  private static void close(Link own) throws SQLException {
    own.close();
    own.connection.close();
  }
}
