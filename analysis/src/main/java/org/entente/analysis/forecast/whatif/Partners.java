package org.entente.analysis.forecast.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.entente.analysis.forecast.history.History;

/** With whom each actor deals, and how often: to draw one, or to ask for a share. */
final class Partners {
  private final int[][] who;
  private final double[][] upTo;

  private Partners(int[][] who, double[][] upTo) {
    this.who = who;
    this.upTo = upTo;
  }

  /**
   * Counts.
   *
   * @param targets whether those that an actor acts on, rather than those that act on it
   */
  static Partners of(History history, int events, boolean targets) {
    List<TreeMap<Integer, Integer>> counts = new ArrayList<>();
    for (int a = 0; a < history.actors().size(); a++) {
      counts.add(new TreeMap<>());
    }
    for (int e = 0; e < events; e++) {
      int one = targets ? history.source(e) : history.target(e);
      int other = targets ? history.target(e) : history.source(e);
      counts.get(one).merge(other, 1, Integer::sum);
    }
    int[][] who = new int[counts.size()][];
    double[][] upTo = new double[counts.size()][];
    for (int a = 0; a < who.length; a++) {
      TreeMap<Integer, Integer> all = counts.get(a);
      who[a] = all.keySet().stream().mapToInt(Integer::intValue).toArray();
      upTo[a] = all.values().stream().mapToDouble(Integer::doubleValue).toArray();
      Arrays.parallelPrefix(upTo[a], Double::sum);
      double sum = upTo[a].length == 0 ? 1 : upTo[a][upTo[a].length - 1];
      for (int i = 0; i < upTo[a].length; i++) {
        upTo[a][i] /= sum;
      }
    }
    return new Partners(who, upTo);
  }

  double share(int actor, int partner) {
    int at = Arrays.binarySearch(who[actor], partner);
    return at < 0 ? 0 : upTo[actor][at] - (at == 0 ? 0 : upTo[actor][at - 1]);
  }

  /** A partner, or −1 if the actor has none. */
  int draw(int actor, double uniform) {
    if (who[actor].length == 0) {
      return -1;
    }
    int at = Arrays.binarySearch(upTo[actor], uniform);
    return who[actor][Math.min(who[actor].length - 1, at < 0 ? -at - 1 : at)];
  }
}
