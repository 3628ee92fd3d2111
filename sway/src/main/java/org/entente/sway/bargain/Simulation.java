package org.entente.sway.bargain;

import java.util.List;

/**
 * What the models say over many draws of an uncertain setting.
 *
 * @param seed of the draws; the same seed gives the same bytes on any number of threads
 * @param draws how many
 * @param distributions models in the order asked for, and within each its dimensions
 */
public record Simulation(long seed, int draws, List<Distribution> distributions) {
  public Simulation {
    distributions = List.copyOf(distributions);
  }

  /**
   * @throws IllegalArgumentException if the run had no such model or dimension
   */
  public Distribution distribution(String model, int dimension) {
    return distributions.stream()
        .filter(one -> one.model().equals(model) && one.dimension() == dimension)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no outcomes of " + model + " in dimension " + dimension));
  }
}
