package org.entente.analysis.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.entente.analysis.network.Decay;
import org.entente.store.DyadDays;

/**
 * An actor × actor matrix from −1 (foes) to 1 (friends), thin data drawn towards the mean, with
 * bootstrap intervals.
 *
 * @param actors in an order in which those who are near each other stand together
 * @param pairs of actors of whom something is known, the nearest first
 * @param measure what is measured
 * @param mean towards which thin data is drawn
 * @param half how many events ({@link Measure#DIRECT}) or third parties ({@link Measure#SIMILAR})
 *     a pair needs for a credibility of one half; infinite where pairs do not differ by more than
 *     chance, so that all are at the mean
 * @param decay how events were weighed
 * @param replicates bootstrap samples; 0 for none
 * @param seed of the bootstrap
 */
public record Affinity(
    List<DyadDays.Party> actors,
    List<Pair> pairs,
    Measure measure,
    double mean,
    double half,
    Decay decay,
    int replicates,
    long seed) {
  /** What is measured. */
  public enum Measure {
    /** What the two do to each other: the mean Goldstein weight of their events, by 10. */
    DIRECT,
    /** How alike they treat third parties: {@link Similarity#pi}. */
    SIMILAR
  }

  /**
   * A pair.
   *
   * @param a index into {@link Affinity#actors}
   * @param b index into {@link Affinity#actors}, above {@code a}
   * @param value −1 to 1
   * @param low the interval that holds 95 % of the bootstrap's values begins here; NaN without
   *     bootstrap
   * @param high and ends here
   * @param raw the value before it was drawn towards the mean
   * @param forth the raw value of what {@code a} did to {@code b}; NaN where it did nothing, and for
   *     {@link Measure#SIMILAR}
   * @param back of what {@code b} did to {@code a}
   * @param count events between the two, or third parties with whom both have events; unweighed
   * @param credibility how much of {@code raw} is in the value, 0 to 1
   */
  public record Pair(
      int a,
      int b,
      double value,
      double low,
      double high,
      double raw,
      double forth,
      double back,
      int count,
      double credibility) {
    /** Whether the mean counts for more than the pair's own data. */
    public boolean thin() {
      return credibility < .5;
    }
  }

  public Affinity {
    actors = List.copyOf(actors);
    pairs = List.copyOf(pairs);
  }

  /**
   * The affinities of the chosen actors. The mean, and how thin is thin, are estimated from all
   * actors of the events for {@link Measure#DIRECT}, from the chosen ones for {@link
   * Measure#SIMILAR}; the bootstrap leaves them as they are. It draws days with replacement, with
   * all events of the day. The same input and seed give the same.
   *
   * @param chosen indices into the actors of {@code days}
   * @param replicates bootstrap samples, at least 0
   */
  public static Affinity of(
      DyadDays days,
      Decay decay,
      Collection<Integer> chosen,
      Measure measure,
      int replicates,
      long seed) {
    if (replicates < 0) {
      throw new IllegalArgumentException("bootstrap samples: at least 0, not " + replicates);
    }
    int[] picked =
        chosen.stream()
            .distinct()
            .sorted(Comparator.comparing((Integer i) -> days.actors().get(i).id()))
            .mapToInt(i -> i)
            .toArray();
    Sample sample = new Sample(days, decay);
    Scores scores =
        measure == Measure.DIRECT
            ? new DirectScores(sample, picked)
            : new SimilarScores(sample, picked);
    int many = scores.pairs().size();
    double[][] drawn = new double[many][replicates];
    SplittableRandom random = new SplittableRandom(seed);
    int[] times = new int[sample.days];
    double[] values = new double[many];
    for (int r = 0; r < replicates; r++) {
      Arrays.fill(times, 0);
      for (int d = 0; d < sample.days; d++) {
        times[random.nextInt(sample.days)]++;
      }
      scores.replicate(times, values);
      for (int p = 0; p < many; p++) {
        drawn[p][r] = values[p];
      }
    }
    int n = picked.length;
    double[][] distances = new double[n][n];
    for (double[] row : distances) {
      Arrays.fill(row, 1 - scores.mean());
    }
    for (Score score : scores.pairs()) {
      distances[score.a()][score.b()] = distances[score.b()][score.a()] = 1 - score.value();
    }
    int[] order = Seriation.order(distances);
    int[] place = new int[n];
    for (int i = 0; i < n; i++) {
      place[order[i]] = i;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int p = 0; p < many; p++) {
      Score score = scores.pairs().get(p);
      Arrays.sort(drawn[p]);
      boolean straight = place[score.a()] < place[score.b()];
      pairs.add(
          new Pair(
              place[straight ? score.a() : score.b()],
              place[straight ? score.b() : score.a()],
              score.value(),
              quantile(drawn[p], .025),
              quantile(drawn[p], .975),
              score.raw(),
              straight ? score.forth() : score.back(),
              straight ? score.back() : score.forth(),
              score.count(),
              score.credibility()));
    }
    pairs.sort(
        Comparator.comparingDouble((Pair pair) -> -pair.value())
            .thenComparingInt(Pair::a)
            .thenComparingInt(Pair::b));
    return new Affinity(
        Arrays.stream(order).mapToObj(i -> days.actors().get(picked[i])).toList(),
        pairs,
        measure,
        scores.mean(),
        scores.half(),
        decay,
        replicates,
        seed);
  }

  /** The busiest actors, by events up to the reference day; ties by id. */
  public static List<Integer> busiest(DyadDays days, Decay decay, int most) {
    long[] events = new long[days.actors().size()];
    for (DyadDays.Sum sum : days.sums()) {
      if (sum.day() <= decay.at()) {
        events[sum.source()] += sum.events();
        events[sum.target()] += sum.events();
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      if (events[i] > 0) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingLong((Integer i) -> -events[i])
            .thenComparing(i -> days.actors().get(i).id()));
    return List.copyOf(order.subList(0, Math.min(most, order.size())));
  }

  /** The value of a pair, 1 on the diagonal, NaN where nothing is known. */
  public double[][] matrix() {
    double[][] matrix = new double[actors.size()][actors.size()];
    for (int i = 0; i < matrix.length; i++) {
      Arrays.fill(matrix[i], Double.NaN);
      matrix[i][i] = 1;
    }
    for (Pair pair : pairs) {
      matrix[pair.a()][pair.b()] = matrix[pair.b()][pair.a()] = pair.value();
    }
    return matrix;
  }

  /** Between order statistics (Hyndman and Fan's type 7). */
  private static double quantile(double[] sorted, double q) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = q * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** A pair's score, by positions among the chosen actors. */
  record Score(
      int a,
      int b,
      double value,
      double raw,
      double forth,
      double back,
      int count,
      double credibility) {}

  /** One measure. */
  sealed interface Scores permits DirectScores, SimilarScores {
    List<Score> pairs();

    double mean();

    double half();

    /**
     * The values of the pairs in another sample.
     *
     * @param times how often each day was drawn
     * @param values filled by it, one a pair
     */
    void replicate(int[] times, double[] values);
  }

  /** The sums of dyads and days, weighed by age. */
  static final class Sample {
    final int actors;
    final int days;
    final Map<Long, Cell> dyads = new HashMap<>();
    private double inside;
    private long freedom;

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
      for (DyadDays.Sum sum : sums) {
        if (sum.day() != day) {
          day = sum.day();
          number++;
        }
        dyads
            .computeIfAbsent(key(sum.source(), sum.target()), k -> new Cell())
            .add(number, sum, decay.weight(sum.day()));
      }
      days = number + 1;
      for (Cell cell : dyads.values()) {
        inside += cell.squares - cell.plain * cell.plain / cell.events;
        freedom += cell.events - 1;
      }
    }

    long key(int source, int target) {
      return (long) source * actors + target;
    }

    /**
     * The pooled variance of events of the same dyad, by 10; where none has two events, that of a
     * uniform distribution over the scale.
     */
    double within() {
      return freedom > 0 ? Math.max(1e-12, inside / freedom / 100) : 1 / 3.0;
    }
  }

  /** What was done to one by another, by day. */
  static final class Cell {
    int[] day = new int[4];
    double[] weight = new double[4]; // sum of the events' weights
    double[] square = new double[4]; // sum of the squares of the events' weights
    double[] score = new double[4]; // sum of weight × Goldstein / 10
    int many;
    int events;
    double plain;
    double squares;

    void add(int number, DyadDays.Sum sum, double each) {
      if (many == day.length) {
        day = Arrays.copyOf(day, 2 * many);
        weight = Arrays.copyOf(weight, 2 * many);
        square = Arrays.copyOf(square, 2 * many);
        score = Arrays.copyOf(score, 2 * many);
      }
      day[many] = number;
      weight[many] = each * sum.events();
      square[many] = each * each * sum.events();
      score[many++] = each * sum.goldstein() / 10;
      events += sum.events();
      plain += sum.goldstein();
      squares += sum.squares();
    }

    /** Adds weights, their squares and scores to the sums. */
    void sum(int[] times, double[] into) {
      for (int i = 0; i < many; i++) {
        int t = times == null ? 1 : times[day[i]];
        into[0] += t * weight[i];
        into[1] += t * square[i];
        into[2] += t * score[i];
      }
    }
  }

  /** The mean of a sum, NaN for nothing. */
  static double mean(double[] sum) {
    return sum[0] > 0 ? Math.max(-1, Math.min(1, sum[2] / sum[0])) : Double.NaN;
  }

  /** Kish's effective size: how many events of equal weight tell as much. */
  static double size(double[] sum) {
    return sum[1] > 0 ? sum[0] * sum[0] / sum[1] : 0;
  }
}
