package org.entente.sway.bargain;

/**
 * One number of a setting.
 *
 * @param actor index
 * @param kind what it is of the actor
 * @param dimension from 0; 0 for a capability
 */
public record Input(int actor, Kind kind, int dimension) {
  /** What of an actor. */
  public enum Kind {
    POSITION,
    CAPABILITY,
    SALIENCE
  }

  /** How many a setting has. */
  static int count(int actors, int dimensions) {
    return actors * (2 * dimensions + 1);
  }

  /** The numbers of a setting are counted actor by actor: positions, capability, saliences. */
  static Input at(int index, int dimensions) {
    int each = 2 * dimensions + 1;
    int actor = index / each;
    int rest = index % each;
    if (rest < dimensions) {
      return new Input(actor, Kind.POSITION, rest);
    }
    return rest == dimensions
        ? new Input(actor, Kind.CAPABILITY, 0)
        : new Input(actor, Kind.SALIENCE, rest - dimensions - 1);
  }
}
