package org.entente.sway.issue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.sway.vote.Body;
import org.entente.sway.vote.Member;
import org.entente.sway.vote.Rule;

/**
 * Reads who votes, and how members lean.
 *
 * @param ballot what was read
 * @param voters the body; null if there is none such
 */
record BallotReader(Ballot ballot, Body voters) {
  /** Of more members, a message does not list all. */
  private static final int LISTED = 30;

  /**
   * @param date of the issue, or null
   */
  static BallotReader read(Field field, LocalDate date) {
    Map<String, Field> keys =
        field.map(
            "body",
            "date",
            "members",
            "quota",
            "rule",
            "veto",
            "indifference",
            "leanings",
            "others");
    if (keys.containsKey("body") == keys.containsKey("members")) {
      field.wrong("either body (such as UNSC) or members with their weights is wanted");
    }
    Map<String, Integer> members = new LinkedHashMap<>();
    int sum = 0;
    if (keys.containsKey("members")) {
      for (Map.Entry<String, Field> one : keys.get("members").map().entrySet()) {
        int weight = one.getValue().whole(0, 1_000_000);
        members.put(one.getKey(), weight);
        sum += weight;
      }
      if (keys.containsKey("quota") == keys.containsKey("rule")) {
        field.wrong(
            "members need either a quota, the weight of votes with which something passes, or a"
                + " rule such as 'votes >= 2/3 and no veto'");
      }
    }
    String rule = "";
    if (keys.containsKey("quota")) {
      rule = "votes >= " + keys.get("quota").whole(1, Math.max(1, sum));
      rule += keys.containsKey("veto") ? " and no veto" : "";
    } else if (keys.containsKey("rule")) {
      rule = keys.get("rule").text();
      try {
        Rule.parse(rule);
      } catch (IllegalArgumentException e) {
        keys.get("rule").wrong(e.getMessage());
        rule = "";
      }
    }
    List<String> vetoes = keys.containsKey("veto") ? keys.get("veto").texts() : List.of();
    for (String member : vetoes) {
      if (!members.isEmpty() && !members.containsKey(member)) {
        keys.get("veto")
            .wrong("'" + member + "' is no member" + Nearest.hint(member, members.keySet()));
      }
    }
    LocalDate day = keys.containsKey("date") ? keys.get("date").date() : date;
    if (day == null && keys.containsKey("body") && !keys.containsKey("date")) {
      field.wrong("members of which day? Give a date here, or to the issue");
    }
    Ballot ballot =
        new Ballot(
            keys.containsKey("body") ? keys.get("body").text() : null,
            day,
            members,
            rule,
            vetoes,
            keys.containsKey("indifference") ? keys.get("indifference").number(0, 100) : 5,
            keys.containsKey("leanings") ? leans(keys.get("leanings")) : Map.of(),
            keys.containsKey("others") ? lean(keys.get("others")) : null,
            field.line());
    BallotReader read = new BallotReader(ballot, voters(ballot, keys.getOrDefault("body", field)));
    if (keys.containsKey("leanings")) {
      keys.get("leanings").map().forEach((member, lean) -> read.known(member, lean));
    }
    return read;
  }

  private static Body voters(Ballot ballot, Field field) {
    boolean said = ballot.body() != null ? ballot.date() != null : !ballot.rule().isEmpty();
    if (!said) {
      return null;
    }
    try {
      return ballot.voters();
    } catch (IllegalArgumentException e) {
      field.wrong(e.getMessage());
      return null;
    }
  }

  /** Notes it if somebody does not vote. */
  void known(String member, Field field) {
    if (voters == null || voters.has(member)) {
      return;
    }
    List<String> members = voters.members().stream().map(Member::id).toList();
    field.wrong(
        "'"
            + member
            + "' is no member of "
            + voters.name()
            + (ballot.date() == null ? "" : " as of " + ballot.date())
            + (members.size() <= LISTED
                ? "; its members are " + String.join(", ", members)
                : Nearest.hint(member, members)));
  }

  /** How each member leans. */
  static Map<String, Option.Lean> leans(Field field) {
    Map<String, Option.Lean> leans = new LinkedHashMap<>();
    field.map().forEach((member, lean) -> leans.put(member, lean(lean)));
    return leans;
  }

  /** {@code yes}, {@code abstain} or {@code no}, or how likely each is. */
  private static Option.Lean lean(Field field) {
    if (!field.isMap()) {
      String word = field.text().toLowerCase(Locale.ROOT);
      switch (word) {
        case "yes", "true":
          return new Option.Lean(1, 0, 0);
        case "abstain":
          return new Option.Lean(0, 1, 0);
        case "no", "false":
          return new Option.Lean(0, 0, 1);
        default:
          field.wrong("yes, abstain, no, or how likely each is: {yes: 0.6, abstain: 0.3, no: 0.1}");
          return new Option.Lean(0, 1, 0);
      }
    }
    Map<String, Field> keys = field.map("yes", "abstain", "no", "why");
    double[] odds = new double[3];
    int i = 0;
    for (String key : List.of("yes", "abstain", "no")) {
      odds[i++] = keys.containsKey(key) ? keys.get(key).number(0, 1) : 0;
    }
    double sum = odds[0] + odds[1] + odds[2];
    if (Math.abs(sum - 1) > 1e-6) {
      field.wrong(
          "yes, abstain and no have to add up to 1, not "
              + Field.shown(Math.rint(sum * 1e6) / 1e6));
      return new Option.Lean(0, 1, 0);
    }
    return new Option.Lean(odds[0], odds[1], odds[2]);
  }
}
