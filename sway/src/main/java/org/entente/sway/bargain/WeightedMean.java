package org.entente.sway.bargain;

/** The mean of the positions, weighted by capability × salience; each dimension by itself. */
public record WeightedMean() implements BargainingModel {
  @Override
  public String name() {
    return "weighted mean";
  }

  @Override
  public Outcome solve(Setting setting) {
    return Line.solve(this, setting);
  }

  @Override
  public Predictor predictor(int actors, int dimensions) {
    return Line.predictor(
        actors,
        dimensions,
        n -> {
          double[] weights = new double[n];
          return (x, c, s, quo) -> of(x, weights, Weights.fill(weights, c, s));
        });
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
