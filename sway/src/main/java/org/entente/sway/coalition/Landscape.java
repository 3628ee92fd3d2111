package org.entente.sway.coalition;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Actors that sort themselves on two sides by how they get on, each as important to others as it is
 * large (Axelrod and Bennett 1993). The energy of a configuration is Σ s_i s_j p_ij over all
 * ordered pairs on different sides.
 *
 * @param actors names, each once
 * @param sizes of each, at least 0
 * @param propensities of the row to be on the side of the column: positive if it wants to, negative
 *     if not; the diagonal is not read
 */
public record Landscape(List<String> actors, double[] sizes, double[][] propensities) {
  /**
   * @throws IllegalArgumentException if an actor is listed twice, a size below 0, or sizes or
   *     propensities are no numbers or not as many as actors
   */
  public Landscape {
    actors = List.copyOf(actors);
    sizes = sizes.clone();
    int n = actors.size();
    Set<String> known = new HashSet<>();
    for (String actor : actors) {
      if (!known.add(actor)) {
        throw new IllegalArgumentException("actor " + actor + " is listed twice");
      }
    }
    if (n < 2) {
      throw new IllegalArgumentException("a landscape needs at least 2 actors, not " + n);
    }
    if (sizes.length != n || propensities.length != n) {
      throw new IllegalArgumentException(
          "%d actors, but %d sizes and %d rows of propensities"
              .formatted(n, sizes.length, propensities.length));
    }
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      if (!(sizes[i] >= 0) || Double.isInfinite(sizes[i])) {
        throw new IllegalArgumentException(
            "the size of %s is %s; it must be at least 0".formatted(actors.get(i), sizes[i]));
      }
      if (propensities[i].length != n) {
        throw new IllegalArgumentException(
            "the row of %s has %d propensities, not %d"
                .formatted(actors.get(i), propensities[i].length, n));
      }
      copy[i] = propensities[i].clone();
      for (int j = 0; j < n; j++) {
        if (i != j && !Double.isFinite(copy[i][j])) {
          throw new IllegalArgumentException(
              "the propensity of %s to side with %s is %s, no number"
                  .formatted(actors.get(i), actors.get(j), copy[i][j]));
        }
      }
    }
    propensities = copy;
  }

  /** Of two actors on different sides: s_i s_j (p_ij + p_ji); symmetric. */
  double[][] costs() {
    int n = sizes.length;
    double[][] costs = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          costs[i][j] = sizes[i] * sizes[j] * (propensities[i][j] + propensities[j][i]);
        }
      }
    }
    return costs;
  }

  /**
   * Energy of a configuration; the lower the better.
   *
   * @param sides one number for each side, by actor
   */
  public double energy(int... sides) {
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      sum += sizes[i] * frustration(i, sides);
    }
    return sum;
  }

  /**
   * Frustration of an actor in a configuration: Σ_j s_j p_ij over those on another side; the lower
   * the better.
   */
  public double frustration(int actor, int... sides) {
    if (sides.length != sizes.length) {
      throw new IllegalArgumentException(
          "%d sides for %d actors".formatted(sides.length, sizes.length));
    }
    double sum = 0;
    for (int j = 0; j < sizes.length; j++) {
      if (j != actor && sides[j] != sides[actor]) {
        sum += sizes[j] * propensities[actor][j];
      }
    }
    return sum;
  }

  /**
   * Energies of all 2^(n−1) configurations: in number k, bit i is the side of actor i + 1, and the
   * first actor is on side 0.
   *
   * @throws IllegalStateException for more than {@value Configurations#MOST} actors
   */
  public double[] energies() {
    if (sizes.length > Configurations.MOST) {
      throw new IllegalStateException(
          "%d actors have too many configurations to list; at most %d"
              .formatted(sizes.length, Configurations.MOST));
    }
    return new Configurations(costs()).energies;
  }

  /** The landscape of another size of one actor. */
  public Landscape withSize(String actor, double size) {
    double[] changed = sizes.clone();
    changed[index(actor)] = size;
    return new Landscape(actors, changed, propensities);
  }

  /** The landscape of another propensity of one actor towards another. */
  public Landscape withPropensity(String actor, String other, double propensity) {
    double[][] changed = Arrays.stream(propensities).map(double[]::clone).toArray(double[][]::new);
    changed[index(actor)][index(other)] = propensity;
    return new Landscape(actors, sizes, changed);
  }

  private int index(String actor) {
    int at = actors.indexOf(actor);
    if (at < 0) {
      throw new IllegalArgumentException(
          "%s is no actor of the landscape; they are %s"
              .formatted(actor, String.join(", ", actors)));
    }
    return at;
  }

  /**
   * Its minima: all of them to {@value Configurations#MOST} actors, else those that seeded random
   * starts lead to.
   */
  public Minima minima(long seed) {
    return Minima.of(this, seed);
  }
}
