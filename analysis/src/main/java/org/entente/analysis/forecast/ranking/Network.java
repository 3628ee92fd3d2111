package org.entente.analysis.forecast.ranking;

/** What {@link Training} trains: scores of the answers to a question, and their gradients. */
interface Network {
  /** Parameters as they stand at first. */
  float[] start(long seed);

  /**
   * Scores rows of features; called before {@link #back} with the same arguments.
   *
   * @param scores to be filled, one a row
   */
  void scores(float[] parameters, float[] rows, int count, double[] scores);

  /** Adds to the gradient what the slopes of the loss at the scores make of it. */
  void back(float[] parameters, float[] rows, int count, double[] slopes, float[] gradient);

  /** One more of its kind, for another thread. */
  Network copy();
}
