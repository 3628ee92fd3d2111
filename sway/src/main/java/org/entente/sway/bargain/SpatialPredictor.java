package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.BargainingModel.Draws;

/** Solves settings side by side: a lane that has come to rest takes the next one. */
final class SpatialPredictor implements BargainingModel.Predictor {
  /** When no setting is left, those under way move to so many times fewer lanes. */
  private static final int NARROWER = 4;

  private final SpatialModel model;
  private final int actors;
  private final int dimensions;
  private final double[] positions;
  private final double[] capabilities;
  private final double[] saliences;
  private final double[] chances;
  private final double[] point;
  private Lot many;
  private Lot few;
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
    one.put(0, 0, positions, capabilities, saliences);
    double[][] outcomes = new double[dimensions][1];
    while (one.busy > 0) {
      one.turn(outcomes);
    }
    one.report(outcomes);
    for (int k = 0; k < dimensions; k++) {
      point[k] = outcomes[k][0];
    }
  }

  @Override
  public void predict(
      Draws draws, int expected, int actors, double[] statusQuo, double[][] outcomes) {
    int lanes = Math.max(1, Math.min(expected, Lanes.SIDE_BY_SIDE / actors));
    if (many == null || many.run.lanes != lanes) {
      many = new Lot(lanes);
      few = new Lot((lanes + NARROWER - 1) / NARROWER);
    }
    boolean left = true;
    while (left || many.busy > few.run.lanes) {
      left = left && fill(many, draws);
      many.turn(outcomes);
    }
    few.take(many);
    while (few.busy > 0) {
      few.turn(outcomes);
    }
    many.report(outcomes);
    few.report(outcomes);
  }

  /** Gives each free lane a setting, and says whether there were enough. */
  private boolean fill(Lot lot, Draws draws) {
    for (int lane = 0; lane < lot.run.lanes; lane++) {
      if (lot.draw[lane] < 0) {
        int next = draws.next();
        if (next < 0) {
          return false;
        }
        draws.numbers(next, positions, capabilities, saliences);
        lot.put(lane, next, positions, capabilities, saliences);
      }
    }
    return true;
  }

  /** Settings under way, and those that came to rest, which are reported together. */
  private final class Lot {
    final SpatialTurns run;
    private final SpatialTurns rest;
    private final int[] draw;
    private final int[] turn;
    private final double[] first;
    private final int[] resting;
    private int busy;
    private int rested;

    Lot(int lanes) {
      run = model.turns(actors, dimensions, lanes);
      rest = model.turns(actors, dimensions, lanes);
      draw = new int[lanes];
      Arrays.fill(draw, -1);
      turn = new int[lanes];
      first = new double[lanes];
      resting = new int[lanes];
    }

    void put(int lane, int which, double[] positions, double[] capabilities, double[] saliences) {
      run.start(lane, positions, capabilities, saliences);
      draw[lane] = which;
      turn[lane] = 0;
      busy++;
    }

    /** Takes over what another has under way. */
    void take(Lot other) {
      for (int lane = 0; lane < other.run.lanes; lane++) {
        if (other.draw[lane] >= 0) {
          other.run.copy(lane, run, busy);
          draw[busy] = other.draw[lane];
          turn[busy] = other.turn[lane];
          first[busy] = other.first[lane];
          busy++;
          other.draw[lane] = -1;
        }
      }
      other.busy = 0;
    }

    /** One turn in all lanes. */
    void turn(double[][] outcomes) {
      run.assess();
      run.turn();
      run.move();
      for (int lane = 0; lane < run.lanes; lane++) {
        turn[lane]++;
        first[lane] = turn[lane] == 1 ? run.moved[lane] : first[lane];
        if (draw[lane] >= 0 && ended(lane)) {
          run.copy(lane, rest, rested);
          resting[rested++] = draw[lane];
          draw[lane] = -1;
          busy--;
          if (rested == rest.lanes) {
            report(outcomes);
          }
        }
      }
    }

    private boolean ended(int lane) {
      return model.last(turn[lane], run.moved[lane], first[lane]) || run.together(lane);
    }

    /** Writes down where those that came to rest ended. */
    void report(double[][] outcomes) {
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
