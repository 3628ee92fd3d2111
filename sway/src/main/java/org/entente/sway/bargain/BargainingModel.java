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

  /** Settings to be solved, which several solvers may share. */
  interface Draws {
    /** One that no solver has taken yet, from 0 up; −1 when there is none left. */
    int next();

    /** Writes down its numbers, in the shapes that {@link Predictor} reads. */
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
     * Solves settings until none is left: the same outcomes as one by one, but models that go by
     * rounds take them side by side, several times as fast.
     *
     * @param draws their numbers
     * @param expected about how many of them this solver will get, at least 1
     * @param actors of each setting
     * @param statusQuo of all, one a dimension, or null
     * @param outcomes dimensions × draws; filled in for those that this solver took
     */
    default void predict(
        Draws draws, int expected, int actors, double[] statusQuo, double[][] outcomes) {
      int dimensions = outcomes.length;
      double[] positions = new double[actors * dimensions];
      double[] capabilities = new double[actors];
      double[] saliences = new double[actors * dimensions];
      double[] point = new double[dimensions];
      for (int draw = draws.next(); draw >= 0; draw = draws.next()) {
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
