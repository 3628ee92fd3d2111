package org.entente.sway.vote;

import java.util.List;

/**
 * How a vote went.
 *
 * @param yes members that voted yes
 * @param abstain members that abstained or were absent
 * @param no members that voted no
 * @param vetoed of those that voted no, the ones with a veto
 * @param passed whether the proposal passed
 */
public record Roll(
    List<String> yes, List<String> abstain, List<String> no, List<String> vetoed, boolean passed) {
  public Roll {
    yes = List.copyOf(yes);
    abstain = List.copyOf(abstain);
    no = List.copyOf(no);
    vetoed = List.copyOf(vetoed);
  }
}
