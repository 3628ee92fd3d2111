package org.entente.analysis.forecast.question;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Brier skill against each dyad's own frequency, with its interval over dyads drawn with
 * replacement.
 *
 * @param value 1 is perfect, 0 no better
 * @param low 2.5 % quantile
 * @param high 97.5 % quantile
 */
public record Skill(double value, double low, double high) {
  private static final int DRAWS = 400;

  public static Skill of(List<Case> cases, long seed) {
    Map<Long, double[]> byDyad = new HashMap<>();
    for (Case one : cases) {
      double[] sums = byDyad.computeIfAbsent(one.dyad(), key -> new double[2]);
      int y = one.happened() ? 1 : 0;
      sums[0] += (one.probability() - y) * (one.probability() - y);
      sums[1] += (one.frequency() - y) * (one.frequency() - y);
    }
    double[][] all =
        byDyad.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toArray(double[][]::new);
    Random random = new Random(seed);
    double[] draws = new double[DRAWS];
    for (int d = 0; d < DRAWS && all.length > 0; d++) {
      double[][] drawn = new double[all.length][];
      for (int i = 0; i < all.length; i++) {
        drawn[i] = all[random.nextInt(all.length)];
      }
      draws[d] = skill(drawn);
    }
    Arrays.sort(draws);
    return new Skill(skill(all), draws[DRAWS / 40], draws[DRAWS - 1 - DRAWS / 40]);
  }

  private static double skill(double[][] sums) {
    double brier = 0;
    double reference = 0;
    for (double[] sum : sums) {
      brier += sum[0];
      reference += sum[1];
    }
    return reference == 0 ? 0 : 1 - brier / reference;
  }
}
