package org.entente.sway.issue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.sway.vote.Bodies;
import org.entente.sway.vote.Body;
import org.entente.sway.vote.Member;
import org.entente.sway.vote.Rule;

/**
 * The body that decides where an option says so.
 *
 * @param body name of a known one, such as {@code UNSC}; null if the members are listed
 * @param date on which day its members are asked
 * @param members of a body of one's own, with their weights
 * @param rule of a body of one's own, as {@link org.entente.sway.vote.Rule#parse} reads it; else
 *     empty
 * @param vetoes members of a body of one's own that can veto
 * @param indifference points of 100: a member that gains or loses less by the proposal abstains
 * @param leanings how members vote that are no actors of the issue, or that are known to vote
 *     otherwise than their positions say
 * @param others how all other members vote that are no actors
 * @param line of the file, from 1
 */
public record Ballot(
    String body,
    LocalDate date,
    Map<String, Integer> members,
    String rule,
    List<String> vetoes,
    double indifference,
    Map<String, Option.Lean> leanings,
    Option.Lean others,
    int line) {

  /**
   * The body.
   *
   * @throws IllegalArgumentException if there is none of this name on that day, or the rule does
   *     not fit the members
   */
  public Body voters() {
    if (body != null) {
      return Bodies.of(body, date);
    }
    List<Member> all = new ArrayList<>();
    members.forEach(
        (id, weight) ->
            all.add(
                new Member(id, vetoes.contains(id), Map.of("votes", BigDecimal.valueOf(weight)))));
    return new Body("own", "the voting body", all, Rule.parse(rule));
  }
}
