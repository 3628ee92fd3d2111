package org.entente.sway.coalition;

/**
 * All splits of actors in two sides with their energies, one by one. A split is a number: bit i is
 * the side of actor i + 1; actor 0 is on side 0.
 */
final class Configurations {
  /** The most actors whose splits are listed one and all. */
  static final int MOST = 22;

  final int n;
  final double[] energies;

  /** Energies and sums that differ by less are taken as equal. */
  final double close;

  /**
   * @param costs what it costs that two are on different sides, symmetric
   */
  Configurations(double[][] costs) {
    n = costs.length;
    energies = new double[1 << Math.max(0, n - 1)];
    for (int i = 1; i < n; i++) {
      int from = 1 << i - 1;
      double[] row = costs[i];
      double alone = 0; // all others on side 0
      for (int j = 0; j < i; j++) {
        alone += row[j];
      }
      double[] with = new double[from]; // ties of i to those before that are on side 1
      for (int split = 1; split < from; split++) {
        int low = Integer.numberOfTrailingZeros(split);
        with[split] = with[split & split - 1] + row[low + 1];
      }
      for (int split = 0; split < from; split++) {
        energies[from | split] = energies[split] + alone - with[split];
        energies[split] += with[split];
      }
    }
    close = close(costs);
  }

  static double close(double[][] costs) {
    double all = 0;
    for (double[] row : costs) {
      for (double cost : row) {
        all += Math.abs(cost);
      }
    }
    return Math.max(1e-12, all * 1e-10);
  }

  /** The split after one actor has changed sides. */
  int flip(int split, int actor) {
    return actor == 0 ? ~split & energies.length - 1 : split ^ 1 << actor - 1;
  }

  static int[] sides(int split, int n) {
    int[] sides = new int[n];
    for (int i = 1; i < n; i++) {
      sides[i] = split >> i - 1 & 1;
    }
    return sides;
  }

  static int split(int[] sides) {
    int split = 0;
    for (int i = 1; i < sides.length; i++) {
      split |= (sides[i] ^ sides[0]) << i - 1;
    }
    return split;
  }
}
