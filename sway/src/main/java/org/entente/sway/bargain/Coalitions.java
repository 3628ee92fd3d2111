package org.entente.sway.bargain;

import java.util.Arrays;

/**
 * How strong those are who want one option rather than another, in proportion to how much they want
 * it: of many settings side by side, see {@link Lanes}. Options stand in a ring, and each is
 * compared with the one so many places after it, all at once.
 */
final class Coalitions {
  private final int voters;
  private final int lanes;
  private int options;

  /** Voters × (options × lanes); the last is nobody's, for even numbers. */
  private final double[][] weighted;

  private final double[] sums;
  private final double[] none;
  private final double[] wide;
  private final double[] other;

  /** For at most so many options. */
  Coalitions(int voters, int options, int lanes) {
    this.voters = voters;
    this.lanes = lanes;
    weighted = new double[voters + voters % 2][options * lanes];
    sums = new double[options * lanes];
    none = new double[options * lanes];
    wide = new double[options * lanes];
    other = new double[options * lanes];
  }

  /**
   * Takes what is to be compared.
   *
   * @param weights voters × (options × lanes)
   * @param utilities likewise
   */
  void weigh(double[][] weights, double[][] utilities, int options) {
    this.options = options;
    int width = options * lanes;
    Arrays.fill(sums, 0, width, 0);
    for (int k = 0; k < voters; k++) {
      Lanes.times(weights[k], utilities[k], weighted[k], width);
      Lanes.add(weighted[k], sums, width);
    }
  }

  /**
   * Compares each option a with the one so many places after it, b.
   *
   * @param strength is filled with Σ w |u(a) − u(b)|, the strength of both sides together
   * @param net with Σ w (u(a) − u(b)), by how much that of a is greater
   */
  void compare(int places, double[] strength, double[] net) {
    int width = options * lanes;
    double[] sum = none;
    for (int k = 0; k < voters; k += 2) {
      Lanes.turn(weighted[k], places, lanes, wide, options);
      Lanes.turn(weighted[k + 1], places, lanes, other, options);
      Lanes.addApart(sum, weighted[k], wide, weighted[k + 1], other, strength, width);
      sum = strength;
    }
    Lanes.turn(sums, places, lanes, wide, options);
    Lanes.minus(sums, wide, net, width);
  }
}
