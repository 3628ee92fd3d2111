package org.entente.sway.issue;

import java.util.List;

/**
 * An actor in an issue: where it stands, how strong it is, how much it cares.
 *
 * @param id of the registry, such as {@code RUS}, or any short name
 * @param name for people
 * @param positions one a scale, in the scale's own numbers
 * @param capability 0 or more, in any unit, the same for all
 * @param saliences one a scale, 0 to 100
 * @param line of the file, from 1
 */
public record Stake(
    String id,
    String name,
    List<Value> positions,
    Value capability,
    List<Value> saliences,
    int line) {
  public Stake {
    positions = List.copyOf(positions);
    saliences = List.copyOf(saliences);
  }
}
