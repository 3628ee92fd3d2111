package org.entente.store;

import java.time.LocalDate;

/**
 * The days of events.
 *
 * @param first null if no event has a day
 * @param last null if no event has a day
 */
public record Days(LocalDate first, LocalDate last) {
  static Days of(EventStore store, String table) {
    return store.ask(
        "SELECT min(day), max(day) FROM " + table,
        result -> {
          result.next();
          return new Days(
              result.getObject(1, LocalDate.class), result.getObject(2, LocalDate.class));
        });
  }
}
