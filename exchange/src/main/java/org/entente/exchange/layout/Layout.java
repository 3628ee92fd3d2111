package org.entente.exchange.layout;

import org.entente.exchange.rows.Row;
import org.entente.model.Event;

/** Reads rows of one layout. */
public interface Layout {
  /**
   * What a row became.
   *
   * @param original what it says beyond the event, as a JSON object of columns, or null
   */
  record Read(Event event, String original) {}

  /**
   * @throws WrongRow if it makes no event
   */
  Read read(Row row) throws WrongRow;
}
