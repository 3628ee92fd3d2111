package org.entente.sway.bargain;

import java.util.List;

/**
 * Where a model says an issue ends, and how it gets there.
 *
 * @param model name of the model
 * @param point the outcome, one value a dimension, 0 to 100
 * @param states what held before the first round and after each; empty for models without rounds
 * @param challenges who took on whom; only the spatial model tells them
 * @param moves who moved where, and because of whom; in the order of rounds
 */
public record Outcome(
    String model,
    double[] point,
    List<State> states,
    List<Challenge> challenges,
    List<Move> moves) {

  public Outcome {
    point = point.clone();
    states = List.copyOf(states);
    challenges = List.copyOf(challenges);
    moves = List.copyOf(moves);
  }

  @Override
  public double[] point() {
    return point.clone();
  }

  static Outcome of(String model, double[] point) {
    return new Outcome(model, point, List.of(), List.of(), List.of());
  }

  /**
   * The actors after a round.
   *
   * @param round 0 before the first
   * @param positions actors × dimensions
   * @param mean weighted by capability × salience, one a dimension
   * @param median likewise
   * @param risk challenge models: dimensions × actors, exponents .5 to 2 in the round after, above
   *     1 for the cautious; spatial model: 1 × actors, −.5 to 1, higher for the bold; empty where
   *     no round follows
   * @param probabilities spatial model: of each actor's position to win, where equal positions
   *     share one chance and each shows it; otherwise empty
   */
  public record State(
      int round,
      double[][] positions,
      double[] mean,
      double[] median,
      double[][] risk,
      double[] probabilities) {}

  /**
   * A challenge of the spatial model.
   *
   * @param round the round that it opens, from 1
   * @param initiator index of the actor
   * @param target likewise
   * @param probability that the initiator prevails, in its own view
   * @param gain of the initiator, in its own view, in its utility
   * @param initiatorProposed where the bargain would put the initiator
   * @param targetProposed where it would put the target
   */
  public record Challenge(
      int round,
      int initiator,
      int target,
      double probability,
      double gain,
      double[] initiatorProposed,
      double[] targetProposed) {}

  /**
   * An actor that moved.
   *
   * @param round the round, from 1
   * @param dimension which, from 0; −1 where the move is in all
   * @param actor index of the one that moved
   * @param counterpart index of the one with whom
   * @param kind why
   * @param ownGain what the mover expected of challenging the counterpart; not a number for a
   *     bargain
   * @param counterpartGain what the counterpart expected, in the mover's view (reference variant)
   *     or in its own (printed); likewise
   * @param from positions before, one a dimension
   * @param to positions after
   */
  public record Move(
      int round,
      int dimension,
      int actor,
      int counterpart,
      Kind kind,
      double ownGain,
      double counterpartGain,
      double[] from,
      double[] to) {}

  /** Why an actor moves. */
  public enum Kind {
    /** Both expect a gain, the counterpart more: the mover takes its position. */
    CONFRONTATION,
    /** The counterpart gains more than the mover loses: the mover goes part of the way. */
    COMPROMISE,
    /** The mover loses more than the counterpart gains: it takes the counterpart's position. */
    CAPITULATION,
    /** A bargain that both sides and third parties voted on (spatial model). */
    BARGAIN
  }
}
