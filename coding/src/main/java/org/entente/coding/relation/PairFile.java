package org.entente.coding.relation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of sentences with two given actors: tab-separated, UTF-8, the first line with the names
 * of the columns {@code id}, {@code sentence}, {@code source}, {@code target} and, where it is to
 * say which occurrence is meant, {@code marked_sentence}; others are kept.
 */
public final class PairFile {
  private final Map<String, Integer> columns;
  private final List<Row> rows;

  private PairFile(Map<String, Integer> columns, List<Row> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * A row.
   *
   * @param line in the file, from 1
   * @param pair null where there is none to read
   * @param mistake why, or null
   */
  public record Row(int line, String id, Pair pair, String mistake, List<String> cells) {}

  /**
   * Reads a table. A row that cannot be read is there with its mistake.
   *
   * @throws IOException if the file cannot be read, is no UTF-8, or lacks a column
   */
  public static PairFile read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8; save it as UTF-8 text", e);
    }
  }

  /**
   * @param name for messages
   */
  public static PairFile read(BufferedReader reader, String name) throws IOException {
    String head = reader.readLine();
    if (head == null) {
      throw new IOException(name + " is empty; its first line must name the columns");
    }
    if (head.startsWith("\uFEFF")) {
      head = head.substring(1);
    }
    Map<String, Integer> columns = new HashMap<>();
    int at = 0;
    for (String column : head.split("\t", -1)) {
      String title = unquoted(column).strip();
      if (columns.putIfAbsent(title.isEmpty() ? "column " + (at + 1) : title, at) != null) {
        throw new IOException(
            name + ", line 1: two columns '" + title + "'; give one another name");
      }
      at++;
    }
    boolean marked = columns.containsKey("marked_sentence");
    List<String> needed = marked ? List.of("id") : List.of("id", "sentence", "source", "target");
    for (String column : needed) {
      if (!columns.containsKey(column)) {
        throw new IOException(
            name
                + ", line 1: no column '"
                + column
                + "'; needed are id, sentence, source and target (or id and marked_sentence), with"
                + " tabs between them");
      }
    }
    List<Row> rows = new ArrayList<>();
    int line = 1;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (!text.isBlank()) {
        rows.add(row(line, text, columns));
      }
    }
    return new PairFile(columns, rows);
  }

  private static Row row(int line, String text, Map<String, Integer> columns) {
    List<String> cells = Arrays.stream(text.split("\t", -1)).map(PairFile::unquoted).toList();
    String id = cell(cells, columns.get("id"));
    if (cells.size() != columns.size()) {
      String mistake = cells.size() + " cells instead of " + columns.size();
      return new Row(line, id, null, mistake, cells);
    }
    try {
      Pair pair = pair(cells, columns);
      return pair.text().isBlank()
          ? new Row(line, id, null, "the sentence is empty", cells)
          : new Row(line, id, pair, null, cells);
    } catch (IllegalArgumentException e) {
      return new Row(line, id, null, e.getMessage(), cells);
    }
  }

  private static Pair pair(List<String> cells, Map<String, Integer> columns) {
    String marked = cell(cells, columns.get("marked_sentence"));
    if (!marked.isBlank() && (marked.contains("<s>") || marked.contains("<t>"))) {
      return Pair.marked(marked);
    }
    String sentence = cell(cells, columns.get("sentence"));
    return Pair.of(
        sentence.isBlank() ? marked : sentence,
        cell(cells, columns.get("source")),
        cell(cells, columns.get("target")));
  }

  private static String cell(List<String> cells, Integer column) {
    return column == null || column >= cells.size() ? "" : cells.get(column);
  }

  /** A cell as spreadsheets write it, in quotation marks and those inside doubled, without them. */
  private static String unquoted(String cell) {
    if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
      return cell;
    }
    String inside = cell.substring(1, cell.length() - 1);
    return inside.replace("\"\"", "").indexOf('"') < 0 ? inside.replace("\"\"", "\"") : cell;
  }

  public List<Row> rows() {
    return rows;
  }

  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** What stands in a column of a row; empty where there is none. */
  public String cell(Row row, String column) {
    return cell(row.cells(), columns.get(column));
  }
}
