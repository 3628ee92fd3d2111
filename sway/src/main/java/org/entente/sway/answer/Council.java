package org.entente.sway.answer;

import java.util.List;
import org.entente.sway.vote.Body;
import org.entente.sway.vote.Leanings;
import org.entente.sway.vote.Odds;

/**
 * How a body would vote on an option.
 *
 * @param body which
 * @param odds the chance, and what each member's vote does
 * @param seats where each leaning is from, in the order of the body
 * @param persuade whom to win for the greatest chance
 * @param certain whom to win to be sure
 */
public record Council(
    Body body,
    Odds odds,
    List<Seat> seats,
    List<Leanings.Persuasion> persuade,
    Leanings.Certain certain) {
  /** Where a member's leaning is from. */
  public enum From {
    VETO("threatens its veto"),
    OPTION("the option says so"),
    ISSUE("the issue says so"),
    POSITION("nearer to the proposal or to the status quo"),
    OTHERS("taken as all others");

    private final String words;

    From(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * A member.
   *
   * @param gain what it gains if the proposal passes, in points of 100; not a number where its
   *     position is not known
   */
  public record Seat(String member, From from, double gain) {}
}
