package org.entente.sway.bargain;

import java.util.Arrays;

/**
 * Turns of KTAB's spatial model, for several settings of the same size side by side, each in a
 * lane: see {@link Lanes}. A lane's results do not depend on what the others hold. Keeps its memory
 * from setting to setting. Positions run from 0 to 1 here.
 */
final class SpatialTurns {
  private static final double OWN_STRENGTH = 1e-10;
  private static final double WORTHWHILE = 1e-5;
  private static final double STUBBORN = 1e-6;
  private static final double DECIMALS = 1e4;
  private static final double SAME = 1e-3;

  /** Chances that differ by less are alike, so that the last bits do not choose. */
  private static final double ALIKE = 1e-9;

  /** Of 52 binary digits of what is expected of a challenge, likewise. */
  private static final int DIGITS_LEFT_OUT = 12;

  /** So many votes are added up at a time. */
  private static final int TOGETHER = 4;

  final int n;
  final int dims;
  final int lanes;

  /** Actors × lanes. */
  private final int width;

  /** Dimensions × (actors × lanes). */
  final double[][] x;

  final double[][] nextX;
  private final double[][] s;

  /** Of each actor: strength, salience over the dimensions, strength × that. */
  private final double[] c;

  private final double[] care;
  private final double[] weight;

  /** Σ salience², and in which lanes it is 0. */
  private final double[] squares;

  private final boolean[] careless;

  /** How far an actor finds another, d; and d (1 − d), what the actor loses there, its utility. */
  final double[][] distance;

  private final double[][] bend;
  private final double[][] loss;
  final double[][] utilities;

  final double[] risk;

  /** Whom each challenges, or −1; its chance and its gain, in its own view. */
  final int[] target;

  final double[] chance;
  final double[] gain;

  /** Dimensions × (initiators × lanes): where each bargain puts initiator and target. */
  final double[][] initiatorTo;

  final double[][] targetTo;

  /** Where the numbers of whom each challenges are; its own if it challenges nobody. */
  private final int[] partner;

  /** Whose bargain each took, or −1. */
  final int[] taken;

  /** How far all actors of a lane moved in the last turn. */
  final double[] moved;

  /**
   * What third parties lose at others' positions, without the part that the challenger's own risk
   * has in it; and what that part grows with. Under proportional voting, times their weight.
   */
  private final double[][] theirs;

  private final double[][] slope;
  private final double[] views;
  private final double[] view;
  private final double[] own;
  private final double[] ahead;
  private final double[] both;
  private final double[] ifChallengerWins;
  private final double[] ifTargetWins;
  private final double[] ours;
  private final double[] wide;
  private final double[] preference;
  private final double[][] votes;
  private final double[] none;
  private final double[] strength;
  private final double[] net;

  /** Voters × (initiators and the status quo × lanes): how much better than it. */
  private final double[][] better;

  private final double[] atInitiator;
  private final double[] atTarget;
  private final int[] offers;
  private final int[] offered;

  private final Election election;
  private final boolean proportional;
  private final Elections elections;
  private final double[] products;
  private double[] coalitions = new double[0];
  private final double[] options;
  private final int[] optionOf;
  final double[] optionChances;

  SpatialTurns(int actors, int dimensions, int lanes, Election election) {
    n = actors;
    dims = dimensions;
    this.lanes = lanes;
    this.election = election;
    width = n * lanes;
    proportional = election.voting == VotingRule.PROPORTIONAL;
    elections = new Elections(n, n + 1, lanes, election.voting, election.victory);
    x = new double[dims][width];
    nextX = new double[dims][width];
    s = new double[dims][width];
    c = new double[width];
    care = new double[width];
    weight = new double[width];
    squares = new double[width];
    careless = new boolean[width];
    distance = new double[n][width];
    bend = new double[n][width];
    loss = new double[n][width];
    utilities = new double[n][width];
    risk = new double[width];
    target = new int[width];
    partner = new int[width];
    chance = new double[width];
    gain = new double[width];
    initiatorTo = new double[dims][width];
    targetTo = new double[dims][width];
    taken = new int[width];
    moved = new double[lanes];
    theirs = new double[n][width];
    slope = new double[n][width];
    views = new double[width];
    view = new double[width];
    own = new double[width];
    ahead = new double[width];
    both = new double[width];
    ifChallengerWins = new double[width];
    ifTargetWins = new double[width];
    ours = new double[width];
    wide = new double[width];
    preference = new double[width];
    votes = new double[TOGETHER][width];
    none = new double[lanes];
    strength = new double[width];
    net = new double[width];
    better = new double[n][width + lanes];
    atInitiator = new double[width];
    atTarget = new double[width];
    offers = new int[n * (n + 1)];
    offered = new int[n];
    for (int k = 0; k < n; k++) {
      offers[k * (n + 1)] = n;
    }
    products = new double[width + lanes];
    options = new double[n * n];
    optionOf = new int[n];
    optionChances = new double[n + 1];
  }

  /**
   * Puts a setting into a lane. Positions 0 to 100; saliences as they are, or all divided by the
   * largest sum of an actor's where that is above 1.
   */
  void start(int lane, double[] positions, double[] capabilities, double[] saliences) {
    double largest = 1;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < dims; k++) {
        sum += saliences[i * dims + k];
      }
      largest = Math.max(largest, sum);
    }
    for (int i = 0; i < n; i++) {
      int at = i * lanes + lane;
      double sum = 0;
      double square = 0;
      for (int k = 0; k < dims; k++) {
        x[k][at] = positions[i * dims + k] / Setting.SCALE;
        s[k][at] = saliences[i * dims + k] / largest;
        sum += s[k][at];
        square += s[k][at] * s[k][at];
      }
      c[at] = capabilities[i];
      care[at] = sum;
      weight[at] = capabilities[i] * sum;
      careless[at] = square == 0;
      squares[at] = square == 0 ? 1 : square;
    }
  }

  boolean together(int lane) {
    for (int k = 0; k < dims; k++) {
      for (int at = lanes + lane; at < width; at += lanes) {
        if (x[k][at] != x[k][lane]) {
          return false;
        }
      }
    }
    return true;
  }

  /** How far an actor finds points, one an actor and lane. */
  private void distances(int k, double[][] to, double[] found) {
    if (dims == 1) {
      Lanes.repeat(x[0], k, lanes, wide, n);
      Lanes.apart(wide, to[0], found, width);
    } else {
      Arrays.fill(strength, 0);
      for (int m = 0; m < dims; m++) {
        Lanes.repeat(x[m], k, lanes, wide, n);
        Lanes.repeat(s[m], k, lanes, own, n);
        Lanes.addSquares(own, wide, to[m], strength, width);
      }
      Lanes.repeat(squares, k, lanes, wide, n);
      Lanes.root(strength, wide, found, width);
    }
    for (int lane = 0; lane < lanes; lane++) {
      for (int t = lane; careless[k * lanes + lane] && t < width; t += lanes) {
        found[t] = 0;
      }
    }
  }

  /** Distances, risk, and each actor's utility of each position. */
  void assess() {
    for (int k = 0; k < n; k++) {
      distances(k, x, distance[k]);
      Lanes.bend(distance[k], bend[k], width);
      Lanes.times(distance[k], -1, utilities[k], width);
    }
    risks();
    for (int k = 0; k < n; k++) {
      Lanes.repeat(risk, k, lanes, wide, n);
      Lanes.less(distance[k], wide, bend[k], loss[k], width);
      worth(loss[k], utilities[k], width);
    }
  }

  private static void worth(double[] loss, double[] utility, int width) {
    for (int t = 0; t < width; t++) {
      utility[t] = 1 - loss[t];
    }
  }

  /** By how likely each position is to win if nobody minds risk. */
  private void risks() {
    elections.hold(c, utilities, n);
    chances();
    for (int lane = 0; lane < lanes; lane++) {
      double most = 0;
      double least = 1;
      for (int t = lane; t < width; t += lanes) {
        most = Math.max(most, products[t]);
        least = Math.min(least, products[t]);
      }
      for (int t = lane; t < width; t += lanes) {
        risk[t] = most > least ? (3 * products[t] - most - 2 * least) / (2 * (most - least)) : 0;
      }
    }
  }

  /** Fills in the chances of the actors' positions. */
  private void chances() {
    if (election.rule == ElectionRule.CONDITIONAL) {
      elections.beatAll(products);
      for (int lane = 0; lane < lanes; lane++) {
        double sum = 0;
        for (int t = lane; t < width; t += lanes) {
          sum += products[t];
        }
        for (int t = lane; t < width; t += lanes) {
          products[t] = sum > 0 ? products[t] / sum : 1.0 / n;
        }
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      optionOf[i] = i;
    }
    for (int lane = 0; lane < lanes; lane++) {
      elect(optionOf, n, lane);
      for (int i = 0; i < n; i++) {
        products[i * lanes + lane] = optionChances[i];
      }
    }
  }

  /** Fills in the chances of some of the options that {@link #elections} hold. */
  private void elect(int[] some, int count, int lane) {
    if (coalitions.length < count * count) {
      coalitions = new double[count * count];
    }
    for (int a = 0; a < count; a++) {
      coalitions[a * count + a] = Election.NOBODY;
      for (int b = 0; b < a; b++) {
        coalitions[a * count + b] = elections.coalition(some[a], some[b], lane);
        coalitions[b * count + a] = elections.coalition(some[b], some[a], lane);
      }
    }
    election.run(coalitions, count, optionChances);
  }

  /** One turn, after {@link #assess}: challenges, bargains, and what each actor takes. */
  void turn() {
    Lanes.times(risk, 2 / 3d, views, width);
    Lanes.times(risk, 1 / 3d, preference, width);
    for (int k = 0; k < n; k++) {
      Lanes.repeat(preference, k, lanes, wide, n);
      Lanes.less(distance[k], wide, bend[k], theirs[k], width);
      if (proportional) {
        Lanes.repeat(weight, k, lanes, wide, n);
        Lanes.times(wide, theirs[k], theirs[k], width);
        Lanes.times(wide, bend[k], slope[k], width);
      } else {
        System.arraycopy(bend[k], 0, slope[k], 0, width);
      }
    }
    for (int h = 0; h < n; h++) {
      challenge(h);
    }
    for (int t = 0; t < width; t++) {
      partner[t] = target[t] < 0 ? t : target[t] * lanes + t % lanes;
      bargain(t);
    }
    for (int k = 0; k < n; k++) {
      value(k);
    }
    elections.hold(c, better, n + 1);
    for (int lane = 0; lane < lanes; lane++) {
      take(lane);
    }
  }

  /** Copies the state of a lane. */
  void copy(int lane, SpatialTurns to, int toLane) {
    for (int i = 0; i < n; i++) {
      int from = i * lanes + lane;
      int at = i * to.lanes + toLane;
      for (int k = 0; k < dims; k++) {
        to.x[k][at] = x[k][from];
        to.s[k][at] = s[k][from];
      }
      to.c[at] = c[from];
      to.care[at] = care[from];
      to.weight[at] = weight[from];
      to.careless[at] = careless[from];
      to.squares[at] = squares[from];
    }
  }

  void move() {
    for (int k = 0; k < dims; k++) {
      System.arraycopy(nextX[k], 0, x[k], 0, width);
    }
  }

  /** The actor looks at each other one, and challenges the one of whom it expects most. */
  private void challenge(int h) {
    principals(h);
    Arrays.fill(strength, 0);
    Arrays.fill(net, 0);
    int held = 0;
    for (int k = 0; k < n; k++) {
      if (k == h) {
        continue;
      }
      vote(k, votes[held++]);
      if (held == TOGETHER) {
        Lanes.addSizes(votes[0], votes[1], votes[2], votes[3], strength, width);
        Lanes.add(votes[0], votes[1], votes[2], votes[3], net, width);
        held = 0;
      }
    }
    while (held > 0) {
      Lanes.addSizes(votes[--held], strength, width);
      Lanes.add(votes[held], net, width);
    }
    probabilities(ahead, both, strength, net, preference, width);
    expectations(loss[h], care, preference, ours, width);
    System.arraycopy(none, 0, ours, h * lanes, lanes);
    for (int lane = 0; lane < lanes; lane++) {
      best(h, lane);
    }
  }

  /**
   * Takes the one of whom most is expected, if that is worthwhile. Without a branch, for nobody can
   * guess which way it goes: positive numbers are in the order of their bits, and the sign of a
   * difference, drawn out, is a mask.
   */
  private void best(int h, int lane) {
    long most = Double.doubleToRawLongBits(WORTHWHILE) >> DIGITS_LEFT_OUT;
    int best = -1;
    for (int j = 0; j < n; j++) {
      long expected = Double.doubleToRawLongBits(ours[j * lanes + lane]) >> DIGITS_LEFT_OUT;
      long better = (most - expected) >> 63;
      most ^= (most ^ expected) & better;
      best ^= (best ^ j) & (int) better;
    }
    int at = h * lanes + lane;
    target[at] = best;
    gain[at] = best < 0 ? WORTHWHILE : ours[best * lanes + lane];
    chance[at] = best < 0 ? 0 : preference[best * lanes + lane];
  }

  /**
   * By how much the challenger is stronger, in its view, than each target, and the strength of
   * both; what third parties lose if it wins.
   */
  private void principals(int h) {
    Lanes.repeat(views, h, lanes, view, n);
    for (int k = 0; k < n; k++) {
      System.arraycopy(theirs[k], h * lanes, preference, k * lanes, lanes);
      System.arraycopy(slope[k], h * lanes, ours, k * lanes, lanes);
    }
    Lanes.less(preference, view, ours, ifChallengerWins, width);
    Lanes.repeat(weight, h, lanes, wide, n);
    election.voting.votes(wide, loss[h], ahead, width);
    double[] its = ifChallengerWins;
    if (!proportional) {
      election.voting.votes(weight, ifChallengerWins, preference, width);
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
      Lanes.repeat(weight, k, lanes, wide, n);
      Lanes.minus(ifTargetWins, ours, preference, width);
      election.voting.votes(wide, preference, vote, width);
      odds(vote, ahead, both, preference, width);
      prospects(preference, ifTargetWins, ours, preference, width);
      election.voting.votes(wide, preference, vote, width);
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

  private static void expectations(
      double[] own, double[] care, double[] probability, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = own[t] * (1 - 2 * care[t] * (1 - probability[t]));
    }
  }

  private void bargain(int t) {
    if (target[t] < 0) {
      for (int k = 0; k < dims; k++) {
        initiatorTo[k][t] = x[k][t];
        targetTo[k][t] = x[k][t];
      }
      return;
    }
    int j = partner[t];
    double p = chance[t];
    for (int k = 0; k < dims; k++) {
      double sI = s[k][t] * p;
      double sJ = s[k][j] * (1 - p);
      double wI = sI * sI;
      double wJ = sJ * sJ;
      double sum = wI + STUBBORN + wJ;
      initiatorTo[k][t] = round(((wI + STUBBORN) * x[k][t] + wJ * x[k][j]) / sum);
      targetTo[k][t] = round((wI * x[k][t] + (STUBBORN + wJ) * x[k][j]) / sum);
    }
  }

  private static double round(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS;
  }

  /** How much better an actor finds the state after each bargain than the status quo. */
  private void value(int k) {
    distances(k, initiatorTo, atInitiator);
    distances(k, targetTo, atTarget);
    Lanes.repeat(risk, k, lanes, wide, n);
    double[] now = loss[k];
    double[] gained = better[k];
    for (int t = 0; t < width; t++) {
      gained[t] = now[t] + now[partner[t]];
    }
    Lanes.lessLoss(gained, atInitiator, wide, gained, width);
    Lanes.lessLoss(gained, atTarget, wide, gained, width);
    Lanes.times(gained, 1.0 / n, gained, width);
  }

  /** Each actor takes the most probable of the status quo and the bargains that it is in. */
  private void take(int lane) {
    Arrays.fill(offered, 0);
    for (int i = 0; i < n; i++) {
      int j = target[i * lanes + lane];
      if (j >= 0) {
        offers[i * (n + 1) + ++offered[i]] = i;
        offers[j * (n + 1) + ++offered[j]] = i;
      }
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      int at = k * lanes + lane;
      int best = offered[k] == 0 ? n : chosen(k, lane);
      taken[at] = best == n ? -1 : best;
      double square = 0;
      for (int m = 0; m < dims; m++) {
        double[] to = best == k ? initiatorTo[m] : targetTo[m];
        nextX[m][at] = best == n ? x[m][at] : to[best * lanes + lane];
        square += (nextX[m][at] - x[m][at]) * (nextX[m][at] - x[m][at]);
      }
      sum += Math.sqrt(square);
    }
    moved[lane] = sum;
  }

  /**
   * The status quo, or the initiator of the bargain, that is most likely to win among those that an
   * actor has on offer.
   */
  int chosen(int k, int lane) {
    int count = offered[k] + 1;
    int first = k * (n + 1);
    if (count == 2 && election.rule == ElectionRule.CONDITIONAL) {
      int only = offers[first + 1];
      double quo = elections.beats(n, only, lane);
      return 1 - quo > quo + ALIKE ? only : n;
    }
    if (election.rule == ElectionRule.CONDITIONAL) {
      beatAll(first, count, lane);
    } else {
      elect(Arrays.copyOfRange(offers, first, first + count), count, lane);
    }
    int best = 0;
    for (int o = 1; o < count; o++) {
      if (optionChances[o] > optionChances[best] + ALIKE) {
        best = o;
      }
    }
    return offers[first + best];
  }

  private void beatAll(int first, int count, int lane) {
    Arrays.fill(optionChances, 0, count, 1);
    for (int a = 1; a < count; a++) {
      for (int b = 0; b < a; b++) {
        double beats = elections.beats(offers[first + a], offers[first + b], lane);
        optionChances[a] *= beats;
        optionChances[b] *= 1 - beats;
      }
    }
  }

  /**
   * After {@link #assess}: fills in the chance of each actor's position; equal positions share one,
   * and each shows it.
   */
  void report(int lane, double[] shown, double[] point) {
    int count = 0;
    double[] strengths = new double[n];
    for (int i = 0; i < n; i++) {
      strengths[i] = c[i * lanes + lane];
      int at = 0;
      while (at < count && !same(optionOf[at], i, lane)) {
        at++;
      }
      if (at == count) {
        optionOf[count] = i;
        for (int k = 0; k < n; k++) {
          options[count * n + k] = utilities[k][i * lanes + lane];
        }
        count++;
      }
    }
    election.run(strengths, options, count, optionChances);
    Arrays.fill(point, 0);
    for (int o = 0; o < count; o++) {
      for (int k = 0; k < dims; k++) {
        point[k] += optionChances[o] * x[k][optionOf[o] * lanes + lane] * Setting.SCALE;
      }
    }
    for (int i = 0; i < n; i++) {
      int at = 0;
      while (!same(optionOf[at], i, lane)) {
        at++;
      }
      shown[i] = optionChances[at];
    }
  }

  private boolean same(int i, int j, int lane) {
    double square = 0;
    for (int k = 0; k < dims; k++) {
      double gap = x[k][i * lanes + lane] - x[k][j * lanes + lane];
      square += gap * gap;
    }
    return square < SAME * SAME;
  }
}
