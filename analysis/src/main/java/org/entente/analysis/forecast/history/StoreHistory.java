package org.entente.analysis.forecast.history;

import java.time.LocalDate;
import org.entente.store.DatedEvents;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Query;

/** Reads the history that a store holds; actors by code or id, types of PLOVER. */
public final class StoreHistory {
  /** Older events say little about tomorrow, and a single one of long ago makes a long history. */
  private static final int YEARS = 3;

  private StoreHistory() {}

  /**
   * Reads the events that a forecast is made from: those of the three years before a day, and all
   * later ones.
   *
   * @param day the day that is forecast; null for the one after the last event
   * @throws IllegalArgumentException if there are none
   */
  public static History recent(EventStore store, Level level, LocalDate day) {
    History history = read(store, Query.ALL, level);
    LocalDate last = history.date(history.days());
    LocalDate since = (day == null || day.isAfter(last) ? last : day).minusYears(YEARS);
    return history.first().isBefore(since) ? read(store, Query.ALL.from(since), level) : history;
  }

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
