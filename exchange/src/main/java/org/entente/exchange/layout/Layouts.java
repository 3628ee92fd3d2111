package org.entente.exchange.layout;

import java.util.List;
import java.util.Locale;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Rows;

/**
 * The layout of a file.
 *
 * @param format its name
 * @param separator between cells
 * @param columns names of the columns
 * @param header whether the first line names them
 */
public record Layouts(String format, char separator, Columns columns, boolean header) {
  private static final List<String> PLAIN = List.of("date", "source", "event", "target");

  /** Names of what can be read. */
  public static final List<String> FORMATS = List.of("icews", "plain");

  /**
   * Tells the layout of a file by its first line.
   *
   * @param file for messages
   * @param first the first line, or null
   * @param wanted one of {@link #FORMATS}, or null to find out
   * @throws IllegalArgumentException if it cannot be told, or is not what is wanted
   */
  public static Layouts of(String file, String first, String wanted) {
    if (first == null) {
      throw new IllegalArgumentException(file + ": empty");
    }
    char separator = Rows.separator(first);
    List<String> cells = Rows.cells(first, separator);
    Columns columns = new Columns(cells);
    String format = wanted == null ? tell(cells, columns) : wanted;
    if (format == null) {
      throw new IllegalArgumentException(
          file
              + ": no format that is known by its first line, which has "
              + cells.size()
              + " columns ("
              + shortened(first)
              + "). Say which with --format "
              + String.join("|", FORMATS)
              + ", or which column is what with --map FILE");
    }
    return switch (format) {
      case "icews" -> {
        need(file, columns, first, "icews", "Event Date", "Source Name", "Target Name");
        yield new Layouts(format, separator, columns, true);
      }
      case "plain" -> {
        if (cells.size() < 4) {
          throw new IllegalArgumentException(
              file + ": plain has four columns (date, source, event, target), not " + cells.size());
        }
        boolean header = !isDay(cells.get(0));
        yield new Layouts(format, separator, header ? columns : new Columns(PLAIN), header);
      }
      default ->
          throw new IllegalArgumentException(
              "--format: no '" + format + "'; there are auto, " + String.join(", ", FORMATS));
    };
  }

  private static String tell(List<String> cells, Columns columns) {
    if (columns.has("Event Date", "CAMEO Code", "Source Name", "Target Name")) {
      return "icews";
    }
    if (cells.size() == 4 && (columns.has("date", "source", "target") || isDay(cells.get(0)))) {
      return "plain";
    }
    return null;
  }

  private static void need(
      String file, Columns columns, String first, String format, String... names) {
    for (String name : names) {
      if (columns.at(name) < 0) {
        throw new IllegalArgumentException(
            file
                + ": "
                + format
                + " has a column '"
                + name
                + "', and the first line has none ("
                + shortened(first)
                + ")");
      }
    }
  }

  private static boolean isDay(String cell) {
    return cell.matches("\\d{4}-\\d{2}-\\d{2}.*|\\d{8}");
  }

  private static String shortened(String line) {
    String shown = line.replace('\t', ' ').strip();
    return shown.length() <= 60 ? shown : shown.substring(0, 60) + "…";
  }

  /** Reads rows of it. */
  public Layout open(Setting setting) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "icews" -> new Icews(setting, columns);
      default -> new Plain(setting, columns);
    };
  }
}
