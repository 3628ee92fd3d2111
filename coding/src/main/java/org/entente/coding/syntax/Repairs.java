package org.entente.coding.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the coder wants otherwise than the model has it. */
public final class Repairs {
  private Repairs() {}

  /** What the parser hangs on an auxiliary belongs to the verb. */
  public static List<Token> repaired(List<Token> tokens) {
    List<Token> repaired = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      Token head = token.head() < 0 ? null : tokens.get(token.head());
      boolean onAuxiliary =
          head != null
              && head.head() >= 0
              && head.head() != token.index()
              && (head.label().equals("aux") || head.label().equals("auxpass"))
              && !token.label().equals("neg");
      repaired.add(
          onAuxiliary
              ? new Token(
                  token.index(),
                  token.text(),
                  token.lemma(),
                  token.tag(),
                  head.head(),
                  token.label(),
                  token.span())
              : token);
    }
    return repaired;
  }

  /** A lemma for the lexicon: in lower case, contracted verbs in full, numbers as they stand. */
  public static String lemma(String lemma, String form, String tag) {
    if (lemma.startsWith("#")) {
      return form;
    }
    if (tag.startsWith("VB") || tag.equals("MD")) {
      return switch (lemma) {
        case "'s", "'re", "'m" -> "be";
        case "'ve" -> "have";
        case "'ll", "wo" -> "will";
        case "ca" -> "can";
        case "sha" -> "shall";
        default -> verb(lemma.toLowerCase(Locale.ROOT), tag);
      };
    }
    return lemma.toLowerCase(Locale.ROOT);
  }

  /**
   * Past forms that are adjectives too ("provided", "followed") come unchanged from the library.
   */
  private static String verb(String lemma, String tag) {
    boolean past = tag.equals("VBD") || tag.equals("VBN");
    if (!past || lemma.length() < 6 || !lemma.endsWith("ed")) {
      return lemma;
    }
    String stem = lemma.substring(0, lemma.length() - 2);
    return SILENT_E.matcher(stem).matches() ? stem + "e" : stem;
  }

  private static final Pattern SILENT_E =
      Pattern.compile(
          ".*([vczu]|[^aeiou]at|[aiou]d|i[sz]|[aeiou]s|[iu]r|rg|dg|[bcdfgkptz]l|[aeiou]g)");
}
