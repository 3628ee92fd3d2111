package org.entente.sway.vote;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The smallest sets of members whose yes passes a proposal whatever the others may do: shortest
 * ways through the diagram, on which a member either votes its worst, for nothing, or yes, for one.
 */
final class Winning {
  private static final int NEVER = Integer.MAX_VALUE / 2;

  private final Body body;
  private final Diagram diagram;
  private final Leaning[] each;
  private final int[] worst;
  private final int[][] price;
  private final double[][] unlikely;
  private final BigInteger[][] ways;

  Winning(Body body, Leaning[] each) {
    this.body = body;
    this.diagram = body.votes();
    this.each = each;
    int n = each.length;
    worst = Arrays.stream(each).mapToInt(leaning -> leaning.worst().ordinal()).toArray();
    price = new int[n][];
    unlikely = new double[n][];
    ways = new BigInteger[n][];
    for (int layer = n - 1; layer >= 0; layer--) {
      int wide = diagram.to[layer][0].length;
      price[layer] = new int[wide];
      unlikely[layer] = new double[wide];
      ways[layer] = new BigInteger[wide];
      for (int node = 0; node < wide; node++) {
        int free = price(layer, node, false);
        int paid = price(layer, node, true);
        int least = Math.min(free, paid);
        price[layer][node] = least;
        ways[layer][node] =
            (free == least ? ways(layer, node, false) : BigInteger.ZERO)
                .add(paid == least ? ways(layer, node, true) : BigInteger.ZERO);
        unlikely[layer][node] =
            Math.min(
                free == least ? unlikely(layer, node, false) : Double.POSITIVE_INFINITY,
                paid == least ? unlikely(layer, node, true) : Double.POSITIVE_INFINITY);
      }
    }
  }

  private int next(int layer, int node, boolean won) {
    return diagram.to[layer][won ? 0 : worst[diagram.order[layer]]][node];
  }

  private int price(int layer, int node, boolean won) {
    if (won && worst[diagram.order[layer]] == 0) {
      return NEVER;
    }
    int to = next(layer, node, won);
    int rest = to == Diagram.PASS ? 0 : to == Diagram.FAIL ? NEVER : price[layer + 1][to];
    return Math.min(NEVER, rest + (won ? 1 : 0));
  }

  private BigInteger ways(int layer, int node, boolean won) {
    int to = next(layer, node, won);
    return to == Diagram.PASS
        ? BigInteger.ONE
        : to == Diagram.FAIL ? BigInteger.ZERO : ways[layer + 1][to];
  }

  private double unlikely(int layer, int node, boolean won) {
    int to = next(layer, node, won);
    double rest =
        to == Diagram.PASS
            ? 0
            : to == Diagram.FAIL ? Double.POSITIVE_INFINITY : unlikely[layer + 1][to];
    return rest + (won ? -Math.log(Math.max(1e-12, each[diagram.order[layer]].yes())) : 0);
  }

  Leanings.Certain sets(int most) {
    if (each.length == 0 || price[0][0] >= NEVER) {
      throw new IllegalStateException(body.name() + " passes nothing"); // Body has ruled it out
    }
    Set<List<Integer>> sets = new LinkedHashSet<>();
    List<Integer> likeliest = new ArrayList<>();
    for (int layer = 0, node = 0; layer < each.length && node >= 0; layer++) {
      boolean won = likelier(layer, node);
      if (won) {
        likeliest.add(diagram.order[layer]);
      }
      node = next(layer, node, won);
    }
    if (most > 0) {
      sets.add(likeliest);
      walk(0, 0, new ArrayList<>(), sets, most);
    }
    return new Leanings.Certain(
        price[0][0],
        ways[0][0],
        sets.stream()
            .map(set -> set.stream().sorted().map(i -> body.members().get(i).id()).toList())
            .toList());
  }

  private boolean likelier(int layer, int node) {
    int free = price(layer, node, false);
    int paid = price(layer, node, true);
    return paid < free
        || paid == free && unlikely(layer, node, true) < unlikely(layer, node, false);
  }

  private void walk(int layer, int node, List<Integer> won, Set<List<Integer>> sets, int most) {
    if (sets.size() >= most) {
      return;
    }
    if (node == Diagram.PASS) {
      sets.add(List.copyOf(won));
      return;
    }
    boolean first = likelier(layer, node);
    for (boolean win : new boolean[] {first, !first}) {
      if (price(layer, node, win) == price[layer][node] && price[layer][node] < NEVER) {
        if (win) {
          won.add(diagram.order[layer]);
        }
        walk(layer + 1, next(layer, node, win), won, sets, most);
        if (win) {
          won.remove(won.size() - 1);
        }
      }
    }
  }
}
