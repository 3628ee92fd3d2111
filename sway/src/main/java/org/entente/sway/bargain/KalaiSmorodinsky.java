package org.entente.sway.bargain;

/**
 * The solution of Kalai and Smorodinsky (1975): all get the same share of the most that each could
 * get, as far as can be, so the one with the least share gets as much as can be. Quadratic losses;
 * each dimension by itself. It knows no weights: actors without capability or salience are left
 * out, all others count the same.
 *
 * <p>Without a status quo, no agreement is as bad for each as an outcome a whole scale away; the
 * solution is then the middle of the range. With one, an outcome must be no worse for any actor
 * than the status quo; if none is, the status quo stays.
 */
public record KalaiSmorodinsky() implements LineModel {
  private static final int HALVINGS = 60;

  @Override
  public String name() {
    return "Kalai-Smorodinsky";
  }

  @Override
  public Line line(int actors) {
    double[] weights = new double[actors];
    double[] gaps = new double[actors];
    return (x, c, s, quo) -> {
      Weights.fill(weights, c, s);
      return solve(x, weights, gaps, quo);
    };
  }

  private static double solve(double[] x, double[] weights, double[] gaps, double quo) {
    double low = Weights.least(x, weights);
    double high = Weights.greatest(x, weights);
    if (Double.isNaN(quo)) {
      return low + (high - low) / 2;
    }
    if (low <= quo && high >= quo) {
      return quo;
    }
    double side = low > quo ? 1 : -1;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (weights[i] > 0) {
        gaps[count++] = Math.abs(x[i] - quo);
      }
    }
    double least = low > quo ? low - quo : quo - high;
    double most = low > quo ? high - quo : quo - low;
    return quo + side * step(gaps, count, least, most);
  }

  /**
   * How far from the status quo: where the one nearest to it, whose share falls, meets the least of
   * the others.
   */
  private static double step(double[] gaps, int count, double least, double most) {
    double from = least;
    double to = Math.min(2 * least, most);
    for (int halving = 0; halving < HALVINGS; halving++) {
      double step = (from + to) / 2;
      double nearest = share(step, least, least);
      boolean further = false;
      for (int i = 0; i < count && !further; i++) {
        further = share(step, gaps[i], least) < nearest;
      }
      if (further) {
        from = step;
      } else {
        to = step;
      }
    }
    return (from + to) / 2;
  }

  /**
   * Of the most that an actor so far from the status quo could gain without another losing, what it
   * gains at the step.
   */
  private static double share(double step, double gap, double least) {
    double best = Math.min(gap, 2 * least);
    return step * (2 * gap - step) / (best * (2 * gap - best));
  }
}
