package org.entente.report;

import java.util.ArrayList;
import java.util.List;

/** Text as a terminal sees it: in columns, where a letter may take none, one or two. */
final class Columns {
  private Columns() {}

  /** Columns that a text takes. */
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        c >= 0x1100
            && (c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xA960 && c <= 0xA97C
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD
                || c >= 0x231A && c <= 0x231B
                || c >= 0x23E9 && c <= 0x23F3
                || c >= 0x2614 && c <= 0x2615
                || c >= 0x2648 && c <= 0x2653
                || c == 0x26A1
                || c == 0x26BD
                || c == 0x26BE
                || c == 0x2705
                || c == 0x274C
                || c == 0x2B50);
    return wide ? 2 : 1;
  }

  /**
   * A text in one line that cannot steer the terminal: white space becomes one space, other control
   * characters and those that turn the direction of writing become U+FFFD.
   */
  static String clean(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85) {
        space = out.length() > 0;
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      boolean steers =
          Character.getType(c) == Character.CONTROL
              || Character.getType(c) == Character.SURROGATE
              || c >= 0x202A && c <= 0x202E
              || c >= 0x2066 && c <= 0x2069;
      out.appendCodePoint(steers ? 0xFFFD : c);
    }
    return out.toString();
  }

  /** The text, or its beginning and {@code …}, in at most so many columns. */
  static String fit(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    if (columns < 1) {
      return "";
    }
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (used + width(c) > columns - 1) {
        break;
      }
      used += width(c);
      i += Character.charCount(c);
    }
    return text.substring(0, i).stripTrailing() + "…";
  }

  /** As {@link #fit}, and filled with spaces to exactly so many columns. */
  static String cell(String text, int columns) {
    String fitted = fit(text, columns);
    return fitted + " ".repeat(Math.max(0, columns - width(fitted)));
  }

  /** Words in lines of at most so many columns; a word that is longer is cut. */
  static List<String> wrap(List<String> words, String glue, int columns) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words) {
      String longer = line.isEmpty() ? word : line + glue + word;
      if (!line.isEmpty() && width(longer) > columns) {
        lines.add(line);
        longer = word;
      }
      line = fit(longer, columns);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
