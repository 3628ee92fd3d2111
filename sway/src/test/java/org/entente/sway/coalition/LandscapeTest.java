package org.entente.sway.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandscapeTest {
  @Test
  void unixStandardsOf1988() throws IOException {
    Minima minima = Networks.unix().minima(1);
    assertThat(minima.exact()).isTrue();
    assertThat(minima.starts()).isEqualTo(256);
    assertThat(minima.all()).hasSize(2);
    Set<Set<String>> sides = new HashSet<>();
    for (Minima.Minimum minimum : minima.all()) {
      assertThat(minimum.energy()).isEqualTo(-3828.9, within(1e-9));
      assertThat(minimum.basin()).isEqualTo(128);
      assertThat(minimum.strict()).isTrue();
      sides.add(Set.copyOf(minima.side(minimum, 0)));
    }
    assertThat(sides)
        .containsExactlyInAnyOrder(
            Set.of("Sun", "Prime", "AT&T", "IBM"), Set.of("Sun", "Prime", "DEC", "HP"));
  }

  @ParameterizedTest
  @CsvSource({
    "standard, -83200, Tur ISIS Nursa",
    "weaksyria, -65600, ISIS Nursa",
  })
  void isis2016WithEveryEnergy(String variant, double deepest, String other) throws IOException {
    Landscape landscape = Networks.isis(variant);
    List<String[]> rows =
        Networks.rows("04-landscape", "isis2016_" + variant + "_expected_energies.csv");
    assertThat(rows).hasSize(1024);
    double[] energies = landscape.energies();
    Set<Integer> seen = new HashSet<>();
    for (String[] row : rows) {
      int[] sides = Arrays.stream(row).limit(row.length - 1).mapToInt(Integer::parseInt).toArray();
      double energy = Double.parseDouble(row[row.length - 1]);
      int split = Configurations.split(Arrays.stream(sides).map(side -> side - 1).toArray());
      seen.add(split);
      assertThat(energies[split]).isEqualTo(energy);
      assertThat(landscape.energy(sides)).isEqualTo(energy);
      double sum = 0;
      for (int i = 0; i < sides.length; i++) {
        sum += landscape.sizes()[i] * landscape.frustration(i, sides);
      }
      assertThat(sum).isEqualTo(energy);
    }
    assertThat(seen).hasSize(1024);
    Minima minima = landscape.minima(1);
    assertThat(minima.strict()).isEqualTo(1);
    assertThat(minima.all().get(0).energy()).isEqualTo(deepest);
    assertThat(minima.side(minima.all().get(0), 1)).containsExactly(other.split(" "));
    assertThat(minima.all().stream().mapToInt(Minima.Minimum::basin).sum()).isEqualTo(1024);
  }

  @Test
  void europeOf1936AsRealistsSeeIt() throws IOException {
    Minima powers = Networks.realistEurope(5).minima(1);
    assertThat(powers.all()).hasSize(4);
    Minima nations = Networks.realistEurope(17).minima(1);
    assertThat(nations.starts()).isEqualTo(65_536);
    assertThat(nations.strict()).isEqualTo(195);
    assertThat(nations.all()).hasSize(226);
    assertThat(nations.all().stream().mapToInt(Minima.Minimum::basin).sum()).isEqualTo(65_536);
  }

  @Property(tries = 60)
  void energiesAreThoseOfTheFormula(@ForAll @IntRange(min = 2, max = 8) int n, @ForAll long seed) {
    double[] sizes = new double[n];
    Arrays.setAll(sizes, i -> 1 + (i * 7 + seed % 5 + 5) % 6);
    double[][] propensities = Networks.random(n, seed, .7);
    propensities[0][1] += .5; // one way only
    Landscape landscape = new Landscape(Networks.names(n), sizes, propensities);
    double[] energies = landscape.energies();
    double least = Double.POSITIVE_INFINITY;
    for (int split = 0; split < energies.length; split++) {
      double energy = landscape.energy(Configurations.sides(split, n));
      assertThat(energies[split]).isEqualTo(energy, within(1e-9));
      least = Math.min(least, energy);
    }
    Minima minima = landscape.minima(seed);
    assertThat(minima.all().get(0).energy()).isEqualTo(least, within(1e-9));
    assertThat(minima.bound()).isEqualTo(least, within(1e-9));
    for (Minima.Minimum minimum : minima.all()) {
      int[] sides = minimum.sides().stream().mapToInt(i -> i).toArray();
      for (int i = 0; i < n; i++) {
        sides[i] ^= 1;
        assertThat(landscape.energy(sides)).isGreaterThanOrEqualTo(minimum.energy() - 1e-9);
        sides[i] ^= 1;
      }
    }
  }

  @Test
  void manyActorsAreDrawnAndItSaysSo() {
    int n = 30;
    double[] sizes = new double[n];
    Arrays.setAll(sizes, i -> 1 + i % 4);
    Landscape landscape = new Landscape(Networks.names(n), sizes, Networks.random(n, 3, .4));
    Minima minima = landscape.minima(5);
    assertThat(minima.exact()).isFalse();
    assertThat(minima.deepest()).isTrue();
    assertThat(minima.seed()).isEqualTo(5);
    assertThat(minima.all().get(0).energy()).isEqualTo(minima.bound(), within(1e-6));
    assertThat(minima.all().stream().mapToInt(Minima.Minimum::basin).sum())
        .isEqualTo(minima.starts());
    assertThat(landscape.minima(5).all()).isEqualTo(minima.all());
    assertThatThrownBy(landscape::energies).hasMessageContaining("at most 22");
  }

  @Test
  void mistakesAreNamed() {
    List<String> two = List.of("A", "B");
    double[][] none = new double[2][2];
    assertThatThrownBy(() -> new Landscape(List.of("A", "A"), new double[2], none))
        .hasMessage("actor A is listed twice");
    assertThatThrownBy(() -> new Landscape(List.of("A"), new double[1], new double[1][1]))
        .hasMessage("a landscape needs at least 2 actors, not 1");
    assertThatThrownBy(() -> new Landscape(two, new double[] {1, -1}, none))
        .hasMessage("the size of B is -1.0; it must be at least 0");
    assertThatThrownBy(() -> new Landscape(two, new double[3], none))
        .hasMessage("2 actors, but 3 sizes and 2 rows of propensities");
    assertThatThrownBy(() -> new Landscape(two, new double[2], new double[2][3]))
        .hasMessage("the row of A has 3 propensities, not 2");
    assertThatThrownBy(
            () -> new Landscape(two, new double[2], new double[][] {{0, Double.NaN}, {0, 0}}))
        .hasMessage("the propensity of A to side with B is NaN, no number");
    Landscape landscape = new Landscape(two, new double[] {1, 1}, none);
    assertThatThrownBy(() -> landscape.withSize("C", 1))
        .hasMessage("C is no actor of the landscape; they are A, B");
    assertThatThrownBy(() -> landscape.energy(0)).hasMessage("1 sides for 2 actors");
  }
}
