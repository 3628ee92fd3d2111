package org.entente.exchange.rows;

/**
 * A row of a table.
 *
 * @param line number of the line that it begins on, from 1
 * @param raw as it stands in the file, without the end of its line
 * @param cells unquoted
 */
public record Row(long line, String raw, String[] cells) {
  /** The cell without blanks around it; empty if there is no such column. */
  public String at(int column) {
    return column < 0 || column >= cells.length ? "" : cells[column].strip();
  }
}
