package org.entente.sway.bargain;

/**
 * The position that no other beats in a vote weighted by capability × salience; each dimension by
 * itself. Where half of the weight lies on either side of a gap, its middle.
 */
public record WeightedMedian() implements LineModel {
  /** Two halves of the weight are equal if they differ by less than this share. */
  private static final double TIE = 1e-12;

  @Override
  public String name() {
    return "weighted median";
  }

  @Override
  public Line line(int actors) {
    double[] weights = new double[actors];
    int[] order = Order.first(actors);
    return (x, c, s, quo) -> {
      double sum = Weights.fill(weights, c, s);
      Order.sort(order, x);
      return of(x, weights, sum, order);
    };
  }

  /** The median of positions whose order is given. */
  static double of(double[] positions, double[] weights, double sum, int[] order) {
    double below = 0;
    for (int m = 0; m < order.length; m++) {
      below += weights[order[m]];
      double surplus = below - sum / 2;
      if (surplus > sum * TIE) {
        return positions[order[m]];
      }
      if (surplus >= -sum * TIE) {
        int next = m + 1;
        while (next < order.length && weights[order[next]] == 0) {
          next++;
        }
        return next == order.length
            ? positions[order[m]]
            : (positions[order[m]] + positions[order[next]]) / 2;
      }
    }
    return positions[order[order.length - 1]];
  }
}
