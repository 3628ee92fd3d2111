package org.entente.analysis.affinity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.network.Decay;
import org.entente.store.DyadDays;

/** The sums of dyads by day, weighed by age, and of pairs, whichever of the two acts. */
final class Sample {
  final int actors;
  final int days;
  private final Map<Long, Cell> dyads = new HashMap<>();
  private final Map<Long, Cell> pairs = new HashMap<>();

  Sample(DyadDays all, Decay decay) {
    actors = all.actors().size();
    List<DyadDays.Sum> sums =
        all.sums().stream()
            .filter(sum -> sum.day() <= decay.at())
            .sorted(
                Comparator.comparingInt(DyadDays.Sum::day)
                    .thenComparing(sum -> all.actors().get(sum.source()).id())
                    .thenComparing(sum -> all.actors().get(sum.target()).id()))
            .toList();
    int number = -1;
    int day = Integer.MIN_VALUE;
    double weight = 0;
    for (DyadDays.Sum sum : sums) {
      if (sum.day() != day) {
        day = sum.day();
        weight = decay.weight(day);
        number++;
      }
      int low = Math.min(sum.source(), sum.target());
      int high = Math.max(sum.source(), sum.target());
      dyads
          .computeIfAbsent(key(sum.source(), sum.target()), k -> new Cell())
          .add(number, sum, weight);
      pairs.computeIfAbsent(key(low, high), k -> new Cell()).add(number, sum, weight);
    }
    days = number + 1;
  }

  private long key(int source, int target) {
    return (long) source * actors + target;
  }

  /** What the one did to the other, or null for nothing. */
  Cell dyad(int source, int target) {
    return dyads.get(key(source, target));
  }

  /** What the two did to each other, or null for nothing. */
  Cell pair(int one, int two) {
    return pairs.get(key(Math.min(one, two), Math.max(one, two)));
  }

  /** How much means of dyads are worth. */
  Credibility ofDyads() {
    return credibility(dyads);
  }

  /** How much means of pairs are worth. */
  Credibility ofPairs() {
    return credibility(pairs);
  }

  private static Credibility credibility(Map<Long, Cell> cells) {
    List<Cell> sorted =
        cells.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    double[] means = new double[sorted.size()];
    double[] sizes = new double[sorted.size()];
    double[] sum = new double[3];
    for (int i = 0; i < means.length; i++) {
      sorted.get(i).sum(null, sum);
      means[i] = mean(sum);
      sizes[i] = size(sum);
    }
    return Credibility.of(means, sizes, within(sorted));
  }

  /**
   * The pooled variance of daily means of the same cell; where none has two days, that of a uniform
   * distribution over the scale.
   */
  private static double within(Collection<Cell> cells) {
    double inside = 0;
    long freedom = 0;
    for (Cell cell : cells) {
      double mean = 0;
      for (int i = 0; i < cell.many; i++) {
        mean += cell.daily(i) / cell.many;
      }
      for (int i = 0; i < cell.many; i++) {
        inside += (cell.daily(i) - mean) * (cell.daily(i) - mean);
      }
      freedom += Math.max(0, cell.many - 1);
    }
    return freedom > 0 ? Math.max(1e-12, inside / freedom) : 1 / 3.0;
  }

  /** The mean of a sum; NaN for nothing. */
  static double mean(double[] sum) {
    return sum[0] > 0 ? Math.max(-1, Math.min(1, sum[2] / sum[0])) : Double.NaN;
  }

  /** Kish's effective size: how many days of equal weight tell as much. */
  static double size(double[] sum) {
    return sum[1] > 0 ? sum[0] * sum[0] / sum[1] : 0;
  }

  /** What was done, day by day. */
  static final class Cell {
    private int[] day = new int[2];
    private double[] weight = new double[2]; // of the day's events
    private double[] score = new double[2]; // weight × Goldstein / 10
    private int many;
    private int events;

    private void add(int number, DyadDays.Sum sum, double each) {
      if (many == 0 || day[many - 1] != number) {
        if (many == day.length) {
          day = Arrays.copyOf(day, 2 * many);
          weight = Arrays.copyOf(weight, 2 * many);
          score = Arrays.copyOf(score, 2 * many);
        }
        day[many++] = number;
      }
      weight[many - 1] += each * sum.events();
      score[many - 1] += each * sum.goldstein() / 10;
      events += sum.events();
    }

    /** How many events, unweighed. */
    int events() {
      return events;
    }

    private double daily(int i) {
      return weight[i] > 0 ? score[i] / weight[i] : 0;
    }

    /**
     * The sums of weights, of their squares and of scores.
     *
     * @param times how often each day counts; null for once
     */
    void sum(int[] times, double[] into) {
      double weights = 0;
      double squares = 0;
      double scores = 0;
      for (int i = 0; i < many; i++) {
        int t = times == null ? 1 : times[day[i]];
        if (t > 0) {
          double w = weight[i];
          weights += t * w;
          squares += t * w * w;
          scores += t * score[i];
        }
      }
      into[0] = weights;
      into[1] = squares;
      into[2] = scores;
    }
  }
}
