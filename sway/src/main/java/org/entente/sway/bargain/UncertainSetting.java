package org.entente.sway.bargain;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A setting whose numbers are known only roughly. They are drawn independently of each other.
 *
 * @param actors names
 * @param positions one list an actor, one range a dimension, within 0 to 100
 * @param capabilities one an actor, from 0 up
 * @param saliences as positions, within 0 to 1
 * @param statusQuo one a dimension, known exactly; or null
 */
public record UncertainSetting(
    List<String> actors,
    List<List<Range>> positions,
    List<Range> capabilities,
    List<List<Range>> saliences,
    double[] statusQuo) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if the lows, the modes or the highs make no {@link Setting}
   */
  public UncertainSetting {
    actors = List.copyOf(actors);
    positions = positions.stream().map(List::copyOf).toList();
    capabilities = List.copyOf(capabilities);
    saliences = saliences.stream().map(List::copyOf).toList();
    statusQuo = statusQuo == null ? null : statusQuo.clone();
    setting(actors, positions, capabilities, saliences, statusQuo, Range::mode);
    setting(actors, positions, capabilities, saliences, statusQuo, Range::low);
    setting(actors, positions, capabilities, saliences, statusQuo, Range::high);
    for (int i = 0; i < actors.size(); i++) {
      if (capabilities.get(i).low() < 0) {
        throw new IllegalArgumentException(
            "capability of "
                + actors.get(i)
                + " is "
                + capabilities.get(i).low()
                + ", not a number from 0 up");
      }
    }
  }

  /** All numbers exact. */
  public static UncertainSetting exact(Setting setting) {
    return new UncertainSetting(
        setting.actors(),
        ranges(setting.positions()),
        Arrays.stream(setting.capabilities()).mapToObj(Range::of).toList(),
        ranges(setting.saliences()),
        setting.statusQuo());
  }

  /** All numbers at their modes. */
  public Setting mode() {
    return setting(actors, positions, capabilities, saliences, statusQuo, Range::mode);
  }

  @Override
  public double[] statusQuo() {
    return statusQuo == null ? null : statusQuo.clone();
  }

  public int size() {
    return actors.size();
  }

  public int dimensions() {
    return positions.get(0).size();
  }

  public Range range(Input input) {
    return switch (input.kind()) {
      case POSITION -> positions.get(input.actor()).get(input.dimension());
      case CAPABILITY -> capabilities.get(input.actor());
      case SALIENCE -> saliences.get(input.actor()).get(input.dimension());
    };
  }

  private static List<List<Range>> ranges(double[][] rows) {
    return Arrays.stream(rows).map(row -> Arrays.stream(row).mapToObj(Range::of).toList()).toList();
  }

  private static Setting setting(
      List<String> actors,
      List<List<Range>> positions,
      List<Range> capabilities,
      List<List<Range>> saliences,
      double[] statusQuo,
      ToDoubleFunction<Range> end) {
    return new Setting(
        actors,
        values(positions, end),
        capabilities.stream().mapToDouble(Range::mode).toArray(),
        values(saliences, end),
        statusQuo);
  }

  private static double[][] values(List<List<Range>> rows, ToDoubleFunction<Range> end) {
    return rows.stream()
        .map(row -> row.stream().mapToDouble(end).toArray())
        .toArray(double[][]::new);
  }
}
