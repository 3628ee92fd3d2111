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
}
