package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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

  /**
   * Dyads with equally many events in the last window and before it.
   *
   * @param dyads how many there are
   * @param events how many they have in all
   */
  public record Alike(long recent, long before, long dyads, long events) {}

  /** Which dyads come first; ties by the number of events, then by source and target. */
  public enum Order {
    /** Most events. */
    BUSIEST("events DESC"),
    /** Lowest sum of Goldstein weights. */
    HOSTILE("goldstein_sum"),
    /** Highest sum of Goldstein weights. */
    FRIENDLY("goldstein_sum DESC");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }

  /**
   * The first dyads, and how many there are.
   *
   * @param first those that come first, see {@link Answer}
   * @param alike all dyads, by their counts
   */
  public record Summary(Answer first, List<Alike> alike) {}

  public DyadsQuery {
    if (recent < 1 || recent > MOST_DAYS) {
      throw new IllegalArgumentException(
          "the last window has 1 to " + MOST_DAYS + " days, not " + recent);
    }
  }

  /** What {@link #ask} asks, to be run by hand. */
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
      %5$s, any_value(span.first) AS first, any_value(span.last) AS last
    FROM counted, span
    GROUP BY source, target ORDER BY count(*) DESC, source, target\
    """
        .formatted(pairing.dyads(query), first, last, Tally.COLUMNS, windows("span.last"));
  }

  private String windows(String last) {
    return """
    count(*) FILTER (day > %1$s - %2$d) AS recent,
      count(*) FILTER (day <= %1$s - %2$d AND day > %1$s - %3$d) AS before,
      max(day) AS last_day\
    """
        .formatted(last, recent, recent * (BEFORE + 1L));
  }

  /** Counts; dyads have the names of their codes only after {@link #named}. */
  public Answer ask(EventStore store) {
    List<Dyad> dyads = new ArrayList<>();
    LocalDate[] span = new LocalDate[2];
    store.ask(
        sql(),
        result -> {
          while (result.next()) {
            dyads.add(dyad(result));
            span[0] = result.getObject(12, LocalDate.class);
            span[1] = result.getObject(13, LocalDate.class);
          }
          return null;
        });
    return new Answer(dyads, span[0], span[1], before(span[0], span[1]), LeftOut.of(store, query));
  }

  private static Dyad dyad(ResultSet row) throws SQLException {
    String source = row.getString(1);
    String target = row.getString(2);
    return new Dyad(
        source,
        source,
        target,
        target,
        Tally.read(row, 3),
        row.getLong(9),
        row.getLong(10),
        row.getObject(11, LocalDate.class));
  }

  private long before(LocalDate first, LocalDate last) {
    long days = first == null ? 0 : ChronoUnit.DAYS.between(first, last) + 1 - recent;
    return Math.max(0, Math.min(days, (long) recent * BEFORE));
  }

  /**
   * How many dyads there are of each kind, and the first of them in some order: as much as {@link
   * #ask} and {@code ORDER BY} would say of them, without all the others.
   */
  public Summary summary(EventStore store, Order order, int limit) {
    Days days = days(store);
    if (days.first() == null) {
      return new Summary(new Answer(List.of(), null, null, 0, LeftOut.of(store, query)), List.of());
    }
    String pairs = "FROM (" + pairing.dyads(query) + ") GROUP BY source, target";
    String windows = windows(Sql.literal(days.last()));
    List<Alike> alike =
        store.ask(
            "SELECT recent, before, count(*), sum(events)::BIGINT FROM (SELECT count(*) AS events, "
                + windows
                + " "
                + pairs
                + ") GROUP BY recent, before ORDER BY recent, before",
            result -> {
              List<Alike> found = new ArrayList<>();
              while (result.next()) {
                found.add(
                    new Alike(
                        result.getLong(1),
                        result.getLong(2),
                        result.getLong(3),
                        result.getLong(4)));
              }
              return found;
            });
    List<Dyad> first =
        store.ask(
            "SELECT source, target, "
                + Tally.COLUMNS
                + ", "
                + windows
                + ", count(*) AS events "
                + pairs
                + " ORDER BY "
                + order.sql
                + ", events DESC, source, target LIMIT "
                + limit,
            result -> {
              List<Dyad> found = new ArrayList<>();
              while (result.next()) {
                found.add(dyad(result));
              }
              return found;
            });
    return new Summary(
        new Answer(
            first,
            days.first(),
            days.last(),
            before(days.first(), days.last()),
            LeftOut.of(store, query)),
        alike);
  }

  /** The days that the windows are of; none if there is no dyad. */
  private Days days(EventStore store) {
    Days found = Days.of(store, "(" + pairing.dyads(query) + ")");
    return found.first() == null
        ? found
        : new Days(
            query.from() == null ? found.first() : query.from(),
            query.to() == null ? found.last() : query.to());
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
