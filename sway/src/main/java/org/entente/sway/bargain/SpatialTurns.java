package org.entente.sway.bargain;

import java.util.Arrays;

/**
 * Turns of KTAB's spatial model, for several settings of the same size side by side, each in a
 * lane: see {@link Lanes}. A lane's results do not depend on what the others hold. Keeps its memory
 * from setting to setting. Positions run from 0 to 1 here.
 */
final class SpatialTurns {
  private static final double WORTHWHILE = 1e-5;
  private static final double STUBBORN = 1e-6;
  private static final double DECIMALS = 1e4;
  private static final double SAME = 1e-3;

  /** Chances that differ by less are alike, so that the last bits do not choose. */
  private static final double ALIKE = 1e-9;

  /** Of 52 binary digits of what is expected of a challenge, likewise. */
  private static final int DIGITS_LEFT_OUT = 12;

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

  /** The numbers of one actor beside those of each other: its position, strength, weight, risk. */
  private final double[][][] xOf;

  private final double[][] cOf;
  private final double[][] weightOf;
  private final double[][] riskOf;

  /** Σ salience², and in which lanes it is 0. */
  private final double[] squares;

  private final boolean[] careless;

  /** How far an actor finds another, d; and d (1 − d), what the actor loses there. */
  final double[][] distance;

  private final double[][] bend;
  final double[][] loss;

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

  private final ThirdParties parties;
  private final double[] own;
  private final double[] expected;
  private final double[] wide;
  private final double[] winning;
  private final double[] squared;

  /** Voters × (initiators and the status quo × lanes): how much better than it. */
  private final double[][] better;

  /** That each bargain would beat the status quo. */
  private final double[] overQuo;

  private final double[] atInitiator;
  private final double[] atTarget;
  private final int[] offers;
  private final int[] offered;

  private final Election election;
  private final Elections elections;
  private final double[] products;
  private final double[] most;
  private final double[] least;
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
    parties = new ThirdParties(n, lanes, election.voting);
    elections = new Elections(n, n + 1, lanes, election.voting, election.victory);
    x = new double[dims][width];
    nextX = new double[dims][width];
    s = new double[dims][width];
    c = new double[width];
    care = new double[width];
    weight = new double[width];
    xOf = new double[dims][n][width];
    cOf = new double[n][width + lanes];
    weightOf = new double[n][width];
    riskOf = new double[n][width];
    squares = new double[width];
    careless = new boolean[width];
    distance = new double[n][width];
    bend = new double[n][width];
    loss = new double[n][width];
    risk = new double[width];
    target = new int[width];
    partner = new int[width];
    chance = new double[width];
    gain = new double[width];
    initiatorTo = new double[dims][width];
    targetTo = new double[dims][width];
    taken = new int[width];
    moved = new double[lanes];
    own = new double[width];
    expected = new double[width];
    wide = new double[width];
    winning = new double[width];
    squared = new double[width];
    better = new double[n][width + lanes];
    overQuo = new double[width];
    atInitiator = new double[width];
    atTarget = new double[width];
    offers = new int[n * (n + 1)];
    offered = new int[n];
    for (int k = 0; k < n; k++) {
      offers[k * (n + 1)] = n;
    }
    products = new double[width + lanes];
    most = new double[lanes];
    least = new double[lanes];
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
      beside(i, lane);
      careless[at] = square == 0;
      squares[at] = square == 0 ? 1 : square;
    }
  }

  private void beside(int i, int lane) {
    for (int t = lane; t < width; t += lanes) {
      cOf[i][t] = c[i * lanes + lane];
      weightOf[i][t] = weight[i * lanes + lane];
    }
    cOf[i][width + lane] = c[i * lanes + lane];
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
      Lanes.apart(xOf[0][k], to[0], found, width);
    } else {
      Arrays.fill(squared, 0);
      for (int m = 0; m < dims; m++) {
        Lanes.repeat(s[m], k, lanes, own, n);
        Lanes.addSquares(own, xOf[m][k], to[m], squared, width);
      }
      Lanes.repeat(squares, k, lanes, wide, n);
      Lanes.root(squared, wide, found, width);
    }
    for (int lane = 0; lane < lanes; lane++) {
      for (int t = lane; careless[k * lanes + lane] && t < width; t += lanes) {
        found[t] = 0;
      }
    }
  }

  /** Distances, risk, and what each actor loses at each position. */
  void assess() {
    for (int k = 0; k < n; k++) {
      for (int m = 0; m < dims; m++) {
        Lanes.repeat(x[m], k, lanes, xOf[m][k], n);
      }
      distances(k, x, distance[k]);
      Lanes.bend(distance[k], bend[k], width);
    }
    risks();
    for (int k = 0; k < n; k++) {
      Lanes.repeat(risk, k, lanes, riskOf[k], n);
      Lanes.less(distance[k], riskOf[k], bend[k], loss[k], width);
    }
  }

  /** By how likely each position is to win if nobody minds risk. */
  private void risks() {
    elections.hold(cOf, distance, n, true);
    chances();
    Arrays.fill(most, 0);
    Arrays.fill(least, 1);
    for (int t = 0; t < width; ) {
      for (int lane = 0; lane < lanes; lane++, t++) {
        most[lane] = products[t] > most[lane] ? products[t] : most[lane];
        least[lane] = products[t] < least[lane] ? products[t] : least[lane];
      }
    }
    for (int t = 0; t < width; ) {
      for (int lane = 0; lane < lanes; lane++, t++) {
        double range = most[lane] - least[lane];
        risk[t] = range > 0 ? (3 * products[t] - most[lane] - 2 * least[lane]) / (2 * range) : 0;
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
    parties.look(weightOf, distance, bend, loss);
    for (int h = 0; h < n; h++) {
      challenge(h);
    }
    for (int t = 0; t < width; ) {
      for (int lane = 0; lane < lanes; lane++, t++) {
        partner[t] = target[t] < 0 ? t : target[t] * lanes + lane;
        bargain(t);
      }
    }
    for (int k = 0; k < n; k++) {
      value(k);
    }
    elections.hold(cOf, better, n + 1, false);
    for (int i = 0; i < n; i++) {
      elections.beats(i, n, overQuo, i * lanes);
    }
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
      to.beside(i, toLane);
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
    parties.chances(h, weight, riskOf[h], loss[h], winning);
    expectations(loss[h], care, winning, expected, width);
    Arrays.fill(expected, h * lanes, (h + 1) * lanes, 0);
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
      long offer = Double.doubleToRawLongBits(expected[j * lanes + lane]) >> DIGITS_LEFT_OUT;
      long better = (most - offer) >> 63;
      most ^= (most ^ offer) & better;
      best ^= (best ^ j) & (int) better;
    }
    int at = h * lanes + lane;
    target[at] = best;
    gain[at] = best < 0 ? WORTHWHILE : expected[best * lanes + lane];
    chance[at] = best < 0 ? 0 : winning[best * lanes + lane];
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
    double[] now = loss[k];
    double[] gained = better[k];
    for (int t = 0; t < width; t++) {
      gained[t] = now[t] + now[partner[t]];
    }
    Lanes.lessLoss(gained, atInitiator, riskOf[k], 1, gained, width);
    Lanes.lessLoss(gained, atTarget, riskOf[k], 1.0 / n, gained, width);
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
    int first = k * (n + 1);
    int count = offered[k] + 1;
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
    double quo = 1;
    for (int a = 1; a < count; a++) {
      int one = offers[first + a];
      double beats = overQuo[one * lanes + lane];
      quo *= 1 - beats;
      for (int b = 1; b < a; b++) {
        double second = elections.beats(offers[first + b], one, lane);
        optionChances[b] *= second;
        beats *= 1 - second;
      }
      optionChances[a] = beats;
    }
    optionChances[0] = quo;
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
          options[count * n + k] = 1 - loss[k][i * lanes + lane];
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
