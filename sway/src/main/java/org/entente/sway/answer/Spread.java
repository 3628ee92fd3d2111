package org.entente.sway.answer;

import java.util.Arrays;

/** Mean and quantiles of draws. */
final class Spread {
  private final double[] sorted;
  private final double mean;

  Spread(double[] values) {
    sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    mean = sum / sorted.length;
  }

  double mean() {
    return mean;
  }

  /** Between two, in proportion. */
  double quantile(double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
