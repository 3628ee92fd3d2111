package org.entente.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FrustrationTest {
  private record Graph(List<String> names, double[][] ties) {
    TreeSet<String> camp(Frustration frustration, String of) {
      TreeSet<String> camp = new TreeSet<>();
      int side = frustration.camps()[names.indexOf(of)];
      for (int i = 0; i < names.size(); i++) {
        if (frustration.camps()[i] == side) {
          camp.add(names.get(i));
        }
      }
      return camp;
    }
  }

  private static Path shared(String name) {
    Path file =
        Path.of(
            System.getProperty("entente.shared", "../../shared"),
            "reference/05-structural-balance",
            name);
    assumeTrue(Files.isRegularFile(file), "needs " + file);
    return file;
  }

  private static Graph tribes() throws IOException {
    Map<String, Integer> index = new LinkedHashMap<>();
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(shared("highland_tribes_edges.csv"))) {
      String[] row = line.split(",");
      if (!row[0].equals("source")) {
        rows.add(row);
        index.putIfAbsent(row[0], index.size());
        index.putIfAbsent(row[1], index.size());
      }
    }
    double[][] ties = new double[index.size()][index.size()];
    for (String[] row : rows) {
      int a = index.get(row[0]);
      int b = index.get(row[1]);
      ties[a][b] = ties[b][a] = Double.parseDouble(row[2]);
    }
    return new Graph(List.copyOf(index.keySet()), ties);
  }

  @Test
  void highlandTribes() throws IOException {
    Graph tribes = tribes();
    Frustration frustration = Frustration.of(tribes.ties(), 1);
    assertThat(frustration.weight()).isEqualTo(7);
    assertThat(frustration.ties()).isEqualTo(7);
    assertThat(frustration.exact()).isTrue();
    assertThat(frustration.unique()).isTrue();
    assertThat(frustration.bound()).isEqualTo(7);
    assertThat(tribes.camp(frustration, "Gama")).containsExactly("Gama", "Gavev", "Kotun", "Nagad");
    assertThat(1 - 2 * frustration.weight() / 58).isEqualTo(0.7586206896551724, within(1e-15));

    Triangles triangles = Triangles.of(tribes.ties());
    assertThat(triangles.all()).isEqualTo(68);
    assertThat(triangles.balanced()).isEqualTo(59);
    assertThat(triangles.share()).isEqualTo(0.8676470588235294);
  }

  @Test
  void communitiesOfTheTribesAreThePublishedThreeClusters() throws IOException {
    Graph tribes = tribes();
    Communities communities = Communities.of(tribes.ties(), 1);
    assertThat(communities.count()).isEqualTo(3);
    Map<Integer, TreeSet<String>> members = new LinkedHashMap<>();
    for (int i = 0; i < tribes.names().size(); i++) {
      members.computeIfAbsent(communities.of()[i], k -> new TreeSet<>()).add(tribes.names().get(i));
    }
    assertThat(members.get(0))
        .containsExactly("Alika", "Asaro", "Gahuk", "Geham", "Masil", "Ove", "Ukudz");
    assertThat(members.get(1)).containsExactly("Kohik", "Nagam", "Notoh", "Seuve", "Uheto");
    assertThat(members.get(2)).containsExactly("Gama", "Gavev", "Kotun", "Nagad");
  }

  @Test
  void slovenePartiesByWeight() throws IOException {
    List<String> lines = Files.readAllLines(shared("slovene_parties_1994_weights.csv"));
    int n = lines.size() - 1;
    double[][] ties = new double[n][n];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String[] row = lines.get(i + 1).split(",");
      names.add(row[0]);
      for (int j = 0; j < n; j++) {
        ties[i][j] = Double.parseDouble(row[j + 1]);
      }
    }
    Frustration frustration = Frustration.of(ties, 1);
    assertThat(frustration.weight()).isEqualTo(15);
    assertThat(frustration.ties()).isEqualTo(2);
    assertThat(frustration.exact()).isTrue();
    assertThat(new Graph(names, ties).camp(frustration, "SKD"))
        .containsExactly("SDSS", "SKD", "SLS", "SPS", "ZS");
    Triangles triangles = Triangles.of(ties);
    assertThat(triangles.balanced()).isEqualTo(106);
    assertThat(triangles.all()).isEqualTo(120);
  }

  @Test
  void aTriangleOfFoesHasThreeBestSplits() {
    double[][] ties = {{0, -1, -1}, {-1, 0, -1}, {-1, -1, 0}};
    Frustration frustration = Frustration.of(ties, 1);
    assertThat(frustration.weight()).isEqualTo(1);
    assertThat(frustration.exact()).isTrue();
    assertThat(frustration.unique()).isFalse();
    assertThat(Triangles.of(ties)).isEqualTo(new Triangles(0, 0, 0, 1));
    assertThat(Triangles.of(new double[2][2]).share()).isNaN();
  }

  @Test
  void halfOfAllTrianglesAreBalancedWhereSignsAreTossed() {
    assertThat(Triangles.expected(.5)).isEqualTo(.5);
    assertThat(Triangles.expected(0)).isEqualTo(1);
    assertThat(Triangles.expected(1)).isEqualTo(0);
  }

  @Test
  void partsAreSplitOneByOne() {
    double[][] ties = new double[5][5];
    ties[0][1] = ties[1][0] = -2;
    ties[2][3] = ties[3][2] = 3;
    Frustration frustration = Frustration.of(ties, 1);
    assertThat(frustration.weight()).isZero();
    assertThat(frustration.camps()).containsExactly(0, 1, 0, 0, 0);
    assertThat(frustration.unique()).isTrue();
  }

  /**
   * A network of two camps and ties against them at random, as many as half: too large to prove.
   */
  @Test
  void largeNetworksAreSearchedAndBounded() {
    SplittableRandom random = new SplittableRandom(5);
    int n = 120;
    double[][] ties = new double[n][n];
    int[] planted = new int[n];
    for (int i = 0; i < n; i++) {
      planted[i] = i % 3 == 0 ? 1 : 0;
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < .2) {
          boolean friends = planted[i] == planted[j] != random.nextDouble() < .45;
          ties[i][j] = ties[j][i] = (friends ? 1 : -1) * (1 + random.nextInt(9));
        }
      }
    }
    Frustration frustration = Frustration.of(ties, 1);
    assertThat(frustration.weight()).isLessThanOrEqualTo(Frustration.of(ties, planted));
    assertThat(frustration.bound()).isPositive().isLessThanOrEqualTo(frustration.weight());
    assertThat(Frustration.of(ties, frustration.camps()))
        .isEqualTo(frustration.weight(), within(1e-9));
    assertThat(frustration.unique()).isFalse();
  }

  @Property(tries = 200)
  void exactEqualsEnumeration(@ForAll @IntRange(min = 1, max = 9) int n, @ForAll long seed) {
    double[][] ties = random(n, seed, .7);
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << n; mask++) {
      int[] camps = new int[n];
      for (int i = 0; i < n; i++) {
        camps[i] = mask >> i & 1;
      }
      best = Math.min(best, Frustration.of(ties, camps));
    }
    Frustration frustration = Frustration.of(ties, 1);
    assertThat(frustration.exact()).isTrue();
    assertThat(frustration.weight()).isEqualTo(best, within(1e-9));
    assertThat(Frustration.of(ties, frustration.camps())).isEqualTo(best, within(1e-9));
  }

  @Property(tries = 30)
  void oneSplitIsUniqueIfNoOtherIsAsGood(
      @ForAll @IntRange(min = 2, max = 8) int n, @ForAll @LongRange(min = 0, max = 99) long seed) {
    double[][] ties = random(n, seed, 1);
    List<Double> values = new ArrayList<>();
    for (int mask = 0; mask < 1 << n - 1; mask++) {
      int[] camps = new int[n];
      for (int i = 0; i < n; i++) {
        camps[i] = mask >> i & 1;
      }
      values.add(Frustration.of(ties, camps));
    }
    values.sort(null);
    boolean alone = values.size() == 1 || values.get(1) - values.get(0) > 1e-6;
    assertThat(Frustration.of(ties, 1).unique()).isEqualTo(alone);
  }

  /** Whole weights, so that splits of equal weight occur; without zeros if the share is 1. */
  static double[][] random(int n, long seed, double share) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] ties = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < share) {
          ties[i][j] = ties[j][i] = (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(4));
        }
      }
    }
    return ties;
  }
}
