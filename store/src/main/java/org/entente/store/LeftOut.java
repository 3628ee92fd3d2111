package org.entente.store;

/**
 * Events that match a query and are not counted.
 *
 * @param denied events that the text denies; 0 if a status was asked for
 * @param undated events of which no day is known; 0 if days were asked for
 */
public record LeftOut(long denied, long undated) {
  static String sql(Query query) {
    return "SELECT count(*) FILTER (status = 'DENIED'), count(*) FILTER (day IS NULL)"
        + " FROM events"
        + query.uncounted();
  }

  static LeftOut of(EventStore store, Query query) {
    return store.ask(
        sql(query),
        result -> {
          result.next();
          return new LeftOut(result.getLong(1), result.getLong(2));
        });
  }
}
