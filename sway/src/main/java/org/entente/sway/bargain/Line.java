package org.entente.sway.bargain;

import java.util.function.IntFunction;
import org.entente.sway.bargain.BargainingModel.Predictor;

/** A model of one dimension. */
@FunctionalInterface
interface Line {
  /** The outcome; status quo: not a number if there is none. */
  double solve(double[] positions, double[] capabilities, double[] saliences, double statusQuo);

  /** Solves each dimension by itself. */
  static Predictor predictor(int actors, int dimensions, IntFunction<Line> lines) {
    Line line = lines.apply(actors);
    if (dimensions == 1) {
      return (x, c, s, quo, point) ->
          point[0] = line.solve(x, c, s, quo == null ? Double.NaN : quo[0]);
    }
    double[] column = new double[actors];
    double[] care = new double[actors];
    return (x, c, s, quo, point) -> {
      for (int k = 0; k < dimensions; k++) {
        for (int i = 0; i < actors; i++) {
          column[i] = x[i * dimensions + k];
          care[i] = s[i * dimensions + k];
        }
        point[k] = line.solve(column, c, care, quo == null ? Double.NaN : quo[k]);
      }
    };
  }

  static Outcome solve(BargainingModel model, Setting setting) {
    double[] point = new double[setting.dimensions()];
    model
        .predictor(setting.size(), setting.dimensions())
        .predict(
            setting.flatPositions(),
            setting.capabilities(),
            setting.flatSaliences(),
            setting.statusQuo(),
            point);
    return Outcome.of(model.name(), point);
  }
}
