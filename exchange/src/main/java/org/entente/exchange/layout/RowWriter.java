package org.entente.exchange.layout;

import java.util.List;
import java.util.Map;
import org.entente.model.Event;

/** Writes events as rows of one layout. */
public interface RowWriter {
  /** The header. */
  List<String> columns();

  /**
   * A cell for each column.
   *
   * @param original what the row that it was imported from says beyond the event, by column; goes
   *     before what the event says, if that row was of this layout
   */
  String[] cells(Event event, Map<String, String> original);

  /** What an original says of each column goes before what the event says. */
  static void overlay(List<String> columns, String[] cells, Map<String, String> original) {
    if (!original.isEmpty()) {
      for (int i = 0; i < cells.length; i++) {
        String cell = original.get(columns.get(i));
        if (cell != null) {
          cells[i] = cell;
        }
      }
    }
  }

  static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
