package org.entente.evaluation.show;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** All that was measured, to be shown one way or the other. */
public final class Findings {
  /** What stands between these two lines of a Markdown file is the command's. */
  public static final String BEGIN = "<!-- begin: ./entente evaluate --markdown -->";

  public static final String END = "<!-- end: ./entente evaluate --markdown -->";

  private final List<Block> blocks;

  public Findings(List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  public List<Block> blocks() {
    return blocks;
  }

  /**
   * Text of at most 100 columns.
   *
   * @param options whose cases are printed one by one: {@code --wrong}, {@code -v}
   */
  public String text(Set<String> options) {
    return new TerminalText(options).of(blocks);
  }

  /**
   * Writes the tables as Markdown. Of a file that is there already only what stands between {@link
   * #BEGIN} and {@link #END} is replaced.
   *
   * @throws IOException if the file cannot be written, or is there and has no such place
   */
  public void markdown(Path file) throws IOException {
    String tables = BEGIN + "\n" + new MarkdownText().of(blocks) + "\n" + END;
    if (Files.exists(file) && Files.size(file) > 0) {
      String old = Files.readString(file, StandardCharsets.UTF_8);
      int from = old.indexOf(BEGIN);
      int to = old.indexOf(END);
      if (from < 0 || to < from) {
        throw new IOException(
            file
                + " is there already and has no place for the tables; put the lines "
                + BEGIN
                + " and "
                + END
                + " where they belong, or name another file");
      }
      write(file, old.substring(0, from) + tables + old.substring(to + END.length()));
    } else {
      write(file, tables + "\n");
    }
  }

  /** Writes one page that loads nothing. */
  public void html(Path file, String title) throws IOException {
    write(file, new HtmlPage(title, blocks).html());
  }

  private static void write(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
