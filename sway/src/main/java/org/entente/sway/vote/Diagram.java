package org.entente.sway.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All ways in which a body can vote, members one by one, those alike so far merged: a decision
 * diagram. A node stands for what each threshold of the rule still needs; two nodes are one if what
 * they need calls for the same votes of the members behind, and a decided rule needs no more nodes
 * (threshold diagrams of Behle 2007, several at once).
 */
final class Diagram {
  static final int FAIL = -1;
  static final int PASS = -2;
  private static final int MOST_SUMS = 1 << 15;

  /** More nodes than this are not tried: of a layer, and of all. */
  private static final int MOST_WIDE = 200_000;

  private static final int MOST_NODES = 4_000_000;

  /** Of layer, the member that votes there. */
  final int[] order;

  /** Choices that are told apart: yes, abstain and no, or yes and no. */
  final Choice[] choices;

  /** Next node by layer, choice (as {@link #choices}) and node. */
  final int[][][] to;

  /** {@link #PASS} or {@link #FAIL} if nobody's vote matters, else 0. */
  final int start;

  private record State(long[] needs) {
    @Override
    public boolean equals(Object other) {
      return other instanceof State state && Arrays.equals(needs, state.needs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(needs);
    }
  }

  private final Formula formula;

  /** Of layer and threshold, the sums that members from there on can add; null if too many. */
  private final long[][][] sums;

  private final long[][] lowest;
  private final long[][] highest;

  /**
   * @throws TooLarge if the votes of the body have too many different sums
   */
  Diagram(Formula formula, int members, boolean abstain) {
    this.formula = formula;
    this.choices = abstain ? Choice.values() : new Choice[] {Choice.YES, Choice.NO};
    this.order = order(formula.thresholds, members);
    int kinds = formula.thresholds.size();
    sums = new long[members + 1][kinds][];
    lowest = new long[members + 1][kinds];
    highest = new long[members + 1][kinds];
    Arrays.fill(sums[members], new long[1]);
    for (int layer = members - 1; layer >= 0; layer--) {
      for (int t = 0; t < kinds; t++) {
        add(layer, t);
      }
    }
    to = new int[members][choices.length][];
    long[] needs = formula.thresholds.stream().mapToLong(Threshold::least).toArray();
    List<State> states = new ArrayList<>();
    start = place(needs, 0, new HashMap<>(), states);
    int nodes = 0;
    for (int layer = 0; layer < members; layer++) {
      Map<State, Integer> known = new HashMap<>();
      List<State> next = new ArrayList<>();
      for (int c = 0; c < choices.length; c++) {
        to[layer][c] = new int[states.size()];
      }
      for (int node = 0; node < states.size(); node++) {
        long[] from = states.get(node).needs();
        for (int c = 0; c < choices.length; c++) {
          long[] then = from.clone();
          for (int t = 0; t < kinds; t++) {
            if (then[t] != Formula.MET && then[t] != Formula.MISSED) {
              then[t] -= formula.thresholds.get(t).of(order[layer], choices[c]);
            }
          }
          to[layer][c][node] = place(then, layer + 1, known, next);
        }
        if (next.size() > MOST_WIDE || nodes + next.size() > MOST_NODES) {
          throw new TooLarge();
        }
      }
      nodes += next.size();
      states = next;
    }
  }

  /** A body whose votes have too many different sums to go through them all. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  /** How many nodes all layers have. */
  int nodes() {
    return Arrays.stream(to).mapToInt(layer -> layer[0].length).sum();
  }

  private void add(int layer, int t) {
    Threshold threshold = formula.thresholds.get(t);
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (Choice choice : choices) {
      long adds = threshold.of(order[layer], choice);
      low = Math.min(low, adds);
      high = Math.max(high, adds);
    }
    lowest[layer][t] = lowest[layer + 1][t] + low;
    highest[layer][t] = highest[layer + 1][t] + high;
    long[] behind = sums[layer + 1][t];
    if (behind == null || (long) behind.length * choices.length > 4L * MOST_SUMS) {
      return;
    }
    long[] all = new long[behind.length * choices.length];
    int size = 0;
    for (Choice choice : choices) {
      long adds = threshold.of(order[layer], choice);
      for (long sum : behind) {
        all[size++] = sum + adds;
      }
    }
    Arrays.sort(all);
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (all[i] != all[kept - 1]) {
        all[kept++] = all[i];
      }
    }
    if (kept <= MOST_SUMS) {
      sums[layer][t] = Arrays.copyOf(all, kept);
    }
  }

  private int place(long[] needs, int layer, Map<State, Integer> known, List<State> states) {
    for (int t = 0; t < needs.length; t++) {
      if (needs[t] == Formula.MET || needs[t] == Formula.MISSED) {
        continue;
      }
      if (needs[t] <= lowest[layer][t]) {
        needs[t] = Formula.MET;
      } else if (needs[t] > highest[layer][t]) {
        needs[t] = Formula.MISSED;
      } else if (sums[layer][t] != null) {
        int at = Arrays.binarySearch(sums[layer][t], needs[t]);
        needs[t] = sums[layer][t][at < 0 ? -at - 1 : at];
      }
    }
    Boolean decided = formula.decided(needs);
    if (decided != null) {
      return decided ? PASS : FAIL;
    }
    formula.settle(needs);
    State state = new State(needs);
    Integer node = known.putIfAbsent(state, states.size());
    if (node == null) {
      states.add(state);
      return states.size() - 1;
    }
    return node;
  }

  /** The weightiest first, those alike together. */
  private static int[] order(List<Threshold> thresholds, int members) {
    double[] weight = new double[members];
    for (Threshold threshold : thresholds) {
      double all = 0;
      for (int i = 0; i < members; i++) {
        all += threshold.yes()[i] - threshold.no()[i];
      }
      for (int i = 0; i < members; i++) {
        weight[i] += (threshold.yes()[i] - threshold.no()[i]) / all;
      }
    }
    Comparator<Integer> order = Comparator.comparingDouble(i -> -weight[i]);
    Integer[] sorted = new Integer[members];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, order);
    return Arrays.stream(sorted).mapToInt(i -> i).toArray();
  }
}
