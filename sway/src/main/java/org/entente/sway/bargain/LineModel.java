package org.entente.sway.bargain;

/** A model that solves each dimension by itself, by a formula. */
interface LineModel extends BargainingModel {
  /** A solver for so many actors, with memory of its own, for one thread. */
  Line line(int actors);

  @Override
  default Outcome solve(Setting setting) {
    double[] point = new double[setting.dimensions()];
    predictor(setting.size(), setting.dimensions())
        .predict(
            setting.flatPositions(),
            setting.capabilities(),
            setting.flatSaliences(),
            setting.statusQuo(),
            point);
    return Outcome.of(name(), point);
  }

  @Override
  default Predictor predictor(int actors, int dimensions) {
    Line line = line(actors);
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
}
