package org.entente.store;

/**
 * Events that match a query and are not counted.
 *
 * @param denied events that the text denies; 0 if a status was asked for
 * @param undated events of which no day is known; 0 if days were asked for
 * @param rejected events that a reader has rejected; 0 if they were asked for
 */
public record LeftOut(long denied, long undated, long rejected) {
  static String sql(Query query) {
    return "SELECT count(*) FILTER (status = 'DENIED' AND rejected IS NULL),"
        + " count(*) FILTER (day IS NULL AND rejected IS NULL), count(*) FILTER (rejected)"
        + " FROM events"
        + query.uncounted();
  }

  static LeftOut of(EventStore store, Query query) {
    return store.ask(
        sql(query),
        result -> {
          result.next();
          return new LeftOut(result.getLong(1), result.getLong(2), result.getLong(3));
        });
  }
}
