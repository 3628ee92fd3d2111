package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.Outcome.Kind;

/**
 * Actors on one line who challenge each other, round by round: of several settings of the same size
 * side by side, each in a lane, see {@link Lanes}. A lane's results do not depend on what the
 * others hold. Keeps its memory from setting to setting.
 *
 * <p>Actors stand in a ring, and what is between two is kept in rows by how many places the second
 * stands after the first, 1 to n − 1: {@code rows[places][first * lanes + lane]}.
 */
abstract class ChallengeRounds {
  /**
   * Gains and losses below this are none: positions that run together differ by the last bit, whose
   * sign would else decide who moves.
   */
  static final double NOISE = 1e-12;

  final int n;
  final int lanes;

  /** Actors × lanes. */
  final int width;

  final double[] x;
  final double[] w;
  final double[] s;
  final double[] risk;

  /** Of each lane: the weights' sum, and how far apart the outermost actors are. */
  private final double[] sums;

  private final double[] range;

  /** Support of the first against the second, and of the second against the first. */
  final double[][] support;

  final double[][] resistance;

  /** How far apart two are, as a share of a range. */
  final double[][] distance;

  private final double[][] logNear;
  private final double[][] logFar;
  private final double[] logOfHalf;

  /** What the first expects of challenging the second. */
  final double[][] attack;

  private final Coalitions coalitions;

  /** Actors × (actors × lanes): how far one is from each, and its weight beside it. */
  private final double[][] ofEach;

  private final double[][] wOf;

  private final double[] strength;
  private final double[] net;
  final double[] wide;
  final double[] success;
  final double[] failure;
  final double[] quo;
  final double[] power;
  final double[] part;
  private final double[] security;
  private final double[] next;

  /** Who moved towards whom in the last round, or −1; and why. */
  final int[] counterpart;

  final Kind[] kind;
  final double[] own;
  final double[] other;
  final int[] chosen;
  private final int[] order;
  private final double[] positions;
  private final double[] weights;

  ChallengeRounds(int actors, int lanes) {
    n = actors;
    this.lanes = lanes;
    width = n * lanes;
    x = new double[width];
    w = new double[width];
    s = new double[width];
    risk = new double[width];
    sums = new double[lanes];
    range = new double[lanes];
    support = new double[n][width];
    resistance = new double[n][width];
    distance = new double[n][width];
    logNear = new double[n][width];
    logFar = new double[n][width];
    attack = new double[n][width];
    coalitions = new Coalitions(n, n, lanes);
    ofEach = new double[n][width];
    wOf = new double[n][width];
    success = new double[width];
    failure = new double[width];
    quo = new double[width];
    power = new double[width];
    part = new double[width];
    logOfHalf = new double[width];
    Arrays.fill(part, .5);
    Powers.logs(part, logOfHalf, width);
    strength = new double[width];
    net = new double[width];
    wide = new double[width];
    security = new double[width];
    next = new double[width];
    counterpart = new int[width];
    kind = new Kind[width];
    own = new double[width];
    other = new double[width];
    chosen = new int[lanes];
    order = Order.first(n);
    positions = new double[n];
    weights = new double[n];
  }

  /** Puts a setting of one dimension into a lane. */
  final void start(int lane, double[] positions, double[] capabilities, double[] saliences) {
    sums[lane] = Weights.fill(weights, capabilities, saliences);
    for (int i = 0; i < n; i++) {
      int t = i * lanes + lane;
      x[t] = positions[i];
      w[t] = weights[i];
      s[t] = saliences[i];
      for (int option = lane; option < width; option += lanes) {
        wOf[i][option] = weights[i];
      }
    }
    begin(lane, range(lane));
  }

  /** Given how far apart the outermost actors are at first. */
  abstract void begin(int lane, double range);

  /** Works out risk, expectations and offers; says whether anyone moves, in any lane. */
  final boolean challenge() {
    for (int lane = 0; lane < lanes; lane++) {
      range[lane] = range(lane);
    }
    prepare(range, security);
    for (int lane = 0; lane < lanes; lane++) {
      risks(lane);
    }
    expect();
    boolean moves = false;
    System.arraycopy(x, 0, next, 0, width);
    Arrays.fill(counterpart, -1);
    for (int i = 0; i < n; i++) {
      choose(i);
      for (int lane = 0; lane < lanes; lane++) {
        int with = chosen[lane];
        if (with >= 0 && range[lane] > 0) {
          moves = true;
          accept(i, with, lane);
        }
      }
    }
    return moves;
  }

  private void risks(int lane) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int t = lane; t < width; t += lanes) {
      low = Math.min(low, security[t]);
      high = Math.max(high, security[t]);
    }
    for (int t = lane; t < width; t += lanes) {
      double rho =
          range[lane] > 0 && high > low ? (2 * security[t] - high - low) / (high - low) : 0;
      risk[t] = (1 - rho / 3) / (1 + rho / 3);
    }
  }

  /** Distances, and how secure each is while all are neutral to risk. */
  abstract void prepare(double[] range, double[] security);

  /** Expectations, given risk. */
  abstract void expect();

  /** Fills in {@link #chosen}: whose offer an actor takes, or −1, in each lane. */
  abstract void choose(int i);

  /** Calls {@link #accept} with what the offer says. */
  abstract void accept(int i, int j, int lane);

  final void accept(int i, int j, int lane, Kind why, double ownGain, double otherGain, double to) {
    int t = i * lanes + lane;
    counterpart[t] = j;
    kind[t] = why;
    own[t] = ownGain;
    other[t] = otherGain;
    next[t] = to;
  }

  final void move() {
    System.arraycopy(next, 0, x, 0, width);
  }

  final double median(int lane) {
    for (int i = 0; i < n; i++) {
      positions[i] = x[i * lanes + lane];
      weights[i] = w[i * lanes + lane];
    }
    Order.sort(order, positions);
    return WeightedMedian.of(positions, weights, sums[lane], order);
  }

  final double mean(int lane) {
    for (int i = 0; i < n; i++) {
      positions[i] = x[i * lanes + lane];
      weights[i] = w[i * lanes + lane];
    }
    return WeightedMean.of(positions, weights, sums[lane]);
  }

  private double range(int lane) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int t = lane; t < width; t += lanes) {
      low = Math.min(low, x[t]);
      high = Math.max(high, x[t]);
    }
    return high - low;
  }

  /** All bits where the first is below the second, which are no infinities, and none elsewhere. */
  static long ifBelow(double first, double second) {
    return Double.doubleToRawLongBits(first - second) >> Long.SIZE - 1;
  }

  /** How many places one stands after another. */
  final int places(int first, int second) {
    return second > first ? second - first : second - first + n;
  }

  /**
   * Fills in distances, and logarithms of (1 ± distance) / 2.
   *
   * @param ranges that distances are shares of, above 0, one a lane
   */
  final void distances(double[] ranges) {
    Lanes.repeat(ranges, 0, lanes, wide, n);
    for (int places = 1; 2 * places <= n; places++) {
      Lanes.turn(x, places, lanes, part, n);
      Lanes.apart(x, part, distance[places], width);
      Lanes.over(distance[places], wide, distance[places], width);
      near(distance[places], part, width);
      Powers.logs(part, logNear[places], width);
      far(distance[places], part, width);
      Powers.logs(part, logFar[places], width);
      mirror(distance, distance, places);
      mirror(logNear, logNear, places);
      mirror(logFar, logFar, places);
    }
  }

  static void near(double[] distance, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = .5 - .5 * distance[t];
    }
  }

  static void far(double[] distance, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = .5 + .5 * distance[t];
    }
  }

  /** Copies what is between two to where the second comes first. */
  final void mirror(double[][] rows, double[][] to, int places) {
    if (2 * places < n) {
      Lanes.turn(rows[places], n - places, lanes, to[n - places], n);
    }
  }

  /** Fills in {@link #quo}, by each one's risk; see {@link #stakes}. */
  final void quo() {
    Lanes.times(risk, logOfHalf, power, width);
    Powers.exp(power, quo, width);
  }

  /**
   * Fills in {@link #success} and {@link #failure}, by each one's risk, such that its utility of
   * each, and of {@link #quo}, is 2 − 4 × that.
   */
  final void stakes(int places) {
    Lanes.times(risk, logNear[places], power, width);
    Powers.exp(power, success, width);
    Lanes.times(risk, logFar[places], power, width);
    Powers.exp(power, failure, width);
  }

  /**
   * What is expected of a challenge: success − status quo − salience × (1 − probability) × (success
   * − failure).
   */
  final void expectation(double[] salience, double[] probability, double[] out) {
    doubts(salience, probability, part, width);
    expectation(success, failure, quo, part, out, width);
  }

  private static void doubts(double[] s, double[] probability, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = s[t] * (1 - probability[t]);
    }
  }

  private static void expectation(
      double[] success, double[] failure, double[] quo, double[] doubt, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = 4 * (quo[t] - success[t] - doubt[t] * (failure[t] - success[t]));
    }
  }

  /**
   * Fills in {@link #support} and {@link #resistance}.
   *
   * @param far how far the first finds the second
   */
  final void support(double[][] far) {
    for (int k = 0; k < n; k++) {
      for (int places = 1; places < n; places++) {
        int option = (k + places) % n;
        System.arraycopy(far[places], k * lanes, ofEach[k], option * lanes, lanes);
      }
    }
    coalitions.weigh(wOf, ofEach, n);
    for (int places = 1; 2 * places <= n; places++) {
      coalitions.compare(places, strength, net);
      Lanes.halfGap(strength, net, support[places], width);
      Lanes.middle(strength, net, resistance[places], width);
      mirror(resistance, support, places);
      mirror(support, resistance, places);
    }
  }
}
