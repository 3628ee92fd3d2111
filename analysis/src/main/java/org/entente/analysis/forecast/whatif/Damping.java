package org.entente.analysis.forecast.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Patterns after which something is rarer than the bases and the followers of events say: in the
 * days after an event of one type, events of another come at a share of their rate. Looked for
 * among all pairs of types, again and in return; kept are those that are sure though so many were
 * looked at (a false discovery rate of 5 %: Benjamini and Hochberg, 1995), with the spread of dyads
 * as the measure.
 *
 * @param patterns that are sure
 * @param tested how many were looked at
 * @param nearest the one that comes nearest to being sure, or is surest; null if none is below 1
 */
public record Damping(List<Rarer> patterns, int tested, Rarer nearest) {
  /** Days for which an event is taken to make others rarer. */
  static final int DAYS = 14;

  /** Events that must be expected for a pattern to be looked at. */
  private static final double LEAST = 5;

  /** So many events as expected stand behind a ratio of 1; no ratio is 0. */
  private static final double PRIOR = 2;

  private static final double FALSE = .05;
  private static final double Z95 = 1.959964;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * After an event of one type, another is rarer.
   *
   * @param pattern {@link Pattern#AGAIN} or {@link Pattern#RETURN}
   * @param before number of the type
   * @param after number of the type that is rarer
   * @param ratio of its rate for {@link #DAYS} days, above 0
   * @param low 2.5 % bound
   * @param high 97.5 % bound
   * @param observed how many came in such days
   * @param expected how many would have without this
   */
  public record Rarer(
      Pattern pattern,
      int before,
      int after,
      double ratio,
      double low,
      double high,
      double observed,
      double expected) {}

  public Damping {
    patterns = List.copyOf(patterns);
  }

  /** What was observed and expected of one pattern. */
  private static final class Cell {
    private final Map<Long, double[]> byDyad = new HashMap<>();
    private double observed;
    private double expected;

    double ratio() {
      return (observed + PRIOR) / (expected + PRIOR);
    }

    /** Standard error of the logarithm of the ratio. */
    double error() {
      double squares =
          byDyad.values().stream().mapToDouble(one -> Math.pow(one[0] - ratio() * one[1], 2)).sum();
      // not surer than Poisson counts are
      return Math.sqrt(Math.max(squares, observed + PRIOR)) / (observed + PRIOR);
    }
  }

  /** Gathers, day by day, what came in the days after events of each type. */
  static final class Count {
    private final int types;
    private final Cell[] cells;

    Count(int types) {
      this.types = types;
      cells = new Cell[2 * types * types];
      for (int c = 0; c < cells.length; c++) {
        cells[c] = new Cell();
      }
    }

    /**
     * A day after an event.
     *
     * @param dyad number of the two, whoever acts
     * @param observed events of the type after
     * @param expected how many
     */
    void add(Pattern pattern, int before, int after, long dyad, double observed, double expected) {
      Cell cell = cells[(pattern.ordinal() * types + before) * types + after];
      cell.observed += observed;
      cell.expected += expected;
      double[] own = cell.byDyad.computeIfAbsent(dyad, none -> new double[2]);
      own[0] += observed;
      own[1] += expected;
    }

    Damping found() {
      record Tested(Rarer rarer, double p) {}
      List<Tested> tested = new ArrayList<>();
      for (int c = 0; c < cells.length; c++) {
        Cell cell = cells[c];
        if (cell.expected >= LEAST) {
          double ratio = cell.ratio();
          double error = cell.error();
          tested.add(
              new Tested(
                  new Rarer(
                      Pattern.values()[c / types / types],
                      c / types % types,
                      c % types,
                      ratio,
                      ratio * Math.exp(-Z95 * error),
                      ratio * Math.exp(Z95 * error),
                      cell.observed,
                      cell.expected),
                  NORMAL.cumulativeProbability(Math.log(ratio) / error)));
        }
      }
      tested.sort(Comparator.comparingDouble(Tested::p));
      int sure = 0;
      for (int i = 0; i < tested.size(); i++) {
        if (tested.get(i).p() <= FALSE * (i + 1) / tested.size()) {
          sure = i + 1;
        }
      }
      return new Damping(
          tested.subList(0, sure).stream().map(Tested::rarer).toList(),
          tested.size(),
          tested.isEmpty() || tested.get(0).rarer().ratio() >= 1 ? null : tested.get(0).rarer());
    }
  }
}
