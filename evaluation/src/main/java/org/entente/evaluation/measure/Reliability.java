package org.entente.evaluation.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether answers of confidence p are right p of the time: bins of equal width, and the expected
 * calibration error Σ nᵢ/n · |rightᵢ − confidenceᵢ| (Naeini et al., "Obtaining well calibrated
 * probabilities using Bayesian binning", 2015; Guo et al., "On calibration of modern neural
 * networks", 2017).
 *
 * @param bins from the least confidence on
 * @param error 0 to 1
 */
public record Reliability(List<Bin> bins, double error) {
  /**
   * Answers whose confidence is at least {@code from} and below {@code to}; the last bin has 1 too.
   *
   * @param confidence mean, 0 to 1; 0 in an empty bin
   * @param right share of right answers, 0 to 1; 0 in an empty bin
   */
  public record Bin(double from, double to, int count, double confidence, double right) {}

  /**
   * @param confidences 0 to 1
   * @param right of each answer
   */
  public static Reliability of(double[] confidences, boolean[] right, int bins) {
    int[] count = new int[bins];
    double[] sure = new double[bins];
    int[] good = new int[bins];
    for (int i = 0; i < confidences.length; i++) {
      int bin = Math.max(0, Math.min(bins - 1, (int) (confidences[i] * bins)));
      count[bin]++;
      sure[bin] += confidences[i];
      good[bin] += right[i] ? 1 : 0;
    }
    List<Bin> found = new ArrayList<>();
    double error = 0;
    for (int b = 0; b < bins; b++) {
      double n = Math.max(1, count[b]);
      found.add(new Bin((double) b / bins, (b + 1.0) / bins, count[b], sure[b] / n, good[b] / n));
      error += Math.abs(good[b] - sure[b]) / Math.max(1, confidences.length);
    }
    return new Reliability(List.copyOf(found), error);
  }
}
