package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.knowledge.agents.Agent;
import org.entente.knowledge.agents.Agents;
import org.entente.model.Sector;

/** Turns dictionaries of agents into role nouns. */
final class AgentImport {
  private static final Pattern LIST = Pattern.compile("!([^!=]+)!\\s*=\\s*(.+)");
  private static final Pattern SHAPE =
      Pattern.compile("([^{}\\[\\]]+?)\\s*(?:\\{([^{}]*)\\})?\\s*\\[([^\\[\\]]*)\\]");
  private static final Pattern IN_PHRASE = Pattern.compile("!([^!]+)!");
  private static final Set<String> FAITHS =
      Set.of("MUS", "CHR", "CTH", "PRO", "MAR", "HIN", "JEW", "BUD", "SHI", "SUN", "DOX");
  private static final Set<String> BODIES =
      Set.of(
          "army",
          "force",
          "forces",
          "government",
          "ministry",
          "court",
          "parliament",
          "party",
          "police",
          "agency",
          "council",
          "committee",
          "commission",
          "department",
          "cabinet",
          "congress",
          "senate",
          "assembly",
          "military",
          "navy",
          "bureau",
          "board",
          "authority",
          "company",
          "bank",
          "union",
          "group",
          "organization",
          "organisation",
          "service",
          "office",
          "administration",
          "regime",
          "chamber",
          "house",
          "university",
          "association");
  private static final Set<String> PEOPLES =
      Set.of(
          "people",
          "citizens",
          "civilians",
          "refugees",
          "migrants",
          "children",
          "women",
          "men",
          "public",
          "population",
          "community",
          "voters",
          "residents",
          "masses");

  private record Noun(Line line, String plural, String sectors, String kind) {}

  private final Ledger ledger;
  private final Agents ours;
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<String, Noun> nouns = new LinkedHashMap<>();

  AgentImport(Ledger ledger, Agents ours) {
    this.ledger = ledger;
    this.ours = ours;
  }

  void add(Dictionary dictionary) {
    for (Line line : dictionary.lines()) {
      String text = line.text().strip();
      Matcher list = LIST.matcher(text);
      if (list.matches()) {
        List<String> words = new ArrayList<>();
        for (String word : list.group(2).split(",")) {
          if (!word.isBlank()) {
            words.add(word.strip());
          }
        }
        lists.put(list.group(1), words);
        ledger.taken(line);
        continue;
      }
      Matcher shape = SHAPE.matcher(text);
      if (shape.matches()) {
        add(line, shape.group(1).strip(), shape.group(2), shape.group(3));
      } else {
        ledger.left(line, "neither PHRASE {PLURAL} [CODE] nor !NAME! = WORD, WORD", null);
      }
    }
  }

  private void add(Line line, String phrase, String plural, String code) {
    Set<Sector> sectors = sectors(line, code);
    if (sectors.isEmpty()) {
      ledger.left(line, "no sector of PLOVER for its code", code);
      return;
    }
    Matcher place = IN_PHRASE.matcher(phrase);
    if (!place.find()) {
      put(line, phrase, plural, sectors);
      return;
    }
    List<String> words = lists.get(place.group(1));
    if (words == null) {
      ledger.left(line, "no such list above it", "!" + place.group(1) + "!");
      return;
    }
    for (String word : words) {
      put(line, place.replaceFirst(Matcher.quoteReplacement("_" + word + "_")), "", sectors);
    }
  }

  private Set<Sector> sectors(Line line, String code) {
    Set<Sector> sectors = new LinkedHashSet<>();
    String letters = code.replace("~", "").strip().toUpperCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i += 3) {
      String part = letters.substring(i, Math.min(letters.length(), i + 3));
      if (FAITHS.contains(part)) {
        sectors.add(Sector.REL);
        ledger.partly(line, "no sector for one faith; REL, that of all, is taken", part);
        continue;
      }
      boolean known = false;
      for (Sector sector : Sector.values()) {
        if (sector.name().equals(part)) {
          sectors.add(sector);
          known = true;
        }
      }
      if (!known) {
        ledger.partly(line, "no sector of PLOVER for a part of its code", part);
      }
    }
    return sectors;
  }

  private void put(Line line, String phrase, String plural, Set<Sector> sectors) {
    String noun = Words.lower(String.join(" ", Words.of(phrase)));
    if (noun.isEmpty() || noun.indexOf('|') >= 0) {
      ledger.left(line, "no word in its phrase, or a |", null);
      return;
    }
    List<String> forms = new ArrayList<>();
    for (String form : (plural == null ? "" : plural).strip().split("\\s+")) {
      if (!form.isEmpty()) {
        forms.add(Words.lower(String.join(" ", Words.of(form))));
      }
    }
    boolean none = plural != null && forms.isEmpty() || plural == null && phrase.endsWith("_");
    Noun made =
        new Noun(
            line,
            none ? "-" : KnowledgeTable.list(forms),
            KnowledgeTable.list(sectors.stream().map(Enum::name).toList()),
            kind(noun));
    Noun before = nouns.putIfAbsent(noun, made);
    if (before != null && !before.sectors.equals(made.sectors)) {
      ledger.left(line, "the same noun stands above with another code", before.line.place());
    } else {
      ledger.taken(line);
    }
  }

  private String kind(String noun) {
    Agent known = ours.find(noun);
    if (known != null) {
      return known.kind().name().toLowerCase(Locale.ROOT);
    }
    List<String> words = List.of(noun.split(" "));
    int of = words.indexOf("of") < 0 ? words.indexOf("for") : words.indexOf("of");
    String head = of > 0 ? words.get(of - 1) : words.get(words.size() - 1);
    if (BODIES.contains(head)) {
      return "body";
    }
    return PEOPLES.contains(head) ? "people" : "person";
  }

  void write(Path folder) throws IOException {
    try (KnowledgeTable table =
        new KnowledgeTable(
            folder, "agents/agents.tsv", List.of("noun", "plural", "sectors", "kind", "told"))) {
      for (Map.Entry<String, Noun> entry : nouns.entrySet()) {
        Noun noun = entry.getValue();
        table.row(List.of(entry.getKey(), noun.plural, noun.sectors, noun.kind, noun.line.place()));
      }
    }
  }
}
