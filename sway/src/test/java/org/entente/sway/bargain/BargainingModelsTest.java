package org.entente.sway.bargain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BargainingModelsTest {
  private static final double[] HALF = {.5, .5, .5};

  /** Positions from 20 to 60. */
  static Setting random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Setting.of(
        IntStream.range(0, n).mapToObj(i -> "actor" + i).toList(),
        random.doubles(n, 20, 60).toArray(),
        random.doubles(n, 1, 100).toArray(),
        random.doubles(n, .1, 1).toArray());
  }

  private static Setting moved(Setting setting, double factor, double shift) {
    double[][] positions = setting.positions();
    for (double[] row : positions) {
      row[0] = row[0] * factor + shift;
    }
    return new Setting(
        setting.actors(),
        positions,
        setting.capabilities(),
        setting.saliences(),
        setting.statusQuo());
  }

  private static double point(BargainingModel model, Setting setting) {
    return model.solve(setting).point()[0];
  }

  private static int size(long seed) {
    return 1 + (int) Math.floorMod(seed, 12L);
  }

  @Test
  void oneActorGetsItsPosition() {
    Setting one = Setting.of(List.of("A"), new double[] {37}, new double[] {2}, new double[] {.4});
    for (BargainingModel model : BargainingModel.all()) {
      assertThat(point(model, one)).as(model.name()).isCloseTo(37, within(1e-9));
    }
  }

  @Test
  void equalPositionsAreTheOutcome() {
    Setting equal =
        Setting.of(List.of("A", "B", "C"), new double[] {61, 61, 61}, new double[] {1, 0, 3}, HALF);
    Setting plane =
        new Setting(
            List.of("A", "B"),
            new double[][] {{10, 90}, {10, 90}},
            new double[] {1, 2},
            new double[][] {{.1, .9}, {0, 0}},
            new double[] {20, 20});
    for (BargainingModel model : BargainingModel.all()) {
      assertThat(point(model, equal)).as(model.name()).isCloseTo(61, within(1e-9));
      if (model.name().contains("model") || model.name().contains("weighted")) {
        assertThat(model.solve(plane).point())
            .as(model.name())
            .containsExactly(new double[] {10, 90}, within(1e-9));
      }
    }
  }

  @Test
  void nobodyCares() {
    Setting nobody =
        Setting.of(List.of("A", "B"), new double[] {0, 100}, new double[] {1, 3}, new double[2]);
    assertThat(point(new WeightedMean(), nobody)).isEqualTo(75);
    for (BargainingModel model : BargainingModel.all()) {
      assertThat(point(model, nobody)).as(model.name()).isBetween(0.0, 100.0);
    }
  }

  @Test
  void fiveHundredActors() {
    Setting many = random(500, 1);
    for (BargainingModel model :
        List.of(
            new WeightedMean(),
            new WeightedMedian(),
            new ChallengeModel(),
            new PrintedChallengeModel(),
            new SpatialModel(1),
            new NashBargaining(),
            new KalaiSmorodinsky())) {
      assertThat(point(model, many)).as(model.name()).isBetween(20.0, 60.0);
    }
  }

  @Test
  void medianOfTwoHalvesIsTheirMiddle() {
    Setting halves =
        Setting.of(List.of("A", "B", "C"), new double[] {10, 30, 20}, new double[] {1, 1, 0}, HALF);
    assertThat(point(new WeightedMedian(), halves)).isEqualTo(20);
  }

  @Test
  void nashOfTwoWithEqualWeightsIsTheirMiddle() {
    Setting two =
        Setting.of(
            List.of("A", "B"), new double[] {20, 80}, new double[] {1, 1}, new double[] {1, 1});
    assertThat(point(new NashBargaining(), two)).isCloseTo(50, within(1e-9));
    assertThat(point(new KalaiSmorodinsky(), two)).isEqualTo(50);
  }

  @Test
  void statusQuoHoldsWhereAnyoneLosesByLeavingIt() {
    Setting split =
        new Setting(
            List.of("A", "B"),
            new double[][] {{20}, {80}},
            new double[] {1, 1},
            new double[][] {{1}, {1}},
            new double[] {60});
    assertThat(point(new NashBargaining(), split)).isEqualTo(60);
    assertThat(point(new KalaiSmorodinsky(), split)).isEqualTo(60);
  }

  /**
   * Both on one side, 10 and 40 from the status quo: the grid finds no better product and no better
   * least share.
   */
  @Test
  void solutionsWithStatusQuoAreBest() {
    for (double side : new double[] {1, -1}) {
      double quo = 50;
      double a = quo + side * 10;
      double b = quo + side * 40;
      Setting setting =
          new Setting(
              List.of("A", "B"),
              new double[][] {{a}, {b}},
              new double[] {1, 2},
              new double[][] {{1}, {.5}},
              new double[] {quo});
      double nash = Math.abs(point(new NashBargaining(), setting) - quo);
      double kalai = Math.abs(point(new KalaiSmorodinsky(), setting) - quo);
      for (double step = .01; step < 20; step += .01) {
        assertThat(product(step)).isLessThanOrEqualTo(product(nash) + 1e-9);
        assertThat(least(step)).isLessThanOrEqualTo(least(kalai) + 1e-9);
      }
    }
  }

  private static double product(double step) {
    return step * (20 - step) * step * (80 - step);
  }

  private static double least(double step) {
    return Math.min(step * (20 - step) / 100, step * (80 - step) / (20 * 60));
  }

  @Property(tries = 100)
  void translationAndScaleDoNotMatter(@ForAll long seed) {
    Setting setting = random(size(seed), seed);
    for (BargainingModel model :
        List.of(
            new WeightedMean(),
            new WeightedMedian(),
            new ChallengeModel(2),
            new PrintedChallengeModel(2, 1),
            new KalaiSmorodinsky())) {
      assertThat(point(model, moved(setting, 1.5, -12)))
          .as(model.name())
          .isCloseTo(point(model, setting) * 1.5 - 12, within(1e-6));
    }
    assertThat(point(new NashBargaining(), moved(setting, 1, 30)))
        .isCloseTo(point(new NashBargaining(), setting) + 30, within(1e-6));
  }

  @Property(tries = 100)
  void orderOfActorsDoesNotMatter(@ForAll long seed) {
    Setting setting = random(size(seed), seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, setting.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    Setting shuffled =
        new Setting(
            order.stream().map(setting.actors()::get).toList(),
            order.stream().map(i -> setting.positions()[i]).toArray(double[][]::new),
            order.stream().mapToDouble(i -> setting.capabilities()[i]).toArray(),
            order.stream().map(i -> setting.saliences()[i]).toArray(double[][]::new),
            null);
    for (BargainingModel model :
        List.of(
            new WeightedMean(),
            new WeightedMedian(),
            new ChallengeModel(2),
            new PrintedChallengeModel(2, 1),
            new NashBargaining(),
            new KalaiSmorodinsky())) {
      assertThat(point(model, shuffled))
          .as(model.name())
          .isCloseTo(point(model, setting), within(1e-6));
    }
    // the spatial model's point counts positions within a tolerance as one, the first: its risks
    // are free of order
    double[][] straight = new SpatialModel(1).solve(setting).states().get(0).risk();
    double[][] turned = new SpatialModel(1).solve(shuffled).states().get(0).risk();
    for (int i = 0; i < order.size(); i++) {
      assertThat(turned[0][i]).isCloseTo(straight[0][order.get(i)], within(1e-6));
    }
  }

  @Property(tries = 100)
  void outcomesLieBetweenTheActors(@ForAll long seed) {
    Setting setting = random(size(seed), seed);
    double low = Arrays.stream(setting.flatPositions()).min().orElseThrow();
    double high = Arrays.stream(setting.flatPositions()).max().orElseThrow();
    for (BargainingModel model :
        List.of(
            new WeightedMean(),
            new WeightedMedian(),
            new NashBargaining(),
            new KalaiSmorodinsky())) {
      assertThat(point(model, setting)).as(model.name()).isBetween(low, high);
    }
  }

  @Property(tries = 100)
  void medianIsNearestToAll(@ForAll long seed) {
    Setting setting = random(size(seed), seed);
    double median = point(new WeightedMedian(), setting);
    for (double other : setting.flatPositions()) {
      assertThat(distance(setting, median)).isLessThanOrEqualTo(distance(setting, other) + 1e-9);
    }
  }

  private static double distance(Setting setting, double to) {
    double sum = 0;
    for (int i = 0; i < setting.size(); i++) {
      sum +=
          setting.capabilities()[i]
              * setting.saliences()[i][0]
              * Math.abs(setting.positions()[i][0] - to);
    }
    return sum;
  }

  @Test
  void powersAreAsGoodAsTheLibrarys() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double base = random.nextDouble();
      double exponent = random.nextDouble(.5, 2);
      double exact = Math.pow(base, exponent);
      assertThat(Powers.exp(exponent * Powers.log(base))).isCloseTo(exact, within(1e-14));
    }
    assertThat(Powers.exp(.5 * Powers.log(0))).isZero();
    assertThat(Powers.exp(2 * Powers.log(1))).isCloseTo(1, within(1e-15));
  }

  @Test
  void powersOfManyAreAsGood() {
    Random random = new Random(5);
    double[] base = random.doubles(1000).map(x -> x < .3 ? Math.pow(10, -40 * x) : x).toArray();
    base[0] = 0;
    base[1] = 1;
    double[] log = new double[base.length];
    double[] power = new double[base.length];
    for (double exponent : new double[] {.5, 1, 1.37, 2}) {
      Powers.logs(base.clone(), log, base.length);
      Lanes.times(log, exponent, log, base.length);
      Powers.exp(log, power, base.length);
      for (int i = 0; i < base.length; i++) {
        assertThat(power[i])
            .as(base[i] + " ^ " + exponent)
            .isCloseTo(Math.pow(base[i], exponent), within(2e-15));
      }
    }
  }

  @Test
  void wrongSettingsSayWhatIsWrong() {
    wrong(
        "position of B is 101.0", new double[] {1, 101}, new double[] {1, 1}, new double[] {1, 1});
    wrong(
        "capability of A is -1.0", new double[] {1, 1}, new double[] {-1, 1}, new double[] {1, 1});
    wrong(
        "capability of A is NaN",
        new double[] {1, 1},
        new double[] {Double.NaN, 1},
        new double[] {1, 1});
    wrong("salience of B is 1.5", new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1.5});
    wrong(
        "no actor has a capability", new double[] {1, 1}, new double[] {0, 0}, new double[] {1, 1});
    wrong(
        "positions: 2 wanted, 1 found", new double[] {1}, new double[] {1, 1}, new double[] {1, 1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.of(List.of(), new double[0], new double[0], new double[0]))
        .withMessageContaining("at least one actor");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Setting.of(List.of("A", "A"), new double[2], new double[] {1, 1}, new double[2]))
        .withMessageContaining("A is there twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChallengeModel(0))
        .withMessageContaining("rounds: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrintedChallengeModel(8, 2))
        .withMessageContaining("stability 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpatialModel(0))
        .withMessageContaining("turns: 0");
  }

  private static void wrong(
      String message, double[] positions, double[] capabilities, double[] saliences) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.of(List.of("A", "B"), positions, capabilities, saliences))
        .withMessageContaining(message);
  }
}
