package org.entente.sway.bargain;

import java.util.ArrayList;
import java.util.List;
import org.entente.sway.bargain.BargainingModel.Predictor;

/** Whom to persuade: what the outcome does when one number of a setting moves by a small step. */
public final class Levers {
  private static final double TENTH = .1;

  private Levers() {}

  /** One lever for each position, capability and salience, actor by actor. */
  public static List<Lever> of(Setting setting, BargainingModel model) {
    int dimensions = setting.dimensions();
    Predictor predictor = model.predictor(setting.size(), dimensions);
    double[] positions = setting.flatPositions();
    double[] capabilities = setting.capabilities();
    double[] saliences = setting.flatSaliences();
    double[] quo = setting.statusQuo();
    double[] base = new double[dimensions];
    predictor.predict(positions, capabilities, saliences, quo, base);
    List<Lever> levers = new ArrayList<>();
    for (int j = 0; j < Input.count(setting.size(), dimensions); j++) {
      Input input = Input.at(j, dimensions);
      int flat = input.actor() * dimensions + input.dimension();
      double[] numbers =
          switch (input.kind()) {
            case POSITION -> positions;
            case CAPABILITY -> capabilities;
            case SALIENCE -> saliences;
          };
      int at = input.kind() == Input.Kind.CAPABILITY ? input.actor() : flat;
      double step =
          switch (input.kind()) {
            case POSITION -> 1;
            case CAPABILITY -> TENTH * capabilities[at];
            case SALIENCE -> TENTH;
          };
      double top =
          switch (input.kind()) {
            case POSITION -> Setting.SCALE;
            case CAPABILITY -> Double.MAX_VALUE;
            case SALIENCE -> 1;
          };
      double value = numbers[at];
      double[][] changes = new double[2][dimensions];
      double high = Math.min(top, value + step);
      double low = Math.max(0, value - step);
      for (int side = 0; side < 2; side++) {
        numbers[at] = side == 0 ? high : low;
        predictor.predict(positions, capabilities, saliences, quo, changes[side]);
        for (int k = 0; k < dimensions; k++) {
          changes[side][k] -= base[k];
        }
      }
      numbers[at] = value;
      levers.add(new Lever(input, step, high - value, changes[0], value - low, changes[1]));
    }
    return levers;
  }
}
