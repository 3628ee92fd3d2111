package org.entente.sway.bargain;

import java.util.List;

/**
 * Foretells where an issue ends. Formulas, sources and record of each model: docs/sway-models.md.
 *
 * <p>Models are immutable and may be used by many threads.
 */
public interface BargainingModel {
  /** The name that is shown, such as {@code weighted mean}; no two models of a run share one. */
  String name();

  /** Whether it goes by rounds, which takes some hundred times as long as a formula. */
  default boolean byRounds() {
    return false;
  }

  /** The outcome, and the way there where the model has rounds. */
  Outcome solve(Setting setting);

  /**
   * A solver of the point alone for settings of this size: fast, with memory of its own, for one
   * thread.
   */
  Predictor predictor(int actors, int dimensions);

  /**
   * Writes down the numbers of one of many settings, in the shapes that {@link Predictor} reads.
   */
  @FunctionalInterface
  interface Draw {
    void numbers(int draw, double[] positions, double[] capabilities, double[] saliences);
  }

  /** Solves again and again without a new array. */
  @FunctionalInterface
  interface Predictor {
    /**
     * Writes the outcome into {@code point}. Values are not checked.
     *
     * @param positions actors × dimensions in one row, actor by actor
     * @param capabilities one an actor
     * @param saliences as positions
     * @param statusQuo one a dimension, or null
     * @param point one a dimension
     */
    void predict(
        double[] positions,
        double[] capabilities,
        double[] saliences,
        double[] statusQuo,
        double[] point);

    /**
     * Solves many settings: the same outcomes as one by one, but models that go by rounds take them
     * side by side, several times as fast.
     *
     * @param from the first draw
     * @param to the one after the last
     * @param draws their numbers
     * @param actors of each setting
     * @param statusQuo of all, one a dimension, or null
     * @param outcomes dimensions × draws; filled in from and up to the given ones
     */
    default void predict(
        int from, int to, Draw draws, int actors, double[] statusQuo, double[][] outcomes) {
      int dimensions = outcomes.length;
      double[] positions = new double[actors * dimensions];
      double[] capabilities = new double[actors];
      double[] saliences = new double[actors * dimensions];
      double[] point = new double[dimensions];
      for (int draw = from; draw < to; draw++) {
        draws.numbers(draw, positions, capabilities, saliences);
        predict(positions, capabilities, saliences, statusQuo, point);
        for (int k = 0; k < dimensions; k++) {
          outcomes[k][draw] = point[k];
        }
      }
    }
  }

  /** All models with their defaults; the mean first, for it has fared best. */
  static List<BargainingModel> all() {
    return List.of(
        new WeightedMean(),
        new WeightedMedian(),
        new ChallengeModel(),
        new PrintedChallengeModel(),
        new SpatialModel(),
        new NashBargaining(),
        new KalaiSmorodinsky());
  }
}
