package org.entente.sway.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an actor can do.
 *
 * @param id short, for tables
 * @param name in words
 * @param actor who does it
 * @param proposal what it would lead to, one a scale in the scale's own numbers; null if it
 *     proposes nothing
 * @param sponsor who puts the proposal forward and bargains from it: an actor
 * @param vote whether the voting body decides on the outcome
 * @param vetoes members of the body that will vote no, whatever is proposed
 * @param leanings how members are likely to vote on it, where that is known otherwise than by their
 *     positions
 * @param changes what else it changes
 * @param ties ties that it makes, mends or breaks
 * @param risks the ways in which it invites blowback
 * @param why what speaks for that reading
 * @param line of the file, from 1
 */
public record Option(
    String id,
    String name,
    String actor,
    double[] proposal,
    String sponsor,
    boolean vote,
    List<String> vetoes,
    Map<String, Lean> leanings,
    List<Change> changes,
    List<Tie> ties,
    Risk risks,
    String why,
    int line) {

  /** What an option exposes its actor to. */
  public enum Risk {
    /** It uses force against the group. */
    FORCE,
    /** It joins those that fight the group. */
    JOINING,
    /** It helps those that fight the group, and does not fight. */
    HELP,
    NONE
  }

  /** How likely a member is to vote yes, to abstain, to vote no; they add up to 1. */
  public record Lean(double yes, double abstain, double no) {}

  public Option {
    proposal = proposal == null ? null : proposal.clone();
    vetoes = List.copyOf(vetoes);
    leanings = Map.copyOf(leanings);
    changes = List.copyOf(changes);
    ties = List.copyOf(ties);
  }

  @Override
  public double[] proposal() {
    return proposal == null ? null : proposal.clone();
  }

  @Override
  public String toString() {
    return id + " (" + actor + ", " + Arrays.toString(proposal) + ")";
  }
}
