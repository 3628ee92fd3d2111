package org.entente.exchange.actors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.exchange.rows.Table;
import org.entente.knowledge.agents.Agent;
import org.entente.knowledge.agents.Agents;
import org.entente.knowledge.names.NameKey;
import org.entente.model.Sector;

/** What part of a society a role is: "Foreign Affairs", "Police", "Armed Rebel". */
final class Roles {
  private final Map<String, List<Sector>> roles = new HashMap<>();
  private final Agents agents;

  Roles(Agents agents) {
    this.agents = agents;
    for (String[] row : Table.read(Roles.class, "roles.tsv")) {
      roles.put(NameKey.of(row[0]), sectors(row[1]));
    }
  }

  /** {@code GOV|MIL} and the like. */
  static List<Sector> sectors(String names) {
    return names.isEmpty()
        ? List.of()
        : Arrays.stream(names.split("\\|")).map(Sector::valueOf).toList();
  }

  /** Whether it is a role and nothing else: "Police", "gunmen". */
  boolean exact(String role) {
    return roles.containsKey(NameKey.of(role)) || agents.find(role) != null;
  }

  /** Its sectors, the most telling first; null if it is no role. */
  List<Sector> find(String role) {
    List<Sector> known = roles.get(NameKey.of(role));
    if (known != null) {
      return known;
    }
    Agent agent = agents.find(role);
    if (agent != null) {
      return agent.sectors();
    }
    // "Presidential Aide", "Army Chief of Staff": by the last word that is a role, or the first
    String[] words = role.toLowerCase(Locale.ROOT).split("[\\s/]+");
    List<String> ends = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      ends.add(String.join(" ", Arrays.asList(words).subList(i, words.length)));
    }
    for (int i = words.length - 1; i > 0; i--) {
      ends.add(String.join(" ", Arrays.asList(words).subList(0, i)));
    }
    for (String part : ends) {
      List<Sector> one = roles.get(NameKey.of(part));
      Agent noun = one == null ? agents.find(part) : null;
      if (one != null || noun != null && !noun.sectors().isEmpty()) {
        return one == null ? noun.sectors() : one;
      }
    }
    return null;
  }
}
