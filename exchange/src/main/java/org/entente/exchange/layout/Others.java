package org.entente.exchange.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;

/** The columns of a layout that is only read which the event has no place for. */
final class Others {
  private final Columns names;
  private final boolean[] held;

  /**
   * @param held places of the columns that the event holds
   */
  Others(Columns names, int... held) {
    this.names = names;
    this.held = new boolean[names.count()];
    Set<Integer> places = new TreeSet<>();
    for (int place : held) {
      places.add(place);
    }
    for (int i = 0; i < this.held.length; i++) {
      this.held[i] = places.contains(i);
    }
  }

  /** As JSON, or null if all are empty. */
  String json(Row row) {
    Map<String, String> cells = null;
    for (int i = 0; i < Math.min(held.length, row.cells().length); i++) {
      if (!held[i] && !row.cells()[i].isBlank()) {
        cells = cells == null ? new LinkedHashMap<>() : cells;
        cells.put(names.names().get(i), row.cells()[i]);
      }
    }
    return Original.json(cells);
  }

  /** That a row has at least as many cells as there are columns. */
  static void check(Row row, Columns names) throws WrongRow {
    check(row, names, names.count());
  }

  /**
   * That a row has enough cells.
   *
   * @param least how many it needs to be read
   */
  static void check(Row row, Columns names, int least) throws WrongRow {
    if (row.cells().length < least) {
      throw new WrongRow(
          "too few columns", row.cells().length + " columns in place of " + names.count());
    }
  }
}
