package org.entente.coding.syntax;

/**
 * Classes of characters as the treebanks' tokens were made with: letters and digits are ASCII's.
 */
final class Chars {
  private static final int UPPER = 1;
  private static final int LOWER = 2;
  private static final int DIGIT = 4;
  private static final int PUNCTUATION = 8;
  private static final byte[] KIND = new byte[128];

  static {
    for (char c = '!'; c <= '~'; c++) {
      KIND[c] =
          (byte)
              (c >= 'A' && c <= 'Z'
                  ? UPPER
                  : c >= 'a' && c <= 'z' ? LOWER : c >= '0' && c <= '9' ? DIGIT : PUNCTUATION);
    }
  }

  private Chars() {}

  private static boolean is(char c, int kind) {
    return c < 128 && (KIND[c] & kind) != 0;
  }

  static boolean upper(char c) {
    return is(c, UPPER);
  }

  static boolean lower(char c) {
    return is(c, LOWER);
  }

  static boolean letter(char c) {
    return is(c, UPPER | LOWER);
  }

  static boolean digit(char c) {
    return is(c, DIGIT);
  }

  static boolean letterOrDigit(char c) {
    return is(c, UPPER | LOWER | DIGIT);
  }

  static boolean punctuation(char c) {
    return is(c, PUNCTUATION);
  }

  static boolean vowel(char c) {
    return "aeiouAEIOU".indexOf(c) >= 0;
  }

  static boolean currency(char c) {
    return c == '$' || c >= '\u00A2' && c <= '\u00A5' || c >= '\u20A0' && c <= '\u20CF';
  }

  static boolean arrow(char c) {
    return c >= '\u2190' && c <= '\u21FF'
        || c >= '\u27F0' && c <= '\u27FF'
        || c >= '\u2900' && c <= '\u297F';
  }

  /** What a word may begin or end with without being part of it. */
  static boolean symbol(char c) {
    return punctuation(c) || c >= '\u2000' && c <= '\u206F' || currency(c) || arrow(c);
  }

  static boolean hyphen(char c) {
    return c == '-' || c >= '\u2010' && c <= '\u2014';
  }

  static boolean listMark(char c) {
    return c == '-' || c == '\u2022' || c == '\u2023' || c == '\u203B' || c == '\u2043';
  }

  static boolean apostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  static boolean singleQuote(char c) {
    return c == '\'' || c >= '\u2018' && c <= '\u201B';
  }

  static boolean doubleQuote(char c) {
    return c == '"' || c >= '\u201C' && c <= '\u201F';
  }

  static boolean quote(char c) {
    return singleQuote(c) || doubleQuote(c);
  }

  /** Ends a sentence. */
  static boolean finalMark(char c) {
    return c == '.' || c == '?' || c == '!' || c == '\u203C' || c >= '\u2047' && c <= '\u2049';
  }

  static boolean separator(char c) {
    return ",;:|/\\".indexOf(c) >= 0;
  }

  static boolean leftBracket(char c) {
    return "({[<".indexOf(c) >= 0;
  }

  static boolean rightBracket(char c) {
    return ")}]>".indexOf(c) >= 0;
  }

  static boolean bracket(char c) {
    return leftBracket(c) || rightBracket(c);
  }

  /** Stands before a number and belongs to it. */
  static boolean sign(char c) {
    return c == '.'
        || c == '-'
        || c == '+'
        || c == '\u00B1'
        || c == '\u2212'
        || c == '\u2213'
        || c >= '\u221A' && c <= '\u221C';
  }

  static boolean space(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u3000'
        || c == '\u200B';
  }

  /** Lower case of ASCII and Latin-1, which is all that the word lists know. */
  static char lowerOf(char c) {
    if (c >= 'A' && c <= 'Z' || c >= '\u00C0' && c <= '\u00DE' && c != '\u00D7') {
      return (char) (c + 32);
    }
    return c;
  }

  static String lowerOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (lowerOf(text.charAt(i)) != text.charAt(i)) {
        char[] chars = text.toCharArray();
        for (int j = i; j < chars.length; j++) {
          chars[j] = lowerOf(chars[j]);
        }
        return new String(chars);
      }
    }
    return text;
  }
}
