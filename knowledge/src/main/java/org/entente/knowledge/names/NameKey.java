package org.entente.knowledge.names;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into pieces that compare equal whatever their accents, dots, hyphens and apostrophes.
 */
public final class NameKey {
  private NameKey() {}

  /** The keys of all pieces, parted by one blank. */
  public static String of(String name) {
    String plain = ofPlainWords(name);
    if (plain != null) {
      return plain;
    }
    StringBuilder key = new StringBuilder(name.length() + 4);
    for (Piece piece : pieces(name, 0, name.length())) {
      if (!key.isEmpty()) {
        key.append(' ');
      }
      key.append(piece.key());
    }
    return key.toString();
  }

  /** Most names are ASCII letters with single blanks or hyphens between: no pieces are needed. */
  private static String ofPlainWords(String name) {
    int length = name.length();
    char[] key = new char[length];
    boolean gap = true;
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        key[i] = c;
        gap = false;
      } else if (c >= 'A' && c <= 'Z') {
        key[i] = (char) (c + 32);
        gap = false;
      } else if ((c == ' ' || c == '-') && !gap) {
        key[i] = ' ';
        gap = true;
      } else {
        return null;
      }
    }
    return gap ? null : new String(key);
  }

  /** The hash code of the key of a name in UTF-8; blanks around it do not count. */
  public static int hash(byte[] utf8, int from, int to) {
    int hash = 0;
    boolean gap = true;
    for (int i = from; i < to; i++) {
      int c = utf8[i];
      if (c >= 'A' && c <= 'Z') {
        c += 32;
      } else if (c == '-') {
        c = ' ';
      }
      boolean blank = c == ' ';
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || blank && !gap)) {
        return of(new String(utf8, from, to - from, StandardCharsets.UTF_8).strip()).hashCode();
      }
      hash = 31 * hash + c;
      gap = blank;
    }
    return gap
        ? of(new String(utf8, from, to - from, StandardCharsets.UTF_8).strip()).hashCode()
        : hash;
  }

  /** The key of the first piece, or null if the name has none. */
  static String first(String name) {
    int end = 0;
    while (end < name.length() && plain(name.charAt(end))) {
      end++;
    }
    if (end > 0 && (end == name.length() || name.charAt(end) == ' ' || name.charAt(end) == '-')) {
      return of(name.substring(0, end));
    }
    List<Piece> pieces = pieces(name);
    return pieces.isEmpty() ? null : pieces.get(0).key();
  }

  private static boolean plain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  public static List<Piece> pieces(String name) {
    return pieces(name, 0, name.length());
  }

  /**
   * The pieces of a stretch of text; a possessive 's is a piece of its own with the key {@code 's}.
   */
  public static List<Piece> pieces(CharSequence text, int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (!isPart(text, at, from, to)) {
        if (!isGap(text.charAt(at))) {
          pieces.add(new Piece(String.valueOf(text.charAt(at)), at, at + 1, false, false));
        }
        at++;
        continue;
      }
      int end = at;
      while (end < to && isPart(text, end, from, to)) {
        end++;
      }
      int possessive = possessive(text, at, end);
      if (possessive > at) {
        pieces.add(piece(text, at, possessive));
        pieces.add(new Piece("'s", possessive, end, false, false));
      } else {
        pieces.add(piece(text, at, end));
      }
      at = end;
    }
    return pieces;
  }

  private static int possessive(CharSequence text, int start, int end) {
    if (end - start > 2
        && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
        && isApostrophe(text.charAt(end - 2))) {
      return end - 2;
    }
    return isApostrophe(text.charAt(end - 1)) && end - start > 1 ? end - 1 : -1;
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || c == '-' || c == '\u2010' || c == '\u2011' || c == '\u00A0';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '`';
  }

  /**
   * Letters, digits, & and marks; apostrophes between letters; dots of abbreviations (U.N., St.).
   */
  private static boolean isPart(CharSequence text, int at, int from, int to) {
    char c = text.charAt(at);
    if (plain(c)) {
      return true;
    }
    if (c == ' ') {
      return false;
    }
    if (Character.isLetterOrDigit(c)
        || c == '&'
        || c == '@'
        || Character.getType(c) == Character.NON_SPACING_MARK) {
      return true;
    }
    if (isApostrophe(c)) {
      return at > from
          && (Character.isLetter(text.charAt(at - 1)) || ofAbbreviation(text, at, from, to));
    }
    if (c != '.' || at == from || !Character.isLetter(text.charAt(at - 1))) {
      return false;
    }
    boolean single = at - 1 == from || !Character.isLetterOrDigit(text.charAt(at - 2));
    return single && Character.isUpperCase(text.charAt(at - 1));
  }

  /** The apostrophe in "U.N.'s". */
  private static boolean ofAbbreviation(CharSequence text, int at, int from, int to) {
    return text.charAt(at - 1) == '.'
        && isPart(text, at - 1, from, to)
        && at + 1 < to
        && text.charAt(at + 1) == 's'
        && (at + 2 == to || !Character.isLetter(text.charAt(at + 2)));
  }

  private static Piece piece(CharSequence text, int start, int end) {
    String raw = text.subSequence(start, end).toString();
    int letters = 0;
    boolean capital = false;
    boolean small = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.isLetter(c)) {
        capital |= letters == 0 && Character.isUpperCase(c);
        small |= Character.isLowerCase(c);
        letters++;
      }
    }
    return new Piece(fold(raw), start, end, capital, letters > 1 && !small);
  }

  private static String fold(String raw) {
    boolean simple = true;
    for (int i = 0; i < raw.length() && simple; i++) {
      char c = raw.charAt(i);
      simple = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
    if (simple) {
      return raw;
    }
    StringBuilder folded = new StringBuilder(raw.length());
    boolean ascii = ascii(raw);
    String decomposed = ascii ? raw : Normalizer.normalize(raw, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = Character.toLowerCase(decomposed.charAt(i));
      switch (c) {
        case 'ı' -> folded.append('i');
        case 'ø' -> folded.append('o');
        case 'ł' -> folded.append('l');
        case 'đ' -> folded.append('d');
        case 'ß' -> folded.append("ss");
        case 'æ' -> folded.append("ae");
        default -> {
          if (Character.isLetterOrDigit(c) || c == '&' || c == '@') {
            folded.append(c);
          }
        }
      }
    }
    return folded.toString();
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
