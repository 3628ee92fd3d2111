package org.entente.benchmarks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.ChallengeModel;
import org.entente.sway.bargain.MonteCarlo;
import org.entente.sway.bargain.Outcome;
import org.entente.sway.bargain.Range;
import org.entente.sway.bargain.Setting;
import org.entente.sway.bargain.Simulation;
import org.entente.sway.bargain.SpatialModel;
import org.entente.sway.bargain.UncertainSetting;
import org.entente.sway.bargain.WeightedMean;
import org.entente.sway.bargain.WeightedMedian;
import org.entente.sway.coalition.Camps;
import org.entente.sway.coalition.Ties;
import org.entente.sway.vote.Bodies;
import org.entente.sway.vote.Body;
import org.entente.sway.vote.Power;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Milliseconds that the models of bargaining, an index of power and a split into camps take. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx600m"})
public class SwayBenchmark {
  private static final int DRAWS = 10_000;
  private static final int THREADS = 2;
  private static final long SEED = 1;

  private final UncertainSetting emission = emission();
  private final UncertainSetting thirteen = uncertain(random(13));
  private final Setting twoHundred = random(200);
  private final Body council = Bodies.of("UNSC", LocalDate.of(2026, 1, 1));

  /** European emission standards (Bueno de Mesquita 1994): years 4 to 10, put at 10 to 90. */
  private static UncertainSetting emission() {
    double[] years = {4, 7, 4, 4, 10, 10, 10, 7, 4, 7};
    return uncertain(
        Setting.of(
            List.of("NLD", "BEL", "LUX", "DEU", "FRA", "ITA", "GBR", "IRL", "DNK", "GRC"),
            Arrays.stream(years).map(year -> 10 + (year - 4) / 6 * 80).toArray(),
            new double[] {.08, .08, .03, .16, .16, .16, .16, .05, .05, .08},
            new double[] {.8, .4, .2, .8, .6, .6, .9, .1, 1, .7}));
  }

  private static Setting random(int actors) {
    SplittableRandom random = new SplittableRandom(SEED);
    return Setting.of(
        IntStream.range(0, actors).mapToObj(Integer::toString).toList(),
        random.doubles(actors, 0, 100).toArray(),
        random.doubles(actors, 0, 100).toArray(),
        random.doubles(actors, 0, 1).toArray());
  }

  /** Positions within 10 points, saliences within .1, capabilities within a fifth. */
  private static UncertainSetting uncertain(Setting setting) {
    int n = setting.size();
    double[][] x = setting.positions();
    double[] c = setting.capabilities();
    double[][] s = setting.saliences();
    return new UncertainSetting(
        setting.actors(),
        IntStream.range(0, n).mapToObj(i -> List.of(around(x[i][0], 10, 100))).toList(),
        IntStream.range(0, n).mapToObj(i -> around(c[i], c[i] / 5, Double.MAX_VALUE)).toList(),
        IntStream.range(0, n).mapToObj(i -> List.of(around(s[i][0], .1, 1))).toList(),
        null);
  }

  private static Range around(double value, double width, double top) {
    return new Range(Math.max(0, value - width), value, Math.min(top, value + width));
  }

  /** 10,000 draws of the emission standards' 10 actors, two threads, with what drives them. */
  @Benchmark
  public Simulation meanMedianAndChallenge() {
    return MonteCarlo.run(
        emission,
        List.of(new WeightedMean(), new WeightedMedian(), new ChallengeModel()),
        DRAWS,
        SEED,
        THREADS);
  }

  /** 10,000 draws over all models, 13 actors, two threads. */
  @Benchmark
  public Simulation allModels() {
    return MonteCarlo.run(thirteen, BargainingModel.all(), DRAWS, SEED, THREADS);
  }

  /** One turn of the spatial model with 200 actors. */
  @Benchmark
  public Outcome spatialTurnOf200() {
    return new SpatialModel(1).solve(twoHundred);
  }

  /** All indices of the Security Council's members. */
  @Benchmark
  public Power securityCouncil() {
    return Power.of(council, SEED);
  }

  /** The best split of 64 actors with 362 ties of weight 1, so many of them negative. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Camps frustrationOf64(Sixtyfour network) {
    return Camps.of(network.ties, SEED);
  }

  @State(Scope.Thread)
  public static class Sixtyfour {
    private static final int ACTORS = 64;
    private static final int TIES = 362;

    @Param({"42", "181"})
    int negative;

    @Param({"1", "2", "3", "4", "5"})
    long seed;

    private Ties ties;

    @Setup
    public void draw() {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] weights = new double[ACTORS][ACTORS];
      for (int made = 0; made < TIES; ) {
        int a = random.nextInt(ACTORS);
        int b = random.nextInt(ACTORS);
        if (a != b && weights[a][b] == 0) {
          weights[a][b] = weights[b][a] = made < negative ? -1 : 1;
          made++;
        }
      }
      List<String> names = IntStream.range(0, ACTORS).mapToObj(Integer::toString).toList();
      ties = Ties.of(names, weights);
      if (!Camps.of(ties, SEED).frustration().exact()) {
        throw new IllegalStateException("not proven");
      }
    }
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(SwayBenchmark.class.getSimpleName()).build()).run();
  }
}
