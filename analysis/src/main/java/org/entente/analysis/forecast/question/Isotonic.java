package org.entente.analysis.forecast.question;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Probabilities put right by a function that never falls: pool adjacent violators on what was
 * forecast and what happened, with straight lines between the pools.
 */
record Isotonic(double[] at, double[] value) {
  static final Isotonic NONE = new Isotonic(new double[] {0, 1}, new double[] {0, 1});

  /** Least cases of a pool, so that a few do not bend the ends. */
  private static final int LEAST = 200;

  /**
   * Fits.
   *
   * @param forecast probabilities
   * @param happened whether it did
   */
  static Isotonic fit(double[] forecast, boolean[] happened) {
    int n = forecast.length;
    if (n < 5 * LEAST) {
      return NONE;
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> forecast[i]));
    int pieces = n / LEAST;
    double[] sum = new double[pieces];
    double[] yes = new double[pieces];
    double[] count = new double[pieces];
    int top = 0;
    for (int p = 0; p < pieces; p++) {
      sum[top] = 0;
      yes[top] = 0;
      int from = (int) ((long) p * n / pieces);
      int to = (int) ((long) (p + 1) * n / pieces);
      count[top] = to - from;
      for (int i = from; i < to; i++) {
        sum[top] += forecast[order[i]];
        yes[top] += happened[order[i]] ? 1 : 0;
      }
      while (top > 0 && yes[top - 1] * count[top] >= yes[top] * count[top - 1]) {
        sum[top - 1] += sum[top];
        yes[top - 1] += yes[top];
        count[top - 1] += count[top];
        top--;
      }
      top++;
    }
    double[] at = new double[top + 2];
    double[] value = new double[top + 2];
    for (int p = 0; p < top; p++) {
      at[p + 1] = sum[p] / count[p];
      value[p + 1] = (yes[p] + .5) / (count[p] + 1);
    }
    at[top + 1] = 1;
    value[top + 1] = 1;
    return new Isotonic(at, value);
  }

  double of(double probability) {
    for (int i = 1; i < at.length; i++) {
      if (probability <= at[i]) {
        double wide = at[i] - at[i - 1];
        return wide <= 0
            ? value[i]
            : value[i - 1] + (value[i] - value[i - 1]) * (probability - at[i - 1]) / wide;
      }
    }
    return value[value.length - 1];
  }
}
