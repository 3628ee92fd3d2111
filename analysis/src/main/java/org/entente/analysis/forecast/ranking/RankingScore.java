package org.entente.analysis.forecast.ranking;

import java.util.List;
import java.util.Random;

/**
 * Summary of ranks.
 *
 * @param questions how many
 * @param mrr mean reciprocal rank, 0 to 1
 * @param low 2.5 % quantile of the mean over days drawn with replacement
 * @param high 97.5 % quantile
 * @param hits1 share of answers ranked first
 * @param hits3 share among the first three
 * @param hits10 share among the first ten
 * @param log mean negative log likelihood of the right answer, in nats
 * @param brier mean of the squared errors over all actors, 0 to 2
 * @param error expected calibration error of the first answers: mean distance between the
 *     probability that they had and how often they were right, over bins of .1
 */
public record RankingScore(
    int questions,
    double mrr,
    double low,
    double high,
    double hits1,
    double hits3,
    double hits10,
    double log,
    double brier,
    double error) {
  private static final int DRAWS = 400;
  private static final int BINS = 10;

  public static RankingScore of(List<Rank> ranks, long seed) {
    double mrr = 0;
    int one = 0;
    int three = 0;
    int ten = 0;
    int days = 0;
    for (Rank rank : ranks) {
      mrr += 1 / rank.rank();
      one += rank.rank() <= 1 ? 1 : 0;
      three += rank.rank() <= 3 ? 1 : 0;
      ten += rank.rank() <= 10 ? 1 : 0;
      days = Math.max(days, rank.day() + 1);
    }
    int n = Math.max(1, ranks.size());
    double log = 0;
    double brier = 0;
    double[] said = new double[BINS];
    double[] right = new double[BINS];
    for (Rank rank : ranks) {
      log -= Math.log(Math.max(1e-12, rank.odds().answer()));
      brier += rank.odds().brier();
      int bin = Math.min(BINS - 1, (int) (rank.odds().first() * BINS));
      said[bin] += rank.odds().first();
      right[bin] += rank.rank() == 1 ? 1 : 0;
    }
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      error += Math.abs(said[b] - right[b]);
    }
    double[] sums = new double[days];
    int[] counts = new int[days];
    for (Rank rank : ranks) {
      sums[rank.day()] += 1 / rank.rank();
      counts[rank.day()]++;
    }
    int[] busy = java.util.stream.IntStream.range(0, days).filter(d -> counts[d] > 0).toArray();
    double[] means = new double[DRAWS];
    Random random = new Random(seed);
    for (int d = 0; d < DRAWS && busy.length > 0; d++) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < busy.length; i++) {
        int day = busy[random.nextInt(busy.length)];
        sum += sums[day];
        count += counts[day];
      }
      means[d] = sum / count;
    }
    java.util.Arrays.sort(means);
    return new RankingScore(
        ranks.size(),
        mrr / n,
        means[DRAWS / 40],
        means[DRAWS - 1 - DRAWS / 40],
        one / (double) n,
        three / (double) n,
        ten / (double) n,
        log / n,
        brier / n,
        error / n);
  }
}
