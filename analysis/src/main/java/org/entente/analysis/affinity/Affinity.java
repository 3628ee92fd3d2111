package org.entente.analysis.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
 * @param spread standard deviation of the true values of pairs about the mean; 0 where pairs do not
 *     differ by more than chance, so that all are at the mean
 * @param half how many days with events a pair needs for a credibility of one half; NaN for {@link
 *     Measure#SIMILAR}, where it depends on the pair's own bootstrap
 * @param decay how events were weighed
 * @param replicates bootstrap samples; 0 for none
 * @param seed of the bootstrap
 */
public record Affinity(
    List<DyadDays.Party> actors,
    List<Pair> pairs,
    Measure measure,
    double mean,
    double spread,
    double half,
    Decay decay,
    int replicates,
    long seed) {
  /** Bootstrap samples that tell a variance. */
  private static final int LEAST = 50;

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
   * @param forth the raw value of what {@code a} did to {@code b}; NaN where it did nothing, and
   *     for {@link Measure#SIMILAR}
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
   * The affinities of the chosen actors. Mean and spread are estimated from all pairs of the events
   * for {@link Measure#DIRECT}, from the chosen ones for {@link Measure#SIMILAR}; the bootstrap
   * leaves them as they are. It draws days with replacement, with all events of the day; and for
   * the part of a value that is the mean's, a true value from the spread about it. So the interval
   * of a pair of whom nothing is known is that of all pairs, as wide as the posterior of the normal
   * model. The same input and seed give the same.
   *
   * @param chosen indices into the actors of {@code days}
   * @param replicates bootstrap samples, at least 0; at least {@value #LEAST} for {@link
   *     Measure#SIMILAR}, whose shrinkage needs them
   * @throws IllegalArgumentException if there are too few samples
   */
  public static Affinity of(
      DyadDays days,
      Decay decay,
      Collection<Integer> chosen,
      Measure measure,
      int replicates,
      long seed) {
    int least = measure == Measure.DIRECT ? 0 : LEAST;
    if (replicates < least) {
      throw new IllegalArgumentException(
          "bootstrap samples: at least " + least + ", not " + replicates);
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
    double[][] worth = new double[many][replicates];
    SplittableRandom random = new SplittableRandom(seed);
    int[] times = new int[sample.days];
    double[] values = new double[many];
    double[] own = new double[many];
    for (int r = 0; r < replicates; r++) {
      Arrays.fill(times, 0);
      for (int d = 0; d < sample.days; d++) {
        times[random.nextInt(sample.days)]++;
      }
      scores.replicate(times, values, own);
      for (int p = 0; p < many; p++) {
        drawn[p][r] = values[p];
        worth[p][r] = own[p];
      }
    }
    List<Score> found = scores.finish(drawn, worth);
    for (int p = 0; p < many; p++) {
      String who =
          days.actors().get(picked[found.get(p).a()]).id()
              + '\n'
              + days.actors().get(picked[found.get(p).b()]).id();
      SplittableRandom chance = new SplittableRandom(seed * 31 + who.hashCode());
      for (int r = 0; r < replicates; r++) {
        double value = drawn[p][r] + (1 - worth[p][r]) * scores.spread() * chance.nextGaussian();
        drawn[p][r] = Math.max(-1, Math.min(1, value));
      }
    }
    int n = picked.length;
    double[][] distances = new double[n][n];
    for (double[] row : distances) {
      Arrays.fill(row, 1 - scores.mean());
    }
    for (Score score : found) {
      distances[score.a()][score.b()] = distances[score.b()][score.a()] = 1 - score.value();
    }
    int[] order = Seriation.order(distances);
    int[] place = new int[n];
    for (int i = 0; i < n; i++) {
      place[order[i]] = i;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int p = 0; p < found.size(); p++) {
      Score score = found.get(p);
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
        scores.spread(),
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
    /** The pairs that there is something known of, by positions among the chosen actors. */
    List<int[]> pairs();

    /**
     * The values of the pairs in another sample.
     *
     * @param times how often each day was drawn
     * @param values filled by it, one a pair
     * @param own filled by it: how much of the value is the pair's own, the rest being the mean
     */
    void replicate(int[] times, double[] values, double[] own);

    /**
     * The scores.
     *
     * @param drawn the values that {@link #replicate} gave, by pair and sample; may be changed
     * @param own what it gave besides; may be changed
     */
    List<Score> finish(double[][] drawn, double[][] own);

    /** See {@link Affinity#mean}; known after {@link #finish}. */
    double mean();

    /** See {@link Affinity#spread}. */
    double spread();

    /** See {@link Affinity#half}. */
    double half();
  }
}
