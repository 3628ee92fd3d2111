package org.entente.analysis.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The split in two camps with the least weight of ties at odds with it: positive ones between the
 * camps and negative ones inside (Harary 1959; Abelson and Rosenberg 1958). Exact where a search
 * with bounds ends in good time, which it does for some 40 nodes, or 64 with patience; else the
 * best of {@value #RESTARTS} random starts, each improved by flipping nodes (Kernighan and Lin
 * 1970), and {@code bound} says what no split can go below.
 *
 * @param weight sum of the weights of the ties at odds, without sign
 * @param ties how many they are
 * @param bound no split has less; equal to {@code weight} if exact
 * @param exact whether no split can be better
 * @param unique whether exactly one split is the best one; false also where it is not known. Parts
 *     of the network without a tie between them are split one by one
 * @param camps 0 or 1 for each node; 0 is the camp of the node with the strongest ties of its part
 */
public record Frustration(
    double weight, int ties, double bound, boolean exact, boolean unique, int[] camps) {
  private static final int RESTARTS = 20;
  private static final long STEPS = 500_000;

  /** Of a symmetric matrix of ties, in a fraction of a second. */
  public static Frustration of(double[][] ties, long seed) {
    return of(ties, seed, STEPS);
  }

  /**
   * Of a symmetric matrix of ties, with more patience: 64 nodes with 362 ties take some 40 million
   * steps and five seconds where signs are tossed, which is the hardest case.
   *
   * @param steps the most of the search for a proof, for each part of the network
   */
  public static Frustration of(double[][] ties, long seed, long steps) {
    int n = ties.length;
    int[] camps = new int[n];
    double weight = 0;
    double bound = 0;
    boolean exact = true;
    boolean unique = true;
    SplittableRandom random = new SplittableRandom(seed);
    for (int[] part : parts(ties)) {
      double[][] inside = new double[part.length][part.length];
      for (int i = 0; i < part.length; i++) {
        for (int j = 0; j < part.length; j++) {
          inside[i][j] = ties[part[i]][part[j]];
        }
      }
      Part solved = new Part(inside, random.split(), steps);
      solved.solve();
      weight += solved.best;
      bound += solved.exact ? solved.best : solved.bound;
      exact &= solved.exact;
      unique &= solved.exact && solved.optima == 1;
      for (int i = 0; i < part.length; i++) {
        camps[part[i]] = solved.side[i] == solved.side[0] ? 0 : 1;
      }
    }
    int odd = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        odd += ties[i][j] != 0 && ties[i][j] > 0 != (camps[i] == camps[j]) ? 1 : 0;
      }
    }
    return new Frustration(weight, odd, exact ? weight : bound, exact, unique && n > 0, camps);
  }

  /** The weight of the ties that are at odds with a split. */
  static double of(double[][] ties, int[] camps) {
    double sum = 0;
    for (int i = 0; i < ties.length; i++) {
      for (int j = i + 1; j < ties.length; j++) {
        sum += ties[i][j] > 0 != (camps[i] == camps[j]) ? Math.abs(ties[i][j]) : 0;
      }
    }
    return sum;
  }

  /** Connected parts; in each the node with the strongest ties comes first. */
  private static List<int[]> parts(double[][] ties) {
    int n = ties.length;
    boolean[] seen = new boolean[n];
    List<int[]> parts = new ArrayList<>();
    for (int start = 0; start < n; start++) {
      if (seen[start]) {
        continue;
      }
      List<Integer> part = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      seen[start] = true;
      while (!open.isEmpty()) {
        int i = open.remove();
        part.add(i);
        for (int j = 0; j < n; j++) {
          if (!seen[j] && ties[i][j] != 0) {
            seen[j] = true;
            open.add(j);
          }
        }
      }
      part.sort(
          Comparator.comparingDouble((Integer i) -> -strength(ties[i])).thenComparing(i -> i));
      parts.add(part.stream().mapToInt(i -> i).toArray());
    }
    return parts;
  }

  private static double strength(double[] row) {
    double sum = 0;
    for (double tie : row) {
      sum += Math.abs(tie);
    }
    return sum;
  }

  /** One connected part. */
  private static final class Part {
    final double[][] ties;
    final SplittableRandom random;
    final int n;
    final double close;
    final long most;
    int[] side;
    double best = Double.POSITIVE_INFINITY;
    double bound;
    boolean exact;
    int optima;

    // the search: nodes in the order in which they are put on a side, from the strongest
    double[][] sorted;
    double[] tail;
    double[][] odds;
    int[] sides;
    int[] found;
    double least;
    int many;
    long steps;

    Part(double[][] ties, SplittableRandom random, long most) {
      this.ties = ties;
      this.random = random;
      this.most = most;
      this.n = ties.length;
      double all = 0;
      for (double[] row : ties) {
        all += strength(row);
      }
      this.close = Math.max(1e-12, all * 1e-10);
    }

    void solve() {
      for (int restart = 0; restart < RESTARTS; restart++) {
        int[] start = new int[n];
        for (int i = 0; i < n; i++) {
          start[i] = restart == 0 || random.nextBoolean() ? 1 : -1;
        }
        improve(start);
        double value = value(start);
        if (value < best - close) {
          best = value;
          side = start;
        }
      }
      bound = packed();
      search();
      if (!exact && best <= bound + close) {
        exact = true; // nothing can be better, but there may be others as good
        optima = 2;
      }
    }

    double value(int[] sides) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          sum += ties[i][j] * sides[i] * sides[j] < 0 ? Math.abs(ties[i][j]) : 0;
        }
      }
      return sum;
    }

    /** Flips every node once, each time the one that helps most, and keeps the best on the way. */
    void improve(int[] sides) {
      double[] cost = new double[n];
      boolean[] done = new boolean[n];
      int[] flipped = new int[n];
      while (true) {
        for (int i = 0; i < n; i++) {
          cost[i] = 0;
          for (int j = 0; j < n; j++) {
            cost[i] += ties[i][j] * sides[i] * sides[j];
          }
        }
        Arrays.fill(done, false);
        double sum = 0;
        double lowest = -close;
        int keep = 0;
        for (int step = 0; step < n; step++) {
          int next = -1;
          for (int i = 0; i < n; i++) {
            if (!done[i] && (next < 0 || cost[i] < cost[next])) {
              next = i;
            }
          }
          sum += cost[next];
          done[next] = true;
          flipped[step] = next;
          double[] row = ties[next];
          for (int j = 0; j < n; j++) {
            cost[j] -= 2 * row[j] * sides[next] * sides[j];
          }
          cost[next] = -cost[next];
          sides[next] = -sides[next];
          if (sum < lowest) {
            lowest = sum;
            keep = step + 1;
          }
        }
        for (int step = keep; step < n; step++) {
          sides[flipped[step]] = -sides[flipped[step]];
        }
        if (keep == 0) {
          return;
        }
      }
    }

    /** What triangles that are not balanced and share no weight cost any split. */
    double packed() {
      record Foe(int a, int b, double weight) {}
      List<Foe> foes = new ArrayList<>();
      double[][] left = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          left[i][j] = Math.abs(ties[i][j]);
          if (j > i && ties[i][j] < 0) {
            foes.add(new Foe(i, j, ties[i][j]));
          }
        }
      }
      foes.sort(Comparator.comparingDouble(Foe::weight));
      double sum = 0;
      for (Foe foe : foes) {
        int a = foe.a();
        int b = foe.b();
        for (int k = 0; k < n && left[a][b] > 0; k++) {
          if (ties[a][k] * ties[b][k] > 0) {
            double take = Math.min(left[a][b], Math.min(left[a][k], left[b][k]));
            left[a][b] = left[b][a] = left[a][b] - take;
            left[a][k] = left[k][a] = left[a][k] - take;
            left[b][k] = left[k][b] = left[b][k] - take;
            sum += take;
          }
        }
      }
      return sum;
    }

    /**
     * Branch and bound by Russian dolls (Verfaillie, Lemaître and Schiex 1996): the part without
     * its first nodes is solved before, and bounds what those behind must cost among themselves.
     */
    void search() {
      int[] order = order();
      sorted = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sorted[i][j] = ties[order[i]][order[j]];
        }
      }
      tail = new double[n + 1];
      odds = new double[n + 1][2 * n];
      sides = new int[n];
      found = new int[n];
      for (int first = n - 1; first >= 0; first--) {
        least = tail[first + 1] + extra(first);
        if (first == 0) {
          least = Math.min(least, best);
        }
        many = 0;
        if (first == 0 || least > tail[first + 1] + close) {
          Arrays.fill(odds[first], 0);
          put(first, first, 1, 0, first == 0);
          if (steps > most) {
            bound = Math.max(bound, tail[first + 1]);
            return;
          }
        } else {
          found[first] = better(first);
        }
        tail[first] = least;
      }
      exact = true;
      best = least;
      optima = many;
      side = new int[n];
      for (int i = 0; i < n; i++) {
        side[order[i]] = found[i];
      }
    }

    /** What the first node adds to the best split of those behind. */
    private double extra(int first) {
      double plus = 0;
      double minus = 0;
      for (int j = first + 1; j < n; j++) {
        double at = sorted[first][j] * found[j];
        plus += at < 0 ? -at : 0;
        minus += at > 0 ? at : 0;
      }
      return Math.min(plus, minus);
    }

    private int better(int first) {
      double sum = 0;
      for (int j = first + 1; j < n; j++) {
        sum += sorted[first][j] * found[j];
      }
      return sum >= 0 ? 1 : -1;
    }

    /**
     * Puts a node on a side and goes on with the next.
     *
     * @param all whether splits that are as good as the best are counted, up to two
     */
    private void put(int first, int at, int on, double cost, boolean all) {
      if (++steps > most) {
        return;
      }
      sides[at] = on;
      if (at == n - 1) {
        if (cost > least + close) {
          return;
        }
        boolean lower = cost < least - close;
        if (lower || many == 0) {
          least = Math.min(cost, least);
          System.arraycopy(sides, first, found, first, n - first);
        }
        many = lower ? 1 : many + 1;
        return;
      }
      double[] here = odds[at];
      double[] next = odds[at + 1];
      double[] row = sorted[at];
      double sum = cost + tail[at + 1];
      for (int j = at + 1; j < n; j++) {
        double tie = row[j] * on;
        double plus = here[2 * j] + (tie < 0 ? -tie : 0);
        double minus = here[2 * j + 1] + (tie > 0 ? tie : 0);
        next[2 * j] = plus;
        next[2 * j + 1] = minus;
        sum += Math.min(plus, minus);
      }
      double limit = all && many < 2 ? least + close : least - close;
      if (many == 0) {
        limit = least + close;
      }
      if (sum > limit) {
        return;
      }
      double plus = next[2 * at + 2];
      double minus = next[2 * at + 3];
      int likely = plus <= minus ? 1 : -1;
      put(first, at + 1, likely, cost + Math.min(plus, minus), all);
      put(first, at + 1, -likely, cost + Math.max(plus, minus), all);
    }

    /** From the strongest, always the one with the strongest ties to those before. */
    private int[] order() {
      int[] order = new int[n];
      boolean[] taken = new boolean[n];
      double[] pull = new double[n];
      for (int step = 0; step < n; step++) {
        int next = -1;
        for (int i = 0; i < n; i++) {
          if (!taken[i] && (next < 0 || pull[i] > pull[next])) {
            next = i;
          }
        }
        order[step] = next;
        taken[next] = true;
        for (int j = 0; j < n; j++) {
          pull[j] += Math.abs(ties[next][j]);
        }
      }
      return order;
    }
  }
}
