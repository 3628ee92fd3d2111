package org.entente.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where the level of counts changes: the cheapest way to cut a series into stretches of one level
 * each, found by PELT (Killick, Fearnhead and Eckley 2012, JASA 107:1590–1598), which is exact.
 *
 * <p>Several counts are cut together, here cooperation and conflict. The cost of a stretch is minus
 * twice the Poisson log-likelihood at its own rates, but for what is the same for every cut: {@code
 * −2 Σ_k S_k ln(S_k / E) / φ_k}, with {@code S_k} its events of kind {@code k} and {@code E} its
 * exposure. News come in bursts, so each kind's counts are taken as quasi-Poisson: their variance
 * is {@code φ_k} times the mean (McCullagh and Nelder 1989, ch. 6). {@code φ_k} is estimated from
 * the differences of neighbours, as von Neumann (1941) and Rice (1984) do, so that a change of
 * level adds to it but once; it is never less than 1.
 *
 * <p>With two kinds, twice the log-likelihood gained by a cut in noise is about χ² with 2 degrees
 * of freedom, which passes {@code x} with probability {@code exp(−x/2)}. A cut costs {@code 2
 * ln(n/α)}, so that one of the {@code n} places passes it with probability {@code α} at most
 * (Bonferroni).
 */
final class ChangePoints {
  /** The chance of a false change point in a series, as far as the approximations hold. */
  static final double ALPHA = 0.01;

  /** Lags of the differences that dispersion is estimated from. */
  private static final int LAGS = 3;

  /** So many blocks at least, for their differences to say something. */
  private static final int BLOCKS = 6;

  /** Of χ² with one degree of freedom. */
  private static final double MEDIAN = 0.45494;

  /** Logarithms of numbers up to this are looked up. */
  private static final long LOGARITHMS = 1 << 20;

  private final long[][] sums;
  private final long[] exposures;
  private final double[] logarithms;
  private final double[] dispersions;
  private final int minimum;
  private final int n;
  private final double penalty;

  /**
   * A series to be cut.
   *
   * @param counts events of each kind in each period, at least 0; {@code counts[kind][period]}
   * @param exposure days of each period, at least 1
   * @param minimum least periods between two changes, at least 1
   */
  ChangePoints(long[][] counts, int[] exposure, int minimum) {
    if (minimum < 1) {
      throw new IllegalArgumentException("a stretch has at least one period, not " + minimum);
    }
    this.n = exposure.length;
    this.minimum = minimum;
    this.sums = new long[counts.length][n + 1];
    this.exposures = new long[n + 1];
    this.dispersions = new double[counts.length];
    for (int t = 0; t < n; t++) {
      if (exposure[t] <= 0) {
        throw new IllegalArgumentException("period " + t + " has no days: " + exposure[t]);
      }
      exposures[t + 1] = exposures[t] + exposure[t];
    }
    for (int k = 0; k < counts.length; k++) {
      if (counts[k].length != n) {
        throw new IllegalArgumentException(counts[k].length + " counts for " + n + " periods");
      }
      for (int t = 0; t < n; t++) {
        sums[k][t + 1] = sums[k][t] + counts[k][t];
      }
      dispersions[k] = dispersion(counts[k], exposure, minimum);
    }
    long most = exposures[n];
    for (long[] sum : sums) {
      most = Math.max(most, sum[n]);
    }
    this.logarithms = new double[(int) Math.min(most, LOGARITHMS) + 1];
    for (int i = 1; i < logarithms.length; i++) {
      logarithms[i] = Math.log(i);
    }
    this.penalty = penalty(n, ALPHA);
  }

  private double log(long number) {
    return number < logarithms.length ? logarithms[(int) number] : Math.log(number);
  }

  /** What a cut costs in a series of so many periods: {@code 2 ln(n/α)}. */
  static double penalty(int periods, double alpha) {
    return 2 * Math.log(Math.max(1, periods) / alpha);
  }

  /**
   * How many times as large as the mean the variance is, at least 1: the largest of these, for news
   * go on for some time, and what is not independent varies more in sum.
   *
   * <ul>
   *   <li>From periods 1, 2 and 3 apart with counts {@code x}, {@code y} and exposures {@code a},
   *       {@code b}: {@code Σ (b x − a y)² / (a b) / Σ (x + y)}, which is 1 on average for
   *       independent Poisson counts.
   *   <li>From neighbouring blocks of as many periods as a stretch has at least: the median of
   *       {@code (b x − a y)² / (a b) / (x + y)} over that of χ² with one degree of freedom. The
   *       blocks that a change of level lies between are few, and a median does not mind them.
   * </ul>
   */
  static double dispersion(long[] counts, int[] exposure, int minimum) {
    double most = 1;
    for (int lag = 1; lag <= LAGS && counts.length > 2 * lag; lag++) {
      double squares = 0;
      double total = 0;
      for (int t = lag; t < counts.length; t++) {
        squares += squared(counts[t - lag], exposure[t - lag], counts[t], exposure[t]);
        total += counts[t - lag] + counts[t];
      }
      if (total > 0) {
        most = Math.max(most, squares / total);
      }
    }
    return counts.length < BLOCKS * minimum
        ? most
        : Math.max(most, ofBlocks(counts, exposure, minimum));
  }

  private static double squared(long x, long a, long y, long b) {
    double difference = (double) b * x - (double) a * y;
    return difference * difference / ((double) a * b);
  }

  private static double ofBlocks(long[] counts, int[] exposure, int block) {
    double[] found = new double[counts.length - 2 * block + 1];
    for (int t = 0; t < found.length; t++) {
      long x = 0;
      long a = 0;
      long y = 0;
      long b = 0;
      for (int i = t; i < t + block; i++) {
        x += counts[i];
        a += exposure[i];
        y += counts[i + block];
        b += exposure[i + block];
      }
      found[t] = x + y == 0 ? 0 : squared(x, a, y, b) / (x + y);
    }
    Arrays.sort(found);
    return found[found.length / 2] / MEDIAN;
  }

  /** The cost of the stretch from one period up to another, which is not in it. */
  double cost(int from, int to) {
    double exposure = log(exposures[to] - exposures[from]);
    double cost = 0;
    for (int k = 0; k < sums.length; k++) {
      long events = sums[k][to] - sums[k][from];
      if (events > 0) {
        cost -= 2 * events * (log(events) - exposure) / dispersions[k];
      }
    }
    return cost;
  }

  double penalty() {
    return penalty;
  }

  double dispersion(int kind) {
    return dispersions[kind];
  }

  /** Events of a kind a day, from one period up to another, which is not in it. */
  double rate(int kind, int from, int to) {
    return (double) (sums[kind][to] - sums[kind][from]) / (exposures[to] - exposures[from]);
  }

  /** The first periods of new levels, in their order. */
  List<Integer> find() {
    if (n < 2 * minimum) {
      return List.of();
    }
    double[] best = new double[n + 1];
    int[] previous = new int[n + 1];
    int[] until = new int[n + 1];
    Arrays.fill(until, Integer.MAX_VALUE);
    best[0] = -penalty;
    int[] candidates = new int[n + 1];
    int size = 0;
    for (int t = minimum; t <= n; t++) {
      // a stretch may begin where the one before it could end
      int fresh = t - minimum;
      if (fresh == 0 || fresh >= minimum) {
        candidates[size++] = fresh;
      }
      double least = Double.POSITIVE_INFINITY;
      double[] costs = new double[size];
      for (int i = 0; i < size; i++) {
        costs[i] = best[candidates[i]] + cost(candidates[i], t);
        if (costs[i] + penalty < least) {
          least = costs[i] + penalty;
          previous[t] = candidates[i];
        }
      }
      best[t] = least;
      // what is no better now is never the best again, once t itself can be a beginning
      int kept = 0;
      for (int i = 0; i < size; i++) {
        int candidate = candidates[i];
        if (costs[i] >= least && until[candidate] == Integer.MAX_VALUE) {
          until[candidate] = t + minimum;
        }
        if (until[candidate] > t + 1) {
          candidates[kept++] = candidate;
        }
      }
      size = kept;
    }
    List<Integer> found = new ArrayList<>();
    for (int t = previous[n]; t > 0; t = previous[t]) {
      found.add(t);
    }
    Collections.reverse(found);
    return found;
  }
}
