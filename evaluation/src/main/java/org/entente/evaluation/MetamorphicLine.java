package org.entente.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.coding.relation.Pair;
import org.entente.model.EventType;
import org.entente.model.Status;

/**
 * A sentence, or one that was made of it by a change.
 *
 * @param base the sentence that it was made of
 * @param variant the change, or {@code base}
 * @param type that is right after the change
 * @param status that is right after the change
 */
record MetamorphicLine(String base, String variant, EventType type, Status status, Pair pair) {
  private static final String FILE = "metamorphic.tsv";

  String id() {
    return base + " " + variant;
  }

  /** The bundled ones; nothing is ever trained on them. */
  static List<MetamorphicLine> bundled() throws IOException {
    try (InputStream in = MetamorphicLine.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing from the class path");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    }
  }

  static List<MetamorphicLine> read(BufferedReader reader) throws IOException {
    List<MetamorphicLine> lines = new ArrayList<>();
    reader.readLine();
    int number = 1;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      number++;
      String[] cells = text.split("\t", -1);
      try {
        lines.add(
            new MetamorphicLine(
                cells[0],
                cells[1],
                EventType.valueOf(cells[2]),
                Status.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                Pair.marked(cells[4])));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new IOException(FILE + ", line " + number + ": " + e.getMessage(), e);
      }
    }
    return lines;
  }
}
