package org.entente.analysis.affinity;

import java.util.ArrayList;
import java.util.List;

/** What two do to each other. */
final class DirectScores implements Affinity.Scores {
  private record Two(Affinity.Cell forth, Affinity.Cell back) {
    double[] sum(int[] times) {
      double[] sum = new double[3];
      if (forth != null) {
        forth.sum(times, sum);
      }
      if (back != null) {
        back.sum(times, sum);
      }
      return sum;
    }
  }

  private final List<Two> cells = new ArrayList<>();
  private final List<Affinity.Score> pairs = new ArrayList<>();
  private final Credibility credibility;

  DirectScores(Affinity.Sample sample, int[] picked) {
    credibility = credibility(sample);
    for (int a = 0; a < picked.length; a++) {
      for (int b = a + 1; b < picked.length; b++) {
        Two two =
            new Two(
                sample.dyads.get(sample.key(picked[a], picked[b])),
                sample.dyads.get(sample.key(picked[b], picked[a])));
        double[] sum = two.sum(null);
        if (Affinity.size(sum) > 0) {
          double raw = Affinity.mean(sum);
          double size = Affinity.size(sum);
          cells.add(two);
          pairs.add(
              new Affinity.Score(
                  a,
                  b,
                  credibility.shrink(raw, size),
                  raw,
                  mean(two.forth()),
                  mean(two.back()),
                  events(two.forth()) + events(two.back()),
                  credibility.weight(size)));
        }
      }
    }
  }

  private static int events(Affinity.Cell cell) {
    return cell == null ? 0 : cell.events;
  }

  private static double mean(Affinity.Cell cell) {
    return cell == null ? Double.NaN : Affinity.mean(new Two(cell, null).sum(null));
  }

  /** Over all pairs of the sample. */
  private static Credibility credibility(Affinity.Sample sample) {
    List<double[]> sums = new ArrayList<>();
    sample.dyads.keySet().stream()
        .sorted()
        .forEach(
            key -> {
              int source = (int) (key / sample.actors);
              int target = (int) (key % sample.actors);
              Affinity.Cell back = sample.dyads.get(sample.key(target, source));
              if (source < target || back == null) {
                sums.add(new Two(sample.dyads.get(key), back).sum(null));
              }
            });
    return Credibility.of(
        sums.stream().mapToDouble(Affinity::mean).toArray(),
        sums.stream().mapToDouble(Affinity::size).toArray(),
        sample.within());
  }

  @Override
  public List<Affinity.Score> pairs() {
    return pairs;
  }

  @Override
  public double mean() {
    return credibility.mean();
  }

  @Override
  public double half() {
    return credibility.within() / credibility.between();
  }

  @Override
  public void replicate(int[] times, double[] values) {
    for (int p = 0; p < values.length; p++) {
      double[] sum = cells.get(p).sum(times);
      values[p] = credibility.shrink(Affinity.mean(sum), Affinity.size(sum));
    }
  }
}
