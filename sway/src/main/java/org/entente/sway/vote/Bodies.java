package org.entente.sway.vote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bodies that come with the program, with the members and the rule of any day: the UN Security
 * Council since 1966, the General Assembly, the Council of the EU, the Arab League and others. They
 * are tables, {@code bodies.tsv} and one of members for each.
 */
public final class Bodies {
  private static final Set<String> PLAIN = Set.of("member", "from", "to", "veto", "group", "note");
  private static final Map<String, List<Line>> TABLES = new ConcurrentHashMap<>();

  /**
   * A body under one rule.
   *
   * @param id short name, such as {@code UNSC}
   * @param from first day; null if unknown
   * @param to last day; null if still so
   * @param source of the rule
   */
  public record Entry(
      String id, String name, LocalDate from, LocalDate to, Rule rule, String source) {}

  /** A line of a table: its values by column. */
  record Line(String file, int number, LocalDate from, LocalDate to, Map<String, String> values) {
    String get(String column) {
      return values.getOrDefault(column, "");
    }

    boolean on(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  private Bodies() {}

  /** All bodies, with one entry for each period of a rule. */
  public static List<Entry> all() {
    return lines("bodies.tsv").stream().map(Bodies::entry).toList();
  }

  private static Entry entry(Line line) {
    return new Entry(
        line.get("id"),
        line.get("name"),
        line.from(),
        line.to(),
        Rule.parse(line.get("rule")),
        line.get("source"));
  }

  /**
   * The body as it was on a day.
   *
   * @param id such as {@code UNSC}, {@code UNGA}, {@code EU-COUNCIL}, {@code ARAB-LEAGUE}
   * @throws IllegalArgumentException if there is none of this name, or not on this day
   */
  public static Body of(String id, LocalDate day) {
    Set<String> ids = new LinkedHashSet<>();
    List<Line> known = new ArrayList<>();
    for (Line line : lines("bodies.tsv")) {
      ids.add(line.get("id"));
      if (line.get("id").equals(id)) {
        known.add(line);
      }
    }
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "no voting body is called %s; there are %s".formatted(id, String.join(", ", ids)));
    }
    for (Line line : known) {
      if (line.on(day)) {
        boolean vetoes = line.get("rule").contains("no veto");
        List<Member> members =
            lines(line.get("members")).stream()
                .filter(row -> row.on(day))
                .map(row -> member(row, vetoes))
                .toList();
        return new Body(id, line.get("name"), members, Rule.parse(line.get("rule")));
      }
    }
    throw new IllegalArgumentException(
        "%s is not known on %s, only from %s"
            .formatted(known.get(0).get("name"), day, known.get(0).get("from")));
  }

  private static Member member(Line line, boolean vetoes) {
    Map<String, BigDecimal> weights = new LinkedHashMap<>();
    line.values()
        .forEach(
            (column, value) -> {
              if (!PLAIN.contains(column) && !value.isEmpty()) {
                weights.put(column, new BigDecimal(value));
              }
            });
    return new Member(line.get("member"), vetoes && line.get("veto").equals("yes"), weights);
  }

  static List<Line> lines(String file) {
    return TABLES.computeIfAbsent(file, Bodies::read);
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static List<Line> read(String file) {
    List<Line> lines = new ArrayList<>();
    try (InputStream in = Bodies.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String[] columns = null;
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (text.startsWith("#")) {
          continue;
        }
        String[] cells = text.split("\t", -1);
        if (columns == null) {
          columns = cells;
          continue;
        }
        if (cells.length != columns.length) {
          throw new IllegalStateException(
              "%s line %d has %d columns, not %d"
                  .formatted(file, number, cells.length, columns.length));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
          values.put(columns[i], cells[i]);
        }
        lines.add(new Line(file, number, day(values.get("from")), day(values.get("to")), values));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(lines);
  }
}
