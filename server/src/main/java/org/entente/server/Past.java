package org.entente.server;

import java.time.LocalDate;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.StoreHistory;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.EventType;
import org.entente.server.asking.ActorNames;
import org.entente.server.asking.Constants;
import org.entente.store.EventStore;
import org.entente.store.Level;

/**
 * The events of a store that a forecast is made from.
 *
 * @param history numbered from its first day
 * @param day number of the day that is forecast; what is before it is known
 */
record Past(Level level, History history, int day) {
  /**
   * Reads them.
   *
   * @param from the day that is forecast; null for the one after the last event
   * @throws IllegalArgumentException if there is no event before it
   */
  static Past of(EventStore store, Level level, LocalDate from) {
    History history = StoreHistory.recent(store, level, from);
    if (from != null && !from.isAfter(history.first())) {
      throw new IllegalArgumentException(
          "from: " + from + " is not after the first event, " + history.first());
    }
    return new Past(level, history, from == null ? history.days() : history.day(from));
  }

  LocalDate date() {
    return history.date(day);
  }

  /**
   * Number of an actor, by code, id or name.
   *
   * @throws IllegalArgumentException if no event names it
   */
  int actor(String field, String word) {
    if (word == null) {
      throw new IllegalArgumentException(field + ": name one");
    }
    int number = history.actor(word);
    if (number < 0) {
      ActorEntry known = ActorNames.known(word);
      number =
          known == null ? -1 : history.actor(level == Level.COUNTRY ? known.code() : known.id());
    }
    if (number < 0) {
      throw new IllegalArgumentException(
          field + ": no event of '" + word + "'; write a code (EGY, ISIS) or a name (Egypt)");
    }
    return number;
  }

  /** Number of a type of PLOVER, or -1 if no event is of it. */
  int type(String field, String word) {
    return history.types().indexOf(Constants.named(field, EventType.class, word).name());
  }
}
