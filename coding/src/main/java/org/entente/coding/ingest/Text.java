package org.entente.coding.ingest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Small chores on strings. */
final class Text {
  private static final Pattern JOINER =
      Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");
  private static final Pattern BLANK =
      Pattern.compile("[\\s\\p{Z}\\p{Cc}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Capitalised words and the small words within names. */
  private static final String NAME_WORD =
      "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|(?:al|el|ul|as|ad|ash)-\\p{Lu}[\\p{L}'’-]*)";

  static final String NAME =
      "(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Amb|Gen)\\.? )?"
          + NAME_WORD
          + "(?: (?:(?:bin|ibn|bint|abu|van|von|der|den|de|del|di|da|dos|la|le|al|el) ){0,2}"
          + NAME_WORD
          + "){1,3}";

  private Text() {}

  /** Line ends all {@code \n}. */
  static String lines(String text) {
    return LINE_END.matcher(text).replaceAll("\n");
  }

  /**
   * One line: blanks of every kind become one space, invisible characters go, letters with their
   * accents become one character. Quotes and dashes stay as they are.
   */
  static String clean(String text) {
    String bare = JOINER.matcher(text).replaceAll("");
    String line = BLANK.matcher(bare).replaceAll(" ").strip();
    return Normalizer.isNormalized(line, Normalizer.Form.NFC)
        ? line
        : Normalizer.normalize(line, Normalizer.Form.NFC).strip();
  }

  /** {@link #clean}, with null for null and for nothing left. */
  static String cleanOrNull(String text) {
    String line = text == null ? "" : clean(text);
    return line.isEmpty() ? null : line;
  }

  /** The words alone, in lower case, parted and enclosed by single spaces; a space if none. */
  static String words(String text) {
    return (" " + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ")
        .replaceAll(" +", " ");
  }

  static int count(String words) {
    int n = 0;
    for (int i = 0; i < words.length(); i++) {
      n += words.charAt(i) == ' ' ? 1 : 0;
    }
    return Math.max(0, n - 1);
  }

  /** Whether it ends as sentences do, quotes and brackets after the stop allowed. */
  static boolean ends(String text) {
    int i = text.length();
    while (i > 0 && "\"'”’»)]*".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i > 0 && ".!?…:;".indexOf(text.charAt(i - 1)) >= 0;
  }

  static String head(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
