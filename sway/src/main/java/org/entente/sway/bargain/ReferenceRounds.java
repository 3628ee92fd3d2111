package org.entente.sway.bargain;

import org.entente.sway.bargain.Outcome.Kind;

/** The challenge model as Scholz's program computes it. */
final class ReferenceRounds extends ChallengeRounds {
  private double range;
  private double all;

  /** Actors × actors. */
  private final double[] distance;

  private final double[] logDistance;
  private final double[] logNear;
  private final double[] logFar;
  private final double[] far;

  /**
   * In the view of the first: what it expects of challenging the second, and the second of
   * challenging it.
   */
  final double[] attack;

  final double[] threat;

  ReferenceRounds(int actors, int rounds) {
    super(actors, rounds);
    int pairs = n * n;
    distance = new double[pairs];
    logDistance = new double[pairs];
    for (int i = 0; i < n; i++) {
      logDistance[i * n + i] = Powers.log(0);
    }
    logNear = new double[pairs];
    logFar = new double[pairs];
    far = new double[pairs];
    attack = new double[pairs];
    threat = new double[pairs];
  }

  @Override
  void begin(double initialRange) {
    range = initialRange;
  }

  @Override
  void prepare(double[] security) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double d = Math.abs(x[i] - x[j]) / range;
        put(distance, i, j, d);
        put(logDistance, i, j, Powers.log(d));
        put(logNear, i, j, Powers.log(.5 - .5 * d));
        put(logFar, i, j, Powers.log(.5 + .5 * d));
      }
    }
    support(distance);
    all = differences(distance);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += 2 * distance[i * n + j] * (1 - 2 * s[i] * (1 - probability(j, i)));
      }
      security[i] = sum;
    }
  }

  private void put(double[] matrix, int i, int j, double value) {
    matrix[i * n + j] = value;
    matrix[j * n + i] = value;
  }

  double probability(int a, int b) {
    return all > 0 ? support[a * n + b] / all : 0;
  }

  @Override
  void expect() {
    for (int k = 0; k < n; k++) {
      for (int a = 0; a < n; a++) {
        int ka = k * n + a;
        far[ka] = Powers.exp(risk[k] * logDistance[ka]);
      }
    }
    support(far);
    all = differences(far);
    for (int i = 0; i < n; i++) {
      double quo = 2 - 4 * Powers.exp(-risk[i]);
      for (int j = 0; j < n; j++) {
        int ij = i * n + j;
        if (distance[ij] == 0) {
          attack[ij] = 0;
          threat[ij] = 0;
          continue;
        }
        double success = 2 - 4 * Powers.exp(risk[i] * logNear[ij]);
        double failure = 2 - 4 * Powers.exp(risk[i] * logFar[ij]);
        attack[ij] = success - quo - s[j] * (1 - probability(i, j)) * (success - failure);
        threat[ij] = success - quo - s[i] * (1 - probability(j, i)) * (success - failure);
      }
    }
  }

  @Override
  void choose(int i) {
    double least = Double.POSITIVE_INFINITY;
    Kind best = null;
    int with = -1;
    for (int j = 0; j < n; j++) {
      double a = attack[i * n + j];
      double b = threat[i * n + j];
      if (x[i] == x[j] || b <= 0 || a == 0 || (a > 0 ? b <= a : b == -a)) {
        continue;
      }
      Kind offer = a > 0 ? Kind.CONFRONTATION : b > -a ? Kind.COMPROMISE : Kind.CAPITULATION;
      double measure =
          offer == Kind.COMPROMISE ? (-a * x[i] + b * x[j]) / (b - a) : Math.abs(x[j] - x[i]);
      int order = best == null ? -1 : offer.compareTo(best);
      if (order < 0 || (order == 0 && measure < least)) {
        best = offer;
        least = measure;
        with = j;
      }
    }
    if (best != null) {
      double a = attack[i * n + with];
      double b = threat[i * n + with];
      double to = best == Kind.COMPROMISE ? x[i] + (x[with] - x[i]) * (-a / b) : x[with];
      accept(i, with, best, a, b, to);
    }
  }
}
