package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.Outcome.Kind;

/** The challenge model as Scholz's program computes it. */
final class ReferenceRounds extends ChallengeRounds {
  private static final Kind[] KINDS = {Kind.CONFRONTATION, Kind.COMPROMISE, Kind.CAPITULATION};
  private static final int NONE = KINDS.length;

  private final double[] range;

  /** 1 / twice the sum of support over all ordered pairs. */
  final double[] perAll;

  private final double[][] logDistance;
  private final double[][] far;

  /** In the view of the first: what the second expects of challenging it. */
  final double[][] threat;

  private final double[] probability;

  /** What the best offer so far is: its kind, and how near it is. */
  private final int[] rank;

  private final double[] least;

  ReferenceRounds(int actors, int lanes) {
    super(actors, lanes);
    range = new double[lanes];
    perAll = new double[width];
    logDistance = new double[n][width];
    far = new double[n][width];
    threat = new double[n][width];
    probability = new double[width];
    rank = new int[lanes];
    least = new double[lanes];
    for (int i = 0; i < n; i++) {
      Arrays.fill(part, 0);
      Powers.logs(part, logDistance[i], width);
    }
  }

  @Override
  void begin(int lane, double initialRange) {
    range[lane] = initialRange == 0 ? 1 : initialRange;
  }

  @Override
  void prepare(double[] rangeNow, double[] security) {
    distances(range);
    for (int i = 0; i < n; i++) {
      System.arraycopy(distance[i], 0, part, 0, i * lanes);
      Powers.logs(part, logDistance[i], i * lanes);
      mirror(logDistance, i);
    }
    supportAt(distance);
    for (int i = 0; i < n; i++) {
      Lanes.times(resistance[i], perAll, probability, width);
      Lanes.repeat(s, i, lanes, wide, n);
      safety(distance[i], wide, probability, part, width);
      total(part, security, i);
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
    Arrays.fill(perAll, 0);
    for (int a = 1; a < n; a++) {
      Lanes.plus(support[a], resistance[a], part, a * lanes);
      for (int t = 0; t < a * lanes; t += lanes) {
        for (int lane = 0; lane < lanes; lane++) {
          perAll[lane] += part[t + lane];
        }
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      perAll[lane] = perAll[lane] > 0 ? .5 / perAll[lane] : 0;
    }
    Lanes.repeat(perAll, 0, lanes, perAll, n);
  }

  @Override
  void expect() {
    for (int i = 0; i < n; i++) {
      Lanes.repeat(risk, i, lanes, wide, n);
      Lanes.times(wide, logDistance[i], power, width);
      Powers.exp(power, far[i], width);
    }
    supportAt(far);
    for (int i = 0; i < n; i++) {
      stakes(i);
      Lanes.times(support[i], perAll, probability, width);
      expectation(s, probability, attack[i]);
      Lanes.times(resistance[i], perAll, probability, width);
      Lanes.repeat(s, i, lanes, wide, n);
      expectation(wide, probability, threat[i]);
    }
  }

  /** An open confrontation before a compromise before a capitulation; among alike, the nearest. */
  @Override
  void choose(int i) {
    Arrays.fill(chosen, -1);
    Arrays.fill(rank, NONE);
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int j = 0; j < n; j++) {
      if (j != i) {
        consider(i * lanes, j, j * lanes, attack[i], threat[i]);
      }
    }
  }

  private void consider(int own, int j, int row, double[] attack, double[] threat) {
    for (int lane = 0; lane < lanes; lane++) {
      double a = attack[row + lane];
      double b = threat[row + lane];
      double from = x[own + lane];
      double to = x[row + lane];
      if (!(b > NOISE & Math.abs(a) > NOISE & b != -a & b > a) || from == to) {
        continue;
      }
      int kind = a > 0 ? 0 : b > -a - NOISE ? 1 : 2;
      if (kind > rank[lane]) {
        continue;
      }
      double measure = kind == 1 ? (-a * from + b * to) / (b - a) : Math.abs(to - from);
      if (kind < rank[lane] || measure < least[lane]) {
        rank[lane] = kind;
        least[lane] = measure;
        chosen[lane] = j;
      }
    }
  }

  @Override
  void accept(int i, int j, int lane) {
    int t = j * lanes + lane;
    double at = x[i * lanes + lane];
    double a = attack[i][t];
    double b = threat[i][t];
    double to = rank[lane] == 1 ? at + (x[t] - at) * (-a / b) : x[t];
    accept(i, j, lane, KINDS[rank[lane]], a, b, to);
  }
}
