package org.entente.sway.bargain;

import java.util.Arrays;

/**
 * How strong those are who want one option rather than another, in proportion to how much they want
 * it: for every two options, of many settings side by side. See {@link Lanes}.
 */
final class Coalitions {
  private final int voters;
  private final int lanes;

  /** Voters × (options × lanes). */
  private final double[][] weighted;

  private final double[] sums;
  private final double[] wide;

  /** For at most so many options. */
  Coalitions(int voters, int options, int lanes) {
    this.voters = voters;
    this.lanes = lanes;
    weighted = new double[voters][options * lanes];
    sums = new double[options * lanes];
    wide = new double[options * lanes];
  }

  /**
   * Takes what is to be compared.
   *
   * @param weights voters × lanes, in one row
   * @param utilities voters × (options × lanes)
   */
  void weigh(double[] weights, double[][] utilities, int options) {
    int width = options * lanes;
    Arrays.fill(sums, 0, width, 0);
    for (int k = 0; k < voters; k++) {
      Lanes.repeat(weights, k, lanes, wide, options);
      Lanes.times(wide, utilities[k], weighted[k], width);
      Lanes.add(weighted[k], sums, width);
    }
  }

  /**
   * Compares one option with those before it.
   *
   * @param strength is filled with Σ w |u(a) − u(b)|, the strength of both sides together
   * @param net with Σ w (u(a) − u(b)), by how much the one's is greater
   */
  void compare(int a, double[] strength, double[] net) {
    int before = a * lanes;
    Arrays.fill(strength, 0, before, 0);
    int k = 0;
    for (; k + 1 < voters; k += 2) {
      double[] first = weighted[k];
      double[] second = weighted[k + 1];
      Lanes.repeat(first, a, lanes, wide, a);
      Lanes.repeat(second, a, lanes, net, a);
      Lanes.addApart(first, wide, second, net, strength, before);
    }
    if (k < voters) {
      Lanes.repeat(weighted[k], a, lanes, wide, a);
      Lanes.addApart(weighted[k], wide, strength, before);
    }
    Lanes.repeat(sums, a, lanes, wide, a);
    Lanes.minus(wide, sums, net, before);
  }
}
