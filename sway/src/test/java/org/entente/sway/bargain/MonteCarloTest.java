package org.entente.sway.bargain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.sway.bargain.Distribution.Driver;
import org.junit.jupiter.api.Test;

class MonteCarloTest {
  private static final UncertainSetting THREE =
      new UncertainSetting(
          List.of("A", "B", "C"),
          List.of(
              List.of(new Range(0, 20, 30)), List.of(new Range(40, 50, 60)), List.of(Range.of(90))),
          List.of(Range.of(2), new Range(1, 2, 4), Range.of(1)),
          List.of(List.of(Range.of(.5)), List.of(new Range(.2, .5, .9)), List.of(Range.of(1))),
          null);

  /** Positions alone, of weights 2 and 1: 4 and 1 parts of the variance. */
  private static final UncertainSetting ADDITIVE =
      new UncertainSetting(
          List.of("A", "B"),
          List.of(List.of(new Range(20, 30, 40)), List.of(new Range(60, 70, 80))),
          List.of(Range.of(2), Range.of(1)),
          List.of(List.of(Range.of(1)), List.of(Range.of(1))),
          null);

  @Test
  void sameSeedGivesTheSameOnAnyNumberOfThreads() {
    Simulation one = MonteCarlo.run(THREE, BargainingModel.all(), 500, 7, 1);
    Simulation two = MonteCarlo.run(THREE, BargainingModel.all(), 500, 7, 2);
    Simulation other = MonteCarlo.run(THREE, BargainingModel.all(), 500, 8, 2);
    assertThat(one.distributions()).hasSize(BargainingModel.all().size());
    for (int d = 0; d < one.distributions().size(); d++) {
      Distribution a = one.distributions().get(d);
      Distribution b = two.distributions().get(d);
      assertThat(b.outcomes()).as(a.model()).isEqualTo(a.outcomes());
      assertThat(b.drivers()).as(a.model()).isEqualTo(a.drivers());
      assertThat(b.atMode()).isEqualTo(a.atMode());
      assertThat(other.distributions().get(d).outcomes()).isNotEqualTo(a.outcomes());
    }
  }

  @Test
  void someDrawsAreThoseOfTheWholeRun() {
    Simulation whole = MonteCarlo.run(THREE, BargainingModel.all(), 300, 7, 1);
    int[] those = {3, 4, 77, 298};
    Simulation some = MonteCarlo.some(THREE, BargainingModel.all(), those, 7, 2);
    for (int d = 0; d < whole.distributions().size(); d++) {
      double[] all = whole.distributions().get(d).outcomes();
      assertThat(some.distributions().get(d).outcomes())
          .as(whole.distributions().get(d).model())
          .isEqualTo(Arrays.stream(those).mapToDouble(draw -> all[draw]).toArray());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonteCarlo.some(THREE, BargainingModel.all(), new int[0], 7, 2))
        .withMessage("no draw asked for");
  }

  @Test
  void moreDrawsThanAreHeldAtATime() {
    int[] all = IntStream.range(0, 450_000).toArray();
    int[] last = IntStream.range(444_000, 450_000).toArray();
    List<BargainingModel> mean = List.of(new WeightedMean());
    double[] whole = MonteCarlo.some(THREE, mean, all, 7, 2).distributions().get(0).outcomes();
    double[] end = MonteCarlo.some(THREE, mean, last, 7, 2).distributions().get(0).outcomes();
    assertThat(Arrays.copyOfRange(whole, 444_000, 450_000)).isEqualTo(end);
  }

  @Test
  void workersShareWhatThereIsToDo() {
    int[] done = new int[100];
    new Workers(3).each(done.length, () -> i -> done[i]++);
    assertThat(done).containsOnly(1);
    new Workers(2).each(0, () -> i -> done[i]++);
    assertThat(done).containsOnly(1);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new Workers(2)
                    .each(
                        5,
                        () ->
                            i -> {
                              throw new IllegalArgumentException("piece " + i);
                            }))
        .withMessageContaining("a model failed: piece ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workers(0))
        .withMessage("threads: 0 asked for, 1 is the least");
  }

  @Test
  void driversOfTheMeanAreItsVarianceParts() {
    Distribution mean =
        MonteCarlo.run(ADDITIVE, List.of(new WeightedMean()), 20_000, 1, 2)
            .distribution("weighted mean", 0);
    assertThat(mean.drivers().stream().map(Driver::input))
        .containsExactly(
            new Input(0, Input.Kind.POSITION, 0), new Input(1, Input.Kind.POSITION, 0));
    assertThat(mean.drivers().get(0).firstOrder()).isCloseTo(.8, within(.02));
    assertThat(mean.drivers().get(1).firstOrder()).isCloseTo(.2, within(.02));
    assertThat(mean.interplay()).isLessThan(.02);
    assertThat(mean.drivers().get(0).rankCorrelation()).isCloseTo(.89, within(.03));
    assertThat(mean.drivers().get(0).atLow()).isCloseTo(110 / 3.0, within(1e-9));
    assertThat(mean.drivers().get(0).swing()).isCloseTo(40 / 3.0, within(1e-9));
    assertThat(mean.atMode()).isCloseTo(130 / 3.0, within(1e-9));
    assertThat(mean.mean()).isCloseTo(130 / 3.0, within(.1));
    // triangular with half width 10: variance 100/6; (4 + 1)/9 of it
    assertThat(mean.standardDeviation()).isCloseTo(Math.sqrt(100 / 6.0 * 5 / 9), within(.05));
  }

  @Test
  void intervalsAndHistogramsAreOfTheOutcomes() {
    Distribution mean =
        MonteCarlo.run(ADDITIVE, List.of(new WeightedMean()), 1000, 1, 1).distributions().get(0);
    assertThat(mean.quantile(0)).isEqualTo(mean.sorted()[0]);
    assertThat(mean.quantile(1)).isEqualTo(mean.sorted()[999]);
    assertThat(mean.interval(.9)[0]).isLessThan(mean.quantile(.5));
    int[] counts = mean.histogram(20);
    assertThat(counts).hasSize(20);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(1000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mean.quantile(1.1))
        .withMessageContaining("share 1.1");
  }

  @Test
  void oneDrawOfExactNumbersIsTheModelItself() {
    Setting setting = THREE.mode();
    Simulation run =
        MonteCarlo.run(UncertainSetting.exact(setting), BargainingModel.all(), 1, 1, 4);
    for (BargainingModel model : BargainingModel.all()) {
      Distribution one = run.distribution(model.name(), 0);
      assertThat(one.outcomes()).as(model.name()).isEqualTo(model.solve(setting).point());
      assertThat(one.drivers()).isEmpty();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.distribution("crystal ball", 0))
        .withMessageContaining("crystal ball");
  }

  @Test
  void triangles() {
    Range range = new Range(0, 20, 30);
    assertThat(range.quantile(0)).isZero();
    assertThat(range.quantile(2 / 3.0)).isCloseTo(20, within(1e-9));
    assertThat(range.quantile(1)).isEqualTo(30);
    assertThat(Range.of(5).quantile(.3)).isEqualTo(5);
  }

  @Test
  void wrongRangesSayWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(3, 2, 4))
        .withMessageContaining("3.0/2.0/4.0 contradicts itself");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(0, 1, Double.NaN))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new UncertainSetting(
                    List.of("A"),
                    List.of(List.of(new Range(90, 95, 101))),
                    List.of(Range.of(1)),
                    List.of(List.of(Range.of(1))),
                    null))
        .withMessageContaining("position of A is 101.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonteCarlo.run(THREE, BargainingModel.all(), 0, 1, 1))
        .withMessageContaining("draws: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonteCarlo.run(THREE, BargainingModel.all(), 1, 1, 0))
        .withMessageContaining("threads: 0");
  }
}
