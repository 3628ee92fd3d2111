package org.entente.sway.bargain;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who wants what on an issue, how strong each is, and how much each cares.
 *
 * @param actors names, one an actor, no name twice
 * @param positions actors × dimensions, each 0 to 100
 * @param capabilities one an actor, 0 or more, in any unit; at least one above 0
 * @param saliences actors × dimensions, each 0 to 1
 * @param statusQuo one a dimension, 0 to 100: what holds if nothing is agreed; or null, if none is
 *     known
 */
public record Setting(
    List<String> actors,
    double[][] positions,
    double[] capabilities,
    double[][] saliences,
    double[] statusQuo) {

  /** The scale of positions runs from 0 to this. */
  public static final double SCALE = 100;

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if sizes differ, or a value lies outside its range; names the
   *     actor and the value
   */
  public Setting {
    actors = List.copyOf(actors);
    positions = copy(positions);
    capabilities = capabilities.clone();
    saliences = copy(saliences);
    statusQuo = statusQuo == null ? null : statusQuo.clone();
    int n = actors.size();
    if (n == 0) {
      throw new IllegalArgumentException("a setting needs at least one actor");
    }
    sized("positions", positions.length, n);
    sized("capabilities", capabilities.length, n);
    sized("saliences", saliences.length, n);
    Set<String> seen = new HashSet<>();
    double total = 0;
    int dimensions = positions[0].length;
    if (dimensions == 0) {
      throw new IllegalArgumentException("actor " + actors.get(0) + " has no position");
    }
    for (int i = 0; i < n; i++) {
      String actor = actors.get(i);
      if (!seen.add(actor)) {
        throw new IllegalArgumentException("actor " + actor + " is there twice");
      }
      sized("positions of " + actor, positions[i].length, dimensions);
      sized("saliences of " + actor, saliences[i].length, dimensions);
      for (int k = 0; k < dimensions; k++) {
        within("position of " + actor, positions[i][k], SCALE);
        within("salience of " + actor, saliences[i][k], 1);
      }
      within("capability of " + actor, capabilities[i], Double.MAX_VALUE);
      total += capabilities[i];
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("no actor has a capability above 0");
    }
    if (!Double.isFinite(total)) {
      throw new IllegalArgumentException("the capabilities are too large to add up");
    }
    if (statusQuo != null) {
      sized("status quo", statusQuo.length, dimensions);
      for (double value : statusQuo) {
        within("status quo", value, SCALE);
      }
    }
  }

  /** One dimension, no status quo. */
  public static Setting of(
      List<String> actors, double[] positions, double[] capabilities, double[] saliences) {
    return new Setting(actors, column(positions), capabilities, column(saliences), null);
  }

  public int size() {
    return actors.size();
  }

  public int dimensions() {
    return positions[0].length;
  }

  @Override
  public double[][] positions() {
    return copy(positions);
  }

  @Override
  public double[] capabilities() {
    return capabilities.clone();
  }

  @Override
  public double[][] saliences() {
    return copy(saliences);
  }

  @Override
  public double[] statusQuo() {
    return statusQuo == null ? null : statusQuo.clone();
  }

  double[] flatPositions() {
    return flat(positions);
  }

  double[] flatSaliences() {
    return flat(saliences);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Setting that
        && actors.equals(that.actors)
        && Arrays.deepEquals(positions, that.positions)
        && Arrays.equals(capabilities, that.capabilities)
        && Arrays.deepEquals(saliences, that.saliences)
        && Arrays.equals(statusQuo, that.statusQuo);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        actors,
        Arrays.deepHashCode(positions),
        Arrays.hashCode(capabilities),
        Arrays.deepHashCode(saliences),
        Arrays.hashCode(statusQuo));
  }

  @Override
  public String toString() {
    return "Setting" + actors + Arrays.deepToString(positions);
  }

  private static double[][] column(double[] values) {
    double[][] rows = new double[values.length][1];
    for (int i = 0; i < values.length; i++) {
      rows[i][0] = values[i];
    }
    return rows;
  }

  static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Back from actors × dimensions in one row. */
  static double[][] rows(double[] flat, int dimensions) {
    double[][] rows = new double[flat.length / dimensions][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * dimensions, (i + 1) * dimensions);
    }
    return rows;
  }

  private static void sized(String what, int found, int wanted) {
    if (found != wanted) {
      throw new IllegalArgumentException(what + ": " + wanted + " wanted, " + found + " found");
    }
  }

  private static void within(String what, double value, double top) {
    if (!(value >= 0 && value <= top)) {
      throw new IllegalArgumentException(
          what
              + " is "
              + value
              + (top == Double.MAX_VALUE
                  ? ", not a number from 0 up"
                  : ", not within 0 to " + (int) top));
    }
  }
}
