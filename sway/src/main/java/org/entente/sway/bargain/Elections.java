package org.entente.sway.bargain;

import java.util.Arrays;

/**
 * The elections of {@link Election} for many settings side by side, see {@link Lanes}: how strong
 * the coalitions are for every two options, and which of the two wins. Options stand in a ring; row
 * r tells of each option against the one r places after it, up to half way round.
 */
final class Elections {
  private final int voters;
  private final int lanes;
  private final VotingRule voting;
  private final VictoryLaw victory;
  private int options;

  private final Coalitions coalitions;
  private final double[] wide;
  private final double[] weight;
  private final double[] preference;
  private final double[] vote;
  private final double[] strength;
  private final double[] net;
  private final double[] loses;

  /** Half the ring × (options × lanes): those for the first option, and for the second. */
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
    loses = new double[width];
    with = new double[options / 2 + 1][width];
    without = new double[options / 2 + 1][width];
    beats = new double[options / 2 + 1][width];
  }

  /**
   * Holds the votes.
   *
   * @param weights voters × lanes, in one row
   * @param utilities voters × (options × lanes)
   */
  void hold(double[] weights, double[][] utilities, int options) {
    this.options = options;
    boolean proportional = voting == VotingRule.PROPORTIONAL;
    if (proportional) {
      coalitions.weigh(weights, utilities, options);
    }
    for (int places = 1; 2 * places <= options; places++) {
      if (proportional) {
        coalitions.compare(places, strength, net);
      } else {
        compare(places, weights, utilities);
      }
      decide(places);
    }
  }

  private void compare(int places, double[] weights, double[][] utilities) {
    int width = options * lanes;
    Arrays.fill(strength, 0, width, 0);
    Arrays.fill(net, 0, width, 0);
    for (int k = 0; k < voters; k++) {
      Lanes.turn(utilities[k], places, lanes, wide, options);
      Lanes.minus(utilities[k], wide, preference, width);
      Lanes.repeat(weights, k, lanes, weight, options);
      voting.votes(weight, preference, vote, width);
      Lanes.addSizes(vote, strength, width);
      Lanes.add(vote, net, width);
    }
  }

  private void decide(int places) {
    int width = options * lanes;
    coalition(strength, net, with[places], width);
    Lanes.times(net, -1, net, width);
    coalition(strength, net, without[places], width);
    victory.probabilities(with[places], without[places], beats[places], width);
  }

  private static void coalition(double[] strength, double[] net, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = .5 * (strength[t] + net[t]) + Election.NOBODY;
    }
  }

  /** The chance that one option beats another, in one lane. */
  double beats(int a, int b, int lane) {
    int places = b > a ? b - a : b - a + options;
    return 2 * places <= options
        ? beats[places][a * lanes + lane]
        : 1 - beats[options - places][b * lanes + lane];
  }

  /** How strong those are who want the one rather than the other. */
  double coalition(int a, int b, int lane) {
    int places = b > a ? b - a : b - a + options;
    return 2 * places <= options
        ? with[places][a * lanes + lane]
        : without[options - places][b * lanes + lane];
  }

  /** Fills in, for all options, the product of the chances to beat each other one. */
  void beatAll(double[] products) {
    int width = options * lanes;
    Arrays.fill(products, 0, width, 1);
    for (int places = 1; 2 * places <= options; places++) {
      Lanes.times(products, beats[places], products, width);
      if (2 * places < options) {
        Lanes.turn(beats[places], options - places, lanes, loses, options);
        lose(loses, products, width);
      }
    }
  }

  private static void lose(double[] beats, double[] products, int width) {
    for (int t = 0; t < width; t++) {
      products[t] *= 1 - beats[t];
    }
  }
}
