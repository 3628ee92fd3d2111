package org.entente.sway.bargain;

/**
 * Third parties of a challenge in {@link SpatialTurns}: each votes, in the challenger's view, for
 * the challenger or the target, and thereby tells the challenger how likely it is to win. Of
 * several settings side by side, see {@link Lanes}.
 */
final class ThirdParties {
  private static final double OWN_STRENGTH = 1e-10;

  /** So many votes are added up at a time. */
  private static final int TOGETHER = 4;

  private final int n;
  private final int lanes;
  private final int width;
  private final VotingRule voting;
  private final boolean proportional;

  /**
   * What third parties lose at others' positions, without the part that the challenger's own risk
   * has in it; and what that part grows with. Under proportional voting, times their weight.
   */
  private final double[][] theirs;

  private final double[][] slope;
  private double[][] weightOf;
  private final double[] view;
  private final double[] ahead;
  private final double[] both;
  private final double[] ifChallengerWins;
  private final double[] ifTargetWins;
  private final double[] ours;
  private final double[] preference;
  private final double[][] votes;
  private final double[] strength;
  private final double[] net;
  private final double[] none;

  ThirdParties(int actors, int lanes, VotingRule voting) {
    n = actors;
    this.lanes = lanes;
    this.voting = voting;
    width = n * lanes;
    proportional = voting == VotingRule.PROPORTIONAL;
    theirs = new double[n][width];
    slope = new double[n][width];
    view = new double[width];
    ahead = new double[width];
    both = new double[width];
    ifChallengerWins = new double[width];
    ifTargetWins = new double[width];
    ours = new double[width];
    preference = new double[width];
    votes = new double[TOGETHER][width];
    strength = new double[width];
    net = new double[width];
    none = new double[width];
  }

  /**
   * Looks at where all stand. Actors × (actors × lanes) each.
   *
   * @param weightOf the weight of the first, to which this then holds on
   * @param distance d, how far the first finds the second
   * @param bend d (1 − d)
   * @param loss d less bend times the first's risk
   */
  void look(double[][] weightOf, double[][] distance, double[][] bend, double[][] loss) {
    this.weightOf = weightOf;
    for (int k = 0; k < n; k++) {
      third(distance[k], loss[k], theirs[k], width);
      if (proportional) {
        Lanes.times(weightOf[k], theirs[k], theirs[k], width);
        Lanes.times(weightOf[k], bend[k], slope[k], width);
      } else {
        System.arraycopy(bend[k], 0, slope[k], 0, width);
      }
    }
  }

  /** What it loses, d − r d (1 − d), with a third of its risk. */
  private static void third(double[] distance, double[] loss, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = (2 * distance[t] + loss[t]) * (1 / 3d);
    }
  }

  /**
   * Fills in how likely an actor thinks it is to win against each other one. Actors × lanes each.
   *
   * @param weight of all
   * @param risk the challenger's, beside each other one
   * @param loss what it loses at each
   */
  void chances(int h, double[] weight, double[] risk, double[] loss, double[] chances) {
    principals(h, weight, risk, loss);
    double[] sizes = none;
    double[] sum = none;
    int held = 0;
    for (int k = 0; k < n; k++) {
      if (k != h) {
        vote(k, votes[held++]);
      }
      if (held == TOGETHER || (k == n - 1 && held > 0)) {
        while (held < TOGETHER) {
          System.arraycopy(none, 0, votes[held++], 0, width);
        }
        Lanes.addSizes(sizes, votes[0], votes[1], votes[2], votes[3], strength, width);
        Lanes.add(sum, votes[0], votes[1], votes[2], votes[3], net, width);
        sizes = strength;
        sum = net;
        held = 0;
      }
    }
    probabilities(ahead, both, sizes, sum, chances, width);
  }

  /**
   * By how much the challenger is stronger, in its view, than each target, and the strength of
   * both; what third parties lose if it wins.
   */
  private void principals(int h, double[] weight, double[] risk, double[] loss) {
    Lanes.times(risk, 2 / 3d, view, width);
    for (int k = 0; k < n; k++) {
      System.arraycopy(theirs[k], h * lanes, preference, k * lanes, lanes);
      System.arraycopy(slope[k], h * lanes, ours, k * lanes, lanes);
    }
    Lanes.less(preference, view, ours, ifChallengerWins, width);
    voting.votes(weightOf[h], loss, ahead, width);
    double[] its = ifChallengerWins;
    if (!proportional) {
      voting.votes(weight, ifChallengerWins, preference, width);
      its = preference;
    }
    Lanes.plus(ahead, its, both, width);
    Lanes.plus(both, 2 * OWN_STRENGTH, both, width);
    Lanes.minus(ahead, its, ahead, width);
  }

  /**
   * Twice the vote of a third party: first as it likes, which tells it the odds, then on what
   * joining a side would bring.
   */
  private void vote(int k, double[] vote) {
    Lanes.repeat(ifChallengerWins, k, lanes, ours, n);
    if (proportional) {
      join(theirs[k], view, slope[k], ours, ahead, both, vote, width);
    } else {
      Lanes.less(theirs[k], view, slope[k], ifTargetWins, width);
      Lanes.minus(ifTargetWins, ours, preference, width);
      voting.votes(weightOf[k], preference, vote, width);
      odds(vote, ahead, both, preference, width);
      prospects(preference, ifTargetWins, ours, preference, width);
      voting.votes(weightOf[k], preference, vote, width);
      Lanes.times(vote, 2, vote, width);
    }
    System.arraycopy(none, 0, vote, k * lanes, lanes);
  }

  /**
   * Both votes in one, where they are proportional. With odds p to win at the challenger's side, o
   * to lose if it wins and t if the target does, p o − (1 − p) t = ((2 p − 1) (o + t) + o − t) / 2.
   */
  private static void join(
      double[] theirs,
      double[] view,
      double[] slope,
      double[] ours,
      double[] ahead,
      double[] both,
      double[] vote,
      int width) {
    for (int t = 0; t < width; t++) {
      double lost = theirs[t] - view[t] * slope[t];
      double first = lost - ours[t];
      vote[t] = (lost + ours[t]) * (ahead[t] + first) / (both[t] + Math.abs(first)) - first;
    }
  }

  private static void odds(double[] vote, double[] ahead, double[] both, double[] odds, int width) {
    for (int t = 0; t < width; t++) {
      odds[t] = .5 + .5 * (ahead[t] + vote[t]) / (both[t] + Math.abs(vote[t]));
    }
  }

  private static void prospects(
      double[] odds, double[] theirs, double[] ours, double[] preference, int width) {
    for (int t = 0; t < width; t++) {
      preference[t] = odds[t] * (ours[t] + theirs[t]) - theirs[t];
    }
  }

  private static void probabilities(
      double[] ahead, double[] both, double[] strength, double[] net, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = .5 + (.5 * ahead[t] + .25 * net[t]) / (both[t] + .5 * strength[t]);
    }
  }
}
