package org.entente.sway.bargain;

/**
 * How chances of each option against each other add up to one chance an option (KTAB's
 * probabilistic Condorcet election).
 */
public enum ElectionRule {
  /** The chance to beat all others, given that one does. */
  CONDITIONAL,
  /** Where a walk ends that meets challengers at random. */
  MARKOV_UNIFORM,
  /** Where a walk ends that meets challengers by how much they have to gain. */
  MARKOV_INCENTIVE
}
