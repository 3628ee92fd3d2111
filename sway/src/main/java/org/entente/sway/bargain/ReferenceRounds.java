package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.Outcome.Kind;

/** The challenge model as Scholz's program computes it. */
final class ReferenceRounds extends ChallengeRounds {
  private static final Kind[] KINDS = {Kind.CONFRONTATION, Kind.COMPROMISE, Kind.CAPITULATION};
  private static final long NONE = KINDS.length;

  /** An offer's kind stands above so many bits of how near it is. */
  private static final int KIND = 52;

  private final double[] range;

  /** 1 / twice the sum of support over all ordered pairs. */
  final double[] perAll;

  private final double[][] logDistance;
  private final double[][] far;

  /** In the view of the first: what the second expects of challenging it. */
  final double[][] threat;

  private final double[] probability;

  /** What the best offer so far is: its kind, and how near it is. */
  private final long[] best;

  ReferenceRounds(int actors, int lanes) {
    super(actors, lanes);
    range = new double[lanes];
    perAll = new double[width];
    logDistance = new double[n][width];
    far = new double[n][width];
    threat = new double[n][width];
    probability = new double[width];
    best = new long[lanes];
  }

  @Override
  void begin(int lane, double initialRange) {
    range[lane] = initialRange == 0 ? 1 : initialRange;
  }

  @Override
  void prepare(double[] rangeNow, double[] security) {
    distances(range);
    for (int places = 1; 2 * places <= n; places++) {
      System.arraycopy(distance[places], 0, part, 0, width);
      Powers.logs(part, logDistance[places], width);
      mirror(logDistance, logDistance, places);
    }
    supportAt(distance);
    Arrays.fill(security, 0);
    for (int places = 1; places < n; places++) {
      Lanes.times(resistance[places], perAll, probability, width);
      safety(distance[places], s, probability, part, width);
      Lanes.add(part, security, width);
    }
  }

  private static void safety(
      double[] distance, double[] s, double[] probability, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = 2 * distance[t] * (1 - 2 * s[t] * (1 - probability[t]));
    }
  }

  /** Support, and {@link #perAll}, 0 where there is none. */
  private void supportAt(double[][] far) {
    support(far);
    Arrays.fill(part, 0);
    for (int places = 1; places < n; places++) {
      Lanes.add(support[places], part, width);
    }
    for (int lane = 0; lane < lanes; lane++) {
      double sum = 0;
      for (int t = lane; t < width; t += lanes) {
        sum += part[t];
      }
      perAll[lane] = sum > 0 ? .5 / sum : 0;
    }
    Lanes.repeat(perAll, 0, lanes, perAll, n);
  }

  @Override
  void expect() {
    for (int places = 1; places < n; places++) {
      Lanes.times(risk, logDistance[places], power, width);
      Powers.exp(power, far[places], width);
    }
    supportAt(far);
    quo();
    for (int places = 1; places < n; places++) {
      stakes(places);
      Lanes.turn(s, places, lanes, wide, n);
      Lanes.times(support[places], perAll, probability, width);
      expectation(wide, probability, attack[places]);
      Lanes.times(resistance[places], perAll, probability, width);
      expectation(s, probability, threat[places]);
    }
  }

  /** An open confrontation before a compromise before a capitulation; among alike, the nearest. */
  @Override
  void choose(int i) {
    Arrays.fill(chosen, -1);
    Arrays.fill(best, NONE << KIND);
    for (int j = 0; j < n; j++) {
      if (j != i) {
        int places = places(i, j);
        consider(i * lanes, j, attack[places], threat[places]);
      }
    }
  }

  /**
   * Takes the offer if it is better than the best so far. Without a branch, for nobody can guess
   * which way it goes: the sign of a difference, drawn out, is a mask, and an offer is a number,
   * its kind before how near it is.
   */
  private void consider(int own, int j, double[] attack, double[] threat) {
    int row = j * lanes;
    for (int lane = 0; lane < lanes; lane++) {
      double a = attack[own + lane];
      double b = threat[own + lane];
      double from = x[own + lane];
      double to = x[row + lane];
      double gap = Math.abs(to - from);
      long offered =
          ifBelow(NOISE, Math.abs(a)) & ifBelow(NOISE, b) & ifBelow(a, b) & ifBelow(0, gap);
      long loses = Double.doubleToRawLongBits(a) >> Long.SIZE - 1;
      long meets = loses & ifBelow(-a - NOISE, b);
      double middle = Math.abs((b * to - a * from) / (b - a));
      long measure =
          Double.doubleToRawLongBits(middle) & meets | Double.doubleToRawLongBits(gap) & ~meets;
      long kind = loses & 2 + meets | NONE & ~offered;
      long offer = kind << KIND | measure >>> Long.SIZE - KIND;
      long better = offer - best[lane] >> Long.SIZE - 1;
      best[lane] ^= (best[lane] ^ offer) & better;
      chosen[lane] ^= (chosen[lane] ^ j) & (int) better;
    }
  }

  @Override
  void accept(int i, int j, int lane) {
    int t = i * lanes + lane;
    double a = attack[places(i, j)][t];
    double b = threat[places(i, j)][t];
    double its = x[j * lanes + lane];
    Kind why = KINDS[(int) (best[lane] >> KIND)];
    double to = why == Kind.COMPROMISE ? x[t] + (its - x[t]) * (-a / b) : its;
    accept(i, j, lane, why, a, b, to);
  }
}
