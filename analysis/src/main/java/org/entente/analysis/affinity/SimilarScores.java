package org.entente.analysis.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How alike two treat third parties. What each does to a third is drawn towards the mean of all
 * dyads; a third counts by the geometric mean of both credibilities; the likeness is drawn towards
 * the mean of all pairs as if each third were one observation with the variance 1 that a
 * correlation of nothing has.
 */
final class SimilarScores implements Affinity.Scores {
  private static final int LEAST = 3;

  /** What one of the chosen does to whom. */
  private record Row(int[] targets, Affinity.Cell[] cells) {}

  private final int actors;
  private final int[] picked;
  private final Row[] rows;
  private final Credibility dyads;
  private final Credibility likeness;
  private final List<Affinity.Score> pairs = new ArrayList<>();
  private final int[][] shared;

  SimilarScores(Affinity.Sample sample, int[] picked) {
    this.actors = sample.actors;
    this.picked = picked;
    this.rows = new Row[picked.length];
    List<Long> keys = sample.dyads.keySet().stream().sorted().toList();
    double[][] sums = new double[keys.size()][3];
    for (int i = 0; i < sums.length; i++) {
      sample.dyads.get(keys.get(i)).sum(null, sums[i]);
    }
    dyads =
        Credibility.of(
            Arrays.stream(sums).mapToDouble(Affinity::mean).toArray(),
            Arrays.stream(sums).mapToDouble(Affinity::size).toArray(),
            sample.within());
    for (int i = 0; i < picked.length; i++) {
      int source = picked[i];
      int[] targets =
          java.util.stream.IntStream.range(0, actors)
              .filter(target -> sample.dyads.containsKey(sample.key(source, target)))
              .toArray();
      rows[i] =
          new Row(
              targets,
              Arrays.stream(targets)
                  .mapToObj(target -> sample.dyads.get(sample.key(source, target)))
                  .toArray(Affinity.Cell[]::new));
    }
    List<int[]> common = new ArrayList<>();
    List<int[]> who = new ArrayList<>();
    for (int a = 0; a < picked.length; a++) {
      for (int b = a + 1; b < picked.length; b++) {
        int[] thirds = shared(a, b);
        if (thirds.length >= LEAST) {
          common.add(thirds);
          who.add(new int[] {a, b});
        }
      }
    }
    shared = common.toArray(int[][]::new);
    double[][] profile = new double[picked.length][actors];
    double[][] worth = new double[picked.length][actors];
    fill(null, profile, worth);
    double[] raw = new double[shared.length];
    double[] size = new double[shared.length];
    for (int p = 0; p < raw.length; p++) {
      double[] found = pi(shared[p], who.get(p), profile, worth);
      raw[p] = found[0];
      size[p] = Double.isNaN(found[0]) ? 0 : found[1];
    }
    likeness = Credibility.of(raw, size, 1);
    for (int p = 0; p < raw.length; p++) {
      pairs.add(
          new Affinity.Score(
              who.get(p)[0],
              who.get(p)[1],
              likeness.shrink(raw[p], size[p]),
              raw[p],
              Double.NaN,
              Double.NaN,
              shared[p].length,
              likeness.weight(size[p])));
    }
  }

  /** With whom both have events, themselves left out. */
  private int[] shared(int a, int b) {
    int[] others = rows[b].targets();
    return Arrays.stream(rows[a].targets())
        .filter(t -> t != picked[a] && t != picked[b] && Arrays.binarySearch(others, t) >= 0)
        .toArray();
  }

  private void fill(int[] times, double[][] profile, double[][] worth) {
    double[] sum = new double[3];
    for (int i = 0; i < rows.length; i++) {
      Row row = rows[i];
      for (int t = 0; t < row.targets().length; t++) {
        Arrays.fill(sum, 0);
        row.cells()[t].sum(times, sum);
        double size = Affinity.size(sum);
        profile[i][row.targets()[t]] = dyads.shrink(Affinity.mean(sum), size);
        worth[i][row.targets()[t]] = dyads.weight(size);
      }
    }
  }

  /** Scott's π and the sum of the thirds' weights. */
  private static double[] pi(int[] thirds, int[] who, double[][] profile, double[][] worth) {
    double[] x = new double[thirds.length];
    double[] y = new double[thirds.length];
    double[] v = new double[thirds.length];
    double weights = 0;
    for (int k = 0; k < thirds.length; k++) {
      x[k] = profile[who[0]][thirds[k]];
      y[k] = profile[who[1]][thirds[k]];
      v[k] = Math.sqrt(worth[who[0]][thirds[k]] * worth[who[1]][thirds[k]]);
      weights += v[k];
    }
    return new double[] {Similarity.pi(x, y, v), weights};
  }

  @Override
  public List<Affinity.Score> pairs() {
    return pairs;
  }

  @Override
  public double mean() {
    return likeness.mean();
  }

  @Override
  public double half() {
    return likeness.within() / likeness.between();
  }

  @Override
  public void replicate(int[] times, double[] values) {
    double[][] profile = new double[rows.length][actors];
    double[][] worth = new double[rows.length][actors];
    fill(times, profile, worth);
    for (int p = 0; p < values.length; p++) {
      Affinity.Score pair = pairs.get(p);
      double[] found = pi(shared[p], new int[] {pair.a(), pair.b()}, profile, worth);
      values[p] =
          Double.isNaN(found[0])
              ? likeness.mean()
              : likeness.shrink(found[0], found[1]);
    }
  }
}
