package org.entente.analysis.affinity;

/** How similar two profiles are, corrected for chance. */
final class Similarity {
  private Similarity() {}

  /**
   * Scott's π for values on a scale, with squared differences (Häge 2011, Political Analysis 19,
   * 287–305): {@code 1 − Σ v (x − y)² / Σ v [(x − m)² + (y − m)²]}, {@code m} the mean of both
   * profiles. 1 for equal profiles, 0 for what chance gives, −1 for mirrored ones.
   *
   * @param x values of the one
   * @param y values of the other
   * @param v weight of each place, at least 0
   * @return −1 to 1; NaN if there is no weight or all values are equal
   */
  static double pi(double[] x, double[] y, double[] v) {
    double weights = 0;
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      weights += v[k];
      sum += v[k] * (x[k] + y[k]);
    }
    if (!(weights > 0)) {
      return Double.NaN;
    }
    double mean = sum / (2 * weights);
    double observed = 0;
    double chance = 0;
    for (int k = 0; k < x.length; k++) {
      double dx = x[k] - mean;
      double dy = y[k] - mean;
      observed += v[k] * (dx - dy) * (dx - dy);
      chance += v[k] * (dx * dx + dy * dy);
    }
    return chance <= 1e-15 * weights
        ? Double.NaN
        : Math.max(-1, Math.min(1, 1 - observed / chance));
  }
}
