package org.entente.analysis.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike two treat third parties. What each does to a third is drawn towards the mean of all
 * dyads; a third counts by the geometric mean of both credibilities. The likeness of a pair is then
 * drawn towards that of all pairs by its bootstrap variance, as in a meta-analysis with random
 * effects (DerSimonian and Laird 1986).
 */
final class SimilarScores implements Affinity.Scores {
  /** Third parties that two need in common. */
  private static final int LEAST = 3;

  private static final double LEAST_VARIANCE = 1e-6;

  /** What one of the chosen does to whom. */
  private record Row(int[] targets, Sample.Cell[] cells) {}

  /**
   * Two of the chosen, and where their rows have the thirds that both have.
   *
   * @param inA places in the row of {@code a}
   * @param inB places in the row of {@code b}
   */
  private record Two(int a, int b, int[] inA, int[] inB) {}

  private final Row[] rows;
  private final double[][] values;
  private final double[][] worth;
  private final Credibility dyads;
  private final List<Two> twos = new ArrayList<>();
  private final double[] raw;
  private Credibility likeness;

  SimilarScores(Sample sample, int[] picked) {
    dyads = sample.ofDyads();
    rows = new Row[picked.length];
    values = new double[picked.length][];
    worth = new double[picked.length][];
    for (int i = 0; i < picked.length; i++) {
      int source = picked[i];
      int[] targets =
          IntStream.range(0, sample.actors).filter(t -> sample.dyad(source, t) != null).toArray();
      rows[i] =
          new Row(
              targets,
              Arrays.stream(targets)
                  .mapToObj(t -> sample.dyad(source, t))
                  .toArray(Sample.Cell[]::new));
      values[i] = new double[targets.length];
      worth[i] = new double[targets.length];
    }
    for (int a = 0; a < picked.length; a++) {
      for (int b = a + 1; b < picked.length; b++) {
        int[] one = rows[a].targets();
        int[] two = rows[b].targets();
        int second = picked[b];
        int[] inA =
            IntStream.range(0, one.length)
                .filter(k -> one[k] != second && Arrays.binarySearch(two, one[k]) >= 0)
                .toArray();
        if (inA.length >= LEAST) {
          twos.add(
              new Two(
                  a,
                  b,
                  inA,
                  Arrays.stream(inA).map(k -> Arrays.binarySearch(two, one[k])).toArray()));
        }
      }
    }
    double[] all = new double[twos.size()];
    likenesses(null, all);
    for (int p = all.length - 1; p >= 0; p--) {
      if (Double.isNaN(all[p])) {
        twos.remove(p);
      }
    }
    raw = Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
  }

  @Override
  public List<int[]> pairs() {
    return twos.stream().map(two -> new int[] {two.a(), two.b()}).toList();
  }

  /** Not drawn towards the mean yet; NaN where the sample has too little. */
  @Override
  public void replicate(int[] times, double[] into, double[] own) {
    likenesses(times, into);
    Arrays.fill(own, 1);
  }

  private void likenesses(int[] times, double[] into) {
    double[] sum = new double[3];
    for (int i = 0; i < rows.length; i++) {
      Sample.Cell[] cells = rows[i].cells();
      for (int t = 0; t < cells.length; t++) {
        cells[t].sum(times, sum);
        double size = Sample.size(sum);
        values[i][t] = dyads.shrink(Sample.mean(sum), size);
        worth[i][t] = Math.sqrt(dyads.weight(size));
      }
    }
    for (int p = 0; p < into.length; p++) {
      Two two = twos.get(p);
      int many = two.inA().length;
      double[] x = new double[many];
      double[] y = new double[many];
      double[] v = new double[many];
      for (int k = 0; k < many; k++) {
        x[k] = values[two.a()][two.inA()[k]];
        y[k] = values[two.b()][two.inB()[k]];
        v[k] = worth[two.a()][two.inA()[k]] * worth[two.b()][two.inB()[k]];
      }
      into[p] = Similarity.pi(x, y, v);
    }
  }

  @Override
  public List<Affinity.Score> finish(double[][] drawn, double[][] own) {
    double[] sizes = new double[raw.length];
    for (int p = 0; p < raw.length; p++) {
      double variance = variance(drawn[p]);
      sizes[p] = Double.isNaN(variance) ? 0 : 1 / Math.max(LEAST_VARIANCE, variance);
    }
    likeness = Credibility.of(raw, sizes, 1);
    List<Affinity.Score> scores = new ArrayList<>();
    for (int p = 0; p < raw.length; p++) {
      for (int r = 0; r < drawn[p].length; r++) {
        boolean known = !Double.isNaN(drawn[p][r]);
        own[p][r] = known ? likeness.weight(sizes[p]) : 0;
        drawn[p][r] = known ? likeness.shrink(drawn[p][r], sizes[p]) : likeness.mean();
      }
      scores.add(
          new Affinity.Score(
              twos.get(p).a(),
              twos.get(p).b(),
              likeness.shrink(raw[p], sizes[p]),
              raw[p],
              Double.NaN,
              Double.NaN,
              twos.get(p).inA().length,
              likeness.weight(sizes[p])));
    }
    return scores;
  }

  /** NaN if most samples had too little. */
  private static double variance(double[] drawn) {
    double[] known = Arrays.stream(drawn).filter(value -> !Double.isNaN(value)).toArray();
    if (known.length < 2 || known.length < drawn.length / 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(known).average().orElse(0);
    return Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum()
        / (known.length - 1);
  }

  @Override
  public double mean() {
    return likeness.mean();
  }

  @Override
  public double spread() {
    return Math.sqrt(likeness.between());
  }

  @Override
  public double half() {
    return Double.NaN;
  }
}
