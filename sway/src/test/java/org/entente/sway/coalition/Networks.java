package org.entente.sway.coalition;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entente.sway.Reference;

/** Networks and landscapes to test with. */
final class Networks {
  private Networks() {}

  static Ties tribes() throws IOException {
    Ties.Builder ties = new Ties.Builder();
    for (String[] row : rows("05-structural-balance", "highland_tribes_edges.csv")) {
      ties.tie(row[0], row[1], Double.parseDouble(row[2]));
    }
    return ties.build();
  }

  static Ties parties() throws IOException {
    List<String[]> rows = rows("05-structural-balance", "slovene_parties_1994_weights.csv");
    double[][] weights = new double[rows.size()][rows.size()];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        weights[i][j] = Double.parseDouble(rows.get(i)[j + 1]);
      }
    }
    return Ties.of(rows.stream().map(row -> row[0]).toList(), weights);
  }

  /** Unix standards of 1988: firms of a type keep apart, the others do not mind each other. */
  static Landscape unix() throws IOException {
    List<String[]> rows = rows("04-landscape", "unix1988_firms.csv");
    double[][] propensities = new double[rows.size()][rows.size()];
    for (int i = 0; i < propensities.length; i++) {
      for (int j = 0; j < propensities.length; j++) {
        propensities[i][j] = rows.get(i)[2].equals(rows.get(j)[2]) ? -1 : 0;
      }
    }
    return landscape(rows, propensities);
  }

  static Landscape isis(String variant) throws IOException {
    List<String[]> scores = rows("04-landscape", "isis2016_propensity_1to5.csv");
    double[][] propensities = new double[scores.size()][scores.size()];
    for (int i = 0; i < propensities.length; i++) {
      for (int j = 0; j < propensities.length; j++) {
        propensities[i][j] = i == j ? 0 : Double.parseDouble(scores.get(i)[j + 1]) - 3;
      }
    }
    return landscape(rows("04-landscape", "isis2016_" + variant + "_actors.csv"), propensities);
  }

  /** Europe in 1936 as realists see it: everybody against everybody. */
  static Landscape realistEurope(int nations) throws IOException {
    List<String[]> rows = rows("04-landscape", "europe1936_sizes.csv").subList(0, nations);
    double[][] propensities = new double[nations][nations];
    for (double[] row : propensities) {
      Arrays.fill(row, -1);
    }
    return landscape(rows, propensities);
  }

  private static Landscape landscape(List<String[]> rows, double[][] propensities) {
    return new Landscape(
        rows.stream().map(row -> row[0]).toList(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray(),
        propensities);
  }

  static List<String[]> rows(String folder, String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Reference.file(folder, name))) {
      rows.add(line.split(",", -1));
    }
    return rows.subList(1, rows.size());
  }

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

  /** So many ties of weight 1 between random actors, so many of them negative. */
  static Ties dense(int actors, int ties, int foes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] matrix = new double[actors][actors];
    for (int made = 0; made < ties; ) {
      int a = random.nextInt(actors);
      int b = random.nextInt(actors);
      if (a != b && matrix[a][b] == 0) {
        matrix[a][b] = matrix[b][a] = made < foes ? -1 : 1;
        made++;
      }
    }
    return Ties.of(names(actors), matrix);
  }

  static List<String> names(int n) {
    return IntStream.range(0, n).mapToObj(i -> "A" + i).toList();
  }
}
