package org.entente.knowledge.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A large file of which few rows are needed: its lines are found at once, and taken apart when they
 * are asked for.
 */
public final class Lines {
  private final Table table;
  private final byte[] bytes;
  private int[] starts = new int[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int size;

  private Lines(Table table, byte[] bytes) {
    this.table = table;
    this.bytes = bytes;
  }

  /**
   * Finds the lines of a file that is known to be right; what is not shows when a row is asked for.
   *
   * @param header the columns that must be there
   */
  public static Lines read(Folders.Source source, Mistakes mistakes, List<String> header)
      throws IOException {
    Table table = new Table(source, mistakes);
    Lines lines = new Lines(table, Table.bytes(source.path()));
    boolean headed = false;
    int number = 0;
    for (int from = 0; from < lines.bytes.length; ) {
      number++;
      int end = lines.end(from);
      boolean empty = end == from || end == from + 1 && lines.bytes[from] == '\r';
      if (!empty && lines.bytes[from] != '#') {
        if (headed) {
          lines.add(from, number);
        } else {
          headed = true;
          table.header(lines.text(from, end).split("\t", -1), number, header);
        }
      }
      from = end + 1;
    }
    return lines;
  }

  private void add(int start, int number) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    starts[size] = start;
    numbers[size++] = number;
  }

  private int end(int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private String text(int from, int end) {
    int last = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    return new String(bytes, from, last - from, StandardCharsets.UTF_8);
  }

  public int size() {
    return size;
  }

  /** A row by its number among the rows, from 0. */
  public Row row(int row) {
    String[] cells = text(starts[row], end(starts[row])).split("\t", -1);
    return new Row(table, numbers[row], cells);
  }

  /** Takes a field where it stands, in UTF-8. */
  public interface Taker {
    void take(byte[] bytes, int from, int to, int row);
  }

  /** Hands out one field of each row, without taking the rows apart. */
  public void each(String field, Taker taker) {
    Integer column = table.column(field);
    for (int row = 0; row < size; row++) {
      int from = starts[row];
      int left = column == null || column < 0 ? Integer.MAX_VALUE : column;
      while (left > 0 && from < bytes.length && bytes[from] != '\n') {
        left -= bytes[from++] == '\t' ? 1 : 0;
      }
      int to = from;
      while (to < bytes.length && bytes[to] != '\t' && bytes[to] != '\n' && bytes[to] != '\r') {
        to++;
      }
      taker.take(bytes, from, left == 0 ? to : from, row);
    }
  }
}
