package org.entente.sway.bargain;

import java.util.function.IntFunction;

/** Solves settings side by side, each dimension by itself. */
final class ChallengePredictor implements BargainingModel.Predictor {
  private final IntFunction<ChallengeRounds> contests;
  private final int actors;
  private final int rounds;
  private final double[] positions;
  private final double[] capabilities;
  private final double[] saliences;
  private final double[] column;
  private final double[] care;
  private ChallengeRounds many;
  private ChallengeRounds one;
  private int[] taken;

  /**
   * @param contests given lanes
   */
  ChallengePredictor(
      int actors, int dimensions, int rounds, IntFunction<ChallengeRounds> contests) {
    this.actors = actors;
    this.rounds = rounds;
    this.contests = contests;
    positions = new double[actors * dimensions];
    capabilities = new double[actors];
    saliences = new double[actors * dimensions];
    column = new double[actors];
    care = new double[actors];
  }

  @Override
  public void predict(
      double[] positions,
      double[] capabilities,
      double[] saliences,
      double[] statusQuo,
      double[] point) {
    if (one == null) {
      one = contests.apply(1);
    }
    for (int k = 0; k < point.length; k++) {
      start(one, 0, k, point.length, positions, capabilities, saliences);
      run(one);
      point[k] = one.median(0);
    }
  }

  @Override
  public void predict(
      BargainingModel.Draws draws,
      int expected,
      int actors,
      double[] statusQuo,
      double[][] outcomes) {
    int lanes = Math.max(1, Math.min(expected, Lanes.SIDE_BY_SIDE / actors));
    if (many == null || many.lanes != lanes) {
      many = contests.apply(lanes);
      taken = new int[lanes];
    }
    for (int count = take(draws); count > 0; count = take(draws)) {
      for (int k = 0; k < outcomes.length; k++) {
        for (int lane = 0; lane < count; lane++) {
          draws.numbers(taken[lane], positions, capabilities, saliences);
          start(many, lane, k, outcomes.length, positions, capabilities, saliences);
        }
        run(many);
        for (int lane = 0; lane < count; lane++) {
          outcomes[k][taken[lane]] = many.median(lane);
        }
      }
    }
  }

  private int take(BargainingModel.Draws draws) {
    int count = 0;
    while (count < taken.length && (taken[count] = draws.next()) >= 0) {
      count++;
    }
    return count;
  }

  private void start(
      ChallengeRounds run,
      int lane,
      int dimension,
      int dimensions,
      double[] positions,
      double[] capabilities,
      double[] saliences) {
    for (int i = 0; i < actors; i++) {
      column[i] = positions[i * dimensions + dimension];
      care[i] = saliences[i * dimensions + dimension];
    }
    run.start(lane, column, capabilities, care);
  }

  private void run(ChallengeRounds run) {
    for (int round = 0; round < rounds && run.challenge(); round++) {
      run.move();
    }
  }
}
