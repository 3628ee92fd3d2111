package org.entente.sway.bargain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.entente.sway.bargain.BargainingModel.Draws;
import org.entente.sway.bargain.Distribution.Driver;

/**
 * Draws an uncertain setting many times and solves it with each model. Each number of each draw has
 * its own place in a stream that is told by seed, draw and number alone, so results do not depend
 * on the number of threads.
 */
public final class MonteCarlo {
  /** So many numbers, of as many draws as they make up, are held at a time. */
  private static final int HELD = 4_000_000;

  /** The numbers of so many draws are written down at a time. */
  private static final int CHUNK = 500;

  private static final int CLASSES = 20;
  private static final int LEAST_IN_CLASS = 10;

  private final UncertainSetting uncertain;
  private final List<BargainingModel> models;
  private final int[] draws;
  private final long seed;
  private final Workers workers;
  private final int dimensions;
  private final Range[] ranges;

  private MonteCarlo(
      UncertainSetting uncertain,
      List<BargainingModel> models,
      int[] draws,
      long seed,
      Workers workers) {
    this.uncertain = uncertain;
    this.models = models;
    this.draws = draws;
    this.seed = seed;
    this.workers = workers;
    dimensions = uncertain.dimensions();
    ranges = new Range[Input.count(uncertain.size(), dimensions)];
    for (int j = 0; j < ranges.length; j++) {
      ranges[j] = uncertain.range(Input.at(j, dimensions));
    }
  }

  /**
   * Solves, and asks what drives the outcome, which takes two more solutions for each uncertain
   * number.
   *
   * @param draws at least 1
   * @param threads at least 1
   * @throws IllegalArgumentException if draws or threads are fewer
   */
  public static Simulation run(
      UncertainSetting uncertain, List<BargainingModel> models, int draws, long seed, int threads) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws: " + draws + " asked for, 1 is the least");
    }
    int[] all = IntStream.range(0, draws).toArray();
    return new MonteCarlo(uncertain, List.copyOf(models), all, seed, new Workers(threads))
        .run(true);
  }

  /**
   * Solves some draws of a longer run.
   *
   * @param draws which, from 0; at least one
   */
  public static Simulation some(
      UncertainSetting uncertain,
      List<BargainingModel> models,
      int[] draws,
      long seed,
      int threads) {
    if (draws.length == 0) {
      throw new IllegalArgumentException("no draw asked for");
    }
    return new MonteCarlo(uncertain, List.copyOf(models), draws.clone(), seed, new Workers(threads))
        .run(false);
  }

  private Simulation run(boolean withDrivers) {
    double[][][] outcomes = new double[models.size()][dimensions][draws.length];
    int most = Math.min(draws.length, Math.max(CHUNK, HELD / ranges.length));
    Numbers numbers = new Numbers(most);
    for (int from = 0; from < draws.length; from += most) {
      solve(numbers, from, Math.min(draws.length, from + most), outcomes);
    }
    int[] open =
        IntStream.range(0, withDrivers ? ranges.length : 0)
            .filter(j -> !ranges[j].constant())
            .toArray();
    double[][][] ends = ends(open);
    Distribution[] distributions = new Distribution[models.size() * dimensions];
    workers.each(
        distributions.length,
        () ->
            d -> {
              int m = d / dimensions;
              int k = d % dimensions;
              Ranking ranking = new Ranking(outcomes[m][k], open.length > 0);
              List<Driver> drivers = new ArrayList<>();
              for (int o = 0; o < open.length; o++) {
                drivers.add(driver(open[o], ranking, ends[m][k][2 * o + 1], ends[m][k][2 * o + 2]));
              }
              drivers.sort(
                  Comparator.comparingDouble(Driver::firstOrder)
                      .reversed()
                      .thenComparing(Comparator.comparingDouble(Driver::swing).reversed()));
              distributions[d] =
                  new Distribution(
                      models.get(m).name(),
                      k,
                      outcomes[m][k],
                      ranking.sorted,
                      ends[m][k][0],
                      drivers);
            });
    return new Simulation(seed, draws.length, List.of(distributions));
  }

  private double[][][] ends(int[] open) {
    int count = 2 * open.length + 1;
    double[][][] ends = new double[models.size()][dimensions][count];
    workers.each(
        models.size(),
        () ->
            m ->
                models
                    .get(m)
                    .predictor(uncertain.size(), dimensions)
                    .predict(
                        new Ends(open), count, uncertain.size(), uncertain.statusQuo(), ends[m]));
    return ends;
  }

  /** All at their modes, then each open number at its low and at its high. */
  private final class Ends implements Draws {
    private final int[] open;
    private int next;

    Ends(int[] open) {
      this.open = open;
    }

    @Override
    public int next() {
      return next <= 2 * open.length ? next++ : -1;
    }

    @Override
    public void numbers(int end, double[] positions, double[] capabilities, double[] saliences) {
      for (int j = 0; j < ranges.length; j++) {
        double value = ranges[j].mode();
        if (end > 0 && open[(end - 1) / 2] == j) {
          value = end % 2 == 1 ? ranges[j].low() : ranges[j].high();
        }
        put(j, value, positions, capabilities, saliences);
      }
    }
  }

  private void put(
      int number, double value, double[] positions, double[] capabilities, double[] saliences) {
    int each = 2 * dimensions + 1;
    int actor = number / each;
    int rest = number % each;
    if (rest < dimensions) {
      positions[actor * dimensions + rest] = value;
    } else if (rest == dimensions) {
      capabilities[actor] = value;
    } else {
      saliences[actor * dimensions + rest - dimensions - 1] = value;
    }
  }

  /** The outcomes in order, and their ranks if these are wanted. */
  private static final class Ranking {
    final double[] outcomes;
    final double[] sorted;
    final double[] ranks;
    final double mean;
    final double squares;
    final double rankSquares;

    Ranking(double[] outcomes, boolean ranked) {
      this.outcomes = outcomes;
      int n = outcomes.length;
      sorted = outcomes.clone();
      Arrays.sort(sorted);
      ranks = new double[n];
      double sum = 0;
      for (double value : outcomes) {
        sum += value;
      }
      mean = sum / n;
      double around = 0;
      double rankAround = 0;
      for (int i = 0; ranked && i < n; i++) {
        around += (outcomes[i] - mean) * (outcomes[i] - mean);
        ranks[i] = (first(outcomes[i], false) + first(outcomes[i], true) - n) / 2.0;
        rankAround += ranks[i] * ranks[i];
      }
      squares = around;
      rankSquares = rankAround;
    }

    /** How many are below the value; or not above it. */
    private int first(double value, boolean equalToo) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < value || (equalToo && sorted[middle] == value)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private Driver driver(int number, Ranking ranking, double atLow, double atHigh) {
    int classes = Math.max(2, Math.min(CLASSES, draws.length / LEAST_IN_CLASS));
    double[] sums = new double[classes];
    int[] counts = new int[classes];
    double product = 0;
    double chances = 0;
    double chanceSquares = 0;
    for (int i = 0; i < draws.length; i++) {
      double chance = chance(draws[i], number) - .5;
      int c = (int) ((chance + .5) * classes);
      sums[c] += ranking.outcomes[i] - ranking.mean;
      counts[c]++;
      product += chance * ranking.ranks[i];
      chances += chance;
      chanceSquares += chance * chance;
    }
    double between = 0;
    int filled = 0;
    for (int c = 0; c < classes; c++) {
      if (counts[c] > 0) {
        between += sums[c] * sums[c] / counts[c];
        filled++;
      }
    }
    double first = 0;
    if (ranking.squares > 0 && draws.length > filled) {
      double within = (ranking.squares - between) / (draws.length - filled);
      first = Math.min(1, Math.max(0, (between - (filled - 1) * within) / ranking.squares));
    }
    double spread = (chanceSquares - chances * chances / draws.length) * ranking.rankSquares;
    double rank = spread > 0 ? product / Math.sqrt(spread) : 0;
    return new Driver(Input.at(number, dimensions), first, rank, atLow, atHigh);
  }

  /**
   * From 0 up to 1: SplitMix64 (Steele, Lea and Flood 2014) started by seed and draw, and read at
   * the number's place.
   */
  private double chance(int draw, int number) {
    long start = mix(seed + GAMMA * (draw + 1L));
    return (mix(start + GAMMA * (number + 1L)) >>> 11) * 0x1p-53;
  }

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Solves some of the draws with all models; each thread takes the next that is left. */
  private void solve(Numbers numbers, int from, int to, double[][][] outcomes) {
    workers.each(
        (to - from + CHUNK - 1) / CHUNK,
        () -> c -> numbers.write(from, from + c * CHUNK, Math.min(to, from + (c + 1) * CHUNK)));
    int busy = Math.min(workers.count(), to - from);
    AtomicInteger[] left =
        models.stream().map(model -> new AtomicInteger(from)).toArray(AtomicInteger[]::new);
    workers.each(
        busy,
        () ->
            thread -> {
              for (int m = 0; m < left.length; m++) {
                models
                    .get(m)
                    .predictor(uncertain.size(), dimensions)
                    .predict(
                        numbers.shared(left[m], from, to),
                        (to - from + busy - 1) / busy,
                        uncertain.size(),
                        uncertain.statusQuo(),
                        outcomes[m]);
              }
            });
  }

  /** The numbers of some draws, which all models take. */
  private final class Numbers {
    private final double[][] positions;
    private final double[][] capabilities;
    private final double[][] saliences;

    Numbers(int most) {
      positions = new double[most][uncertain.size() * dimensions];
      capabilities = new double[most][uncertain.size()];
      saliences = new double[most][uncertain.size() * dimensions];
    }

    /** Writes down those from and up to the given ones, the first of all being at 0. */
    void write(int first, int from, int to) {
      for (int i = from; i < to; i++) {
        int at = i - first;
        for (int j = 0; j < ranges.length; j++) {
          double value = ranges[j].quantile(chance(draws[i], j));
          put(j, value, positions[at], capabilities[at], saliences[at]);
        }
      }
    }

    Draws shared(AtomicInteger left, int first, int end) {
      return new Draws() {
        @Override
        public int next() {
          int next = left.getAndIncrement();
          return next < end ? next : -1;
        }

        @Override
        public void numbers(int draw, double[] x, double[] c, double[] s) {
          System.arraycopy(positions[draw - first], 0, x, 0, x.length);
          System.arraycopy(capabilities[draw - first], 0, c, 0, c.length);
          System.arraycopy(saliences[draw - first], 0, s, 0, s.length);
        }
      };
    }
  }
}
