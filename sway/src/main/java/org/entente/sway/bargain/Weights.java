package org.entente.sway.bargain;

/** Capability × salience. */
final class Weights {
  private Weights() {}

  /**
   * Fills in the weights; where no actor with capability cares, capabilities alone. Gives their
   * sum.
   */
  static double fill(double[] weights, double[] capabilities, double[] saliences) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = capabilities[i] * saliences[i];
      sum += weights[i];
    }
    if (sum > 0) {
      return sum;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = capabilities[i];
      sum += weights[i];
    }
    return sum;
  }

  /** The least position of those with weight. */
  static double least(double[] positions, double[] weights) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < positions.length; i++) {
      if (weights[i] > 0) {
        least = Math.min(least, positions[i]);
      }
    }
    return least;
  }

  /** The greatest position of those with weight. */
  static double greatest(double[] positions, double[] weights) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < positions.length; i++) {
      if (weights[i] > 0) {
        greatest = Math.max(greatest, positions[i]);
      }
    }
    return greatest;
  }
}
