package org.entente.evaluation.measure;

/**
 * Whether two systems are right equally often on the same rows: the exact, two-sided test on the
 * rows on which only one is right (McNemar, "Note on the sampling error of the difference between
 * correlated proportions or percentages", 1947).
 *
 * @param first rows on which only the first is right
 * @param second rows on which only the second is right
 * @param probability of a split as uneven if both were right equally often
 */
public record McNemar(int first, int second, double probability) {
  public static McNemar of(boolean[] first, boolean[] second) {
    int one = 0;
    int other = 0;
    for (int i = 0; i < first.length; i++) {
      one += first[i] && !second[i] ? 1 : 0;
      other += second[i] && !first[i] ? 1 : 0;
    }
    return new McNemar(one, other, probability(one, other));
  }

  /** Twice the lower tail of the binomial distribution with p = ½, at most 1. */
  static double probability(int first, int second) {
    int n = first + second;
    double logTerm = n * Math.log(0.5);
    double sum = 0;
    for (int k = 0; k <= Math.min(first, second); k++) {
      sum += Math.exp(logTerm);
      logTerm += Math.log(n - k) - Math.log(k + 1);
    }
    return Math.min(1, 2 * sum);
  }
}
