package org.entente.sway.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.analysis.network.Frustration;
import org.junit.jupiter.api.Test;

class LeversTest {
  /** B is tied to both camps, and a little more to A's. */
  @Test
  void theWeakestBondComesFirst() {
    Ties ties = new Ties.Builder().tie("A", "B", 3).tie("B", "C", 2).tie("A", "C", -9).build();
    Levers levers = Levers.of(ties, 1, 10);
    assertThat(levers.exact()).isTrue();
    assertThat(levers.pairs()).hasSize(3);
    Levers.Pair first = levers.pairs().get(0);
    assertThat(first.change()).isEqualTo(1);
    assertThat(first.moved()).containsExactly("B");
    assertThat(levers.pairs().get(2).a()).isEqualTo("A");
    assertThat(levers.pairs().get(2).b()).isEqualTo("C");
    assertThat(levers.pairs().get(2).then()).isEqualTo(-2, within(1e-9));
  }

  @Property(tries = 40)
  void pastTheLeverTheSplitChangesAndBeforeItDoesNot(
      @ForAll @IntRange(min = 3, max = 8) int n, @ForAll long seed) {
    double[][] ties = Networks.random(n, seed, .8);
    Frustration before = Frustration.of(ties, 1);
    for (Levers.Pair pair : Levers.of(Ties.of(Networks.names(n), ties), 1, 100).pairs()) {
      int a = Integer.parseInt(pair.a().substring(1));
      int b = Integer.parseInt(pair.b().substring(1));
      double sign = Math.signum(pair.then() - pair.now());
      if (pair.change() > .5) {
        double[][] less = with(ties, a, b, pair.then() - sign * .25);
        assertThat(value(less, before.camps()))
            .isEqualTo(Frustration.of(less, 1).weight(), within(1e-9));
      }
      boolean together = before.camps()[a] == before.camps()[b];
      double[][] more = with(ties, a, b, pair.then() + (together ? -.25 : .25));
      assertThat(value(more, before.camps()))
          .isGreaterThan(Frustration.of(more, 1).weight() + 1e-9);
    }
  }

  /** Above the number of actors whose splits are listed, pairs are solved one by one. */
  @Test
  void manyActorsAreSolvedPairByPair() {
    double[][] ties = Networks.random(24, 4, .25);
    Levers levers = Levers.of(Ties.of(Networks.names(24), ties), 1, 8);
    assertThat(levers.exact()).isTrue();
    assertThat(levers.pairs()).hasSize(8);
    double[][] part =
        Arrays.stream(ties).limit(20).map(row -> Arrays.copyOf(row, 20)).toArray(double[][]::new);
    assertThat(Levers.of(Ties.of(Networks.names(20), part), 1, 8).exact()).isTrue();
    int[] camps = levers.camps();
    for (Levers.Pair pair : levers.pairs()) {
      int a = Integer.parseInt(pair.a().substring(1));
      int b = Integer.parseInt(pair.b().substring(1));
      double[][] at = with(ties, a, b, pair.then());
      assertThat(Frustration.of(at, 1).weight()).isEqualTo(value(at, camps), within(1e-9));
      double[][] past = with(ties, a, b, pair.then() + (camps[a] == camps[b] ? -.5 : .5));
      assertThat(Frustration.of(past, 1).weight()).isLessThan(value(past, camps) - 1e-9);
    }
  }

  /** Beyond what is proven, the change that local search finds does it, if not the least one. */
  @Test
  void veryManyActorsAreNotProven() {
    double[][] ties = Networks.random(80, 5, .1);
    Levers levers = Levers.of(Ties.of(Networks.names(80), ties), 1, 12);
    assertThat(levers.exact()).isFalse();
    assertThat(levers.pairs()).hasSize(12);
    for (Levers.Pair pair : levers.pairs()) {
      assertThat(pair.exact()).isFalse();
      assertThat(pair.atLeast()).isZero();
      int a = Integer.parseInt(pair.a().substring(1));
      int b = Integer.parseInt(pair.b().substring(1));
      boolean together = levers.camps()[a] == levers.camps()[b];
      double[][] past = with(ties, a, b, pair.then() + (together ? -.5 : .5));
      int[] moved = levers.camps().clone();
      pair.moved().forEach(one -> moved[Integer.parseInt(one.substring(1))] ^= 1);
      assertThat(value(past, moved)).isLessThan(value(past, levers.camps()) - 1e-9);
    }
  }

  @Test
  void pairsThatLeadToTheSameSplitAreOneTurn() throws IOException {
    Levers levers = Levers.of(Camps.of(Networks.tribes(), 1), 1000);
    assertThat(levers.turns().get(0).moved()).containsExactly("Seuve");
    assertThat(levers.turns().get(0).change()).isEqualTo(1);
    assertThat(levers.turns().stream().mapToInt(turn -> turn.pairs().size()).sum())
        .isEqualTo(16 * 15 / 2);
  }

  @Test
  void aWeakerSyriaLosesTurkeyToTheOtherSide() throws IOException {
    Landscape standard = Networks.isis("standard");
    Levers levers = Levers.of(standard, 1, 5);
    Levers.Size syria =
        levers.sizes().stream()
            .filter(size -> size.actor().equals("Syr") && size.then() < size.now())
            .findFirst()
            .orElseThrow();
    assertThat(syria.moved()).containsExactly("Tur");
    assertThat(syria.then()).isBetween(10., 50.);
    double before = syria.then() + .1;
    double after = syria.then() - .1;
    assertThat(other(standard.withSize("Syr", before))).contains("Tur");
    assertThat(other(standard.withSize("Syr", after))).doesNotContain("Tur");
    Levers.Pair first = levers.pairs().get(0);
    assertThat(first.moved()).isNotEmpty();
    double sign = Math.signum(first.then() - first.now());
    for (double step : new double[] {-.01, .01}) {
      double to = sign * step;
      Landscape changed =
          standard
              .withPropensity(
                  first.a(),
                  first.b(),
                  of(standard, first.a(), first.b()) + first.then() - first.now() + to)
              .withPropensity(
                  first.b(),
                  first.a(),
                  of(standard, first.b(), first.a()) + first.then() - first.now() + to);
      assertThat(other(changed).equals(other(standard))).isEqualTo(step < 0);
    }
  }

  private static double of(Landscape landscape, String a, String b) {
    return landscape.propensities()[landscape.actors().indexOf(a)][landscape.actors().indexOf(b)];
  }

  private static List<String> other(Landscape landscape) {
    Minima minima = landscape.minima(1);
    return minima.side(minima.all().get(0), 1);
  }

  @Test
  void oneActorHasNoLevers() {
    assertThatThrownBy(() -> Levers.of(new Ties(List.of("A"), List.of()), 1, 5))
        .hasMessage("levers need at least 2 actors, not 1");
  }

  private static double[][] with(double[][] ties, int a, int b, double weight) {
    double[][] copy = Arrays.stream(ties).map(double[]::clone).toArray(double[][]::new);
    copy[a][b] = copy[b][a] = weight;
    return copy;
  }

  private static double value(double[][] ties, int[] camps) {
    double sum = 0;
    for (int i = 0; i < ties.length; i++) {
      for (int j = i + 1; j < ties.length; j++) {
        sum += ties[i][j] > 0 != (camps[i] == camps[j]) ? Math.abs(ties[i][j]) : 0;
      }
    }
    return sum;
  }
}
