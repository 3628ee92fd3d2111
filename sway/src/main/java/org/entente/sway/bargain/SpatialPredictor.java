package org.entente.sway.bargain;

/** Solves settings side by side: a lane that has come to rest takes the next one. */
final class SpatialPredictor implements BargainingModel.Predictor {
  private final SpatialModel model;
  private final int actors;
  private final int dimensions;
  private final double[] positions;
  private final double[] capabilities;
  private final double[] saliences;
  private final double[] chances;
  private final double[] point;
  private Lot many;
  private Lot one;

  SpatialPredictor(SpatialModel model, int actors, int dimensions) {
    this.model = model;
    this.actors = actors;
    this.dimensions = dimensions;
    positions = new double[actors * dimensions];
    capabilities = new double[actors];
    saliences = new double[actors * dimensions];
    chances = new double[actors];
    point = new double[dimensions];
  }

  @Override
  public void predict(
      double[] positions,
      double[] capabilities,
      double[] saliences,
      double[] statusQuo,
      double[] point) {
    if (one == null) {
      one = new Lot(1);
    }
    double[][] outcomes = new double[dimensions][1];
    one.solve(
        0,
        1,
        (draw, x, c, s) -> {
          System.arraycopy(positions, 0, x, 0, x.length);
          System.arraycopy(capabilities, 0, c, 0, c.length);
          System.arraycopy(saliences, 0, s, 0, s.length);
        },
        outcomes);
    for (int k = 0; k < dimensions; k++) {
      point[k] = outcomes[k][0];
    }
  }

  @Override
  public void predict(
      int from,
      int to,
      BargainingModel.Draw draws,
      int actors,
      double[] statusQuo,
      double[][] outcomes) {
    int lanes = Math.max(1, Math.min(to - from, Lanes.SIDE_BY_SIDE / actors));
    if (many == null || many.run.lanes != lanes) {
      many = new Lot(lanes);
    }
    many.solve(from, to, draws, outcomes);
  }

  /** Settings under way, and those that came to rest, which are reported together. */
  private final class Lot {
    final SpatialTurns run;
    private final SpatialTurns rest;
    private final int[] draw;
    private final int[] turn;
    private final double[] first;
    private final int[] resting;
    private int rested;

    Lot(int lanes) {
      run = model.turns(actors, dimensions, lanes);
      rest = model.turns(actors, dimensions, lanes);
      draw = new int[lanes];
      turn = new int[lanes];
      first = new double[lanes];
      resting = new int[lanes];
    }

    void solve(int from, int to, BargainingModel.Draw draws, double[][] outcomes) {
      int next = from;
      for (int lane = 0; lane < run.lanes; lane++) {
        next = fill(lane, next, to, draws);
      }
      int open = to - from;
      while (open > 0) {
        run.assess();
        run.turn();
        run.move();
        for (int lane = 0; lane < run.lanes; lane++) {
          turn[lane]++;
          first[lane] = turn[lane] == 1 ? run.moved[lane] : first[lane];
          if (draw[lane] >= 0 && ended(lane)) {
            run.copy(lane, rest, rested);
            resting[rested++] = draw[lane];
            open--;
            if (rested == rest.lanes) {
              report(outcomes);
            }
            next = fill(lane, next, to, draws);
          }
        }
      }
      report(outcomes);
    }

    /** Gives the draw after the one that the lane takes. */
    private int fill(int lane, int next, int to, BargainingModel.Draw draws) {
      turn[lane] = 0;
      draw[lane] = next < to ? next : -1;
      if (next == to) {
        return to;
      }
      draws.numbers(next, positions, capabilities, saliences);
      run.start(lane, positions, capabilities, saliences);
      return next + 1;
    }

    private boolean ended(int lane) {
      return model.last(turn[lane], run.moved[lane], first[lane]) || run.together(lane);
    }

    private void report(double[][] outcomes) {
      if (rested > 0) {
        rest.assess();
      }
      for (int lane = 0; lane < rested; lane++) {
        rest.report(lane, chances, point);
        for (int k = 0; k < dimensions; k++) {
          outcomes[k][resting[lane]] = point[k];
        }
      }
      rested = 0;
    }
  }
}
