package org.entente.analysis.forecast.ranking;

/** A weight for each feature: the score is the sum of what they add. */
record LogLinear(Scale scale, float[] weights) implements Ranker {
  static LogLinear fit(Sample scaled, Scale scale, long seed, Workers workers) {
    return new LogLinear(scale, Training.fit(scaled, new Terms(), 12, .02, 1e-4, seed, workers));
  }

  @Override
  public double score(float[] features, int at) {
    double sum = 0;
    for (int f = 0; f < Features.COUNT; f++) {
      sum += weights[f] * ((features[at + f] - scale.mean()[f]) / scale.deviation()[f]);
    }
    return sum;
  }

  @Override
  public double[] terms(float[] features, int at) {
    double[] terms = new double[Features.COUNT];
    for (int f = 0; f < Features.COUNT; f++) {
      terms[f] = weights[f] * ((features[at + f] - scale.mean()[f]) / scale.deviation()[f]);
    }
    return terms;
  }

  private static final class Terms implements Network {
    @Override
    public float[] start(long seed) {
      return new float[Features.COUNT];
    }

    @Override
    public void scores(float[] parameters, float[] rows, int count, double[] scores) {
      for (int i = 0, at = 0; i < count; i++, at += Features.COUNT) {
        double sum = 0;
        for (int f = 0; f < Features.COUNT; f++) {
          sum += parameters[f] * rows[at + f];
        }
        scores[i] = sum;
      }
    }

    @Override
    public void back(
        float[] parameters, float[] rows, int count, double[] slopes, float[] gradient) {
      for (int i = 0, at = 0; i < count; i++, at += Features.COUNT) {
        float slope = (float) slopes[i];
        for (int f = 0; f < Features.COUNT; f++) {
          gradient[f] += slope * rows[at + f];
        }
      }
    }

    @Override
    public Network copy() {
      return this;
    }
  }
}
