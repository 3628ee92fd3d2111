package org.entente.server;

import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.Outcome;
import org.entente.sway.bargain.Setting;

/**
 * A model that can be stopped between two solutions, where one takes long.
 *
 * @param check throws to stop
 */
record Stoppable(BargainingModel model, Runnable check) implements BargainingModel {
  @Override
  public String name() {
    return model.name();
  }

  @Override
  public boolean byRounds() {
    return model.byRounds();
  }

  @Override
  public Outcome solve(Setting setting) {
    check.run();
    return model.solve(setting);
  }

  @Override
  public Predictor predictor(int actors, int dimensions) {
    Predictor predictor = model.predictor(actors, dimensions);
    return (positions, capabilities, saliences, statusQuo, point) -> {
      check.run();
      predictor.predict(positions, capabilities, saliences, statusQuo, point);
    };
  }
}
