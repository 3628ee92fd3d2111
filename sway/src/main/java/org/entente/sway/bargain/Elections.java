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
  private final double[] preference;
  private final double[] vote;
  private final double[] strength;
  private final double[] net;

  /** Half the ring × (options × lanes): those for the first option, and for the second. */
  private final double[][] with;

  private final double[][] without;

  /** All round the ring. */
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
    preference = new double[width];
    vote = new double[width];
    strength = new double[width];
    net = new double[width];
    with = new double[options / 2 + 1][width];
    without = new double[options / 2 + 1][width];
    beats = new double[options][width];
  }

  /**
   * Holds the votes.
   *
   * @param weights voters × (options × lanes)
   * @param worth what each option is worth to a voter, likewise
   * @param isLoss whether it is what the voter loses by it, rather than gains
   */
  void hold(double[][] weights, double[][] worth, int options, boolean isLoss) {
    this.options = options;
    boolean proportional = voting == VotingRule.PROPORTIONAL;
    if (proportional) {
      coalitions.weigh(weights, worth, options);
    }
    for (int places = 1; 2 * places <= options; places++) {
      if (proportional) {
        coalitions.compare(places, strength, net);
        if (isLoss) {
          Lanes.times(net, -1, net, options * lanes);
        }
      } else {
        compare(places, weights, worth, isLoss);
      }
      decide(places);
    }
  }

  private void compare(int places, double[][] weights, double[][] worth, boolean isLoss) {
    int width = options * lanes;
    Arrays.fill(strength, 0, width, 0);
    Arrays.fill(net, 0, width, 0);
    for (int k = 0; k < voters; k++) {
      Lanes.turn(worth[k], places, lanes, wide, options);
      Lanes.minus(isLoss ? wide : worth[k], isLoss ? worth[k] : wide, preference, width);
      voting.votes(weights[k], preference, vote, width);
      Lanes.addSizes(vote, strength, width);
      Lanes.add(vote, net, width);
    }
  }

  private void decide(int places) {
    int width = options * lanes;
    coalition(strength, net, with[places], width);
    Lanes.minus(strength, net, net, width);
    Lanes.times(net, .5, net, width);
    Lanes.plus(net, Election.NOBODY, without[places], width);
    victory.probabilities(with[places], without[places], beats[places], width);
    if (2 * places < options) {
      Lanes.turn(beats[places], options - places, lanes, wide, options);
      lose(wide, beats[options - places], width);
    }
  }

  private static void coalition(double[] strength, double[] net, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = .5 * (strength[t] + net[t]) + Election.NOBODY;
    }
  }

  /** The chance that one option beats another, in one lane. */
  double beats(int a, int b, int lane) {
    return beats[places(a, b)][a * lanes + lane];
  }

  /** The same in all lanes, written from a place on. */
  void beats(int a, int b, double[] out, int at) {
    System.arraycopy(beats[places(a, b)], a * lanes, out, at, lanes);
  }

  private int places(int a, int b) {
    return b > a ? b - a : b - a + options;
  }

  /** How strong those are who want the one rather than the other. */
  double coalition(int a, int b, int lane) {
    int places = places(a, b);
    return 2 * places <= options
        ? with[places][a * lanes + lane]
        : without[options - places][b * lanes + lane];
  }

  /** Fills in, for all options, the product of the chances to beat each other one. */
  void beatAll(double[] products) {
    int width = options * lanes;
    Arrays.fill(products, 0, width, 1);
    for (int places = 1; places < options; places++) {
      Lanes.times(products, beats[places], products, width);
    }
  }

  /** One less each. */
  private static void lose(double[] beats, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = 1 - beats[t];
    }
  }
}
