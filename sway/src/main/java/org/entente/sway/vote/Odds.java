package org.entente.sway.vote;

import java.util.Comparator;
import java.util.List;

/**
 * How a vote may go. Members are taken to vote independently of each other.
 *
 * @param chance that the proposal passes, 0 to 1
 * @param veto that at least one member with a veto votes no
 * @param vetoed that it fails by vetoes alone: it would have passed if those with a veto who voted
 *     no had abstained
 * @param members in the order of the body
 */
public record Odds(double chance, double veto, double vetoed, List<Effect> members) {
  /**
   * What one member's vote does, the others as they lean.
   *
   * @param yes chance of passing if it votes yes
   * @param abstain chance if it abstains
   * @param no chance if it votes no
   */
  public record Effect(String member, Leaning leaning, double yes, double abstain, double no) {
    /**
     * The chance that its vote decides: the others stand so that its yes passes, its no defeats.
     */
    public double pivotal() {
      return yes - no;
    }

    /** The chance that it decides by turning from abstention to yes. */
    public double wonFromAbstention() {
      return yes - abstain;
    }

    /** What the chance gains if it is won over to a certain yes. */
    public double gain() {
      return yes - (leaning.yes() * yes + leaning.abstain() * abstain + leaning.no() * no);
    }
  }

  public Odds {
    members = List.copyOf(members);
  }

  /** Those whose vote decides most often first. */
  public List<Effect> pivotal() {
    return members.stream()
        .sorted(Comparator.comparingDouble((Effect effect) -> -effect.pivotal()))
        .toList();
  }
}
