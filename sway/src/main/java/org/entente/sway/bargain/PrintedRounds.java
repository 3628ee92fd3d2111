package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.Outcome.Kind;

/** The challenge model by the formulas that Scholz, Calbert and Smith print. */
final class PrintedRounds extends ChallengeRounds {
  private final double stability;
  private final double[] distance;
  private double range;

  /** What the first expects of challenging the second. */
  final double[] attack;

  PrintedRounds(int actors, int rounds, double stability) {
    super(actors, rounds);
    this.stability = stability;
    distance = new double[n * n];
    attack = new double[n * n];
  }

  @Override
  void begin(double initialRange) {}

  @Override
  void prepare(double[] security) {
    range = range();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distance[i * n + j] = Math.abs(x[i] - x[j]) / range;
      }
    }
    support(distance);
    Arrays.fill(risk, 1);
    expect();
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += j == i ? 0 : attack[j * n + i];
      }
      security[i] = sum;
    }
  }

  private double probability(int i, int j) {
    double with = support[i * n + j];
    double against = support[j * n + i];
    return with + against > 0 ? with / (with + against) : .5;
  }

  @Override
  void expect() {
    double centre = median();
    for (int i = 0; i < n; i++) {
      double quo = utility(.5, risk[i]);
      double off = Math.abs(x[i] - centre) / range;
      for (int j = 0; j < n; j++) {
        double d = distance[i * n + j];
        double success = utility(.5 - .5 * d, risk[i]);
        double failure = utility(.5 + .5 * d, risk[i]);
        double otherwise = 0;
        if (stability < 1) {
          double reach = .25 * (off + d);
          otherwise = utility(off < d ? .5 - reach : .5 + reach, risk[i]);
        }
        attack[i * n + j] =
            success
                - s[j] * (1 - probability(i, j)) * (success - failure)
                - stability * quo
                - (1 - stability) * otherwise;
      }
    }
  }

  private static double utility(double base, double exponent) {
    return 2 - 4 * (exponent == 1 ? base : Powers.exp(exponent * Powers.log(base)));
  }

  @Override
  void choose(int i) {
    double most = 0;
    double least = 0;
    double to = 0;
    int with = -1;
    for (int j = 0; j < n; j++) {
      double a = attack[i * n + j];
      double b = attack[j * n + i];
      if (x[i] == x[j] || b <= 0 || a >= 0) {
        continue;
      }
      double go = x[i] + (x[j] - x[i]) * Math.min(1, -a / b);
      double way = Math.abs(go - x[i]);
      if (with < 0 || b > most || (b == most && (way < least || (way == least && go < to)))) {
        with = j;
        most = b;
        least = way;
        to = go;
      }
    }
    if (with >= 0) {
      double a = attack[i * n + with];
      accept(i, with, -a < most ? Kind.COMPROMISE : Kind.CAPITULATION, a, most, to);
    }
  }
}
