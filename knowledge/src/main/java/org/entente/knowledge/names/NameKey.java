package org.entente.knowledge.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts text into pieces that compare equal whatever their accents, dots, hyphens and apostrophes.
 */
public final class NameKey {
  private NameKey() {}

  /** The keys of all pieces, parted by one blank. */
  public static String of(String name) {
    return pieces(name, 0, name.length()).stream().map(Piece::key).collect(Collectors.joining(" "));
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
    boolean ascii = raw.chars().allMatch(c -> c < 128);
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
}
