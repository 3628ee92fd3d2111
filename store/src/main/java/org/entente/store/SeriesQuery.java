package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many events there are in each period, for all together or for the busiest dyads or actors.
 *
 * <p>An event is counted on its {@code day}, see {@link Schema}; those without one are left out,
 * and so are denied ones unless a status is asked for. {@link Query#from()} and {@link Query#to()}
 * bound that day here.
 *
 * @param query which events
 * @param period the stretches to count in
 * @param per what is a series of its own
 * @param pairing how actors are put together
 * @param top how many series: the busiest; at least 1
 */
public record SeriesQuery(Query query, Period period, Per per, Pairing pairing, int top) {
  /** What is a series of its own. */
  public enum Per {
    /** All events together. */
    ALL,
    /** Each pair of source and target. */
    DYAD,
    /** Each actor: an event counts for its source, and for its target if that is another. */
    ACTOR
  }

  /**
   * Whose events they are: both null for all, the target null for an actor.
   *
   * @param source code or id of the source, or of the actor
   * @param sourceName its name, or the code or id again
   */
  public record Key(String source, String sourceName, String target, String targetName) {}

  /**
   * What happened in one period; periods without an event are missing.
   *
   * @param start first day of the period
   */
  public record Row(Key key, LocalDate start, Tally tally) {}

  /**
   * What was found.
   *
   * @param rows series by series, the busiest first, and in the order of time
   * @param first day of the first event in them; null if there is none
   * @param last day of the last event in them
   * @param storeFirst day of the first event in the store, whatever was asked for
   * @param storeLast day of the last event in the store
   * @param leftOut what was not counted
   */
  public record Answer(
      List<Row> rows,
      LocalDate first,
      LocalDate last,
      LocalDate storeFirst,
      LocalDate storeLast,
      LeftOut leftOut) {}

  public SeriesQuery {
    if (top < 1) {
      throw new IllegalArgumentException("at least one series, not " + top);
    }
  }

  /** What is asked, to be run by hand. */
  public String sql() {
    if (per == Per.ALL) {
      return """
      WITH counted AS (
        %s)
      SELECT NULL AS source, NULL AS target, %s AS period, min(day) AS first, max(day) AS last,
        %s
      FROM counted GROUP BY period ORDER BY period\
      """
          .formatted(Tally.byDay(query), period.sql("day"), Tally.SUMS);
    }
    return """
    WITH counted AS (
      %s),
    busiest AS (
      SELECT source, target, count(*) AS total FROM counted GROUP BY source, target
      ORDER BY total DESC, source, target LIMIT %d)
    SELECT c.source, c.target, %s AS period, min(day) AS first, max(day) AS last,
      %s
    FROM counted c JOIN busiest b
      ON c.source = b.source AND c.target IS NOT DISTINCT FROM b.target
    GROUP BY c.source, c.target, total, period ORDER BY total DESC, c.source, c.target, period\
    """
        .formatted(
            per == Per.DYAD ? pairing.dyads(query) : pairing.actors(query),
            top,
            period.sql("day"),
            Tally.COLUMNS);
  }

  /** Counts. */
  public Answer ask(EventStore store) {
    record Found(String source, String target, LocalDate start, Tally tally) {}
    List<Found> found = new ArrayList<>();
    LocalDate[] days = new LocalDate[2];
    store.ask(
        sql(),
        result -> {
          while (result.next()) {
            LocalDate first = result.getObject(4, LocalDate.class);
            LocalDate last = result.getObject(5, LocalDate.class);
            days[0] = days[0] == null || first.isBefore(days[0]) ? first : days[0];
            days[1] = days[1] == null || last.isAfter(days[1]) ? last : days[1];
            found.add(
                new Found(
                    result.getString(1),
                    result.getString(2),
                    result.getObject(3, LocalDate.class),
                    Tally.read(result, 6)));
          }
          return null;
        });
    Days all = store.days();
    Set<String> keys = new HashSet<>();
    found.forEach(
        one -> Stream.of(one.source(), one.target()).filter(k -> k != null).forEach(keys::add));
    Map<String, String> names = ActorNames.of(store, pairing.level(), keys);
    List<Row> rows =
        found.stream()
            .map(
                one ->
                    new Row(
                        new Key(
                            one.source(),
                            names.get(one.source()),
                            one.target(),
                            names.get(one.target())),
                        one.start(),
                        one.tally()))
            .toList();
    return new Answer(rows, days[0], days[1], all.first(), all.last(), LeftOut.of(store, query));
  }
}
