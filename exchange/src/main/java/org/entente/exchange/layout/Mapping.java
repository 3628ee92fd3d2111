package org.entente.exchange.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.exchange.rows.Columns;

/**
 * Which column of a table is what of an event. A file of lines {@code column = field}; {@code #}
 * begins a comment. A column is named, or numbered from 1 in a table without a header.
 *
 * @param columns column by field
 */
public record Mapping(Map<String, String> columns) {
  /** What a column can be. */
  static final List<String> FIELDS =
      List.of(
          "id",
          "date",
          "date_to",
          "source",
          "source_code",
          "source_country",
          "source_sectors",
          "target",
          "target_code",
          "target_country",
          "target_sectors",
          "cameo",
          "event",
          "type",
          "mode",
          "contexts",
          "goldstein",
          "status",
          "confidence",
          "publisher",
          "place",
          "country",
          "latitude",
          "longitude",
          "geonames",
          "killed",
          "injured");

  /** Columns that go by the names of the fields. */
  static final Mapping BY_NAME = new Mapping(Map.of());

  public Mapping {
    columns = new LinkedHashMap<>(columns);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if a line is wrong; names file and line
   */
  public static Mapping read(Path file) throws IOException {
    Map<String, String> columns = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      int equals = text.lastIndexOf('=');
      String field = text.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
      String column = equals < 0 ? "" : text.substring(0, equals).strip();
      if (column.isEmpty() || !FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            file
                + ":"
                + number
                + ": a line is 'column = field', and the fields are "
                + String.join(", ", FIELDS));
      }
      if (columns.put(field, column) != null) {
        throw new IllegalArgumentException(
            file + ":" + number + ": a second column for '" + field + "'");
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(file + ": empty; write lines such as 'Day = date'");
    }
    return new Mapping(columns);
  }

  /** Whether columns are numbered, so that the table has no header. */
  boolean isNumbered() {
    return !columns.isEmpty() && columns.values().stream().allMatch(c -> c.matches("\\d+"));
  }

  /** Place of the column for a field, from 0; -1 if there is none. */
  int at(String field, Columns names) {
    if (columns.isEmpty()) {
      return names.at(field);
    }
    String column = columns.get(field);
    return column == null ? -1 : isNumbered() ? Integer.parseInt(column) - 1 : names.at(column);
  }

  /**
   * @throws IllegalArgumentException if the table lacks a column, or what every event needs is not
   *     mapped
   */
  void check(String file, Columns names) {
    columns.forEach(
        (field, column) -> {
          int place = at(field, names);
          if (place < 0 || place >= names.count()) {
            throw new IllegalArgumentException(
                file
                    + ": no column '"
                    + column
                    + "', which the map takes for '"
                    + field
                    + "'; there are "
                    + String.join(", ", names.names()));
          }
        });
    if (at("date", names) < 0
        || at("source", names) < 0 && at("source_code", names) < 0
        || at("cameo", names) < 0 && at("event", names) < 0 && at("type", names) < 0) {
      throw new IllegalArgumentException(
          file
              + ": columns for date, source (or source_code) and cameo (or event, or type) are"
              + " needed; say which they are with --map FILE");
    }
  }
}
