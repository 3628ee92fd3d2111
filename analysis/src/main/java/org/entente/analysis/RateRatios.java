package org.entente.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many times as often things happen lately as before, for many pairs of counts at once and so
 * that thin ones are not taken at their word.
 *
 * <p>Of the {@code x₁ + x₀} events of a dyad, {@code x₁} are in the last window. If its rate is now
 * {@code ρ} times what it was, that is binomial with {@code p = ρ T₁ / (ρ T₁ + T₀)}, whatever the
 * rate (Przyborowski and Wilenski 1940, Biometrika 31:313–323). The {@code p} of all dyads are
 * taken as Beta(a, b), and {@code a} and {@code b} as the most likely for what they show: empirical
 * Bayes (Casella 1985, American Statistician 39:83–87; for rates of many rare things DuMouchel
 * 1999, ibid. 53:177–190). A dyad's {@code p} is then Beta(a + x₁, b + x₀), and {@code ρ = p / (1 −
 * p) · T₀ / T₁}.
 *
 * <p>The weight {@code a + b} is at least 1, that of one event. With fewer than {@value #FEW} dyads
 * there is too little to learn from: then it is 1, with the mean where {@code ρ} is 1.
 */
final class RateRatios {
  static final int FEW = 20;
  private static final double MOST_WEIGHT = 10_000;
  private static final double SMALLEST = 1e-12;

  /** Counts of one dyad: in the last window, and before. */
  record Counts(long recent, long before) {}

  /**
   * How many times as often.
   *
   * @param ratio median
   * @param low 2.5 % quantile
   * @param high 97.5 % quantile
   */
  record Ratio(double ratio, double low, double high) {}

  private final double a;
  private final double b;
  private final double odds;

  private RateRatios(double a, double b, double odds) {
    this.a = a;
    this.b = b;
    this.odds = odds;
  }

  /**
   * Learns from all dyads.
   *
   * @param all counts; those without an event say nothing
   * @param recentDays days of the last window, greater than 0
   * @param beforeDays days before, greater than 0
   */
  static RateRatios fit(List<Counts> all, double recentDays, double beforeDays) {
    return fit(
        all.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting())),
        recentDays,
        beforeDays);
  }

  /** The same, of how many dyads have which counts. */
  static RateRatios fit(Map<Counts, Long> all, double recentDays, double beforeDays) {
    if (!(recentDays > 0 && beforeDays > 0)) {
      throw new IllegalArgumentException("no days: " + recentDays + ", " + beforeDays);
    }
    double share = recentDays / (recentDays + beforeDays);
    double odds = beforeDays / recentDays;
    Map<Counts, Long> times = new HashMap<>(all);
    times.keySet().removeIf(one -> one.recent() + one.before() == 0);
    long dyads = times.values().stream().mapToLong(n -> n).sum();
    if (dyads < FEW) {
      return new RateRatios(share, 1 - share, odds);
    }
    // one after the other: the mean's logit, and the logarithm of the weight a + b
    double mean = logit(share);
    double weight = Math.log(2);
    for (int round = 0; round < 8; round++) {
      double w = weight;
      mean =
          highest(m -> likelihood(times, m, w), logit(share / 1000), logit(1 - (1 - share) / 1000));
      double m = mean;
      weight = highest(s -> likelihood(times, m, s), 0, Math.log(MOST_WEIGHT));
    }
    double p = 1 / (1 + Math.exp(-mean));
    return new RateRatios(p * Math.exp(weight), (1 - p) * Math.exp(weight), odds);
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  /** Logarithm of the beta-binomial likelihood, but for a constant. */
  private static double likelihood(Map<Counts, Long> times, double mean, double weight) {
    double p = 1 / (1 + Math.exp(-mean));
    double a = p * Math.exp(weight);
    double b = (1 - p) * Math.exp(weight);
    double none = LogBeta.value(a, b);
    double sum = 0;
    for (Map.Entry<Counts, Long> one : times.entrySet()) {
      Counts counts = one.getKey();
      sum += one.getValue() * (LogBeta.value(a + counts.recent(), b + counts.before()) - none);
    }
    return sum;
  }

  /** Where a function with one peak is highest (golden section). */
  private static double highest(DoubleUnaryOperator function, double from, double to) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = from;
    double high = to;
    double c = high - golden * (high - low);
    double d = low + golden * (high - low);
    double atC = function.applyAsDouble(c);
    double atD = function.applyAsDouble(d);
    while (high - low > 1e-5) {
      if (atC >= atD) {
        high = d;
        d = c;
        atD = atC;
        c = high - golden * (high - low);
        atC = function.applyAsDouble(c);
      } else {
        low = c;
        c = d;
        atC = atD;
        d = low + golden * (high - low);
        atD = function.applyAsDouble(d);
      }
    }
    return (low + high) / 2;
  }

  /** What a dyad's ratio is, after what all show and after its own counts. */
  Ratio ratio(Counts counts) {
    BetaDistribution share = BetaDistribution.of(a + counts.recent(), b + counts.before());
    return new Ratio(
        ratio(share.inverseCumulativeProbability(0.5)),
        ratio(share.inverseCumulativeProbability(0.025)),
        ratio(share.inverseCumulativeProbability(0.975)));
  }

  private double ratio(double p) {
    return p / Math.max(1 - p, SMALLEST) * odds;
  }

  double a() {
    return a;
  }

  double b() {
    return b;
  }
}
