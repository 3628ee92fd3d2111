package org.entente.coding.syntax;

import java.util.Locale;

/** Addresses of the web and of mail within words. */
final class Addresses {
  private static final String[] PROTOCOLS = {"http://", "https://", "ftp://", "sftp://"};

  private Addresses() {}

  static boolean startsWithProtocol(String text) {
    if (text.length() < 6 || "hHfFsS".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
    for (String protocol : PROTOCOLS) {
      if (start.startsWith(protocol)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is or holds an address: "www.un.org", "a@b.org", "said.The" as well. */
  static boolean within(String text) {
    return startsWithProtocol(text) || dot(text, 0) >= 0;
  }

  /** A dot after a word and before two letters, from an index on, or −1. */
  private static int dot(String text, int from) {
    for (int dot = text.indexOf('.', from); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (dot > 0
          && word(text.charAt(dot - 1))
          && dot + 2 < text.length()
          && Chars.letter(text.charAt(dot + 1))
          && Chars.letter(text.charAt(dot + 2))) {
        return dot;
      }
    }
    for (int i = from; i + 8 < text.length(); i++) {
      if (ip(text, i) > i) {
        return i;
      }
    }
    return -1;
  }

  private static boolean word(char c) {
    return Chars.letterOrDigit(c) || c == '_';
  }

  /** The end of an IP address that starts here with three digits, or the start. */
  private static int ip(String text, int start) {
    int at = start;
    for (int part = 0; part < 4; part++) {
      int digits = 0;
      while (digits < 3 && at < text.length() && Chars.digit(text.charAt(at))) {
        at++;
        digits++;
      }
      if (part == 0 ? digits < 3 : digits == 0) {
        return start;
      }
      if (part < 3) {
        if (at >= text.length() || text.charAt(at) != '.') {
          return start;
        }
        at++;
      }
    }
    return at;
  }

  /** The stretch of an address within a word, {@code {from, to}}, or null. */
  static int[] find(String text) {
    if (startsWithProtocol(text)) {
      return new int[] {0, withoutMarks(text)};
    }
    int dot = dot(text, 0);
    if (dot < 0) {
      return null;
    }
    int from = dot;
    while (from > 0 && (word(text.charAt(from - 1)) || ".-@".indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
    }
    while (from < dot && !word(text.charAt(from))) {
      from++;
    }
    int to = Math.max(dot + 1, ip(text, dot));
    while (to < text.length()
        && (word(text.charAt(to))
            || ".-".indexOf(text.charAt(to)) >= 0
                && to + 1 < text.length()
                && word(text.charAt(to + 1)))) {
      to++;
    }
    if (to < text.length() && ":/".indexOf(text.charAt(to)) >= 0 && to + 1 < text.length()) {
      boolean path = text.charAt(to) == '/';
      boolean port = text.charAt(to) == ':' && Chars.digit(text.charAt(to + 1));
      if (path || port) {
        to = withoutMarks(text);
      }
    }
    return new int[] {from, to};
  }

  /** The end of an address without the marks of the sentence around it. */
  private static int withoutMarks(String text) {
    int to = text.length();
    while (to > 1 && ".,;:!?\"')]}".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }
}
