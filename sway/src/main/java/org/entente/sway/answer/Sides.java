package org.entente.sway.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.sway.coalition.Camps;
import org.entente.sway.coalition.Landscape;
import org.entente.sway.coalition.Levers;
import org.entente.sway.coalition.Ties;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Option;
import org.entente.sway.issue.Stake;
import org.entente.sway.issue.Tie;

/** Who stands with whom in an issue, and what would change that. */
final class Sides {
  /** Ties that are not given count half as much as the strongest given one. */
  private static final double SUPPOSED = .5;

  private static final long STEPS = 1_000_000;

  /** With more actors, what would change the camps is asked of things as they are only. */
  private static final int MOST_EACH = 16;

  /** Ties that would change the camps, where not all are looked at. */
  private static final int LEVERS = 20;

  private final Issue issue;
  private final long seed;

  Sides(Issue issue, long seed) {
    this.issue = issue;
    this.seed = seed;
  }

  Camps camps(Option option) {
    return Camps.of(ties(option), seed, STEPS);
  }

  /** Null with one actor, or where that is not looked at. */
  Levers levers(Option option, Camps camps) {
    int n = issue.actors().size();
    if (n < 2 || option != null && n > MOST_EACH) {
      return null;
    }
    return Levers.of(camps, n <= Levers.LISTED ? Integer.MAX_VALUE : LEVERS);
  }

  /** As things are, capabilities at their modes; null unless the issue asks for it. */
  Alignments alignments() {
    if (!issue.landscape()) {
      return null;
    }
    Ties ties = ties(null);
    double[] sizes =
        issue.actors().stream().mapToDouble(stake -> stake.capability().range().mode()).toArray();
    Landscape landscape = new Landscape(ties.actors(), sizes, ties.matrix());
    return new Alignments(
        landscape.minima(seed),
        Arrays.stream(sizes).distinct().count() > 1,
        Levers.of(landscape, seed, LEVERS));
  }

  /** Ties as given; where none is, as near as positions are, see {@link #SUPPOSED}. */
  private Ties ties(Option option) {
    int n = issue.actors().size();
    double[][] apart = issue.supposed() ? apart(option) : new double[n][n];
    double widest = 0;
    for (double[] row : apart) {
      widest = Math.max(widest, Arrays.stream(row).max().orElse(0));
    }
    Map<List<Integer>, Double> given = new HashMap<>();
    double strongest = 0;
    List<Tie> all = new ArrayList<>(issue.ties());
    if (option != null) {
      all.addAll(option.ties());
    }
    for (Tie tie : all) {
      int a = issue.indexOf(tie.a());
      int b = issue.indexOf(tie.b());
      given.put(List.of(Math.max(a, b), Math.min(a, b)), tie.weight());
    }
    for (double weight : given.values()) {
      strongest = Math.max(strongest, Math.abs(weight));
    }
    double unit = strongest == 0 ? 1 : SUPPOSED * strongest;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double supposed =
            !issue.supposed() ? 0 : widest == 0 ? unit : unit * (1 - 2 * apart[i][j] / widest);
        matrix[i][j] = matrix[j][i] = given.getOrDefault(List.of(i, j), supposed);
      }
    }
    return Ties.of(issue.actors().stream().map(Stake::id).toList(), matrix);
  }

  /** Distances of positions at modes. */
  private double[][] apart(Option option) {
    double[][] positions = issue.setting(option).mode().positions();
    double[][] apart = new double[positions.length][positions.length];
    for (int i = 0; i < positions.length; i++) {
      for (int j = 0; j < i; j++) {
        double squares = 0;
        for (int k = 0; k < positions[i].length; k++) {
          double d = positions[i][k] - positions[j][k];
          squares += d * d;
        }
        apart[i][j] = apart[j][i] = Math.sqrt(squares);
      }
    }
    return apart;
  }

  /** Who stands with an actor in one split and not in the other. */
  List<String> turned(String actor, Camps before, Camps after) {
    int me = issue.indexOf(actor);
    int[] was = before.frustration().camps();
    int[] is = after.frustration().camps();
    List<String> turned = new ArrayList<>();
    for (int i = 0; i < was.length; i++) {
      if ((was[i] == was[me]) != (is[i] == is[me])) {
        turned.add(issue.actors().get(i).id());
      }
    }
    return turned;
  }
}
