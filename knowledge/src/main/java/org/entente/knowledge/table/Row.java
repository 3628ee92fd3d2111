package org.entente.knowledge.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a table. What cannot be read is noted as a mistake, and a harmless value returned. */
public final class Row {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

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
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      mistake(field, "no date: '" + text + "'; write YYYY-MM-DD, YYYY-MM or YYYY");
      return null;
    }
    try {
      int year = Integer.parseInt(parts.group(1));
      if (parts.group(2) == null) {
        return last ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
      if (parts.group(3) == null) {
        return last ? month.atEndOfMonth() : month.atDay(1);
      }
      return month.atDay(Integer.parseInt(parts.group(3)));
    } catch (DateTimeException e) {
      mistake(field, "no such day: '" + text + "'");
      return null;
    }
  }

  /** A number, or null if the field is empty. */
  public Double number(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      mistake(field, "no number: '" + text + "'");
      return null;
    }
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
