package org.entente.analysis.forecast.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * Reads histories from files: a folder of the benchmark for temporal knowledge graphs ({@code
 * entity2id.txt}, {@code relation2id.txt}, {@code train.txt} …, days or hours from 2014-01-01), or
 * a table of date, source, event and target with tabs between, also gzipped.
 */
public final class HistoryFile {
  private static final LocalDate BENCHMARK = LocalDate.of(2014, 1, 1);
  private static final int HOURS = 24;

  private HistoryFile() {}

  /**
   * Reads a folder or a file.
   *
   * @throws IOException if it cannot be read or a line is wrong: file, line and what was expected
   */
  public static History read(Path path) throws IOException {
    return read(path, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * Reads a folder or a file.
   *
   * @param actor what an actor counts as, null to leave the event out
   * @param type what a type counts as, null to leave the event out
   * @throws IOException if it cannot be read or a line is wrong: file, line and what was expected
   */
  public static History read(Path path, UnaryOperator<String> actor, UnaryOperator<String> type)
      throws IOException {
    History.Builder builder = new History.Builder();
    if (Files.isDirectory(path)) {
      folder(path, builder, actor, type);
    } else {
      table(path, builder, actor, type);
    }
    History history = builder.build();
    if (history.size() == 0) {
      throw new IOException(path + ": no events in it");
    }
    return history;
  }

  private static void table(
      Path file, History.Builder builder, UnaryOperator<String> actor, UnaryOperator<String> type)
      throws IOException {
    lines(
        file,
        (line, at) -> {
          String[] fields = line.split("\t", -1);
          if (at == 1 && fields[0].equals("date")) {
            return;
          }
          if (fields.length < 4) {
            throw new IllegalArgumentException(
                "four fields with tabs between them (date, source, event, target), not "
                    + fields.length);
          }
          add(
              builder,
              date(fields[0]),
              actor.apply(fields[1]),
              type.apply(fields[2]),
              actor.apply(fields[3]));
        });
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no date; for example 2015-02-16", e);
    }
  }

  private static void add(
      History.Builder builder, LocalDate day, String source, String type, String target) {
    if (source != null && type != null && target != null) {
      builder.add(day, source, type, target, null);
    }
  }

  private static void folder(
      Path folder, History.Builder builder, UnaryOperator<String> actor, UnaryOperator<String> type)
      throws IOException {
    TreeMap<Integer, String> actors = names(folder.resolve("entity2id.txt"));
    TreeMap<Integer, String> types = names(folder.resolve("relation2id.txt"));
    // the actors that no event names count too: all are ranked
    each(actors, actor, builder::actor);
    each(types, type, builder::type);
    for (String part : new String[] {"train.txt", "valid.txt", "test.txt"}) {
      Path file = folder.resolve(part);
      lines(
          file,
          (line, at) -> {
            String[] fields = line.trim().split("\\s+");
            if (fields.length < 4) {
              throw new IllegalArgumentException(
                  "four numbers (subject, relation, object, hours), not " + fields.length);
            }
            add(
                builder,
                BENCHMARK.plusDays(number(fields[3]) / HOURS),
                actor.apply(name(actors, fields[0], "entity2id.txt")),
                type.apply(name(types, fields[1], "relation2id.txt")),
                actor.apply(name(actors, fields[2], "entity2id.txt")));
          });
    }
  }

  private static void each(
      TreeMap<Integer, String> names, UnaryOperator<String> what, Consumer<String> known) {
    for (String name : names.values()) {
      String mapped = what.apply(name);
      if (mapped != null) {
        known.accept(mapped);
      }
    }
  }

  private static String name(TreeMap<Integer, String> names, String number, String file) {
    String name = names.get(number(number));
    if (name == null) {
      throw new IllegalArgumentException("number " + number + " is not in " + file);
    }
    return name;
  }

  private static TreeMap<Integer, String> names(Path file) throws IOException {
    TreeMap<Integer, String> names = new TreeMap<>();
    lines(
        file,
        (line, at) -> {
          int tab = line.lastIndexOf('\t');
          if (tab < 0) {
            throw new IllegalArgumentException("a name, a tab and a number");
          }
          names.put(
              number(line.substring(tab + 1).trim()),
              line.substring(0, tab).replace('_', ' ').strip());
        });
    return names;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no whole number", e);
    }
  }

  private interface Line {
    void read(String line, int number);
  }

  private static void lines(Path file, Line reader) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          reader.read(line, number);
        } catch (IllegalArgumentException e) {
          throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
        }
      }
    }
  }
}
