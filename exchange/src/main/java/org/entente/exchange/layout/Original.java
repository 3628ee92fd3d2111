package org.entente.exchange.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;

/** What a row says beyond its event: its other columns as a JSON object of strings. */
public final class Original {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, String>> CELLS =
      new TypeReference<>() {};

  private Original() {}

  /** The cells of the columns; empty for null or for what is no such object. */
  public static Map<String, String> cells(String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      return JSON.readValue(json, CELLS);
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }

  static String json(Map<String, String> cells) {
    if (cells == null || cells.isEmpty()) {
      return null;
    }
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The cells that an event alone does not give back.
   *
   * @param places where each column of the layout is in the row, or −1
   * @param written what the layout writes of the event alone
   * @param others the columns that the layout does not know
   */
  static String beyond(
      Row row, List<String> columns, int[] places, String[] written, Columns names, int[] others) {
    Map<String, String> cells = null;
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0 && places[i] < row.cells().length) {
        String cell = row.cells()[places[i]];
        if (!cell.equals(written[i])) {
          cells = cells == null ? new LinkedHashMap<>() : cells;
          cells.put(columns.get(i), cell);
        }
      }
    }
    for (int other : others) {
      String cell = other < row.cells().length ? row.cells()[other] : "";
      if (!cell.isEmpty()) {
        cells = cells == null ? new LinkedHashMap<>() : cells;
        cells.put(names.names().get(other), cell);
      }
    }
    return json(cells);
  }
}
