package org.entente.coding.syntax.show;

import java.util.List;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/** A tree as a table: a word a line, with lemma, tag, label and head. */
public final class TreeTable {
  private static final int WIDEST = 26;

  private TreeTable() {}

  /** The tables of sentences, each headed by its words, with an empty line between them. */
  public static String of(List<Sentence> sentences) {
    StringBuilder all = new StringBuilder();
    for (Sentence sentence : sentences) {
      if (!all.isEmpty()) {
        all.append('\n');
      }
      table(sentence, all);
    }
    return all.toString();
  }

  private static void table(Sentence sentence, StringBuilder out) {
    int words = width(sentence, "word");
    int lemmas = width(sentence, "lemma");
    String format = "%3s  %-" + words + "s  %-" + lemmas + "s  %-5s  %-10s  %s%n";
    out.append(String.format(format, "", "word", "lemma", "tag", "label", "head").stripTrailing())
        .append('\n');
    for (Token token : sentence.tokens()) {
      String head =
          sentence
              .head(token)
              .map(above -> above.index() + 1 + " " + cut(above.text()))
              .orElse("–");
      out.append(
              String.format(
                      format,
                      token.index() + 1,
                      cut(token.text()),
                      cut(token.lemma()),
                      token.tag(),
                      token.label(),
                      head)
                  .stripTrailing())
          .append('\n');
    }
  }

  private static int width(Sentence sentence, String column) {
    return sentence.tokens().stream()
        .map(token -> cut(column.equals("word") ? token.text() : token.lemma()).length())
        .reduce(column.length(), Math::max);
  }

  private static String cut(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
