package org.entente.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.coding.relation.Pair;
import org.entente.coding.relation.PairFile;
import org.entente.model.EventType;

/** Sentences of which is known what one actor does to the other. */
public final class GoldPairs {
  private GoldPairs() {}

  /**
   * A known pair.
   *
   * @param group pairs of one group are of one sentence
   * @param types one of which is right: CONCEDE and RETREAT where the gold says YIELD
   * @param byTheBook whether the code book is followed, not PLV's annotators
   */
  public record GoldPair(
      String id, String group, Pair pair, Set<EventType> types, boolean byTheBook) {}

  /**
   * Reads a table as {@link PairFile} does, with the type in a column {@code gold_root} or {@code
   * type}: one of PLOVER's 16, or YIELD. {@code sentence_id}, where it is there, groups pairs.
   *
   * @throws IOException if the file cannot be read or a row is wrong; its line is named
   */
  public static List<GoldPair> read(Path file) throws IOException {
    PairFile table = PairFile.read(file);
    String column = table.has("gold_root") ? "gold_root" : "type";
    if (!table.has(column)) {
      throw new IOException(
          file + ", line 1: no column 'gold_root' or 'type' with the right type of each row");
    }
    List<GoldPair> pairs = new ArrayList<>();
    for (PairFile.Row row : table.rows()) {
      String where = file + ", line " + row.line() + ": ";
      if (row.pair() == null) {
        throw new IOException(where + row.mistake());
      }
      String group = table.cell(row, "sentence_id");
      pairs.add(
          new GoldPair(
              row.id(),
              group.isBlank() ? row.pair().text() : group,
              row.pair(),
              types(table.cell(row, column), where),
              column.equals("type")));
    }
    return pairs;
  }

  private static Set<EventType> types(String name, String where) throws IOException {
    String type = name.strip().toUpperCase(Locale.ROOT);
    if (type.equals("YIELD")) {
      return EnumSet.of(EventType.CONCEDE, EventType.RETREAT);
    }
    try {
      return EnumSet.of(EventType.valueOf(type));
    } catch (IllegalArgumentException e) {
      throw new IOException(where + "'" + name + "' is no type of PLOVER, nor YIELD", e);
    }
  }

  /** The project's own training sentences. */
  public static List<GoldPair> own() throws IOException {
    try (InputStream in = GoldPairs.class.getResourceAsStream("relations.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.readLine();
      List<GoldPair> pairs = new ArrayList<>();
      int line = 1;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        String[] cells = text.split("\t", -1);
        String where = "relations.tsv, line " + line + ": ";
        if (cells.length != 4) {
          throw new IOException(where + cells.length + " cells instead of 4");
        }
        try {
          pairs.add(
              new GoldPair(
                  "own-" + line, "-", Pair.marked(cells[3]), types(cells[0], where), true));
        } catch (IllegalArgumentException e) {
          throw new IOException(where + e.getMessage(), e);
        }
      }
      return pairs;
    }
  }
}
