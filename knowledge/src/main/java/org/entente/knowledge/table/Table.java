package org.entente.knowledge.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One TSV file: a header line, then rows; {@code #} begins a comment line. */
public final class Table {
  private final String file;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Mistakes mistakes;
  private final int layer;
  private int width;

  Table(Folders.Source source, Mistakes mistakes) {
    this.layer = source.layer();
    this.file = source.root().relativize(source.path()).toString().replace('\\', '/');
    this.mistakes = mistakes;
  }

  /**
   * The files of a folder whose names fit {@code prefix*.tsv} or {@code prefix*.tsv.gz}, by name.
   */
  public static List<Path> files(Path folder, String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(
              path -> {
                String name = path.getFileName().toString();
                return name.startsWith(prefix)
                    && (name.endsWith(".tsv") || name.endsWith(".tsv.gz"));
              })
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    }
  }

  /** Hands every row of every file that fits to {@code each}; if there is none, it is a mistake. */
  public static void readAll(
      Folders folders,
      String folder,
      String prefix,
      Mistakes mistakes,
      List<String> header,
      Consumer<Row> each)
      throws IOException {
    if (!readAny(folders, folder, prefix, mistakes, header, each)) {
      mistakes.add(
          folder + "/" + prefix + "*.tsv", 0, null, "no such file; the knowledge is incomplete");
    }
  }

  /**
   * Hands every row of every file that fits to {@code each}.
   *
   * @return whether there is such a file
   */
  public static boolean readAny(
      Folders folders,
      String folder,
      String prefix,
      Mistakes mistakes,
      List<String> header,
      Consumer<Row> each)
      throws IOException {
    List<Folders.Source> files = folders.files(folder, prefix);
    for (Folders.Source file : files) {
      read(file, mistakes, header).rows().forEach(each);
    }
    return !files.isEmpty();
  }

  /**
   * Reads one file.
   *
   * @param header the columns that must be there
   */
  public static Table read(Folders.Source source, Mistakes mistakes, List<String> header)
      throws IOException {
    Table table = new Table(source, mistakes);
    String text = table.decode(bytes(source.path()));
    boolean headed = false;
    int number = 0;
    for (int from = 0, next; from <= text.length(); from = next) {
      int newline = text.indexOf('\n', from);
      int end = newline < 0 ? text.length() : newline;
      next = end + 1;
      number++;
      if (end > from && text.charAt(end - 1) == '\r') {
        end--;
      }
      String line = text.substring(from, end);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (!headed) {
        headed = true;
        table.header(cells, number, header);
      } else if (cells.length != table.width) {
        mistakes.add(
            table.file, number, null, cells.length + " fields where the header has " + table.width);
      } else {
        table.rows.add(new Row(table, number, cells));
      }
    }
    if (!headed) {
      mistakes.add(table.file, 0, null, "no header line; expected " + String.join(", ", header));
    }
    return table;
  }

  static byte[] bytes(Path path) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return in.readAllBytes();
    }
  }

  private String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String lossy = new String(bytes, StandardCharsets.UTF_8);
      int line =
          1
              + (int)
                  lossy
                      .substring(0, lossy.indexOf('\uFFFD'))
                      .chars()
                      .filter(c -> c == '\n')
                      .count();
      mistakes.add(file, line, null, "not UTF-8; save the file as UTF-8");
      return lossy;
    }
  }

  void header(String[] cells, int line, List<String> wanted) {
    width = cells.length;
    for (int i = 0; i < cells.length; i++) {
      if (columns.put(cells[i].strip(), i) != null) {
        mistakes.add(file, line, cells[i], "the column stands twice");
      }
    }
    for (String column : wanted) {
      if (!columns.containsKey(column)) {
        mistakes.add(file, line, column, "the column is missing");
        columns.put(column, -1);
      }
    }
  }

  public List<Row> rows() {
    return rows;
  }

  String file() {
    return file;
  }

  int layer() {
    return layer;
  }

  Integer column(String name) {
    return columns.get(name);
  }

  Mistakes mistakes() {
    return mistakes;
  }
}
