package org.entente.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.store.EventStore;
import org.entente.store.LeftOut;
import org.entente.store.Period;
import org.entente.store.SeriesQuery;
import org.entente.store.Tally;

/**
 * Events over time, period by period without a gap, and where their level changes.
 *
 * @param key whose events they are; its fields are null for all together
 * @param period the stretches they are counted in
 * @param points one a period, in the order of time
 * @param changes where a new level of cooperation or conflict begins, in the order of time
 */
public record Series(SeriesQuery.Key key, Period period, List<Point> points, List<Change> changes) {
  /** Most periods of a series. */
  public static final int MOST = 20_000;

  /**
   * One period.
   *
   * @param start its first day
   * @param days days of it that were looked at: fewer than it has where the query or the store
   *     begins or ends in it
   * @param tally its events, {@link Tally#NONE} if there are none
   */
  public record Point(LocalDate start, int days, Tally tally) {}

  /**
   * A new level. Levels are events a day, from the change before it, or the beginning, up to it;
   * and from it up to the next change or the end.
   *
   * @param index of the first period of the new level
   * @param start first day of that period
   * @param cooperationBefore events of cooperation a day before it
   * @param cooperationAfter events of cooperation a day from it on
   * @param conflictBefore events of conflict a day before it
   * @param conflictAfter events of conflict a day from it on
   * @param chance at most so likely is a gain in likelihood like this, somewhere in a series of
   *     this length without a change
   */
  public record Change(
      int index,
      LocalDate start,
      double cooperationBefore,
      double cooperationAfter,
      double conflictBefore,
      double conflictAfter,
      double chance) {}

  /**
   * What was found.
   *
   * @param series the busiest first; none if no event matches
   * @param leftOut what was not counted
   */
  public record Answer(List<Series> series, LeftOut leftOut) {
    /** Events in all series; per actor, those of two actors are in both. */
    public long events() {
      return series.stream()
          .flatMap(one -> one.points().stream())
          .mapToLong(point -> point.tally().events())
          .sum();
    }
  }

  public Series {
    points = List.copyOf(points);
    changes = List.copyOf(changes);
  }

  /** Least periods between two changes: a week of days, four weeks, three months. */
  public static int minimum(Period period) {
    return switch (period) {
      case DAY -> 7;
      case WEEK -> 4;
      case MONTH -> 3;
    };
  }

  /**
   * Asks a store. All series begin and end alike: with the days of the query, else with the first
   * and the last event that any of them has.
   *
   * @throws IllegalArgumentException if there are more than {@value #MOST} periods
   */
  public static Answer of(SeriesQuery query, EventStore store) {
    SeriesQuery.Answer found = query.ask(store);
    LocalDate from = query.query().from();
    LocalDate to = query.query().to();
    LocalDate first = from == null ? found.first() : from;
    LocalDate last = to == null ? found.last() : to;
    if (first == null || last == null || found.rows().isEmpty()) {
      return new Answer(List.of(), found.leftOut());
    }
    Period period = query.period();
    check(period, first, last);
    Map<SeriesQuery.Key, Map<LocalDate, Tally>> tallies = new LinkedHashMap<>();
    for (SeriesQuery.Row row : found.rows()) {
      tallies.computeIfAbsent(row.key(), key -> new HashMap<>()).put(row.start(), row.tally());
    }
    LocalDate begin = from == null ? earlier(period.start(first), found.storeFirst()) : from;
    LocalDate end = to == null ? found.storeLast() : to;
    List<Series> series = new ArrayList<>();
    tallies.forEach(
        (key, counted) -> {
          List<Point> points = new ArrayList<>();
          for (LocalDate at = period.start(first); !at.isAfter(last); at = period.next(at)) {
            LocalDate next = period.next(at);
            LocalDate start = at.isBefore(begin) ? begin : at;
            LocalDate stop = next.isAfter(end) ? end.plusDays(1) : next;
            points.add(
                new Point(
                    at,
                    Math.toIntExact(Math.max(1, ChronoUnit.DAYS.between(start, stop))),
                    counted.getOrDefault(at, Tally.NONE)));
          }
          series.add(new Series(key, period, points, changes(period, points)));
        });
    return new Answer(List.copyOf(series), found.leftOut());
  }

  private static LocalDate earlier(LocalDate start, LocalDate storeFirst) {
    return storeFirst.isAfter(start) ? storeFirst : start;
  }

  private static void check(Period period, LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long periods =
        switch (period) {
          case DAY -> days;
          case WEEK -> days / 7;
          case MONTH -> ChronoUnit.MONTHS.between(first, last);
        };
    if (periods > MOST) {
      throw new IllegalArgumentException(
          "from %s to %s there are %,d %ss, more than a series can have. Narrow it with --from and --to"
                  .formatted(first, last, periods, period.label())
              + (period == Period.MONTH ? "" : ", or count by longer periods with --by month"));
    }
  }

  /** Where the level changes, see {@link ChangePoints}. */
  static List<Change> changes(Period period, List<Point> points) {
    int n = points.size();
    long[][] counts = new long[2][n];
    int[] days = new int[n];
    for (int t = 0; t < n; t++) {
      counts[0][t] = points.get(t).tally().cooperation();
      counts[1][t] = points.get(t).tally().conflict();
      days[t] = points.get(t).days();
    }
    ChangePoints finder = new ChangePoints(counts, days, minimum(period));
    List<Integer> cuts = new ArrayList<>(finder.find());
    cuts.add(n);
    List<Change> changes = new ArrayList<>();
    int before = 0;
    for (int i = 0; i + 1 < cuts.size(); i++) {
      int cut = cuts.get(i);
      int after = cuts.get(i + 1);
      double gain = finder.cost(before, after) - finder.cost(before, cut) - finder.cost(cut, after);
      changes.add(
          new Change(
              cut,
              points.get(cut).start(),
              finder.rate(0, before, cut),
              finder.rate(0, cut, after),
              finder.rate(1, before, cut),
              finder.rate(1, cut, after),
              Math.min(1, n * Math.exp(-gain / 2))));
      before = cut;
    }
    return changes;
  }

  /** The change that begins in a period, or null. */
  public Change changeAt(int index) {
    return changes.stream().filter(change -> change.index() == index).findAny().orElse(null);
  }
}
