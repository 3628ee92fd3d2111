package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.knowledge.ontology.Ontology;

/** Reads a dictionary of verbs: sets of synonyms, blocks of verbs, patterns. */
final class VerbReader {
  private static final Pattern HEAD =
      Pattern.compile("---+\\s*([^\\[\\]]*?)\\s*(?:\\[([^\\[\\]]*)\\])?[-\\s]*");
  private static final Pattern VERB =
      Pattern.compile("(\\+?[^\\s{}\\[\\]]+)\\s*(?:\\{([^{}]*)\\})?\\s*(?:\\[([^\\[\\]]*)\\])?");
  private static final Pattern PATTERN = Pattern.compile("-\\s*([^\\[\\]]*)\\[([^\\[\\]]*)\\]");

  /** What a set's words are written with: {@code &ARMY} is the class {@code PETRARCH_ARMY}. */
  static final String CLASS = "PETRARCH_";

  final Map<String, List<String>> synonyms = new LinkedHashMap<>();
  final List<Block> blocks = new ArrayList<>();

  private final Ledger ledger;
  private final Ontology ontology;
  private List<String> set;
  private Block block;

  /** Whether verbs stand below heads; otherwise each has its own patterns. */
  private boolean headed;

  VerbReader(Ledger ledger, Ontology ontology) {
    this.ledger = ledger;
    this.ontology = ontology;
  }

  void read(Dictionary dictionary) {
    set = null;
    block = null;
    headed = false;
    for (Line line : dictionary.lines()) {
      String text = line.text().strip();
      if (text.startsWith("&")) {
        set(line, text.substring(1).strip());
      } else if (set != null && text.startsWith("+")) {
        member(line, Words.of(text.substring(1)));
      } else if (text.startsWith("---")) {
        head(line, text);
      } else if (text.startsWith("-")) {
        pattern(line, text);
      } else if (text.startsWith("~")) {
        ledger.left(
            line,
            "a transformation: Entente reads from modality.tsv what a verb that governs another"
                + " makes of it",
            null);
      } else {
        verb(line, text);
      }
    }
  }

  private void set(Line line, String name) {
    if (name.matches("[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*")) {
      set = synonyms.computeIfAbsent(bare(name), k -> new ArrayList<>());
      ledger.taken(line);
    } else {
      set = new ArrayList<>();
      ledger.left(line, "no name of a set of synonyms", null);
    }
  }

  private void member(Line line, List<String> words) {
    if (words.isEmpty() || !words.stream().allMatch(Words::isWord)) {
      ledger.left(line, "a sign that is no word", null);
    } else {
      set.add(Words.lower(String.join(" ", words)));
      ledger.taken(line);
    }
  }

  static String bare(String name) {
    return String.join("_", Words.of(name));
  }

  private void head(Line line, String text) {
    set = null;
    headed = true;
    Matcher head = HEAD.matcher(text);
    boolean shaped = head.matches();
    EventCode code =
        shaped && head.group(2) != null
            ? EventCode.of(line, head.group(2), ontology, ledger)
            : EventCode.NONE;
    if (!shaped) {
      ledger.left(line, "no head of a block: --- TITLE [CODE] ---", null);
    }
    begin(shaped ? head.group(1) : "", code);
    ledger.taken(line);
  }

  private void begin(String title, EventCode code) {
    block = new Block(title, code == null ? EventCode.NONE : code);
    blocks.add(block);
  }

  private void pattern(Line line, String text) {
    Matcher shape = PATTERN.matcher(text);
    if (!shape.matches()) {
      ledger.left(line, "a pattern without its [CODE] at the end, or with more than one", null);
    } else if (block == null || block.verbs.isEmpty()) {
      ledger.left(line, "a pattern with no verb above it that could be taken", null);
    } else {
      EventCode code = EventCode.of(line, shape.group(2), ontology, ledger);
      if (code != null) {
        block.patterns.add(new Block.Written(line, shape.group(1).strip(), code));
      }
    }
  }

  private void verb(Line line, String text) {
    set = null;
    Matcher shape = VERB.matcher(text);
    if (!shape.matches()) {
      ledger.left(
          line, "neither a verb, a pattern, a set of synonyms nor the head of a block", null);
      return;
    }
    if (!headed) {
      begin(shape.group(1), EventCode.NONE);
    }
    if (block == null) {
      ledger.left(line, "a verb outside of any block", null);
      return;
    }
    String written = shape.group(1);
    List<String> words = new ArrayList<>();
    int inflected = 0;
    for (String word : Words.of(written)) {
      if (word.startsWith("+")) {
        inflected = words.size();
      }
      if (!word.equals("+")) {
        words.add(Words.lower(word.replace("+", "")));
      }
    }
    String why = words.isEmpty() ? "no letter in it" : notTaken(words);
    if (why == null && inflected == words.size()) {
      why = "a + without a word behind it";
    }
    if (why != null) {
      ledger.left(line, why, null);
      return;
    }
    EventCode code = null;
    if (shape.group(3) != null) {
      code = EventCode.of(line, shape.group(3), ontology, ledger);
    }
    block.verbs.add(new Verb(line, words, inflected, forms(shape.group(2)), code));
    ledger.taken(line);
  }

  private static String notTaken(List<String> words) {
    String last = words.get(words.size() - 1);
    if (!words.stream().allMatch(Words::isWord)) {
      return "a sign that is no word";
    }
    if (words.size() > 1 && (words.contains("and") || words.contains("or"))) {
      return "two verbs at once: Entente codes each by itself";
    }
    if (words.size() > 1 && words.get(0).matches("is|are|was|were|be|been")) {
      return "a form of 'be' with another word: no verb of its own";
    }
    if (words.size() > 1 && last.equals("by") && words.get(0).endsWith("ed")) {
      return "a passive: Entente's parser tells who does it and to whom";
    }
    return null;
  }

  private static List<String> forms(String text) {
    List<String> forms = new ArrayList<>();
    for (String form : (text == null ? "" : text).split("[\\s,]+")) {
      String words = Words.lower(String.join(" ", Words.of(form.replace("+", ""))));
      if (!words.isEmpty()) {
        forms.add(words);
      }
    }
    return forms;
  }
}
