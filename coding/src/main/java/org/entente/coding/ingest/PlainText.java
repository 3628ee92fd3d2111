package org.entente.coding.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parts plain text into paragraphs.
 *
 * <p>Empty lines always part. Within lines that stand together, two habits are told apart: one
 * paragraph a line, and lines broken to a width. Lines are broken to a width if most of them are
 * full, that is, if the first word of the next line would not have fitted in.
 */
final class PlainText {
  /** Longest line that a width is thought of. */
  private static final int WIDEST = 120;

  private static final int NARROWEST = 30;
  private static final Pattern OPENER =
      Pattern.compile(
          "^(?:disclaimer|by\\s+\\p{Lu}|last\\s+update|updated|published|views expressed|©|copyright|photo:|image:|[-•*–]\\s)",
          Pattern.CASE_INSENSITIVE);

  private PlainText() {}

  /** Paragraphs, clean and not empty. */
  static List<Block> blocks(String text) {
    List<List<String>> chunks = new ArrayList<>();
    List<String> chunk = new ArrayList<>();
    int widest = 0;
    for (String line : Text.lines(text).replace('\f', '\n').split("\n", -1)) {
      String bare = line.stripTrailing();
      if (Text.clean(bare).isEmpty()) {
        if (!chunk.isEmpty()) {
          chunks.add(chunk);
          chunk = new ArrayList<>();
        }
      } else {
        chunk.add(bare);
        widest = Math.max(widest, bare.length());
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    List<Block> blocks = new ArrayList<>();
    for (List<String> lines : chunks) {
      part(lines, widest, blocks);
    }
    return blocks;
  }

  private static void part(List<String> lines, int widest, List<Block> blocks) {
    int own = lines.stream().mapToInt(String::length).max().orElse(0);
    int width = widest <= WIDEST && lines.size() < 4 ? widest : own;
    boolean wrapped = wrapped(lines, width);
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > 0 && (!wrapped || opens(lines.get(i - 1), line, width))) {
        add(paragraph, blocks);
      }
      join(paragraph, line.strip());
    }
    add(paragraph, blocks);
  }

  private static boolean wrapped(List<String> lines, int width) {
    if (lines.size() < 2 || width > WIDEST || width < NARROWEST) {
      return false;
    }
    int full = 0;
    int ended = 0;
    int small = 0;
    int last = lines.size() - 1;
    for (int i = 0; i < last; i++) {
      full += full(lines.get(i), lines.get(i + 1), width) ? 1 : 0;
      ended += Text.ends(lines.get(i)) ? 1 : 0;
      small += Character.isLowerCase(lines.get(i + 1).strip().codePointAt(0)) ? 1 : 0;
    }
    if (lines.size() == 2) {
      return full == 1 && ended == 0 || small == 1;
    }
    return full >= last * 0.6
        && ended <= last * 0.6
        && (small >= last * 0.25 || ended < last * 0.5);
  }

  /** Whether the next line's first word had no room, a seventh of the width for ragged edges. */
  private static boolean full(String line, String next, int width) {
    String bare = next.strip();
    int space = bare.indexOf(' ');
    int word = space < 0 ? bare.length() : space;
    return line.length() + 1 + word > width - width / 7;
  }

  /** Whether a line of broken lines begins a paragraph. */
  private static boolean opens(String before, String line, int width) {
    if (indent(line) > indent(before) && indent(line) >= 2 && Text.ends(before)) {
      return true;
    }
    if (Character.isLowerCase(line.strip().codePointAt(0))) {
      return false;
    }
    if (OPENER.matcher(line.strip()).find() && Text.ends(before)) {
      return true;
    }
    return !full(before, line, width);
  }

  private static int indent(String line) {
    int columns = 0;
    for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
      columns += line.charAt(i) == '\t' ? 4 : 1;
    }
    return columns;
  }

  private static void join(StringBuilder paragraph, String line) {
    int n = paragraph.length();
    boolean hyphen =
        n > 1
            && paragraph.charAt(n - 1) == '-'
            && Character.isLetter(paragraph.charAt(n - 2))
            && Character.isLowerCase(line.codePointAt(0));
    if (n > 0 && !hyphen) {
      paragraph.append(' ');
    }
    paragraph.append(line);
  }

  private static void add(StringBuilder paragraph, List<Block> blocks) {
    String text = Text.clean(paragraph.toString());
    paragraph.setLength(0);
    if (!text.isEmpty()) {
      blocks.add(new Block(null, text));
    }
  }
}
