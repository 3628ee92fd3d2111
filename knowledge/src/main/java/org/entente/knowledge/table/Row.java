package org.entente.knowledge.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row of a table. What cannot be read is noted as a mistake, and a harmless value returned. */
public final class Row {
  private final Table table;
  private final int line;
  private final String[] cells;

  Row(Table table, int line, String[] cells) {
    this.table = table;
    this.line = line;
    this.cells = cells;
  }

  public String file() {
    return table.file();
  }

  public int line() {
    return line;
  }

  /** 0 in the uppermost of the folders that knowledge is read from. */
  public int layer() {
    return table.layer();
  }

  /** The field, without blanks around it; empty if there is none. */
  public String text(String field) {
    Integer column = table.column(field);
    return column == null || column < 0 || column >= cells.length ? "" : cells[column].strip();
  }

  /** The field, which must not be empty. */
  public String required(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      mistake(field, "must not be empty");
    }
    return text;
  }

  /** The values of a field, parted by {@code |}. */
  public List<String> list(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String value : text.split("\\|", -1)) {
      String stripped = value.strip();
      if (stripped.isEmpty()) {
        mistake(field, "an empty value between two |");
      } else {
        values.add(stripped);
      }
    }
    return values;
  }

  /**
   * A date; a short one means its first day, or its last if {@code last}. Null if the field is
   * empty.
   */
  public LocalDate date(String field, boolean last) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    int length = text.length();
    boolean shaped =
        digits(text, 0, 4)
            && (length == 4
                || text.charAt(4) == '-'
                    && digits(text, 5, 7)
                    && (length == 7
                        || length == 10 && text.charAt(7) == '-' && digits(text, 8, 10)));
    if (!shaped) {
      mistake(field, "no date: '" + text + "'; write YYYY-MM-DD, YYYY-MM or YYYY");
      return null;
    }
    try {
      int year = Integer.parseInt(text, 0, 4, 10);
      if (length == 4) {
        return last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(text, 5, 7, 10));
      if (length == 7) {
        return last ? month.atEndOfMonth() : month.atDay(1);
      }
      return month.atDay(Integer.parseInt(text, 8, 10, 10));
    } catch (DateTimeException e) {
      mistake(field, "no such day: '" + text + "'");
      return null;
    }
  }

  private static boolean digits(String text, int from, int to) {
    if (text.length() < to) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** A number, or null if the field is empty. */
  public Double number(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    Double plain = plainNumber(text);
    if (plain != null) {
      return plain;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      mistake(field, "no number: '" + text + "'");
      return null;
    }
  }

  private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

  /** A decimal of few digits: the quotient of two whole numbers is its nearest double. */
  private static Double plainNumber(String text) {
    boolean negative = text.charAt(0) == '-';
    long digits = 0;
    int decimals = -1;
    int from = negative ? 1 : 0;
    if (text.length() == from || text.length() > 15) {
      return null;
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + c - '0';
        decimals += decimals < 0 ? 0 : 1;
      } else if (c == '.' && decimals < 0 && i > from && i + 1 < text.length()) {
        decimals = 0;
      } else {
        return null;
      }
    }
    if (decimals > 10) {
      return null;
    }
    double value = digits / TENS[Math.max(0, decimals)];
    return negative ? -value : value;
  }

  /** A constant of an enumeration, or null if the field is empty. */
  public <E extends Enum<E>> E constant(String field, Class<E> kind) {
    String text = text(field);
    return text.isEmpty() ? null : constantOf(field, text, kind);
  }

  /** Constants of an enumeration, parted by {@code |}. */
  public <E extends Enum<E>> List<E> constants(String field, Class<E> kind) {
    List<E> values = new ArrayList<>();
    for (String text : list(field)) {
      E value = constantOf(field, text, kind);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private <E extends Enum<E>> E constantOf(String field, String text, Class<E> kind) {
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    mistake(field, "'" + text + "' is none of " + Arrays.toString(kind.getEnumConstants()));
    return null;
  }

  public void mistake(String field, String message) {
    table.mistakes().add(table.file(), line, field, message);
  }
}
