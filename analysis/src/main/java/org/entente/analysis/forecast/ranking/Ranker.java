package org.entente.analysis.forecast.ranking;

/** Scores an answer by its features; higher is likelier. Never changed once it is trained. */
sealed interface Ranker permits LogLinear, Perceptron {
  /** Score of the features that begin at {@code at}. */
  double score(float[] features, int at);

  /** What each feature adds to the score, to be compared with the average answer. */
  double[] terms(float[] features, int at);

  Scale scale();

  float[] weights();
}
