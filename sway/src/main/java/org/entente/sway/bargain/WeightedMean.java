package org.entente.sway.bargain;

/** The mean of the positions, weighted by capability × salience; each dimension by itself. */
public record WeightedMean() implements LineModel {
  @Override
  public String name() {
    return "weighted mean";
  }

  @Override
  public Line line(int actors) {
    double[] weights = new double[actors];
    return (x, c, s, quo) -> of(x, weights, Weights.fill(weights, c, s));
  }

  static double of(double[] positions, double[] weights, double sum) {
    double moment = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < positions.length; i++) {
      moment += weights[i] * positions[i];
      low = Math.min(low, positions[i]);
      high = Math.max(high, positions[i]);
    }
    return Math.min(high, Math.max(low, moment / sum));
  }
}
