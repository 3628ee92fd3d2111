package org.entente.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
  private static final long SEED = 20150216;

  /** Counts of coal-mining disasters in Britain, 1851 to 1962 (Jarrett 1979). */
  private static final String COAL =
      "4 5 4 1 0 4 3 4 0 6 3 3 4 0 2 6 3 3 5 4 5 3 1 4 4 1 5 5 3 4 2 5 2 2 3 4 2 1 3 2 2 1 1 1 1 3"
          + " 0 0 1 0 1 1 0 0 3 1 0 3 2 2 0 1 1 1 0 1 0 1 0 0 0 2 1 0 0 0 1 1 0 2 3 3 1 1 2 1 1 1 1"
          + " 2 4 2 0 0 0 1 4 0 0 0 1 0 0 0 0 0 1 0 0 1 0 1";

  private static int[] days(int n) {
    int[] days = new int[n];
    Arrays.fill(days, 1);
    return days;
  }

  private static List<Integer> find(long[][] counts, int minimum) {
    return new ChangePoints(counts, days(counts[0].length), minimum).find();
  }

  @Test
  void theCoalMiningDisastersBecomeFewerAbout1890() {
    long[] counts = Arrays.stream(COAL.split(" ")).mapToLong(Long::parseLong).toArray();
    assertThat(counts).hasSize(112);
    List<Integer> found = find(new long[][] {counts}, 4);
    // Carlin, Gelfand and Smith (1992): 1890 or 1891 is the likeliest
    assertThat(found).hasSize(1);
    assertThat(1851 + found.get(0)).isBetween(1888, 1892);
  }

  @Test
  void theCostIsThatOfThePoissonDistribution() {
    ChangePoints points =
        new ChangePoints(new long[][] {{1, 1, 2, 2}, {0, 0, 0, 0}}, new int[] {1, 1, 2, 2}, 1);
    assertThat(points.dispersion(0)).isEqualTo(1);
    assertThat(points.cost(0, 4)).isCloseTo(-2 * 6 * Math.log(1), within(1e-12));
    assertThat(points.cost(0, 3)).isCloseTo(-2 * 4 * Math.log(1), within(1e-12));
    ChangePoints other = new ChangePoints(new long[][] {{1, 3}}, days(2), 1);
    // neighbours 1 and 3: (1 − 3)² / 4 = 1
    assertThat(other.dispersion(0)).isEqualTo(1);
    assertThat(other.cost(0, 2)).isCloseTo(-2 * 4 * Math.log(2), within(1e-12));
    assertThat(other.penalty()).isCloseTo(2 * Math.log(200), within(1e-12));
  }

  @Test
  void dispersionIsThatOfDifferences() {
    // lag 1: 100 + 100 + 100 over 30; lag 2: needs five
    assertThat(ChangePoints.dispersion(new long[] {0, 10, 0, 10}, days(4), 4)).isEqualTo(10);
    assertThat(ChangePoints.dispersion(new long[] {5, 5, 5, 5}, days(4), 4)).isEqualTo(1);
    assertThat(ChangePoints.dispersion(new long[] {0, 0, 0}, days(3), 4)).isEqualTo(1);
    // twice the days, twice the events: no difference at all
    assertThat(ChangePoints.dispersion(new long[] {50, 100, 50}, new int[] {1, 2, 1}, 4))
        .isEqualTo(1);
  }

  @Test
  void aChangeOfLevelIsFoundWhereItIs() {
    Random random = new Random(SEED);
    int near = 0;
    for (int run = 0; run < 200; run++) {
      long[] conflict = poisson(random, 100, 2);
      System.arraycopy(poisson(random, 40, 8), 0, conflict, 60, 40);
      List<Integer> found = find(new long[][] {poisson(random, 100, 5), conflict}, 4);
      if (found.size() == 1 && Math.abs(found.get(0) - 60) <= 2) {
        near++;
      }
    }
    assertThat(near).isGreaterThan(185);
  }

  @Test
  void cooperationThatTurnsIntoConflictIsAChangeThoughTheTotalIsNot() {
    long[] cooperation = new long[40];
    long[] conflict = new long[40];
    for (int t = 0; t < 40; t++) {
      cooperation[t] = t < 20 ? 9 + t % 3 : 1 + t % 2;
      conflict[t] = 11 - cooperation[t];
    }
    assertThat(find(new long[][] {cooperation, conflict}, 4)).containsExactly(20);
  }

  @Test
  void oneDayOfManyEventsIsNoNewLevel() {
    long[] counts = poisson(new Random(SEED), 300, 0.3);
    counts[150] = 60;
    assertThat(find(new long[][] {counts, new long[300]}, 7)).isEmpty();
  }

  @Test
  void thereIsNoChangeInNothingAndInTooLittle() {
    assertThat(find(new long[2][0], 4)).isEmpty();
    assertThat(find(new long[2][50], 4)).isEmpty();
    assertThat(find(new long[][] {{0, 0, 0, 9, 9, 9, 9}}, 4)).isEmpty();
    assertThat(find(new long[][] {{0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0}}, 4)).isEmpty();
  }

  @Test
  void wrongSeriesAreRefused() {
    assertThatThrownBy(() -> new ChangePoints(new long[1][3], days(4), 1))
        .hasMessage("3 counts for 4 periods");
    assertThatThrownBy(() -> new ChangePoints(new long[1][1], new int[1], 1))
        .hasMessageContaining("has no days");
    assertThatThrownBy(() -> new ChangePoints(new long[1][1], days(1), 0))
        .hasMessageContaining("at least one period");
  }

  /** With pruning as without: the best of all ways to cut (Jackson et al. 2005). */
  @Property(tries = 300)
  void pruningLosesNothing(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 30) Integer> counts,
      @ForAll @IntRange(min = 1, max = 6) int minimum) {
    long[][] series = {
      counts.stream().mapToLong(c -> c).toArray(), counts.stream().mapToLong(c -> c % 7).toArray()
    };
    ChangePoints points = new ChangePoints(series, days(counts.size()), minimum);
    List<Integer> cuts = points.find();
    assertThat(total(points, cuts, counts.size()))
        .isCloseTo(optimum(points, counts.size(), minimum), within(1e-6));
    List<Integer> bounds = new ArrayList<>(cuts);
    bounds.add(0, 0);
    bounds.add(counts.size());
    for (int i = 1; i < bounds.size() && !cuts.isEmpty(); i++) {
      assertThat(bounds.get(i) - bounds.get(i - 1)).isGreaterThanOrEqualTo(minimum);
    }
  }

  private static double total(ChangePoints points, List<Integer> cuts, int n) {
    double total = 0;
    int from = 0;
    for (int cut : cuts) {
      total += points.cost(from, cut) + points.penalty();
      from = cut;
    }
    return total + points.cost(from, n);
  }

  private static double optimum(ChangePoints points, int n, int minimum) {
    double[] best = new double[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -points.penalty();
    for (int t = minimum; t <= n; t++) {
      for (int s = 0; s <= t - minimum; s++) {
        best[t] = Math.min(best[t], best[s] + points.cost(s, t) + points.penalty());
      }
    }
    return n < minimum ? points.cost(0, n) : best[n];
  }

  /** The share of series of noise in which a change is found is in docs/series.md. */
  @Test
  void noiseHasHardlyAnyChangePoints() {
    int wrong = 0;
    int series = 0;
    for (int n : new int[] {20, 84, 590}) {
      int minimum = n == 20 ? 3 : n == 84 ? 4 : 7;
      for (double mean : new double[] {0.05, 0.5, 5, 50}) {
        for (double size : new double[] {Double.POSITIVE_INFINITY, 2, 0.5}) {
          int here = wrong(n, minimum, mean, size, 200);
          assertThat(here).as("n %d, mean %s, size %s", n, mean, size).isLessThanOrEqualTo(6);
          wrong += here;
          series += 200;
        }
      }
    }
    assertThat(wrong / (double) series).isLessThan(0.01);
  }

  /** In how many of so many series of noise a change is found; there is less conflict. */
  private static int wrong(int n, int minimum, double mean, double size, int series) {
    Random random = new Random(SEED);
    int wrong = 0;
    for (int run = 0; run < series; run++) {
      long[][] noise = {
        negativeBinomial(random, n, mean, size), negativeBinomial(random, n, mean / 2, size)
      };
      wrong += find(noise, minimum).isEmpty() ? 0 : 1;
    }
    return wrong;
  }

  /** Poisson for an infinite size; the variance is mean + mean² / size. */
  private static long[] negativeBinomial(Random random, int n, double mean, double size) {
    long[] counts = new long[n];
    for (int t = 0; t < n; t++) {
      double rate = Double.isInfinite(size) ? mean : gamma(random, size) * mean / size;
      counts[t] = poisson(random, rate);
    }
    return counts;
  }

  private static long[] poisson(Random random, int n, double mean) {
    return negativeBinomial(random, n, mean, Double.POSITIVE_INFINITY);
  }

  /** Knuth's, in portions that exp can hold. */
  private static long poisson(Random random, double mean) {
    long count = 0;
    for (double left = mean; left > 0; left -= 100) {
      double floor = Math.exp(-Math.min(left, 100));
      for (double product = random.nextDouble(); product > floor; product *= random.nextDouble()) {
        count++;
      }
    }
    return count;
  }

  /** Marsaglia and Tsang (2000); of a shape less than 1 by a power of a uniform. */
  private static double gamma(Random random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
