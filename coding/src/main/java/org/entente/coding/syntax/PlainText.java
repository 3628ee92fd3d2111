package org.entente.coding.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the tokenizer wants it, each character in its place. */
public final class PlainText {
  private static final Pattern SHORT_NAME =
      Pattern.compile("(?<=\\p{L} )(\\(\"?[A-Z][A-Za-z.-]{1,9}\"?\\))");
  private static final Pattern ARTICLE_BEFORE_DATE =
      Pattern.compile(
          "\\b([Tt]he) (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d");

  private PlainText() {}

  /** The same length, with quotes and blanks that the tokenizer's rules know. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(
          switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u201B' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
            case '\u00A0', '\u2007', '\u202F', '\u2009', '\n', '\r', '\t' -> ' ';
            case '\u2010', '\u2011' -> '-';
            default -> c;
          });
    }
    // "On the February 22" derails the parser, "On February 22" does not
    blank(ARTICLE_BEFORE_DATE, plain);
    // "the National Liberation Army (ELN) agreed": the short name says nothing new, and splits the
    // clause
    blank(SHORT_NAME, plain);
    return plain.toString();
  }

  private static void blank(Pattern pattern, StringBuilder text) {
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      for (int i = match.start(1); i < match.end(1); i++) {
        text.setCharAt(i, ' ');
      }
    }
  }
}
