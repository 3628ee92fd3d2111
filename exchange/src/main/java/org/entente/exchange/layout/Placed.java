package org.entente.exchange.layout;

import java.util.List;
import java.util.stream.IntStream;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;

/** Where the columns of a layout are in a table, which may have them in another order, and more. */
final class Placed {
  private final List<String> columns;
  private final Columns names;
  private final int[] places;
  private final int[] others;

  /**
   * @param columns of the layout
   * @param names of the table
   */
  Placed(List<String> columns, Columns names) {
    this.columns = columns;
    this.names = names;
    this.places = columns.stream().mapToInt(names::at).toArray();
    this.others =
        IntStream.range(0, names.count())
            .filter(i -> IntStream.of(places).noneMatch(place -> place == i))
            .toArray();
  }

  /** That a row has at least as many cells as the table has columns. */
  void check(Row row) throws WrongRow {
    Others.check(row, names);
  }

  /** What a row says in a column of the layout; empty if the table has no such column. */
  String at(Row row, int column) {
    return row.at(places[column]);
  }

  /** The cells that an event alone does not give back, see {@link Original#beyond}. */
  String beyond(Row row, String[] written) {
    return Original.beyond(row, columns, places, written, names, others);
  }
}
