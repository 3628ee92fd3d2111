package org.entente.coding.relation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts a core into the pieces of uncased BERT; {@code [s]} and {@code [t]} are pieces of their own.
 */
final class WordPieces {
  /** As long as the model was trained for. */
  static final int LONGEST = 64;

  private static final int SOURCE = 1;
  private static final int TARGET = 2;
  private static final int UNKNOWN = 100;
  private static final int BEGIN = 101;
  private static final int END = 102;

  private final Map<String, Integer> pieces;

  private WordPieces(Map<String, Integer> pieces) {
    this.pieces = pieces;
  }

  /** Reads a file with one piece a line, the first of number 0. */
  static WordPieces read(InputStream in) throws IOException {
    Map<String, Integer> pieces = new HashMap<>(65536);
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      pieces.put(line, pieces.size());
    }
    return new WordPieces(pieces);
  }

  long[] of(String text) {
    long[] ids = new long[LONGEST];
    int count = 0;
    ids[count++] = BEGIN;
    for (String word : text.split(" ")) {
      count = add(word, ids, count);
    }
    ids[count++] = END;
    return Arrays.copyOf(ids, count);
  }

  private int add(String word, long[] ids, int count) {
    if (word.equals("[s]") || word.equals("[t]")) {
      return put(word.equals("[s]") ? SOURCE : TARGET, ids, count);
    }
    String plain = word;
    if (!word.chars().allMatch(c -> c < 128)) {
      plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }
    int at = count;
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      boolean mark = i < plain.length() && isMark(plain.charAt(i));
      if (i == plain.length() || mark) {
        if (i > start) {
          at = part(plain.substring(start, i), ids, at);
        }
        if (mark) {
          at = part(plain.substring(i, i + 1), ids, at);
        }
        start = i + 1;
      }
    }
    return at;
  }

  private static boolean isMark(char c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  private int part(String part, long[] ids, int count) {
    int at = count;
    int start = 0;
    while (start < part.length()) {
      int end = part.length();
      Integer id = null;
      while (end > start) {
        String piece = part.substring(start, end);
        id = pieces.get(start == 0 ? piece : "##" + piece);
        if (id != null) {
          break;
        }
        end--;
      }
      if (id == null) {
        return put(UNKNOWN, ids, count);
      }
      at = put(id, ids, at);
      start = end;
    }
    return at;
  }

  private static int put(int id, long[] ids, int count) {
    if (count >= LONGEST - 1) {
      return count;
    }
    ids[count] = id;
    return count + 1;
  }
}
