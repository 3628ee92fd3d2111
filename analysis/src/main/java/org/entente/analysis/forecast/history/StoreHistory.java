package org.entente.analysis.forecast.history;

import org.entente.store.DatedEvents;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Query;

/** Reads the history that a store holds; actors by code or id, types of PLOVER. */
public final class StoreHistory {
  private StoreHistory() {}

  /**
   * Reads the events that match.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static History read(EventStore store, Query query, Level level) {
    History.Builder builder = new History.Builder();
    DatedEvents.read(store, query, level, builder::add);
    History history = builder.build();
    if (history.size() == 0) {
      throw new IllegalArgumentException(
          "no events between two known actors in "
              + store.file()
              + ": there is nothing to forecast from");
    }
    return history;
  }
}
