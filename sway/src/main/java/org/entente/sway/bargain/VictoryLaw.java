package org.entente.sway.bargain;

/** What the strengths of two coalitions say about which prevails (KTAB). */
public enum VictoryLaw {
  LINEAR(1),
  SQUARE(2),
  QUARTIC(4),
  OCTIC(8),
  /** The stronger is certain to win from 1.1 times the weaker on; below that, in proportion. */
  BINARY(0);

  private static final double CERTAIN = 1.1;

  private final int exponent;

  VictoryLaw(int exponent) {
    this.exponent = exponent;
  }

  /** Of the first, 0 to 1; strengths are above 0. */
  double probability(double first, double second) {
    if (exponent == 1) {
      return first / (first + second);
    }
    double ratio = second / first;
    if (this == BINARY) {
      return binary(first, second);
    }
    double power = ratio;
    for (int e = 1; e < exponent; e *= 2) {
      power *= power;
    }
    return 1 / (1 + power);
  }

  /** Many at once. */
  void probabilities(double[] first, double[] second, double[] out, int count) {
    if (exponent == 1) {
      shares(first, second, out, count);
      return;
    }
    for (int t = 0; t < count; t++) {
      out[t] = probability(first[t], second[t]);
    }
  }

  private static void shares(double[] first, double[] second, double[] out, int count) {
    for (int t = 0; t < count; t++) {
      out[t] = first[t] / (first[t] + second[t]);
    }
  }

  private static double binary(double first, double second) {
    double ratio = first >= second ? first / second : second / first;
    double surplus = .5 * Math.min(1, (ratio - 1) / (CERTAIN - 1));
    return first >= second ? .5 + surplus : .5 - surplus;
  }
}
