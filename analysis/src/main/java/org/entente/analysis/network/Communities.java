package org.entente.analysis.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Groups with more friendly and fewer hostile ties inside than to be expected: the split of the
 * greatest signed modularity (Gómez, Jensen and Arenas 2009, Physical Review E 80, 016114),
 * searched as Blondel and others (2008) do for unsigned networks (Louvain), from several random
 * orders; the best is kept.
 *
 * @param of the community of each node, from 0; 0 has the most nodes
 * @param count how many there are
 * @param modularity Q, below 1
 */
public record Communities(int[] of, int count, double modularity) {
  private static final int RESTARTS = 20;

  /** Of a symmetric matrix of ties. */
  public static Communities of(double[][] ties, long seed) {
    int n = ties.length;
    double[][] gain = gains(ties);
    int[] best = new int[n];
    double most = Double.NEGATIVE_INFINITY;
    SplittableRandom random = new SplittableRandom(seed);
    for (int restart = 0; restart < RESTARTS; restart++) {
      int[] found = louvain(gain, random.split());
      double value = value(gain, found);
      if (value > most + 1e-12) {
        most = value;
        best = found;
      }
    }
    int[] numbered = numbered(best);
    int count = Arrays.stream(numbered).max().orElse(-1) + 1;
    return new Communities(numbered, count, modularity(ties, numbered));
  }

  /**
   * Q = 1/(2w⁺ + 2w⁻) Σᵢⱼ [wᵢⱼ − (wᵢ⁺wⱼ⁺/2w⁺ − wᵢ⁻wⱼ⁻/2w⁻)] δ(Cᵢ, Cⱼ); 0 for a network without
   * ties.
   */
  public static double modularity(double[][] ties, int[] communities) {
    return value(gains(ties), communities);
  }

  private static double[][] gains(double[][] ties) {
    int n = ties.length;
    double[] plus = new double[n];
    double[] minus = new double[n];
    double allPlus = 0;
    double allMinus = 0;
    for (int i = 0; i < n; i++) {
      for (double tie : ties[i]) {
        if (tie > 0) {
          plus[i] += tie;
        } else {
          minus[i] -= tie;
        }
      }
      allPlus += plus[i];
      allMinus += minus[i];
    }
    double all = allPlus + allMinus;
    double[][] gain = new double[n][n];
    for (int i = 0; i < n && all > 0; i++) {
      for (int j = 0; j < n; j++) {
        double expected =
            (allPlus > 0 ? plus[i] * plus[j] / allPlus : 0)
                - (allMinus > 0 ? minus[i] * minus[j] / allMinus : 0);
        gain[i][j] = (ties[i][j] - expected) / all;
      }
    }
    return gain;
  }

  private static double value(double[][] gain, int[] communities) {
    double sum = 0;
    for (int i = 0; i < gain.length; i++) {
      for (int j = 0; j < gain.length; j++) {
        sum += communities[i] == communities[j] ? gain[i][j] : 0;
      }
    }
    return sum;
  }

  /** Moves nodes while that helps, then whole communities, and so on. */
  private static int[] louvain(double[][] gain, SplittableRandom random) {
    int[] of = new int[gain.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = i;
    }
    double[][] level = gain;
    while (true) {
      int[] moved = move(level, random);
      int groups = Arrays.stream(moved).max().orElse(-1) + 1;
      for (int i = 0; i < of.length; i++) {
        of[i] = moved[of[i]];
      }
      if (groups == level.length) {
        return of;
      }
      double[][] next = new double[groups][groups];
      for (int i = 0; i < level.length; i++) {
        for (int j = 0; j < level.length; j++) {
          next[moved[i]][moved[j]] += level[i][j];
        }
      }
      level = next;
    }
  }

  private static int[] move(double[][] gain, SplittableRandom random) {
    int n = gain.length;
    int[] of = new int[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      of[i] = order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    double[] sum = new double[n];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i : order) {
        Arrays.fill(sum, 0);
        for (int j = 0; j < n; j++) {
          if (j != i) {
            sum[of[j]] += gain[i][j];
          }
        }
        int best = of[i];
        for (int c = 0; c < n; c++) {
          if (sum[c] > sum[best] + 1e-12) {
            best = c;
          }
        }
        if (best != of[i]) {
          of[i] = best;
          changed = true;
        }
      }
    }
    return compact(of);
  }

  private static int[] compact(int[] of) {
    int[] number = new int[of.length];
    Arrays.fill(number, -1);
    int next = 0;
    int[] out = new int[of.length];
    for (int i = 0; i < of.length; i++) {
      if (number[of[i]] < 0) {
        number[of[i]] = next++;
      }
      out[i] = number[of[i]];
    }
    return out;
  }

  /** Numbered by size, then by their first node. */
  private static int[] numbered(int[] of) {
    int[] compact = compact(of);
    int[] size = new int[of.length];
    for (int c : compact) {
      size[c]++;
    }
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < size.length && size[c] > 0; c++) {
      order.add(c);
    }
    order.sort(Comparator.comparingInt(c -> -size[c]));
    int[] out = new int[of.length];
    for (int i = 0; i < of.length; i++) {
      out[i] = order.indexOf(compact[i]);
    }
    return out;
  }
}
