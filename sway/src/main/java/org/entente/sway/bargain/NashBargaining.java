package org.entente.sway.bargain;

/**
 * The asymmetric Nash solution: the outcome with the greatest product of gains over disagreement,
 * each to the power of capability × salience. Quadratic losses; each dimension by itself.
 *
 * <p>Without a status quo, no agreement is as bad for each as an outcome a whole scale away. With
 * one, an outcome must be no worse for any actor than the status quo; if none is, the status quo
 * stays. Actors without weight are left out.
 */
public record NashBargaining() implements LineModel {
  private static final int STEPS = 100;

  @Override
  public String name() {
    return "Nash bargaining";
  }

  @Override
  public Line line(int actors) {
    double[] weights = new double[actors];
    return (x, c, s, quo) -> {
      Weights.fill(weights, c, s);
      return solve(x, weights, quo);
    };
  }

  private static double solve(double[] x, double[] weights, double quo) {
    double low = Weights.least(x, weights);
    double high = Weights.greatest(x, weights);
    boolean free = Double.isNaN(quo);
    if (!free && low <= quo && high >= quo) {
      return quo;
    }
    if (low == high) {
      return low;
    }
    double from = low;
    double to = high;
    if (!free && low > quo) {
      to = Math.min(high, 2 * low - quo);
    } else if (!free) {
      from = Math.max(low, 2 * high - quo);
    }
    return root(x, weights, quo, from, to);
  }

  /**
   * Where the slope of Σ w ln(gain), which falls throughout, is 0: Newton's steps, kept between the
   * bounds.
   */
  private static double root(double[] x, double[] weights, double quo, double from, double to) {
    boolean free = Double.isNaN(quo);
    double at = (from + to) / 2;
    for (int step = 0; step < STEPS; step++) {
      double slope = 0;
      double bend = 0;
      for (int i = 0; i < x.length; i++) {
        if (weights[i] > 0) {
          double off = at - x[i];
          double loss = free ? Setting.SCALE : quo - x[i];
          double gain = loss * loss - off * off;
          double first = -2 * off / gain;
          slope += weights[i] * first;
          bend += weights[i] * (-2 / gain - first * first);
        }
      }
      if (slope > 0) {
        from = at;
      } else {
        to = at;
      }
      double next = at - slope / bend;
      if (!(next > from && next < to)) {
        next = (from + to) / 2;
      }
      if (Math.abs(next - at) <= 1e-12 * Setting.SCALE) {
        return next;
      }
      at = next;
    }
    return at;
  }
}
