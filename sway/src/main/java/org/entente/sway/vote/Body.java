package org.entente.sway.vote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A body that votes: its members, and when a proposal passes. Under every rule at least one member
 * must vote yes. See {@link Bodies} for those that come with the program.
 */
public final class Body {
  private final String id;
  private final String name;
  private final List<Member> members;
  private final Rule rule;
  private final Formula formula;
  private final Map<String, Integer> index = new HashMap<>();
  private Diagram votes;

  /**
   * @param id short name
   * @param name as people call it
   * @throws IllegalArgumentException if a member is listed twice, there is none, the rule asks for
   *     a weight that a member lacks, for vetoes that nobody has, or for more than all members
   *     together; or if a member has a veto that the rule does not mention
   */
  public Body(String id, String name, List<Member> members, Rule rule) {
    this.id = id;
    this.name = name;
    this.members = List.copyOf(members);
    this.rule = rule;
    if (members.isEmpty()) {
      throw new IllegalArgumentException(name + " has no members");
    }
    for (Member member : members) {
      if (index.put(member.id(), index.size()) != null) {
        throw new IllegalArgumentException(name + " lists member " + member.id() + " twice");
      }
    }
    boolean heeded = vetoes(rule);
    Set<String> holders = holders();
    if (heeded && holders.isEmpty()) {
      throw new IllegalArgumentException(
          "the rule of %s says \"no veto\", but none of its members has one".formatted(name));
    }
    if (!heeded && !holders.isEmpty()) {
      throw new IllegalArgumentException(
          "%s of %s has a veto, but the rule \"%s\" does not heed it; add \"and no veto\""
              .formatted(holders.iterator().next(), name, rule));
    }
    try {
      this.formula = new Formula(this.members, rule);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
    if (!formula.passes(new Choice[members.size()], Choice.YES)) {
      throw new IllegalArgumentException(
          "%s: the rule \"%s\" is not met even if all members vote yes".formatted(name, rule));
    }
  }

  private static boolean vetoes(Rule rule) {
    if (rule instanceof Rule.Every every) {
      return every.parts().stream().anyMatch(Body::vetoes);
    }
    if (rule instanceof Rule.Some some) {
      return some.parts().stream().anyMatch(Body::vetoes);
    }
    return rule instanceof Rule.NoVeto;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public List<Member> members() {
    return members;
  }

  public Rule rule() {
    return rule;
  }

  /** Members with a veto by right, in order. */
  public Set<String> holders() {
    return members.stream()
        .filter(Member::veto)
        .map(Member::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether somebody of this name is a member. */
  public boolean has(String member) {
    return index.containsKey(member);
  }

  /**
   * Counts a vote.
   *
   * @param votes by member; those not listed abstain
   * @throws IllegalArgumentException if one that votes is no member
   */
  public Roll count(Map<String, Choice> votes) {
    Choice[] choices = new Choice[members.size()];
    votes.forEach((member, choice) -> choices[place(member)] = choice);
    Map<Choice, List<String>> by = new HashMap<>();
    List<String> vetoed = new ArrayList<>();
    for (int i = 0; i < choices.length; i++) {
      Choice choice = choices[i] == null ? Choice.ABSTAIN : choices[i];
      by.computeIfAbsent(choice, k -> new ArrayList<>()).add(members.get(i).id());
      if (choice == Choice.NO && members.get(i).veto()) {
        vetoed.add(members.get(i).id());
      }
    }
    return new Roll(
        by.getOrDefault(Choice.YES, List.of()),
        by.getOrDefault(Choice.ABSTAIN, List.of()),
        by.getOrDefault(Choice.NO, List.of()),
        vetoed,
        formula.passes(choices, Choice.ABSTAIN));
  }

  int place(String member) {
    Integer at = index.get(member);
    if (at == null) {
      throw new IllegalArgumentException(
          "%s is no member of %s; its members are %s"
              .formatted(
                  member,
                  name,
                  members.size() > 40
                      ? members.size() + " others"
                      : members.stream().map(Member::id).collect(Collectors.joining(" "))));
    }
    return at;
  }

  Formula formula() {
    return formula;
  }

  /** All that its members can do; made once. */
  synchronized Diagram votes() {
    if (votes == null) {
      try {
        votes = new Diagram(formula, members.size(), true);
      } catch (Diagram.TooLarge e) {
        throw new IllegalStateException(
            "%s: the weights of its %d members have too many different sums for exact chances; round them"
                .formatted(name, members.size()));
      }
    }
    return votes;
  }

  @Override
  public String toString() {
    return "%s: %d members, %s".formatted(name, members.size(), rule);
  }
}
