package org.entente.sway.coalition;

import java.util.ArrayList;
import java.util.List;
import org.entente.analysis.network.Frustration;
import org.entente.analysis.network.Triangles;

/**
 * The best split of actors in two camps, and how balanced their ties are.
 *
 * @param ties what was split
 * @param frustration the split, what is at odds with it, and whether it is proven to be the best
 * @param triangles by their signs
 * @param seed of the search
 */
public record Camps(Ties ties, Frustration frustration, Triangles triangles, long seed) {
  /** Some 25 seconds for 64 actors. */
  private static final long STEPS = 200_000_000;

  /** The same ties and seed give the same. It takes up to a minute before it gives up a proof. */
  public static Camps of(Ties ties, long seed) {
    return of(ties, seed, STEPS);
  }

  /**
   * The same in less time: a split that so many steps do not prove to be the best is the best
   * found.
   */
  public static Camps of(Ties ties, long seed, long steps) {
    double[][] matrix = ties.matrix();
    return new Camps(ties, Frustration.of(matrix, seed, steps), Triangles.of(matrix), seed);
  }

  /**
   * The actors of a camp.
   *
   * @param camp 0 or 1
   */
  public List<String> camp(int camp) {
    List<String> camps = new ArrayList<>();
    for (int i = 0; i < ties.actors().size(); i++) {
      if (frustration.camps()[i] == camp) {
        camps.add(ties.actors().get(i));
      }
    }
    return camps;
  }

  /** Ties at odds with the split: friends in different camps, foes in the same. */
  public List<Ties.Tie> atOdds() {
    int[] camps = frustration.camps();
    return ties.ties().stream()
        .filter(tie -> tie.weight() > 0 != (camps[tie.a()] == camps[tie.b()]))
        .toList();
  }

  /**
   * 1 − 2 L/m, L the weight at odds and m that of all ties (Aref and Wilson 2018): 1 if the split
   * is perfect, 0 if as bad as can be; NaN without a tie.
   */
  public double normalised() {
    double all = ties.ties().stream().mapToDouble(tie -> Math.abs(tie.weight())).sum();
    return 1 - 2 * frustration.weight() / all;
  }
}
