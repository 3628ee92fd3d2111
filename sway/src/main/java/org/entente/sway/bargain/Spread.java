package org.entente.sway.bargain;

import java.util.Arrays;

/** Draws in order: their mean and quantiles. */
public final class Spread {
  private final double[] sorted;

  /**
   * @param values in any order, at least one; they stay as they are
   */
  public static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  /**
   * @param sorted rising, at least one; not copied
   */
  public static Spread ofSorted(double[] sorted) {
    return new Spread(sorted);
  }

  private Spread(double[] sorted) {
    this.sorted = sorted;
  }

  public double mean() {
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return sum / sorted.length;
  }

  /** Of a sample; 0 of one draw. */
  public double standardDeviation() {
    double mean = mean();
    double sum = 0;
    for (double value : sorted) {
      sum += (value - mean) * (value - mean);
    }
    return sorted.length == 1 ? 0 : Math.sqrt(sum / (sorted.length - 1));
  }

  /**
   * The value below which the given share, 0 to 1, of the draws lies; between two, in proportion.
   */
  public double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " is not within 0 to 1");
    }
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
