package org.entente.analysis.affinity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An order in which those who are near each other stand together: a tree by average linkage (UPGMA,
 * Sokal and Michener 1958), its leaves in the order that makes the way along them shortest
 * (Bar-Joseph, Gifford and Jaakkola 2001).
 */
final class Seriation {
  private Seriation() {}

  private record Tree(Tree left, Tree right, int[] leaves, double[][] ways, int[][][] ends) {}

  /**
   * The indices in their order.
   *
   * @param distances symmetric, at least 0
   */
  static int[] order(double[][] distances) {
    int n = distances.length;
    if (n < 3) {
      int[] order = new int[n];
      Arrays.setAll(order, i -> i);
      return order;
    }
    List<Tree> open = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      open.add(new Tree(null, null, new int[] {i}, null, null));
    }
    while (open.size() > 1) {
      int a = 0;
      int b = 1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < open.size(); i++) {
        for (int j = i + 1; j < open.size(); j++) {
          double mean = mean(open.get(i).leaves(), open.get(j).leaves(), distances);
          if (mean < least - 1e-12) {
            least = mean;
            a = i;
            b = j;
          }
        }
      }
      Tree right = open.remove(b);
      Tree left = open.remove(a);
      open.add(a, join(left, right, distances));
    }
    Tree root = open.get(0);
    int first = root.leaves()[0];
    int last = first;
    double least = Double.POSITIVE_INFINITY;
    for (int i : root.leaves()) {
      for (int j : root.leaves()) {
        if (root.ways()[i][j] < least - 1e-12) {
          least = root.ways()[i][j];
          first = i;
          last = j;
        }
      }
    }
    List<Integer> order = new ArrayList<>();
    walk(root, first, last, order);
    if (order.get(0) > order.get(n - 1)) {
      java.util.Collections.reverse(order);
    }
    return order.stream().mapToInt(i -> i).toArray();
  }

  private static double mean(int[] a, int[] b, double[][] distances) {
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += distances[i][j];
      }
    }
    return sum / (a.length * b.length);
  }

  /** The shortest way through both from each leaf of the one to each of the other. */
  private static Tree join(Tree left, Tree right, double[][] distances) {
    int n = distances.length;
    double[][] ways = new double[n][n];
    int[][][] ends = new int[n][n][];
    for (double[] row : ways) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int i : left.leaves()) {
      for (int j : right.leaves()) {
        for (int k : left.leaves()) {
          double before = way(left, i, k);
          if (Double.isInfinite(before)) {
            continue;
          }
          for (int l : right.leaves()) {
            double all = before + distances[k][l] + way(right, l, j);
            if (all < ways[i][j] - 1e-12) {
              ways[i][j] = ways[j][i] = all;
              ends[i][j] = new int[] {k, l};
              ends[j][i] = new int[] {l, k};
            }
          }
        }
      }
    }
    int[] leaves = Arrays.copyOf(left.leaves(), left.leaves().length + right.leaves().length);
    System.arraycopy(right.leaves(), 0, leaves, left.leaves().length, right.leaves().length);
    return new Tree(left, right, leaves, ways, ends);
  }

  private static double way(Tree tree, int from, int to) {
    if (tree.ways() == null) {
      return 0;
    }
    return tree.ways()[from][to];
  }

  private static void walk(Tree tree, int from, int to, List<Integer> order) {
    if (tree.ways() == null) {
      order.add(from);
      return;
    }
    boolean straight = contains(tree.left().leaves(), from);
    int[] ends = tree.ends()[from][to];
    walk(straight ? tree.left() : tree.right(), from, ends[0], order);
    walk(straight ? tree.right() : tree.left(), ends[1], to, order);
  }

  private static boolean contains(int[] leaves, int leaf) {
    return Arrays.stream(leaves).anyMatch(i -> i == leaf);
  }
}
