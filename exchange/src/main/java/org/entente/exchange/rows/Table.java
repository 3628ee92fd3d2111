package org.entente.exchange.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small table of this module's own: tabs, a header, {@code #} before comments. */
public final class Table {
  private Table() {}

  /**
   * The rows below the header, each with as many cells as the header has.
   *
   * @param beside the class that the file lies beside
   */
  public static List<String[]> read(Class<?> beside, String name) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = beside.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int columns = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (columns == 0) {
          columns = cells.length;
        } else if (cells.length == columns) {
          rows.add(cells);
        } else {
          throw new IllegalStateException(name + ": not " + columns + " cells: " + line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
