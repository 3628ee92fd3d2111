package org.entente.exchange.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of a table. With tabs, a line is a row. With commas or semicolons a quoted cell may go
 * over several lines; a quote that is never closed spoils its own line only.
 */
public final class Rows implements Closeable {
  /** Most lines of one row. */
  private static final int TALLEST = 1_000;

  private final Lines lines;
  private final char separator;
  private final int columns;
  private final CsvReader.CsvReaderBuilder csv;
  private final Deque<String> pushedBack = new ArrayDeque<>();
  private long line;

  /**
   * @param separator between cells; 0 where a line is one cell
   * @param columns how many cells a row should have: decides whether a quote is closed where it
   *     seems to be
   */
  public Rows(Input input, char separator, int columns) throws IOException {
    this.lines = new Lines(input.open());
    this.separator = separator;
    this.columns = columns;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(separator == 0 ? ',' : separator)
            .skipEmptyLines(false)
            .maxBufferSize(Lines.LONGEST + 1);
  }

  /** The first line that is not empty, or null. */
  public static String first(Input input) throws IOException {
    try (Lines lines = new Lines(input.open())) {
      String line = lines.next();
      while (line != null && line.isBlank()) {
        line = lines.next();
      }
      return line;
    }
  }

  /** Tab, semicolon or comma: that of which a line has most, tabs first. */
  public static char separator(String line) {
    if (line.indexOf('\t') >= 0) {
      return '\t';
    }
    return line.chars().filter(c -> c == ';').count() > line.chars().filter(c -> c == ',').count()
        ? ';'
        : ',';
  }

  /** The cells of one line. */
  public static List<String> cells(String line, char separator) {
    return List.of(separator == '\t' ? tabbed(line) : split(line, separator));
  }

  private static String[] split(String line, char separator) {
    if (line.indexOf('"') < 0) {
      return plain(line, separator);
    }
    CsvReader.CsvReaderBuilder csv =
        CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false);
    try (CsvReader<CsvRecord> reader = csv.ofCsvRecord(line)) {
      Iterator<CsvRecord> records = reader.iterator();
      return records.hasNext() ? records.next().getFields().toArray(String[]::new) : new String[0];
    } catch (IOException | CsvParseException e) {
      return plain(line, separator);
    }
  }

  /** The next row that is not empty, or null at the end. */
  public Row next() throws IOException {
    String raw = line();
    while (raw != null && raw.isBlank()) {
      raw = line();
    }
    if (raw == null) {
      return null;
    }
    if (separator == 0) {
      return new Row(line, raw, new String[] {raw});
    }
    if (separator == '\t') {
      return new Row(line, raw, tabbed(raw));
    }
    return raw.indexOf('"') < 0 ? new Row(line, raw, plain(raw, separator)) : quoted(raw);
  }

  private String line() throws IOException {
    String next = pushedBack.isEmpty() ? lines.next() : pushedBack.poll();
    if (next != null) {
      line++;
    }
    return next;
  }

  private Row quoted(String first) throws IOException {
    long begins = line;
    if (quotes(first) % 2 == 0) {
      return new Row(begins, first, parsed(first));
    }
    List<String> taken = new ArrayList<>();
    StringBuilder whole = new StringBuilder(first);
    int quotes = quotes(first);
    while (taken.size() < TALLEST && whole.length() < Lines.LONGEST) {
      String more = line();
      if (more == null) {
        break;
      }
      taken.add(more);
      whole.append('\n').append(more);
      quotes += quotes(more);
      if (quotes % 2 == 0) {
        String[] cells = parsed(whole.toString());
        if (cells.length == columns) {
          return new Row(begins, whole.toString(), cells);
        }
        if (cells.length > columns) {
          break;
        }
      }
    }
    for (int i = taken.size() - 1; i >= 0; i--) {
      pushedBack.push(taken.get(i));
    }
    line = begins;
    return new Row(begins, first, parsed(first));
  }

  private static int quotes(String text) {
    int count = 0;
    for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
      count++;
    }
    return count;
  }

  private String[] parsed(String row) {
    try (CsvReader<CsvRecord> reader = csv.ofCsvRecord(row)) {
      Iterator<CsvRecord> records = reader.iterator();
      return records.hasNext() ? records.next().getFields().toArray(String[]::new) : new String[0];
    } catch (IOException | CsvParseException e) {
      return plain(row, separator);
    }
  }

  private static String[] plain(String row, char separator) {
    int count = 1;
    for (int i = row.indexOf(separator); i >= 0; i = row.indexOf(separator, i + 1)) {
      count++;
    }
    String[] cells = new String[count];
    int from = 0;
    for (int i = 0; i < count - 1; i++) {
      int to = row.indexOf(separator, from);
      cells[i] = row.substring(from, to);
      from = to + 1;
    }
    cells[count - 1] = row.substring(from);
    return cells;
  }

  /** Some write quotes around cells of tables with tabs too. */
  private static String[] tabbed(String row) {
    String[] cells = plain(row, '\t');
    if (row.indexOf('"') >= 0) {
      for (int i = 0; i < cells.length; i++) {
        String cell = cells[i];
        if (cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"")) {
          cells[i] = cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
        }
      }
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
