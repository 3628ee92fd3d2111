package org.entente.analysis.network;

/**
 * Triangles by their signs. Those with an even number of negative ties are balanced: the friend of
 * my friend is my friend, the enemy of my enemy is my friend (Heider 1946; Cartwright and Harary
 * 1956).
 *
 * @param friends three positive ties; balanced
 * @param torn two positive ties and a negative one
 * @param allied one positive tie and two negative ones; balanced
 * @param hostile three negative ties
 */
public record Triangles(long friends, long torn, long allied, long hostile) {
  /** Counts those of a symmetric matrix of ties. */
  public static Triangles of(double[][] ties) {
    int n = ties.length;
    long[] counts = new long[4];
    int[] near = new int[n];
    for (int i = 0; i < n; i++) {
      int many = 0;
      for (int j = i + 1; j < n; j++) {
        if (ties[i][j] != 0) {
          near[many++] = j;
        }
      }
      for (int p = 0; p < many; p++) {
        double[] row = ties[near[p]];
        int first = ties[i][near[p]] < 0 ? 1 : 0;
        for (int q = p + 1; q < many; q++) {
          double third = row[near[q]];
          if (third != 0) {
            counts[first + (ties[i][near[q]] < 0 ? 1 : 0) + (third < 0 ? 1 : 0)]++;
          }
        }
      }
    }
    return new Triangles(counts[0], counts[1], counts[2], counts[3]);
  }

  public long all() {
    return friends + torn + allied + hostile;
  }

  public long balanced() {
    return friends + allied;
  }

  /** Share of balanced ones, 0 to 1; NaN where there is no triangle. */
  public double share() {
    return all() == 0 ? Double.NaN : balanced() / (double) all();
  }

  /**
   * The share to expect if signs were dealt to the ties at random.
   *
   * @param negative share of negative ties, 0 to 1
   */
  public static double expected(double negative) {
    double positive = 1 - negative;
    return positive * positive * positive + 3 * positive * negative * negative;
  }
}
