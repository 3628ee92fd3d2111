package org.entente.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who deals with whom, how often and how, and what of it happened lately.
 *
 * <p>Events are taken as in {@link SeriesQuery}; those without a target are left out. The last
 * window ends with {@link Query#to()}, else with the last event that matches. The time before it is
 * that from {@link Query#from()} or the first event on, but no more than {@value #BEFORE} windows.
 *
 * @param query which events
 * @param pairing how actors are put together
 * @param recent days of the last window, at least 1
 */
public record DyadsQuery(Query query, Pairing pairing, int recent) {
  /** Most windows that the time before the last one has. */
  public static final int BEFORE = 12;

  /** So many days from the last, and no more, are asked for. */
  private static final int MOST_DAYS = 100_000;

  /**
   * What was found.
   *
   * @param dyads the busiest first, then by source and target
   * @param first day of the first event that matches, or where the query begins; null if there is
   *     none
   * @param last day with which the last window ends; null if there is no event
   * @param before days before the last window that are compared with it; 0 if there are none
   * @param leftOut what was not counted
   */
  public record Answer(
      List<Dyad> dyads, LocalDate first, LocalDate last, long before, LeftOut leftOut) {}

  public DyadsQuery {
    if (recent < 1 || recent > MOST_DAYS) {
      throw new IllegalArgumentException(
          "the last window has 1 to " + MOST_DAYS + " days, not " + recent);
    }
  }

  /** What is asked, to be run by hand. */
  public String sql() {
    String first =
        query.from() == null ? "min(day)" : "any_value(" + Sql.literal(query.from()) + ")";
    String last = query.to() == null ? "max(day)" : "any_value(" + Sql.literal(query.to()) + ")";
    return """
    WITH counted AS (
      %1$s),
    span AS (SELECT %2$s AS first, %3$s AS last FROM counted)
    SELECT source, target,
      %4$s,
      count(*) FILTER (day > span.last - %5$d) AS recent,
      count(*) FILTER (day <= span.last - %5$d AND day > span.last - %6$d) AS before,
      max(day) AS last_day, any_value(span.first) AS first, any_value(span.last) AS last
    FROM counted, span
    GROUP BY source, target ORDER BY count(*) DESC, source, target\
    """
        .formatted(
            pairing.dyads(query), first, last, Tally.COLUMNS, recent, recent * (BEFORE + 1L));
  }

  /** Counts; dyads have the names of their codes only after {@link #named}. */
  public Answer ask(EventStore store) {
    List<Dyad> dyads = new ArrayList<>();
    LocalDate[] span = new LocalDate[2];
    store.ask(
        sql(),
        result -> {
          while (result.next()) {
            String source = result.getString(1);
            String target = result.getString(2);
            dyads.add(
                new Dyad(
                    source,
                    source,
                    target,
                    target,
                    Tally.read(result, 3),
                    result.getLong(9),
                    result.getLong(10),
                    result.getObject(11, LocalDate.class)));
            span[0] = result.getObject(12, LocalDate.class);
            span[1] = result.getObject(13, LocalDate.class);
          }
          return null;
        });
    long days = dyads.isEmpty() ? 0 : ChronoUnit.DAYS.between(span[0], span[1]) + 1 - recent;
    return new Answer(
        dyads,
        span[0],
        span[1],
        Math.max(0, Math.min(days, (long) recent * BEFORE)),
        LeftOut.of(store, query));
  }

  /** The same dyads with the names that their codes or ids go by. */
  public List<Dyad> named(EventStore store, List<Dyad> dyads) {
    Set<String> keys = new HashSet<>();
    for (Dyad dyad : dyads) {
      keys.add(dyad.source());
      keys.add(dyad.target());
    }
    Map<String, String> names = ActorNames.of(store, pairing.level(), keys);
    return dyads.stream()
        .map(dyad -> dyad.named(names.get(dyad.source()), names.get(dyad.target())))
        .toList();
  }
}
