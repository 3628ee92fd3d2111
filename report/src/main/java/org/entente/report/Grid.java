package org.entente.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An answer in rows and columns, for a terminal, a file or a page.
 *
 * @param columns what each column is
 * @param rows as many values as columns in each: text, numbers, days, booleans or null; lists of
 *     records in columns that only JSON has room for
 */
public record Grid(List<Column> columns, List<List<Object>> rows) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int GAP = 2;

  /** What is left of a small negative number. */
  private static final Pattern NOTHING = Pattern.compile("-0(\\.0*)?");

  /** Letters of a text that is not broken into lines. */
  private static final int BRIEF = 14;

  /**
   * A column.
   *
   * @param key its name in files: {@code goldstein_mean}; null if files do without it
   * @param title its name for people: {@code mean}; null if it is in files only
   * @param decimals digits after the point in tables; files get the whole number; −1 for text,
   *     which is cut if the table is too wide
   */
  public record Column(String key, String title, int decimals) {
    public static Column text(String key, String title) {
      return new Column(key, title, -1);
    }

    public static Column count(String key, String title) {
      return new Column(key, title, 0);
    }

    public static Column number(String key, String title, int decimals) {
      return new Column(key, title, decimals);
    }

    /** Not in files. */
    public Column shown() {
      return new Column(null, title, decimals);
    }

    /** Not in tables. */
    public Column filed() {
      return new Column(key, null, decimals);
    }

    boolean isText() {
      return decimals < 0;
    }
  }

  public Grid {
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> (List<Object>) new ArrayList<>(row)).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " for " + columns.size() + " columns: " + row);
      }
    }
  }

  /**
   * For a terminal: columns aligned, a line of titles, no line longer than the width if the texts
   * can be cut.
   */
  public String table(Report.Options options) {
    return only(column -> column.title() != null).toTable(options);
  }

  /** The first rows only. */
  Grid top(int most) {
    return rows.size() <= most ? this : new Grid(columns, rows.subList(0, most));
  }

  private Grid only(Predicate<Column> wanted) {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(c -> wanted.test(columns.get(c)))
            .boxed()
            .toList();
    return kept.size() == columns.size()
        ? this
        : new Grid(
            kept.stream().map(columns::get).toList(),
            rows.stream()
                .map(row -> kept.stream().map(row::get).collect(Collectors.toList()))
                .toList());
  }

  private String toTable(Report.Options options) {
    Ansi ansi = new Ansi(options.colour());
    int[] widths = new int[columns.size()];
    List<List<String>> cells = new ArrayList<>();
    for (List<Object> row : rows) {
      List<String> shown = new ArrayList<>();
      for (int c = 0; c < widths.length; c++) {
        shown.add(shown(row.get(c), columns.get(c)));
      }
      cells.add(shown);
    }
    int total = GAP * (widths.length - 1);
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Columns.width(columns.get(c).title());
      for (List<String> row : cells) {
        widths[c] = Math.max(widths[c], Columns.width(row.get(c)));
      }
      total += widths[c];
    }
    while (total > options.width()) {
      int widest = -1;
      for (int c = 0; c < widths.length; c++) {
        if (columns.get(c).isText()
            && widths[c] > 8
            && (widest < 0 || widths[c] > widths[widest])) {
          widest = c;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      total--;
    }
    StringBuilder out = new StringBuilder();
    out.append(ansi.bold(line(columns.stream().map(Column::title).toList(), widths))).append('\n');
    cells.forEach(row -> out.append(line(row, widths)).append('\n'));
    return out.toString();
  }

  /** A paragraph for a terminal: its words in lines no longer than the width. */
  public static String paragraph(String text, Report.Options options) {
    return String.join(
        "\n", Columns.wrap(List.of(Columns.clean(text).split(" ")), " ", options.width()));
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell = cells.get(c);
      line.append(c == 0 ? "" : " ".repeat(GAP))
          .append(
              columns.get(c).isText()
                  ? Columns.cell(cell, widths[c])
                  : " ".repeat(Math.max(0, widths[c] - Columns.width(cell))) + cell);
    }
    return line.toString().stripTrailing();
  }

  private static String shown(Object value, Column column) {
    if (value == null) {
      return column.isText() ? "" : "–";
    }
    if (value instanceof Number number && !column.isText()) {
      double real = number.doubleValue();
      if (Double.isNaN(real)) {
        return "–";
      }
      String text = String.format(Locale.ROOT, "%,." + column.decimals() + "f", real);
      return NOTHING.matcher(text).matches() ? text.substring(1) : text.replace('-', '−');
    }
    return Columns.clean(value.toString());
  }

  /** RFC 4180, with a header of the keys; a number that is none is an empty field. */
  public String csv() {
    return only(column -> column.key() != null).toCsv();
  }

  private String toCsv() {
    StringBuilder out = new StringBuilder();
    out.append(String.join(",", columns.stream().map(Column::key).toList())).append("\r\n");
    for (List<Object> row : rows) {
      out.append(String.join(",", row.stream().map(Grid::field).toList())).append("\r\n");
    }
    return out.toString();
  }

  private static String field(Object value) {
    if (value == null || value instanceof Double real && real.isNaN()) {
      return "";
    }
    String text =
        value instanceof Number ? value.toString() : Columns.clean(nested(value).toString());
    return text.indexOf(',') >= 0 || text.indexOf('"') >= 0
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static Object nested(Object value) {
    return value instanceof List ? JSON.valueToTree(value) : value;
  }

  /** One JSON object a row; null where nothing is known. */
  public String jsonl() {
    return only(column -> column.key() != null).toJsonl();
  }

  private String toJsonl() {
    StringBuilder out = new StringBuilder();
    for (List<Object> row : rows) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        for (int c = 0; c < row.size(); c++) {
          Object value = row.get(c);
          json.writeFieldName(columns.get(c).key());
          if (value == null || value instanceof Double real && !Double.isFinite(real)) {
            json.writeNull();
          } else if (value instanceof Number || value instanceof Boolean) {
            json.writeRawValue(value.toString());
          } else if (value instanceof List) {
            json.writePOJO(value);
          } else {
            json.writeString(value.toString());
          }
        }
        json.writeEndObject();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      out.append(line).append('\n');
    }
    return out.toString();
  }

  /** A table of HTML, numbers to the right. */
  public String html() {
    return only(column -> column.title() != null).toHtml();
  }

  private String toHtml() {
    StringBuilder out = new StringBuilder("<table class=\"grid\">\n<thead><tr>");
    for (Column column : columns) {
      out.append(column.isText() ? "<th>" : "<th class=\"n\">")
          .append(Markup.escape(column.title()))
          .append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<Object> row : rows) {
      out.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        String cell = shown(row.get(c), columns.get(c));
        boolean brief = cell.length() <= BRIEF;
        out.append(
                !columns.get(c).isText() ? "<td class=\"n\">" : brief ? "<td class=\"s\">" : "<td>")
            .append(Markup.escape(cell))
            .append("</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n").toString();
  }
}
