package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.List;

/**
 * How good probabilities were.
 *
 * @param cases how many
 * @param rate share that happened
 * @param brier mean squared error
 * @param reference mean squared error of each dyad's own past frequency
 * @param log mean negative log likelihood, in nats
 * @param error expected calibration error: mean distance of forecast and frequency over bins of 0.1
 * @param bins for the diagram
 */
public record Reliability(
    int cases,
    double rate,
    double brier,
    double reference,
    double log,
    double error,
    List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * Forecasts of one tenth of the range.
   *
   * @param forecast their mean
   * @param happened share that happened
   */
  public record Bin(double forecast, double happened, int cases) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** 1 is perfect, 0 as good as the dyads' own frequencies, less is worse. */
  public double skill() {
    return reference == 0 ? 0 : 1 - brier / reference;
  }

  public static Reliability of(List<Case> cases) {
    double[] forecast = new double[BINS];
    int[] happened = new int[BINS];
    int[] count = new int[BINS];
    double brier = 0;
    double reference = 0;
    double log = 0;
    int yes = 0;
    for (Case one : cases) {
      double p = one.probability();
      int y = one.happened() ? 1 : 0;
      brier += (p - y) * (p - y);
      reference += (one.frequency() - y) * (one.frequency() - y);
      log -= Math.log(Math.max(1e-12, one.happened() ? p : 1 - p));
      yes += y;
      int bin = Math.min(BINS - 1, (int) (p * BINS));
      forecast[bin] += p;
      happened[bin] += y;
      count[bin]++;
    }
    int n = Math.max(1, cases.size());
    double error = 0;
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (count[b] > 0) {
        error += Math.abs(forecast[b] - happened[b]) / n;
        bins.add(new Bin(forecast[b] / count[b], happened[b] / (double) count[b], count[b]));
      }
    }
    return new Reliability(
        cases.size(), yes / (double) n, brier / n, reference / n, log / n, error, bins);
  }
}
