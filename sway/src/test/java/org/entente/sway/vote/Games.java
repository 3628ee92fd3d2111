package org.entente.sway.vote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small bodies of all kinds. */
final class Games {
  private static final String[] RULES = {
    "votes > 1/2 of all",
    "votes >= 2/3 of all and members > 1/2 of all",
    "(votes >= 55% and size >= 65%) or members >= all - 1",
    "members > 1/2 of voting",
    "votes >= 2/3 of voting and no veto",
    "size > 50% of voting or (members >= 60% and no veto)",
    "no objection",
    "votes > 10% and no veto and (size >= 2/3 of voting or members >= 80% of all)"
  };

  private Games() {}

  static Body random(int n, long seed, boolean decimals) {
    SplittableRandom random = new SplittableRandom(seed);
    String rule = RULES[random.nextInt(RULES.length)];
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean veto = rule.contains("veto") && (i == 0 || random.nextInt(3) == 0);
      BigDecimal votes = BigDecimal.valueOf(1 + random.nextInt(9), decimals ? 1 : 0);
      BigDecimal size = BigDecimal.valueOf(1 + random.nextInt(40), decimals ? 2 : 0);
      members.add(new Member("M" + i, veto, Map.of("votes", votes, "size", size)));
    }
    return new Body("T", "the test", members, Rule.parse(rule));
  }
}
