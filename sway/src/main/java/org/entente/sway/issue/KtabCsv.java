package org.entente.sway.issue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.sway.bargain.Range;

/**
 * Issues in the columns that KTAB reads: name, description, capability, then position and salience
 * of each dimension by turns. A column of the description may be missing. Positions and saliences
 * are 0 to 100.
 */
final class KtabCsv {
  private KtabCsv() {}

  static Issue read(String text, Path file) throws IOException {
    String name = file == null ? "issue.csv" : file.toString();
    List<String> mistakes = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    long last = 1;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text.replace("\uFEFF", ""))) {
      for (CsvRecord row : reader) {
        last = row.getStartingLineNumber();
        if (row.getFieldCount() > 1 || !row.getField(0).isBlank()) {
          rows.add(row.getFields().toArray(String[]::new));
          lines.add(last);
        }
      }
    } catch (CsvParseException e) {
      throw new IssueException(
          List.of(name + ": this is not CSV after line " + last + ": " + e.getMessage()));
    }
    if (rows.size() < 2) {
      throw new IssueException(
          List.of(name + ":1: a line of column names and one a actor are wanted"));
    }
    String[] head = rows.get(0);
    boolean described =
        head.length > 1 && head[1].strip().toLowerCase(Locale.ROOT).startsWith("desc");
    int first = described ? 2 : 1;
    int dimensions = (head.length - first - 1) / 2;
    if (dimensions < 1 || head.length != first + 1 + 2 * dimensions) {
      throw new IssueException(
          List.of(
              name
                  + ":"
                  + lines.get(0)
                  + ": the columns have to be name, description (or not), capability, and position and"
                  + " salience for each dimension; there are "
                  + head.length));
    }
    List<Scale> scales = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int k = 0; k < dimensions; k++) {
      String title =
          head[first + 1 + 2 * k].replaceAll("(?i)[ _-]*(position|pos)\\s*$", "").strip();
      if (title.isEmpty() || !names.add(title)) {
        title = "dimension " + (k + 1);
        names.add(title);
      }
      scales.add(new Scale(title, title, "", 0, 100, List.of()));
    }
    List<Stake> actors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    double total = 0;
    for (int r = 1; r < rows.size(); r++) {
      String[] cells = rows.get(r);
      String at = name + ":" + lines.get(r) + ": ";
      if (cells.length != head.length) {
        mistakes.add(at + cells.length + " cells; the line of names has " + head.length);
        continue;
      }
      String id = cells[0].strip();
      if (id.isEmpty() || !seen.add(id)) {
        mistakes.add(at + (id.isEmpty() ? "no name" : "an actor '" + id + "' is there already"));
      }
      double capability = number(cells[first], Double.MAX_VALUE, at + head[first], mistakes);
      total += capability;
      List<Value> positions = new ArrayList<>();
      List<Value> saliences = new ArrayList<>();
      for (int k = 0; k < dimensions; k++) {
        int column = first + 1 + 2 * k;
        positions.add(Value.of(number(cells[column], 100, at + head[column], mistakes)));
        saliences.add(Value.of(number(cells[column + 1], 100, at + head[column + 1], mistakes)));
      }
      actors.add(
          new Stake(
              id,
              described && !cells[1].isBlank() ? cells[1].strip() : id,
              positions,
              new Value(Range.of(capability), "", 0, 0),
              saliences,
              Math.toIntExact(lines.get(r))));
    }
    if (mistakes.isEmpty() && total <= 0) {
      mistakes.add(name + ": no actor has a capability above 0, so that nobody decides");
    }
    if (!mistakes.isEmpty()) {
      throw new IssueException(mistakes);
    }
    String question =
        file == null ? "issue" : file.getFileName().toString().replaceAll("(?i)\\.csv$", "");
    return new Issue(
        file, question, null, scales, null, actors, null, List.of(), List.of(), true, false, null,
        null, List.of());
  }

  private static double number(String cell, double most, String where, List<String> mistakes) {
    try {
      double number = Double.parseDouble(cell.strip());
      if (number >= 0 && number <= most) {
        return number;
      }
      mistakes.add(
          where
              + ": "
              + cell.strip()
              + " is not "
              + (most == 100 ? "between 0 and 100" : "0 or more"));
    } catch (NumberFormatException e) {
      mistakes.add(where + ": a number is wanted here, not '" + cell.strip() + "'");
    }
    return 0;
  }
}
