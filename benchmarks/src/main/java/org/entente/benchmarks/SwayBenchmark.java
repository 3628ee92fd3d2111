package org.entente.benchmarks;

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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Milliseconds that the models of bargaining take. */
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

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(SwayBenchmark.class.getSimpleName()).build()).run();
  }
}
