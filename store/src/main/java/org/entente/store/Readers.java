package org.entente.store;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;

/** Connections to read on, made as they are needed and kept: as many as ask at once. */
final class Readers {
  private final DuckDBConnection first;
  private final ConcurrentLinkedQueue<DuckDBConnection> idle = new ConcurrentLinkedQueue<>();
  private boolean closed;

  Readers(DuckDBConnection first) {
    this.first = first;
  }

  DuckDBConnection take() throws SQLException {
    DuckDBConnection own = idle.poll();
    return own == null ? first.duplicate().unwrap(DuckDBConnection.class) : own;
  }

  void give(DuckDBConnection own) throws SQLException {
    synchronized (this) {
      if (!closed) {
        idle.add(own);
        return;
      }
    }
    own.close();
  }

  void close() throws SQLException {
    synchronized (this) {
      closed = true;
    }
    for (DuckDBConnection own = idle.poll(); own != null; own = idle.poll()) {
      own.close();
    }
  }
}
