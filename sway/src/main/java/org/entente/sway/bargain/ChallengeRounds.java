package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.Outcome.Kind;

/**
 * Actors on one line who challenge each other, round by round. Keeps its memory from issue to
 * issue.
 */
abstract class ChallengeRounds implements Line {
  final int n;
  private final int rounds;
  final double[] x;
  final double[] w;
  double[] s;
  final double[] risk;
  private double sum;
  private final int[] order;

  /** Support of a against b: actors × actors; of those nearer to a, weight × by how much nearer. */
  final double[] support;

  private final double[] partial;
  private final int[] nearer;
  private final double[] rank;
  private final double[] security;
  private final double[] next;

  /** Who moved towards whom in the last round, or −1; and why. */
  final int[] counterpart;

  final Kind[] kind;
  final double[] own;
  final double[] other;

  ChallengeRounds(int actors, int rounds) {
    n = actors;
    this.rounds = rounds;
    x = new double[n];
    w = new double[n];
    risk = new double[n];
    order = Order.first(n);
    support = new double[n * n];
    partial = new double[n * (n + 1)];
    nearer = new int[n * n];
    rank = new double[n * n];
    security = new double[n];
    next = new double[n];
    counterpart = new int[n];
    kind = new Kind[n];
    own = new double[n];
    other = new double[n];
  }

  @Override
  public double solve(double[] positions, double[] capabilities, double[] saliences, double quo) {
    start(positions, capabilities, saliences);
    for (int round = 0; round < rounds && challenge(); round++) {
      move();
    }
    return median();
  }

  void start(double[] positions, double[] capabilities, double[] saliences) {
    System.arraycopy(positions, 0, x, 0, n);
    s = saliences;
    sum = Weights.fill(w, capabilities, saliences);
    Order.sort(order, x);
    begin(range());
  }

  abstract void begin(double range);

  /** Works out risk, expectations and offers; says whether anyone moves. */
  final boolean challenge() {
    if (range() == 0) {
      Arrays.fill(risk, 1);
      return false;
    }
    rank();
    prepare(security);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double one : security) {
      low = Math.min(low, one);
      high = Math.max(high, one);
    }
    for (int i = 0; i < n; i++) {
      double rho = high > low ? (2 * security[i] - high - low) / (high - low) : 0;
      risk[i] = (1 - rho / 3) / (1 + rho / 3);
    }
    expect();
    boolean moves = false;
    for (int i = 0; i < n; i++) {
      counterpart[i] = -1;
      next[i] = x[i];
      choose(i);
      moves |= counterpart[i] >= 0;
    }
    return moves;
  }

  /** Distances, and how secure each is while all are neutral to risk. */
  abstract void prepare(double[] security);

  /** Expectations, given risk. */
  abstract void expect();

  /** Calls {@link #accept} for the offer that an actor takes, if any. */
  abstract void choose(int i);

  final void accept(int i, int j, Kind why, double ownGain, double otherGain, double to) {
    counterpart[i] = j;
    kind[i] = why;
    own[i] = ownGain;
    other[i] = otherGain;
    next[i] = to;
  }

  final void move() {
    System.arraycopy(next, 0, x, 0, n);
    Order.sort(order, x);
  }

  final double median() {
    return WeightedMedian.of(x, w, sum, order);
  }

  final double mean() {
    return WeightedMean.of(x, w, sum);
  }

  final double range() {
    return x[order[n - 1]] - x[order[0]];
  }

  /**
   * What depends on positions alone: for any two actors how many, from below, are nearer to the
   * lower; and for each actor the rank of the others by distance.
   */
  private void rank() {
    for (int lower = 0; lower < n; lower++) {
      double a = x[order[lower]];
      int m = lower;
      for (int upper = lower + 1; upper < n; upper++) {
        double b = x[order[upper]];
        while (x[order[m]] - a < b - x[order[m]]) {
          m++;
        }
        nearer[lower * n + upper] = m;
      }
    }
    for (int m = 0; m < n; m++) {
      int k = order[m];
      int left = m - 1;
      int right = m + 1;
      rank[k * n + k] = 1 - n;
      for (int place = 1; place < n; place++) {
        boolean below =
            right == n || (left >= 0 && x[k] - x[order[left]] <= x[order[right]] - x[k]);
        int next = below ? order[left--] : order[right++];
        rank[k * n + next] = 2 * place - n + 1;
      }
    }
  }

  /**
   * Fills in {@link #support}, in n² steps: who is nearer to a than to b lies on a's side of their
   * middle, so sums over the actors in order, one a position, tell it all.
   *
   * @param far actors × actors: how far the first finds the second; grows with distance
   */
  final void support(double[] far) {
    for (int m = 0; m < n; m++) {
      int k = order[m] * n;
      double weight = w[order[m]];
      for (int a = 0; a < n; a++) {
        partial[(m + 1) * n + a] = partial[m * n + a] + weight * far[k + a];
      }
    }
    for (int lower = 0; lower < n; lower++) {
      int a = order[lower];
      for (int upper = lower + 1; upper < n; upper++) {
        int b = order[upper];
        int m = nearer[lower * n + upper] * n;
        double below = partial[m + b] - partial[m + a];
        double all = partial[n * n + b] - partial[n * n + a];
        boolean apart = x[a] != x[b];
        support[a * n + b] = apart ? Math.max(0, below) : 0;
        support[b * n + a] = apart ? Math.max(0, below - all) : 0;
      }
    }
  }

  /** How differently each finds any two, weighted: over all ordered pairs, in n² steps by rank. */
  final double differences(double[] far) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double spread = 0;
      for (int a = 0; a < n; a++) {
        spread += rank[k * n + a] * far[k * n + a];
      }
      sum += w[k] * 2 * spread;
    }
    return sum;
  }
}
