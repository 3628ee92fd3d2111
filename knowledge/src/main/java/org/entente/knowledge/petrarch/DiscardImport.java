package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns dictionaries of discards into phrases for which nothing is coded. */
final class DiscardImport {
  private final Ledger ledger;
  private final List<List<String>> rows = new ArrayList<>();

  DiscardImport(Ledger ledger) {
    this.ledger = ledger;
  }

  void add(Dictionary dictionary) {
    for (Line line : dictionary.lines()) {
      String text = line.text().strip();
      boolean document = text.startsWith("+");
      String phrase = (document ? text.substring(1) : text).strip();
      String words = Words.lower(String.join(" ", Words.of(phrase)));
      if (words.indexOf('|') >= 0 || words.chars().noneMatch(Character::isLetterOrDigit)) {
        ledger.left(line, "no word in its phrase, or a |", null);
        continue;
      }
      boolean inflected =
          !phrase.endsWith("_") && !words.endsWith("s") && Character.isLetter(last(words));
      rows.add(
          List.of(
              inflected ? words + "|" + Words.plural(words) : words,
              document ? "document" : "sentence",
              line.place()));
      ledger.taken(line);
    }
  }

  private static char last(String words) {
    return words.charAt(words.length() - 1);
  }

  void write(Path folder) throws IOException {
    try (KnowledgeTable table =
        new KnowledgeTable(folder, "discards/discards.tsv", List.of("phrases", "scope", "told"))) {
      for (List<String> row : rows) {
        table.row(row);
      }
    }
  }
}
