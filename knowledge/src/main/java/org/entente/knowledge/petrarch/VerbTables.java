package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.knowledge.ontology.CameoCode;
import org.entente.model.EventType;

/** Turns blocks of verbs and their patterns into rows of the lexicon. */
final class VerbTables {
  private static final List<String> TARGETS =
      List.of(
          "obj",
          "iobj",
          "to",
          "with",
          "against",
          "on",
          "at",
          "from",
          "of",
          "for",
          "over",
          "comp",
          "obj.poss",
          "obj.mod",
          "obj.of");

  private final Ledger ledger;
  private final VerbReader read;
  private final PatternReader patterns;
  private final Set<String> verbs = new LinkedHashSet<>();
  private final Map<String, Set<String>> classes = new LinkedHashMap<>();
  private final Set<List<String>> rows = new LinkedHashSet<>();

  VerbTables(VerbReader read, Ledger ledger) {
    this.read = read;
    this.ledger = ledger;
    this.patterns = new PatternReader(read.synonyms.keySet());
    read.synonyms.forEach(
        (name, words) -> {
          Set<String> lemmas = new LinkedHashSet<>();
          words.forEach(word -> lemmas.addAll(Words.nounLemmas(word)));
          lemmas.removeIf(String::isEmpty);
          classes.put(VerbReader.CLASS + name, lemmas);
        });
    for (Block block : read.blocks) {
      block.verbs.stream()
          .filter(verb -> !verb.isPhrase())
          .forEach(verb -> verbs.addAll(verb.triggers()));
    }
    read.blocks.forEach(this::add);
  }

  private void add(Block block) {
    Map<String, Set<String>> exceptions = new TreeMap<>();
    for (Block.Written pattern : block.patterns) {
      try {
        add(block, pattern, exceptions);
      } catch (PatternReader.Unreadable e) {
        ledger.left(pattern.line(), e.reason, e.detail);
      }
    }
    defaults(block, exceptions);
  }

  private void add(Block block, Block.Written pattern, Map<String, Set<String>> exceptions)
      throws PatternReader.Unreadable {
    Drafts.Result result = Drafts.of(patterns.read(pattern.text()), verbs);
    Line line = pattern.line();
    EventCode code = pattern.code();
    result.lost().forEach(word -> ledger.partly(line, "no condition for a word so deep", word));
    if (!code.makesEvent()) {
      except(block, pattern, result.drafts(), exceptions);
      return;
    }
    if (code.losesBack()) {
      ledger.partly(line, "one fact makes one event: the reverse is not made", code.back().code());
    }
    for (Draft draft : result.drafts()) {
      for (String trigger : triggers(block, block.verbs, draft.particles)) {
        row(trigger, draft, code, line);
      }
    }
    ledger.taken(line);
  }

  /** A pattern that makes no event: the verb alone must not make one there either. */
  private void except(
      Block block, Block.Written pattern, List<Draft> drafts, Map<String, Set<String>> exceptions) {
    boolean needed = block.verbs.stream().anyMatch(verb -> block.codeOf(verb).makesEvent());
    if (!needed) {
      ledger.taken(pattern.line());
      return;
    }
    for (Draft draft : drafts) {
      if (draft.where.isEmpty() && draft.particles.size() == 1) {
        draft.where.add("prt=" + draft.particles.remove(0));
      }
      if (draft.where.size() != 1 || !draft.particles.isEmpty()) {
        ledger.left(
            pattern.line(),
            "makes no event, under several conditions at once: an exception can have one only",
            null);
        return;
      }
    }
    for (Draft draft : drafts) {
      String[] condition = draft.where.get(0).split("=", 2);
      Set<String> words = exceptions.computeIfAbsent(condition[0], k -> new LinkedHashSet<>());
      words.addAll(condition.length > 1 ? List.of(condition[1].split("\\|")) : List.of(""));
    }
    ledger.taken(pattern.line());
  }

  private void defaults(Block block, Map<String, Set<String>> exceptions) {
    Draft draft = new Draft();
    exceptions.forEach(
        (slot, words) ->
            draft.where.add(
                "!" + slot + (words.contains("") ? "" : "=" + String.join("|", words))));
    Map<EventCode, List<Verb>> byCode = new LinkedHashMap<>();
    for (Verb verb : block.verbs) {
      EventCode code = block.codeOf(verb);
      if (code.makesEvent()) {
        byCode.computeIfAbsent(code, k -> new ArrayList<>()).add(verb);
        if (verb.code() != null && code.losesBack()) {
          ledger.partly(
              verb.line(), "one fact makes one event: the reverse is not made", code.back().code());
        }
      } else if (block.patterns.isEmpty()) {
        ledger.left(
            verb.line(),
            code.there() == null
                ? "makes no event: neither it nor its block has a code or a pattern"
                : "makes no event: CAMEO 01, a public statement, is no type of PLOVER",
            null);
      }
    }
    byCode.forEach(
        (code, some) -> {
          for (String trigger : triggers(block, some, List.of())) {
            row(trigger, draft, code, some.get(0).line());
          }
        });
  }

  /** One trigger for all verbs of one word, and one for those of several. */
  private List<String> triggers(Block block, List<Verb> some, List<String> particles) {
    List<String> triggers = new ArrayList<>(2);
    for (boolean phrases : new boolean[] {false, true}) {
      Set<String> words = new LinkedHashSet<>();
      some.stream()
          .filter(verb -> verb.isPhrase() == phrases)
          .forEach(verb -> words.addAll(verb.triggers()));
      if (!words.isEmpty()) {
        triggers.add(trigger(block, words, particles));
      }
    }
    return triggers;
  }

  private String trigger(Block block, Set<String> words, List<String> particles) {
    String behind = particles.isEmpty() ? "" : " " + String.join(" ", particles);
    if (words.size() == 1) {
      return words.iterator().next() + behind;
    }
    String title = VerbReader.bare(block.title.replaceAll("[^\\p{L}\\p{N}]+", "_"));
    String name = VerbReader.CLASS + "VERB_" + title;
    for (int n = 2; !words.equals(classes.getOrDefault(name, words)); n++) {
      name = VerbReader.CLASS + "VERB_" + title + "_" + n;
    }
    classes.put(name, words);
    return "@" + name + behind;
  }

  private void row(String trigger, Draft draft, EventCode code, Line line) {
    CameoCode cameo = code.main();
    Set<String> sources = new LinkedHashSet<>(draft.sources);
    Set<String> targets = new LinkedHashSet<>(draft.targets);
    if (sources.contains("by") && draft.targets.contains("subj")) {
      sources.add("subj");
    }
    if (targets.isEmpty()) {
      draft.where.stream()
          .map(condition -> condition.split("=", 2)[0])
          .filter(slot -> !slot.startsWith("!") && slot.matches("in|into|toward|under|between"))
          .forEach(targets::add);
      targets.addAll(TARGETS);
    }
    if (sources.isEmpty()) {
      sources.add("subj");
    }
    targets.removeAll(draft.sources);
    boolean meets = cameo.type() == EventType.CONSULT || cameo.type() == EventType.COOPERATE;
    if (draft.mutual || code.isMutual() || meets) {
      targets.add("both");
    }
    if (code.isReversed() && draft.sources.isEmpty() && draft.targets.isEmpty()) {
      sources = new LinkedHashSet<>(targets);
      sources.remove("comp");
      sources.remove("both");
      targets = Set.of("subj");
    } else if (code.isReversed()) {
      Set<String> turned = targets;
      targets = sources;
      sources = turned;
      sources.remove("both");
    }
    rows.add(
        List.of(
            trigger,
            "v",
            String.join(" ", draft.where),
            cameo.type().name(),
            cameo.mode() == null ? "" : cameo.mode(),
            cameo.code(),
            KnowledgeTable.list(sources),
            KnowledgeTable.list(targets),
            line.place()));
  }

  void write(Path folder) throws IOException {
    try (KnowledgeTable table =
        new KnowledgeTable(
            folder, "lexicon/classes-petrarch.tsv", List.of("class", "pos", "words", "note"))) {
      for (Map.Entry<String, Set<String>> one : classes.entrySet()) {
        if (!one.getValue().isEmpty()) {
          boolean verb = one.getKey().startsWith(VerbReader.CLASS + "VERB_");
          table.row(
              List.of(one.getKey(), verb ? "v" : "n", KnowledgeTable.list(one.getValue()), ""));
        }
      }
    }
    try (KnowledgeTable table =
        new KnowledgeTable(
            folder,
            "lexicon/petrarch.tsv",
            List.of(
                "trigger", "pos", "where", "type", "mode", "cameo", "source", "target", "told"))) {
      for (List<String> row : rows) {
        table.row(row);
      }
    }
  }
}
