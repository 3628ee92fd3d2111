package org.entente.sway.bargain;

import java.util.Arrays;

/** Actors vote on every two of several options. Keeps its memory from election to election. */
final class Election {
  /** So strong is a coalition of nobody. */
  static final double NOBODY = 1e-8;

  private static final double UNIFORM_END = 1e-6;
  private static final double INCENTIVE_END = 1e-8;
  private static final int LONGEST = 100_000;

  final VotingRule voting;
  final VictoryLaw victory;
  final ElectionRule rule;

  /** Options × options. */
  private double[] coalitions = new double[0];

  private double[] beats = new double[0];
  private double[] incentives = new double[0];
  private double[] next = new double[0];

  Election(VotingRule voting, VictoryLaw victory, ElectionRule rule) {
    this.voting = voting;
    this.victory = victory;
    this.rule = rule;
  }

  /**
   * Fills in the chance of each option.
   *
   * @param weights one an actor
   * @param utilities options × actors
   * @param options how many
   * @param chances one an option; longer arrays are filled in part
   */
  void run(double[] weights, double[] utilities, int options, double[] chances) {
    room(options);
    int n = weights.length;
    for (int a = 0; a < options; a++) {
      coalitions[a * options + a] = NOBODY;
      for (int b = 0; b < a; b++) {
        if (voting == VotingRule.PROPORTIONAL) {
          proportional(weights, utilities, a, b, options);
        } else {
          double with = 0;
          double against = 0;
          for (int k = 0; k < n; k++) {
            double vote = voting.vote(weights[k], utilities[a * n + k] - utilities[b * n + k]);
            with += Math.max(0, vote);
            against += Math.max(0, -vote);
          }
          coalitions[a * options + b] = NOBODY + with;
          coalitions[b * options + a] = NOBODY + against;
        }
      }
    }
    decide(options, chances);
  }

  private void proportional(double[] weights, double[] utilities, int a, int b, int options) {
    int n = weights.length;
    int ofA = a * n;
    int ofB = b * n;
    double with = 0;
    double against = 0;
    for (int k = 0; k < n; k++) {
      double vote = weights[k] * (utilities[ofA + k] - utilities[ofB + k]);
      double strength = Math.abs(vote);
      with += strength + vote;
      against += strength - vote;
    }
    coalitions[a * options + b] = NOBODY + with / 2;
    coalitions[b * options + a] = NOBODY + against / 2;
  }

  /** The same from coalitions, options × options. */
  void run(double[] given, int options, double[] chances) {
    room(options);
    System.arraycopy(given, 0, coalitions, 0, options * options);
    decide(options, chances);
  }

  /** Chance of the first option to beat the second, in the last election. */
  double beats(int a, int b, int options) {
    return beats[a * options + b];
  }

  private void room(int options) {
    if (coalitions.length < options * options) {
      coalitions = new double[options * options];
      beats = new double[options * options];
      incentives =
          rule == ElectionRule.MARKOV_INCENTIVE ? new double[options * options] : incentives;
      next = new double[options];
    }
  }

  private void decide(int options, double[] chances) {
    for (int a = 0; a < options; a++) {
      beats[a * options + a] = .5;
      for (int b = 0; b < a; b++) {
        double chance =
            victory.probability(coalitions[a * options + b], coalitions[b * options + a]);
        beats[a * options + b] = chance;
        beats[b * options + a] = 1 - chance;
      }
    }
    switch (rule) {
      case CONDITIONAL -> conditional(options, chances);
      case MARKOV_UNIFORM -> walk(options, chances, false, UNIFORM_END);
      case MARKOV_INCENTIVE -> {
        incentives(options);
        walk(options, chances, true, INCENTIVE_END);
      }
    }
  }

  private void conditional(int options, double[] chances) {
    double sum = 0;
    for (int a = 0; a < options; a++) {
      double all = 1;
      for (int b = 0; b < options; b++) {
        all *= beats[a * options + b];
      }
      chances[a] = all;
      sum += all;
    }
    for (int a = 0; a < options; a++) {
      chances[a] = sum > 0 ? chances[a] / sum : 1.0 / options;
    }
  }

  private void incentives(int options) {
    for (int b = 0; b < options; b++) {
      double sum = 0;
      for (int a = 0; a < options; a++) {
        int ab = a * options + b;
        incentives[ab] = a == b ? 1e-10 : coalitions[ab] * beats[ab];
        sum += incentives[ab];
      }
      for (int a = 0; a < options; a++) {
        incentives[a * options + b] /= sum;
      }
    }
  }

  private void walk(int options, double[] p, boolean byIncentive, double end) {
    Arrays.fill(p, 0, options, 1.0 / options);
    for (int step = 0; step < LONGEST; step++) {
      double furthest = 0;
      for (int a = 0; a < options; a++) {
        double q = 0;
        for (int b = 0; b < options; b++) {
          int ab = a * options + b;
          q +=
              beats[ab]
                  * (byIncentive
                      ? p[a] * incentives[b * options + a] + p[b] * incentives[ab]
                      : (p[a] + p[b]) / options);
        }
        next[a] = q;
        furthest = Math.max(furthest, Math.abs(q - p[a]));
      }
      for (int a = 0; a < options; a++) {
        p[a] = (p[a] + next[a]) / 2;
      }
      if (furthest <= end) {
        return;
      }
    }
  }
}
