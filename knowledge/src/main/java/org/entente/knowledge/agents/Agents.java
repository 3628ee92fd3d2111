package org.entente.knowledge.agents;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Mistakes;
import org.entente.knowledge.table.Table;
import org.entente.model.Sector;

/** All agents, by singular and plural. */
public final class Agents {
  private final Map<String, Agent> agents = new LinkedHashMap<>();
  private final Map<String, Agent> byForm = new HashMap<>();
  private int longest = 1;

  private Agents() {}

  public static Agents load(Folders folders, Mistakes mistakes) throws IOException {
    Agents agents = new Agents();
    Map<String, Integer> layers = new HashMap<>();
    Table.readAll(
        folders,
        "agents",
        "agents",
        mistakes,
        List.of("noun", "plural", "sectors", "kind"),
        row -> {
          String noun = row.required("noun").toLowerCase(Locale.ROOT);
          String kind = row.required("kind");
          Agent.Kind parsed = null;
          for (Agent.Kind candidate : Agent.Kind.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(kind)) {
              parsed = candidate;
            }
          }
          if (parsed == null) {
            row.mistake("kind", "'" + kind + "' is none of person, body, people, thing");
            return;
          }
          Agent agent = new Agent(noun, row.constants("sectors", Sector.class), parsed);
          Integer above = layers.putIfAbsent(noun, row.layer());
          if (above != null && above < row.layer()) {
            return;
          }
          if (agents.agents.put(noun, agent) != null) {
            row.mistake("noun", "'" + noun + "' stands twice");
          }
          agents.put(noun, agent);
          String plural = row.text("plural");
          if (plural.isEmpty()) {
            agents.put(plural(noun), agent);
          } else if (!plural.equals("-")) {
            row.list("plural").forEach(form -> agents.put(form.toLowerCase(Locale.ROOT), agent));
          }
        });
    return agents;
  }

  private void put(String form, Agent agent) {
    byForm.putIfAbsent(NameKey.of(form), agent);
    int words = 1;
    for (int i = 0; i < form.length(); i++) {
      words += form.charAt(i) == ' ' || form.charAt(i) == '-' ? 1 : 0;
    }
    longest = Math.max(longest, words);
  }

  static String plural(String noun) {
    if (noun.endsWith("s")
        || noun.endsWith("x")
        || noun.endsWith("z")
        || noun.endsWith("ch")
        || noun.endsWith("sh")) {
      return noun + "es";
    }
    if (noun.endsWith("y")
        && noun.length() > 1
        && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun + "s";
  }

  /** By singular or plural, in lower case; null if there is none such. */
  public Agent find(String form) {
    return byForm.get(NameKey.of(form));
  }

  public Collection<Agent> all() {
    return Collections.unmodifiableCollection(agents.values());
  }

  /** By the keys of its pieces, parted by one blank; null if there is none such. */
  public Agent findByKey(String key) {
    return byForm.get(key);
  }

  /** The number of words of the longest form. */
  public int longest() {
    return longest;
  }
}
