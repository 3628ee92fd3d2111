package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A dictionary file: its kind and the lines that say something. */
record Dictionary(String file, Kind kind, List<Line> lines) {
  enum Kind {
    ACTORS,
    AGENTS,
    DISCARDS,
    VERBS
  }

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /**
   * Reads a file.
   *
   * @param ledger takes lines that cannot be read
   * @return null if it is no dictionary
   */
  static Dictionary read(Path path, Ledger ledger) throws IOException {
    String file = path.getFileName().toString();
    byte[] bytes = Files.readAllBytes(path);
    Kind kind = kind(file, bytes);
    return kind == null ? null : new Dictionary(file, kind, lines(file, bytes, ledger));
  }

  private static Kind kind(String file, byte[] bytes) {
    String name = file.toLowerCase(Locale.ROOT);
    if (!name.endsWith(".txt") && !name.matches(".*\\.(actors|agents|discards|verbs)")) {
      return null;
    }
    if (name.contains("actors")) {
      return Kind.ACTORS;
    }
    if (name.contains("agents")) {
      return Kind.AGENTS;
    }
    if (name.contains("discards")) {
      return Kind.DISCARDS;
    }
    boolean patterns =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .lines()
            .anyMatch(line -> line.matches("-\\s[^\\[]*\\*[^\\[]*\\[[-:\\d]*\\].*"));
    return patterns ? Kind.VERBS : null;
  }

  private static List<Line> lines(String file, byte[] bytes, Ledger ledger) {
    List<Line> lines = new ArrayList<>();
    Comments comments = new Comments();
    int number = 0;
    for (int from = 0; from < bytes.length; ) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      number++;
      String text = decode(bytes, from, end);
      String said = comments.without(text);
      if (!said.isBlank()) {
        Line line = new Line(file, number, said.stripTrailing());
        if (said.chars().anyMatch(Dictionary::unreadable)) {
          ledger.left(
              line,
              "an unreadable character: neither UTF-8 nor Windows-1252, or a control character",
              null);
        } else {
          lines.add(line);
        }
      }
      from = end + 1;
    }
    return lines;
  }

  private static boolean unreadable(int c) {
    return c == 0xFFFD || c < ' ' && c != '\t' && c != '\r' || c >= 0x7F && c < 0xA0;
  }

  private static String decode(byte[] bytes, int from, int end) {
    int start = from;
    if (from == 0
        && end >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      start = 3;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, start, end - start, WESTERN);
    }
  }
}
