package org.entente.sway.answer;

import java.util.Arrays;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.Setting;

/** A model that is asked again and again what becomes of one setting if a single actor changes. */
final class Asked {
  private final BargainingModel.Predictor predictor;
  private final int dimensions;
  private final double[] positions;
  private final double[] capabilities;
  private final double[] saliences;
  private final double[] statusQuo;
  private final double[] point;

  Asked(BargainingModel model, Setting setting) {
    dimensions = setting.dimensions();
    predictor = model.predictor(setting.size(), dimensions);
    positions = flat(setting.positions());
    capabilities = setting.capabilities();
    saliences = flat(setting.saliences());
    statusQuo = setting.statusQuo();
    point = new double[dimensions];
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The outcome as things are, one a dimension, 0 to 100. */
  double[] now() {
    predict();
    return point.clone();
  }

  /** The outcome in a dimension if an actor stood elsewhere and cared otherwise about it. */
  double outcome(int actor, int dimension, double position, double salience) {
    int at = actor * dimensions + dimension;
    double stood = positions[at];
    double cared = saliences[at];
    positions[at] = position;
    saliences[at] = salience;
    predict();
    positions[at] = stood;
    saliences[at] = cared;
    return point[dimension];
  }

  private void predict() {
    predictor.predict(positions, capabilities, saliences, statusQuo, point);
  }
}
