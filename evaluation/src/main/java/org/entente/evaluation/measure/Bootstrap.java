package org.entente.evaluation.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Resamples rows by their groups, with replacement (cluster bootstrap; Efron and Tibshirani, "An
 * introduction to the bootstrap", 1993). The same seed gives the same resamples, so that two
 * systems are compared on the same ones.
 */
public final class Bootstrap {
  private final List<int[]> samples = new ArrayList<>();

  /**
   * A measure over the resamples.
   *
   * @param low 2.5 % of the resamples are below
   * @param high 2.5 % are above
   * @param probability of a value as far from 0 if the measure were 0: twice the smaller share of
   *     resamples on one side of 0, at most 1
   */
  public record Interval(double low, double high, double probability) {}

  /**
   * @param groups of each row: rows of one group are drawn together
   */
  public Bootstrap(List<String> groups, int resamples, long seed) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      members.computeIfAbsent(groups.get(i), k -> new ArrayList<>()).add(i);
    }
    List<int[]> rows =
        members.values().stream().map(m -> m.stream().mapToInt(i -> i).toArray()).toList();
    SplittableRandom random = new SplittableRandom(seed);
    for (int s = 0; s < resamples; s++) {
      int[][] drawn = new int[rows.size()][];
      int size = 0;
      for (int g = 0; g < drawn.length; g++) {
        drawn[g] = rows.get(random.nextInt(drawn.length));
        size += drawn[g].length;
      }
      int[] sample = new int[size];
      int at = 0;
      for (int[] group : drawn) {
        System.arraycopy(group, 0, sample, at, group.length);
        at += group.length;
      }
      samples.add(sample);
    }
  }

  /**
   * The percentile interval of 95 %.
   *
   * @param measure of the rows with these indices
   */
  public Interval interval(ToDoubleFunction<int[]> measure) {
    double[] values = samples.stream().mapToDouble(measure).sorted().toArray();
    long notAbove = Arrays.stream(values).filter(v -> v <= 0).count();
    long notBelow = Arrays.stream(values).filter(v -> v >= 0).count();
    return new Interval(
        percentile(values, 0.025),
        percentile(values, 0.975),
        Math.min(1, 2.0 * (Math.min(notAbove, notBelow) + 1) / (values.length + 1)));
  }

  /** Between the two nearest, in proportion. */
  private static double percentile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
