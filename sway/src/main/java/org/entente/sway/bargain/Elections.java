package org.entente.sway.bargain;

import java.util.Arrays;

/**
 * The elections of {@link Election} for many settings side by side, see {@link Lanes}: how strong
 * the coalitions are for every two options, and which of the two wins.
 */
final class Elections {
  private final int voters;
  private final int lanes;
  private final VotingRule voting;
  private final VictoryLaw victory;

  private final Coalitions coalitions;
  private final double[] wide;
  private final double[] weight;
  private final double[] preference;
  private final double[] vote;
  private final double[] strength;
  private final double[] net;

  /** Of the first option against those before it: options × (options × lanes). */
  private final double[][] with;

  private final double[][] without;
  private final double[][] beats;

  /** For at most so many options. */
  Elections(int voters, int options, int lanes, VotingRule voting, VictoryLaw victory) {
    this.voters = voters;
    this.lanes = lanes;
    this.voting = voting;
    this.victory = victory;
    int width = options * lanes;
    coalitions = new Coalitions(voters, options, lanes);
    wide = new double[width];
    weight = new double[width];
    preference = new double[width];
    vote = new double[width];
    strength = new double[width];
    net = new double[width];
    with = new double[options][];
    without = new double[options][];
    beats = new double[options][];
    for (int a = 0; a < options; a++) {
      with[a] = new double[a * lanes];
      without[a] = new double[a * lanes];
      beats[a] = new double[a * lanes];
    }
  }

  /**
   * Holds the votes.
   *
   * @param weights voters × lanes, in one row
   * @param utilities voters × (options × lanes)
   */
  void hold(double[] weights, double[][] utilities, int options) {
    if (voting == VotingRule.PROPORTIONAL) {
      proportional(weights, utilities, options);
    } else {
      oneByOne(weights, utilities, options);
    }
  }

  private void proportional(double[] weights, double[][] utilities, int options) {
    coalitions.weigh(weights, utilities, options);
    for (int a = 1; a < options; a++) {
      coalitions.compare(a, strength, net);
      decide(a);
    }
  }

  private void oneByOne(double[] weights, double[][] utilities, int options) {
    for (int a = 1; a < options; a++) {
      int before = a * lanes;
      Arrays.fill(strength, 0, before, 0);
      Arrays.fill(net, 0, before, 0);
      for (int k = 0; k < voters; k++) {
        Lanes.repeat(utilities[k], a, lanes, wide, a);
        Lanes.minus(wide, utilities[k], preference, before);
        Lanes.repeat(weights, k, lanes, weight, a);
        voting.votes(weight, preference, vote, before);
        Lanes.addSizes(vote, strength, before);
        Lanes.add(vote, net, before);
      }
      decide(a);
    }
  }

  private void decide(int a) {
    int before = a * lanes;
    Lanes.middle(strength, net, with[a], before);
    Lanes.plus(with[a], Election.NOBODY, with[a], before);
    Lanes.halfGap(strength, net, without[a], before);
    Lanes.plus(without[a], Election.NOBODY, without[a], before);
    victory.probabilities(with[a], without[a], beats[a], before);
  }

  /** The chance that one option beats another, in one lane. */
  double beats(int a, int b, int lane) {
    return a > b ? beats[a][b * lanes + lane] : 1 - beats[b][a * lanes + lane];
  }

  /** How strong those are who want the one rather than the other. */
  double coalition(int a, int b, int lane) {
    return a > b ? with[a][b * lanes + lane] : without[b][a * lanes + lane];
  }

  /** Fills in, for all options, the product of the chances to beat each other one. */
  void beatAll(int options, double[] products) {
    Arrays.fill(products, 0, options * lanes, 1);
    for (int a = 1; a < options; a++) {
      int at = a * lanes;
      for (int b = 0; b < at; b += lanes) {
        for (int d = 0; d < lanes; d++) {
          products[at + d] *= beats[a][b + d];
        }
      }
      lose(beats[a], products, at);
    }
  }

  private static void lose(double[] beats, double[] products, int width) {
    for (int t = 0; t < width; t++) {
      products[t] *= 1 - beats[t];
    }
  }
}
