package org.entente.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.entente.model.Event;

/** What readers said of printed events, by the events' ids. */
final class Verdicts {
  private static final String FILE = "verdicts.tsv";

  private final Map<String, Boolean> verdicts = new HashMap<>();

  /** Those that come with Entente. */
  static Verdicts bundled() {
    Verdicts read = new Verdicts();
    try (InputStream in = Verdicts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("event\t"))
          .map(line -> line.split("\t"))
          .forEach(cells -> read.verdicts.put(cells[0], cells[1].equals("right")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  /** Whether a reader found an event right, or null if nobody has read it. */
  Boolean of(Event event) {
    return verdicts.get(event.id());
  }
}
