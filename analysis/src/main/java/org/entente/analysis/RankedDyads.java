package org.entente.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.store.Dyad;
import org.entente.store.DyadsQuery;
import org.entente.store.EventStore;
import org.entente.store.LeftOut;

/**
 * The first dyads in some order, and how each changes.
 *
 * @param rows in that order
 * @param dyads how many there are in all
 * @param events how many events they have
 * @param last day with which the last window ends, or null if there is no event
 * @param recent days of the last window
 * @param before days before it that it is compared with; 0 if there are none
 * @param overall how many times as often events of all dyads happen in the last window as before;
 *     NaN if nothing was before
 * @param leftOut what was not counted
 */
public record RankedDyads(
    List<Row> rows,
    int dyads,
    long events,
    LocalDate last,
    int recent,
    long before,
    double overall,
    LeftOut leftOut) {
  /** What comes first. */
  public enum Order {
    /** Most events. */
    BUSIEST,
    /** Surest to have become much more or much less frequent. */
    CHANGING,
    /** Lowest sum of Goldstein weights. */
    HOSTILE,
    /** Highest sum of Goldstein weights. */
    FRIENDLY
  }

  /**
   * A dyad.
   *
   * @param change how many times as often its events happen in the last window as before; null if
   *     there was no time before, or no event in both
   */
  public record Row(Dyad dyad, Change change) {}

  /**
   * How many times as often, see {@link RateRatios}.
   *
   * @param ratio median of what is likely; 1 is no change
   * @param low 2.5 % quantile
   * @param high 97.5 % quantile
   */
  public record Change(double ratio, double low, double high) {
    /** How far the interval stays away from 1, as a factor; less than 1 where it holds 1. */
    public double least() {
      return Math.max(low, 1 / high);
    }

    /** Whether the interval leaves out 1. */
    public boolean sure() {
      return least() > 1;
    }
  }

  public RankedDyads {
    rows = List.copyOf(rows);
  }

  /**
   * Asks a store.
   *
   * @param limit most dyads, at least 1
   * @throws IllegalArgumentException if changes are asked for and there is no time before the last
   *     window
   */
  public static RankedDyads of(DyadsQuery query, Order order, int limit, EventStore store) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one dyad, not " + limit);
    }
    if (order != Order.CHANGING) {
      DyadsQuery.Order by = DyadsQuery.Order.valueOf(order.name());
      DyadsQuery.Summary summary = query.summary(store, by, limit);
      return of(query, summary.first(), summary.alike(), order, limit, store);
    }
    DyadsQuery.Answer answer = query.ask(store);
    if (answer.before() == 0 && !answer.dyads().isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to compare the last %d days with: the events begin on %s and end on %s. Shorten the window with --recent, or begin earlier with --from"
              .formatted(query.recent(), answer.first(), answer.last()));
    }
    List<DyadsQuery.Alike> alike =
        answer.dyads().stream()
            .map(
                dyad ->
                    new DyadsQuery.Alike(dyad.recent(), dyad.before(), 1, dyad.tally().events()))
            .toList();
    return of(query, answer, alike, order, limit, store);
  }

  private static RankedDyads of(
      DyadsQuery query,
      DyadsQuery.Answer answer,
      List<DyadsQuery.Alike> alike,
      Order order,
      int limit,
      EventStore store) {
    List<Row> first =
        rows(answer, alike, query.recent()).stream()
            .sorted(comparator(order))
            .limit(limit)
            .toList();
    List<Dyad> named = query.named(store, first.stream().map(Row::dyad).toList());
    List<Row> shown = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      shown.add(new Row(named.get(i), first.get(i).change()));
    }
    long recent = alike.stream().mapToLong(one -> one.recent() * one.dyads()).sum();
    long before = alike.stream().mapToLong(one -> one.before() * one.dyads()).sum();
    return new RankedDyads(
        shown,
        Math.toIntExact(alike.stream().mapToLong(DyadsQuery.Alike::dyads).sum()),
        alike.stream().mapToLong(DyadsQuery.Alike::events).sum(),
        answer.last(),
        query.recent(),
        answer.before(),
        before == 0
            ? Double.NaN
            : (double) recent / query.recent() / ((double) before / answer.before()),
        answer.leftOut());
  }

  private static List<Row> rows(
      DyadsQuery.Answer answer, List<DyadsQuery.Alike> alike, int recent) {
    if (answer.before() == 0) {
      return answer.dyads().stream().map(dyad -> new Row(dyad, null)).toList();
    }
    Map<RateRatios.Counts, Long> times =
        alike.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new RateRatios.Counts(one.recent(), one.before()),
                    Collectors.summingLong(DyadsQuery.Alike::dyads)));
    RateRatios ratios = RateRatios.fit(times, recent, answer.before());
    Map<RateRatios.Counts, Change> known = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (Dyad dyad : answer.dyads()) {
      RateRatios.Counts one = new RateRatios.Counts(dyad.recent(), dyad.before());
      Change change =
          one.recent() + one.before() == 0
              ? null
              : known.computeIfAbsent(
                  one,
                  c -> {
                    RateRatios.Ratio ratio = ratios.ratio(c);
                    return new Change(ratio.ratio(), ratio.low(), ratio.high());
                  });
      rows.add(new Row(dyad, change));
    }
    return rows;
  }

  /** Ties stay as they were: the busiest first, then by code. */
  private static Comparator<Row> comparator(Order order) {
    return switch (order) {
      case BUSIEST -> (a, b) -> 0;
      case CHANGING ->
          Comparator.comparingDouble(row -> row.change() == null ? 0 : -row.change().least());
      case HOSTILE -> Comparator.comparingDouble(row -> row.dyad().tally().goldsteinSum());
      case FRIENDLY -> Comparator.comparingDouble(row -> -row.dyad().tally().goldsteinSum());
    };
  }
}
