package org.entente.exchange.layout;

import java.util.List;
import org.entente.exchange.actors.Actors;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Rows;
import org.entente.model.Event;

/**
 * The layout of a file.
 *
 * @param format its name
 * @param separator between cells; 0 where a line is a row as it is
 * @param columns names of the columns
 * @param header whether the first line names them
 * @param mapping which column is what, of a table of no layout of its own; else null
 */
public record Layouts(
    String format, char separator, Columns columns, boolean header, Mapping mapping) {
  private static final List<String> PLAIN = List.of("date", "source", "event", "target");

  /** Names of what can be read. */
  public static final List<String> FORMATS =
      List.of(
          "icews",
          "polecat",
          "phoenix",
          "petrarch",
          "gdelt1",
          "gdelt2",
          "ged",
          "acled",
          "plain",
          "csv",
          "jsonl");

  /**
   * Tells the layout of a file by its first line.
   *
   * @param file for messages
   * @param first the first line, or null
   * @param wanted one of {@link #FORMATS}, or null to find out
   * @param mapping which column is what, or null
   * @throws IllegalArgumentException if it cannot be told, or is not what is wanted
   */
  public static Layouts of(String file, String first, String wanted, Mapping mapping) {
    if (first == null) {
      throw new IllegalArgumentException(file + ": empty");
    }
    if (wanted != null && !FORMATS.contains(wanted)) {
      throw new IllegalArgumentException(
          "--format: no '" + wanted + "'; there are auto, " + String.join(", ", FORMATS));
    }
    if (mapping != null && wanted != null && !wanted.equals("csv")) {
      throw new IllegalArgumentException(
          "--map: " + wanted + " has columns of its own; a map goes with --format csv");
    }
    char separator = Rows.separator(first);
    List<String> cells = Rows.cells(first, separator);
    Columns columns = new Columns(cells);
    String format = mapping != null ? "csv" : wanted != null ? wanted : tell(first, cells, columns);
    if (format == null) {
      throw new IllegalArgumentException(
          file
              + ": no format that is known by its first line, which has "
              + cells.size()
              + (cells.size() == 1 ? " column (" : " columns (")
              + shortened(first)
              + "). Say which with --format "
              + String.join("|", FORMATS)
              + ", or which column is what with --map FILE");
    }
    return switch (format) {
      case "jsonl" -> new Layouts(format, (char) 0, columns, false, null);
      case "icews" ->
          headed(file, format, separator, columns, "Event Date", "Source Name", "CAMEO Code");
      case "polecat" ->
          headed(file, format, separator, columns, "Event Date", "Event Type", "Actor Name");
      case "ged" -> headed(file, format, separator, columns, "type_of_violence", "side_a");
      case "acled" ->
          headed(file, format, separator, columns, "event_date", "sub_event_type", "actor1");
      case "phoenix" ->
          columns.has("SourceActorFull", "EventCode")
              ? new Layouts(format, separator, columns, true, null)
              : bare(file, format, separator, cells, Phoenix.COLUMNS, 1);
      case "gdelt1", "gdelt2" ->
          columns.has("GLOBALEVENTID", "EventCode")
              ? new Layouts(format, separator, columns, true, null)
              : bare(
                  file,
                  format,
                  separator,
                  cells,
                  Gdelt.columns(format.equals("gdelt2") ? 2 : 1),
                  1);
      case "petrarch" -> bare(file, format, separator, cells, Petrarch.COLUMNS, 3);
      case "plain" -> {
        boolean header = !isDay(cells.get(0));
        yield cells.size() > 4 && header
            ? new Layouts(format, separator, columns, true, null)
            : bare(file, format, separator, cells, PLAIN, 0).withHeader(header);
      }
      default -> csv(file, separator, columns, mapping);
    };
  }

  private static Layouts csv(String file, char separator, Columns columns, Mapping mapping) {
    if (mapping == null && EventCsv.is(columns)) {
      return new Layouts("csv", separator, columns, true, null);
    }
    Mapping used = mapping == null ? Mapping.BY_NAME : mapping;
    used.check(file, columns);
    return new Layouts("csv", separator, columns, !used.isNumbered(), used);
  }

  private Layouts withHeader(boolean headed) {
    return new Layouts(format, separator, columns, headed, mapping);
  }

  private static Layouts headed(
      String file, String format, char separator, Columns columns, String... needed) {
    for (String name : needed) {
      if (columns.at(name) < 0) {
        throw new IllegalArgumentException(
            file
                + ": "
                + format
                + " has a column '"
                + name
                + "', and the first line names none such; it has "
                + shortened(String.join(" ", columns.names())));
      }
    }
    return new Layouts(format, separator, columns, true, null);
  }

  /** A table without a header. */
  private static Layouts bare(
      String file,
      String format,
      char separator,
      List<String> cells,
      List<String> names,
      int less) {
    if (cells.size() < names.size() - less || cells.size() > names.size()) {
      throw new IllegalArgumentException(
          file
              + ": "
              + format
              + " has "
              + names.size()
              + " columns, and the first line has "
              + cells.size());
    }
    return new Layouts(format, separator, new Columns(names.subList(0, cells.size())), false, null);
  }

  private static String tell(String first, List<String> cells, Columns columns) {
    if (first.startsWith("{")) {
      return "jsonl";
    }
    if (columns.has("Event Date", "CAMEO Code", "Source Name", "Target Name")) {
      return "icews";
    }
    if (columns.has("Event Date", "Event Type", "Event Mode", "Actor Name")) {
      return "polecat";
    }
    if (columns.has("SourceActorFull", "EventCode")) {
      return "phoenix";
    }
    if (columns.has("GLOBALEVENTID", "EventCode")) {
      return columns.at("ActionGeo_ADM2Code") >= 0 ? "gdelt2" : "gdelt1";
    }
    if (columns.has("type_of_violence", "side_a")) {
      return "ged";
    }
    if (columns.has("sub_event_type", "event_date")) {
      return "acled";
    }
    if (EventCsv.is(columns)) {
      return "csv";
    }
    if (cells.size() == 4 && columns.has("date", "source", "event", "target")) {
      return "plain";
    }
    return bareFormat(cells);
  }

  private static String bareFormat(List<String> cells) {
    int count = cells.size();
    if (count > 50 && cells.get(0).matches("\\d+") && cells.get(1).matches("\\d{8}")) {
      return count == 61 ? "gdelt2" : count == 57 || count == 58 ? "gdelt1" : null;
    }
    if ((count == 25 || count == 26) && isDay(cells.get(1))) {
      return "phoenix";
    }
    if (count >= 4 && isDay(cells.get(0))) {
      if (cells.get(3).matches("\\d{2,4}") && cells.get(1).matches("[A-Z]{3,}|---")) {
        return "petrarch";
      }
      return count == 4 ? "plain" : null;
    }
    return null;
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
    return switch (format) {
      case "icews" -> new Icews(setting, columns);
      case "polecat" -> new Polecat(setting, columns);
      case "phoenix" -> new Phoenix(setting, columns);
      case "petrarch" -> new Petrarch(setting, columns);
      case "gdelt1", "gdelt2" -> new Gdelt(setting, columns);
      case "ged" -> new Ged(setting, columns);
      case "acled" -> new Acled(setting, columns);
      case "jsonl" -> new EventLines(setting);
      case "plain" -> new Plain(setting, columns);
      default ->
          mapping == null ? new EventCsv(setting, columns) : new Mapped(setting, columns, mapping);
    };
  }

  /** Whether its events are kept whole, with their evidence. */
  public boolean whole() {
    return format.equals("jsonl");
  }

  /** How many cells a row should have. */
  public int cells() {
    return columns.count();
  }

  /** Writes rows as {@code icews}, {@code polecat} or {@code csv}. */
  public static RowWriter writer(String format, Actors actors, Cameo cameo) {
    return switch (format) {
      case "icews" -> new Icews(actors, cameo);
      case "polecat" -> new Polecat(actors, cameo);
      default -> new EventCsv();
    };
  }

  /** The event as a line of JSON, with what its row said beyond it. */
  public static String json(Event event, String original) {
    return EventLines.line(event, original);
  }
}
