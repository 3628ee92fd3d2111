package org.entente.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against examples worked out by hand. */
class MeasuresTest {
  private static final List<String> LABELS = List.of("a", "b", "c", "d");

  @Test
  void precisionRecallAndF1() {
    // a: TP 1, FN 1; b: TP 2, FP 1; c: not answered; d: does not occur
    Confusion confusion =
        Confusion.of(LABELS, new int[] {0, 0, 1, 1, 2}, new int[] {0, 1, 1, 1, Confusion.NONE});
    assertThat(confusion.precision(0)).isEqualTo(1);
    assertThat(confusion.recall(0)).isEqualTo(0.5);
    assertThat(confusion.f1(0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(confusion.precision(1)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(confusion.recall(1)).isEqualTo(1);
    assertThat(confusion.f1(1)).isCloseTo(0.8, within(1e-12));
    assertThat(confusion.f1(2)).isZero();
    assertThat(confusion.macroF1()).as("d counts for nothing").isCloseTo(22 / 45.0, within(1e-12));
    assertThat(confusion.accuracy()).isCloseTo(0.6, within(1e-12));
    assertThat(confusion.count(0, 1)).isEqualTo(1);
    assertThat(confusion.gold(2)).isEqualTo(1);
    assertThat(confusion.answered(1)).isEqualTo(3);
  }

  @Test
  void nothingIsNeitherRightNorADivisionByZero() {
    Confusion empty = new Confusion(LABELS);
    assertThat(empty.accuracy()).isZero();
    assertThat(empty.macroF1()).isZero();
    assertThat(Reliability.of(new double[0], new boolean[0], 10).error()).isZero();
  }

  @Test
  void calibration() {
    Reliability reliability =
        Reliability.of(
            new double[] {0.95, 0.95, 0.55, 0.1, 1.0},
            new boolean[] {true, false, true, false, true},
            10);
    // last bin: mean 2.9/3, right 2/3, so |2 − 2.9|; the others |1 − 0.55| and |0 − 0.1|
    assertThat(reliability.error()).isCloseTo((0.9 + 0.45 + 0.1) / 5, within(1e-12));
    assertThat(reliability.bins()).hasSize(10);
    assertThat(reliability.bins().get(9).count()).as("1 is in the last bin").isEqualTo(3);
    assertThat(reliability.bins().get(9).confidence()).isCloseTo(2.9 / 3, within(1e-12));
    assertThat(reliability.bins().get(9).right()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(reliability.bins().get(1).count()).as("0.1 is in the second").isEqualTo(1);
    assertThat(reliability.bins().get(0).count()).isZero();
  }

  @Test
  void mcNemar() {
    assertThat(McNemar.probability(1, 5)).isCloseTo(2 * 7 / 64.0, within(1e-12));
    assertThat(McNemar.probability(5, 0)).isCloseTo(0.0625, within(1e-12));
    assertThat(McNemar.probability(0, 0)).isEqualTo(1);
    assertThat(McNemar.probability(3, 3)).isEqualTo(1);
    assertThat(McNemar.probability(1000, 1300)).isBetween(1e-12, 1e-8);
    McNemar test =
        McNemar.of(
            new boolean[] {true, true, false, false, true},
            new boolean[] {true, false, true, false, false});
    assertThat(test.first()).isEqualTo(2);
    assertThat(test.second()).isEqualTo(1);
    assertThat(test.probability()).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    List<String> groups = IntStream.range(0, 200).mapToObj(i -> "g" + i / 2).toList();
    int[] values = IntStream.range(0, 200).map(i -> i % 7).toArray();
    Bootstrap.Interval once = mean(new Bootstrap(groups, 1000, 1), values);
    assertThat(mean(new Bootstrap(groups, 1000, 1), values)).isEqualTo(once);
    assertThat(mean(new Bootstrap(groups, 1000, 2), values)).isNotEqualTo(once);
    double mean = Arrays.stream(values).average().orElseThrow();
    assertThat(once.low()).isLessThan(mean).isGreaterThan(mean - 0.6);
    assertThat(once.high()).isGreaterThan(mean).isLessThan(mean + 0.6);
    assertThat(once.probability()).as("far from 0").isLessThan(0.01);
  }

  @Test
  void rowsOfOneGroupAreDrawnTogether() {
    List<String> groups = List.of("x", "y", "x", "z", "y");
    new Bootstrap(groups, 200, 3)
        .interval(
            rows -> {
              for (String group : groups) {
                long[] times =
                    IntStream.range(0, groups.size())
                        .filter(i -> groups.get(i).equals(group))
                        .mapToLong(i -> Arrays.stream(rows).filter(row -> row == i).count())
                        .distinct()
                        .toArray();
                assertThat(times).hasSize(1);
              }
              return 0;
            });
  }

  @Test
  void aDifferenceThatIsAlwaysZeroIsNone() {
    Bootstrap.Interval interval = new Bootstrap(List.of("a", "b", "c"), 100, 1).interval(rows -> 0);
    assertThat(interval).isEqualTo(new Bootstrap.Interval(0, 0, 1));
  }

  private static Bootstrap.Interval mean(Bootstrap bootstrap, int[] values) {
    return bootstrap.interval(
        rows -> Arrays.stream(rows).map(row -> values[row]).average().orElseThrow());
  }
}
