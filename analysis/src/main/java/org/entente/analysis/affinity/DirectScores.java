package org.entente.analysis.affinity;

import java.util.ArrayList;
import java.util.List;

/** What two do to each other. */
final class DirectScores implements Affinity.Scores {
  private final List<Sample.Cell> cells = new ArrayList<>();
  private final List<Affinity.Score> scores = new ArrayList<>();
  private final Credibility credibility;

  DirectScores(Sample sample, int[] picked) {
    credibility = sample.ofPairs();
    double[] sum = new double[3];
    for (int a = 0; a < picked.length; a++) {
      for (int b = a + 1; b < picked.length; b++) {
        Sample.Cell cell = sample.pair(picked[a], picked[b]);
        if (cell == null) {
          continue;
        }
        cell.sum(null, sum);
        double raw = Sample.mean(sum);
        double size = Sample.size(sum);
        if (size > 0) {
          cells.add(cell);
          scores.add(
              new Affinity.Score(
                  a,
                  b,
                  credibility.shrink(raw, size),
                  raw,
                  mean(sample.dyad(picked[a], picked[b])),
                  mean(sample.dyad(picked[b], picked[a])),
                  cell.events(),
                  credibility.weight(size)));
        }
      }
    }
  }

  private static double mean(Sample.Cell cell) {
    if (cell == null) {
      return Double.NaN;
    }
    double[] sum = new double[3];
    cell.sum(null, sum);
    return Sample.mean(sum);
  }

  @Override
  public List<int[]> pairs() {
    return scores.stream().map(score -> new int[] {score.a(), score.b()}).toList();
  }

  @Override
  public void replicate(int[] times, double[] values, double[] own) {
    double[] sum = new double[3];
    for (int p = 0; p < values.length; p++) {
      cells.get(p).sum(times, sum);
      values[p] = credibility.shrink(Sample.mean(sum), Sample.size(sum));
      own[p] = credibility.weight(Sample.size(sum));
    }
  }

  @Override
  public List<Affinity.Score> finish(double[][] drawn, double[][] own) {
    return scores;
  }

  @Override
  public double mean() {
    return credibility.mean();
  }

  @Override
  public double spread() {
    return Math.sqrt(credibility.between());
  }

  @Override
  public double half() {
    return credibility.within() / credibility.between();
  }
}
