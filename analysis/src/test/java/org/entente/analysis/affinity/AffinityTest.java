package org.entente.analysis.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.entente.analysis.network.Decay;
import org.entente.store.DyadDays;
import org.entente.store.DyadDays.Party;
import org.entente.store.DyadDays.Sum;
import org.junit.jupiter.api.Test;

class AffinityTest {
  private static final Decay ALIKE = new Decay(10_000, Double.POSITIVE_INFINITY);

  private static List<Integer> all(DyadDays days) {
    return IntStream.range(0, days.actors().size()).boxed().toList();
  }

  private static List<Party> parties(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> "" + (char) ('A' + i))
        .map(id -> new Party(id, id, "Land " + id))
        .toList();
  }

  /** What dyads do is drawn about a mean of their own. */
  private static DyadDays random(int n, long seed, int events) {
    Random random = new Random(seed);
    List<Sum> sums = new ArrayList<>();
    double[][] mean = new double[n][n];
    for (double[] row : mean) {
      Arrays.setAll(row, i -> random.nextInt(15) - 7);
    }
    for (int e = 0; e < events; e++) {
      int a = random.nextInt(n);
      int b = random.nextInt(n);
      if (a != b) {
        double goldstein = Math.max(-10, Math.min(10, mean[a][b] + random.nextInt(9) - 4));
        int many = 1 + random.nextInt(2);
        sums.add(new Sum(a, b, random.nextInt(60), many, many * goldstein));
      }
    }
    return new DyadDays(parties(n), sums);
  }

  private static Map<String, Affinity.Pair> byNames(Affinity affinity) {
    Map<String, Affinity.Pair> pairs = new HashMap<>();
    for (Affinity.Pair pair : affinity.pairs()) {
      String a = affinity.actors().get(pair.a()).id();
      String b = affinity.actors().get(pair.b()).id();
      pairs.put(a.compareTo(b) < 0 ? a + b : b + a, pair);
    }
    return pairs;
  }

  /**
   * Three groups of 4, 3 and 2 values with the means 1, 4 and 6, variance 1 within: the spread is 4
   * (1 − 28/9)² + 3 (4 − 28/9)² + 2 (6 − 28/9)² = 36.89, less 2 by the divisor 9 − 29/9 is 6.04.
   */
  @Test
  void credibilityByHand() {
    Credibility credibility = Credibility.of(new double[] {1, 4, 6}, new double[] {4, 3, 2}, 1);
    double spread =
        4 * Math.pow(1 - 28 / 9.0, 2)
            + 3 * Math.pow(4 - 28 / 9.0, 2)
            + 2 * Math.pow(6 - 28 / 9.0, 2);
    double between = (spread - 2) / (9 - 29 / 9.0);
    assertThat(credibility.between()).isEqualTo(between, within(1e-12));
    assertThat(between).isEqualTo(6.04, within(.01));
    double z4 = 4 / (4 + 1 / between);
    double z3 = 3 / (3 + 1 / between);
    double z2 = 2 / (2 + 1 / between);
    double mean = (z4 + 4 * z3 + 6 * z2) / (z4 + z3 + z2);
    assertThat(credibility.mean()).isEqualTo(mean, within(1e-12));
    assertThat(credibility.shrink(1, 4)).isEqualTo(z4 + (1 - z4) * mean, within(1e-12));
    assertThat(credibility.shrink(Double.NaN, 0)).isEqualTo(mean);
  }

  /**
   * Between the groups there is no more than chance: all are at the mean. And a single group has
   * nothing to be compared with.
   */
  @Test
  void credibilityIsNothingWhereGroupsAreAlike() {
    Credibility alike = Credibility.of(new double[] {.1, .11, .09}, new double[] {5, 5, 5}, 1);
    assertThat(alike.between()).isZero();
    assertThat(alike.shrink(.11, 5)).isEqualTo(.1, within(1e-12));
    assertThat(Credibility.of(new double[] {.7}, new double[] {3}, 1).shrink(.7, 3))
        .isEqualTo(.7, within(1e-12));
    assertThat(Credibility.of(new double[0], new double[0], 1).mean()).isZero();
  }

  /** By hand: m = 2, observed 4 + 0 + 4, chance (1 + 1) + 0 + (1 + 1). */
  @Test
  void scottsPiByHand() {
    double[] ones = {1, 1, 1};
    assertThat(Similarity.pi(new double[] {1, 2, 3}, new double[] {3, 2, 1}, ones)).isEqualTo(-1);
    assertThat(Similarity.pi(new double[] {1, 2, 3}, new double[] {1, 2, 3}, ones)).isEqualTo(1);
    // m = 2.5; observed 3; chance (2.25 + .25) + (.25 + .25) + (.25 + 2.25) = 5.5
    assertThat(Similarity.pi(new double[] {1, 2, 3}, new double[] {2, 3, 4}, ones))
        .isEqualTo(1 - 3 / 5.5, within(1e-15));
    assertThat(Similarity.pi(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1}))
        .isNaN();
    assertThat(Similarity.pi(new double[] {1, 2}, new double[] {2, 1}, new double[2])).isNaN();
  }

  @Test
  void directIsTheMeanOfBothDrawnTowardsAll() {
    List<Sum> sums = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      sums.add(new Sum(0, 1, day, 1, day % 2 == 0 ? 7 : 5));
      sums.add(new Sum(2, 0, day, 1, day % 2 == 0 ? -7 : -5));
    }
    sums.add(new Sum(1, 2, 3, 1, -10));
    DyadDays days = new DyadDays(parties(3), sums);
    Affinity affinity = Affinity.of(days, ALIKE, all(days), Affinity.Measure.DIRECT, 200, 1);
    Map<String, Affinity.Pair> pairs = byNames(affinity);
    assertThat(pairs.get("AB").raw()).isEqualTo(.6, within(1e-12));
    assertThat(pairs.get("AB").value()).isEqualTo(.6, within(.01));
    assertThat(pairs.get("AC").value()).isEqualTo(-.6, within(.01));
    assertThat(pairs.get("AB").low()).isBetween(.5, .6);
    assertThat(pairs.get("AB").high()).isBetween(.6, .7);
    assertThat(pairs.get("BC").raw()).isEqualTo(-1);
    assertThat(pairs.get("BC").value()).isGreaterThan(-1);
    assertThat(pairs.get("BC").credibility()).isLessThan(pairs.get("AB").credibility());
    assertThat(pairs.get("AB").count()).isEqualTo(40);
    double[][] matrix = affinity.matrix();
    assertThat(matrix[0][0]).isEqualTo(1);
  }

  /** Two who treat three others alike, and one who does the opposite. */
  @Test
  void similarLooksAtThirdParties() {
    List<Sum> sums = new ArrayList<>();
    Random random = new Random(3);
    for (int day = 0; day < 60; day++) {
      for (int third = 3; third < 7; third++) {
        double g = third < 5 ? 7 : -7;
        sums.add(new Sum(0, third, day, 1, g + random.nextInt(3) - 1));
        sums.add(new Sum(1, third, day, 1, g + random.nextInt(3) - 1));
        sums.add(new Sum(2, third, day, 1, -g + random.nextInt(3) - 1));
      }
    }
    DyadDays days = new DyadDays(parties(7), sums);
    Affinity affinity =
        Affinity.of(days, ALIKE, List.of(0, 1, 2), Affinity.Measure.SIMILAR, 100, 1);
    Map<String, Affinity.Pair> pairs = byNames(affinity);
    assertThat(pairs.get("AB").value()).isGreaterThan(.95);
    assertThat(pairs.get("AC").value()).isLessThan(-.95);
    assertThat(pairs.get("AB").count()).isEqualTo(4);
    assertThat(affinity.actors()).extracting(Party::id).first().isIn("A", "B", "C");
    assertThatThrownBy(
            () -> Affinity.of(days, ALIKE, List.of(0, 1), Affinity.Measure.SIMILAR, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 50");
  }

  @Property(tries = 40)
  void valuesAndIntervalsAreFromFoesToFriends(
      @ForAll @IntRange(min = 2, max = 7) int n,
      @ForAll @IntRange(min = 0, max = 150) int events,
      @ForAll @LongRange(min = 0, max = 1000) long seed,
      @ForAll Affinity.Measure measure) {
    DyadDays days = random(n, seed, events);
    Affinity affinity = Affinity.of(days, ALIKE, all(days), measure, 60, seed);
    assertThat(affinity.actors()).containsExactlyInAnyOrderElementsOf(days.actors());
    for (Affinity.Pair pair : affinity.pairs()) {
      assertThat(pair.a()).isLessThan(pair.b());
      assertThat(pair.value()).isBetween(-1.0, 1.0);
      assertThat(pair.raw()).isBetween(-1.0, 1.0);
      assertThat(pair.low()).isBetween(-1.0, pair.high());
      assertThat(pair.high()).isLessThanOrEqualTo(1);
      assertThat(pair.credibility()).isBetween(0.0, 1.0);
    }
    assertThat(Affinity.of(days, ALIKE, all(days), measure, 60, seed)).isEqualTo(affinity);
  }

  @Property(tries = 30)
  void whoComesFirstDoesNotMatter(
      @ForAll @IntRange(min = 2, max = 7) int n,
      @ForAll @LongRange(min = 0, max = 1000) long seed,
      @ForAll Affinity.Measure measure) {
    DyadDays days = random(n, seed, 120);
    List<Integer> order = new ArrayList<>(all(days));
    Collections.shuffle(order, new Random(seed));
    DyadDays shuffled =
        new DyadDays(
            order.stream().map(i -> days.actors().get(i)).toList(),
            days.sums().stream()
                .map(
                    s ->
                        new Sum(
                            order.indexOf(s.source()),
                            order.indexOf(s.target()),
                            s.day(),
                            s.events(),
                            s.goldstein()))
                .toList());
    Map<String, Affinity.Pair> one = byNames(Affinity.of(days, ALIKE, all(days), measure, 60, 1));
    Map<String, Affinity.Pair> two =
        byNames(Affinity.of(shuffled, ALIKE, all(shuffled), measure, 60, 1));
    assertThat(two.keySet()).isEqualTo(one.keySet());
    one.forEach(
        (names, pair) -> {
          assertThat(two.get(names).value()).isEqualTo(pair.value(), within(1e-9));
          assertThat(two.get(names).low()).isEqualTo(pair.low(), within(1e-9));
          assertThat(two.get(names).high()).isEqualTo(pair.high(), within(1e-9));
        });
  }

  /** Means of dyads are known here, and drawn about their own mean as the model says. */
  private static double coverage(int days, int least, int most) {
    int inside = 0;
    int pairs = 0;
    for (int round = 0; round < 40; round++) {
      Random random = new Random(round);
      List<Sum> sums = new ArrayList<>();
      double[][] truth = new double[7][7];
      for (int a = 0; a < 7; a++) {
        for (int b = a + 1; b < 7; b++) {
          truth[a][b] = Math.max(-9, Math.min(9, 1 + 3 * random.nextGaussian()));
          int events = least + random.nextInt(most - least + 1);
          for (int e = 0; e < events; e++) {
            sums.add(new Sum(a, b, random.nextInt(days), 1, truth[a][b] + random.nextInt(11) - 5));
          }
        }
      }
      DyadDays all = new DyadDays(parties(7), sums);
      Affinity affinity = Affinity.of(all, ALIKE, all(all), Affinity.Measure.DIRECT, 200, 1);
      for (Map.Entry<String, Affinity.Pair> entry : byNames(affinity).entrySet()) {
        double is = truth[entry.getKey().charAt(0) - 'A'][entry.getKey().charAt(1) - 'A'] / 10;
        pairs++;
        inside += entry.getValue().low() <= is && is <= entry.getValue().high() ? 1 : 0;
      }
    }
    return inside / (double) pairs;
  }

  @Test
  void intervalsHoldTheTruthThatOften() {
    assertThat(coverage(300, 40, 60)).isBetween(.91, .98);
  }

  @Test
  void intervalsOfThinDataDoSoToo() {
    assertThat(coverage(300, 1, 5)).isBetween(.80, .99);
  }

  @Test
  void thoseWhoAreNearStandTogether() {
    // two groups, told in turn
    double[][] distances = new double[8][8];
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        distances[i][j] = i == j ? 0 : i % 2 == j % 2 ? .2 : 1.4;
      }
    }
    int[] order = Seriation.order(distances);
    assertThat(Arrays.stream(order).sorted().toArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    for (int i = 1; i < 4; i++) {
      assertThat(order[i] % 2).isEqualTo(order[0] % 2);
    }
  }

  /** Points on a line, shuffled, come back in their order. */
  @Test
  void aLineIsFoundAgain() {
    double[] at = {7, 1, 4, 9, 0, 2.5, 6};
    double[][] distances = new double[7][7];
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        distances[i][j] = Math.abs(at[i] - at[j]);
      }
    }
    assertThat(Seriation.order(distances)).containsExactly(3, 0, 6, 2, 5, 1, 4);
    assertThat(Seriation.order(new double[2][2])).containsExactly(0, 1);
    assertThat(Seriation.order(new double[0][0])).isEmpty();
  }
}
