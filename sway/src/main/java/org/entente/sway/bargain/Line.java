package org.entente.sway.bargain;

/** The outcome in one dimension. */
@FunctionalInterface
interface Line {
  /**
   * Solves it; values are not checked.
   *
   * @param statusQuo not a number if there is none
   */
  double solve(double[] positions, double[] capabilities, double[] saliences, double statusQuo);
}
