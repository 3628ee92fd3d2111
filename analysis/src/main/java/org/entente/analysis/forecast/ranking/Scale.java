package org.entente.analysis.forecast.ranking;

/**
 * Mean and spread of each feature in training.
 *
 * @param mean per feature
 * @param deviation per feature, more than 0
 */
record Scale(float[] mean, float[] deviation) {
  static Scale of(Sample sample) {
    double[] sum = new double[Features.COUNT];
    double[] squares = new double[Features.COUNT];
    long rows = 0;
    for (int g = 0; g < sample.size(); g++) {
      float[] features = sample.get(g).features();
      for (int i = 0; i < features.length; i++) {
        sum[i % Features.COUNT] += features[i];
        squares[i % Features.COUNT] += (double) features[i] * features[i];
      }
      rows += features.length / Features.COUNT;
    }
    float[] mean = new float[Features.COUNT];
    float[] deviation = new float[Features.COUNT];
    for (int f = 0; f < Features.COUNT; f++) {
      double m = rows == 0 ? 0 : sum[f] / rows;
      double variance = rows == 0 ? 0 : squares[f] / rows - m * m;
      mean[f] = (float) m;
      deviation[f] = variance > 1e-9 ? (float) Math.sqrt(variance) : 1;
    }
    return new Scale(mean, deviation);
  }

  void apply(float[] features) {
    for (int i = 0; i < features.length; i++) {
      int f = i % Features.COUNT;
      features[i] = (features[i] - mean[f]) / deviation[f];
    }
  }
}
