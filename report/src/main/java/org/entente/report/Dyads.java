package org.entente.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.Sector;
import org.entente.model.Status;

/** Who deals with whom, and how: events counted by source and target. */
public final class Dyads {
  private static final int BAR = 12;
  private static final Set<Sector> WHOLE = Set.of(Sector.IGO, Sector.NGO, Sector.REB);

  private Dyads() {}

  /** At which level actors are put together. */
  public enum Level {
    /** By country or group code: Sisi, the Egyptian army and Egypt are {@code EGY}. */
    CODE,
    /** By actor of the registry. */
    ACTOR
  }

  /**
   * An ordered pair.
   *
   * @param source code of who does it
   * @param sourceName its name, or null where no actor of the events is the code itself
   * @param target code of whom it is done to
   * @param targetName its name, or null
   * @param count events
   * @param cooperation of these, verbal and material cooperation
   * @param conflict of these, verbal and material conflict
   * @param goldstein mean Goldstein weight, −10 to 10
   */
  public record Dyad(
      String source,
      String sourceName,
      String target,
      String targetName,
      int count,
      int cooperation,
      int conflict,
      double goldstein) {}

  /**
   * The dyads of these events, busiest first. Events without target and denied events are left out;
   * planned, possible and demanded ones count.
   */
  public static List<Dyad> of(List<Event> events, Level level) {
    Map<String, Map<String, Integer>> names = new HashMap<>();
    Map<List<String>, double[]> sums = new LinkedHashMap<>();
    Map<String, String> codes = new HashMap<>();
    for (Event event : events) {
      if (!event.hasDyad() || event.status() == Status.DENIED) {
        continue;
      }
      String source = key(event.source(), level, names, codes);
      String target = key(event.target(), level, names, codes);
      double[] sum = sums.computeIfAbsent(List.of(source, target), k -> new double[3]);
      sum[event.quad().isCooperation() ? 0 : 1]++;
      sum[2] += event.goldstein();
    }
    return sums.entrySet().stream()
        .map(
            e -> {
              double[] sum = e.getValue();
              String source = e.getKey().get(0);
              String target = e.getKey().get(1);
              int count = (int) (sum[0] + sum[1]);
              return new Dyad(
                  codes.get(source),
                  name(names.get(source)),
                  codes.get(target),
                  name(names.get(target)),
                  count,
                  (int) sum[0],
                  (int) sum[1],
                  sum[2] / count);
            })
        .sorted(
            Comparator.comparingInt((Dyad d) -> -d.count())
                .thenComparing(Dyad::source)
                .thenComparing(Dyad::target)
                .thenComparing(d -> String.valueOf(d.sourceName()))
                .thenComparing(d -> String.valueOf(d.targetName())))
        .toList();
  }

  private static String key(
      Actor actor,
      Level level,
      Map<String, Map<String, Integer>> names,
      Map<String, String> codes) {
    String key = level == Level.CODE ? actor.code() : actor.id();
    codes.putIfAbsent(key, level == Level.CODE ? actor.code() : actor.fullCode());
    Map<String, Integer> seen = names.computeIfAbsent(key, k -> new HashMap<>());
    // A person, ministry or people of Egypt does not give EGY its name.
    if (level == Level.ACTOR || actor.role() == null && WHOLE.containsAll(actor.sectors())) {
      seen.merge(Words.name(actor), 1, Integer::sum);
    }
    return key;
  }

  private static String name(Map<String, Integer> names) {
    return names.entrySet().stream()
        .min(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(e -> e.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /**
   * The dyads as a table for the terminal, with a bar each: {@code █} cooperation, {@code ▒}
   * conflict.
   *
   * @param limit rows at most; a last line says how many were left out
   */
  public static String table(List<Dyad> dyads, int limit, Report.Options options) {
    Ansi ansi = new Ansi(options.colour());
    List<Dyad> shown = dyads.subList(0, Math.min(limit, dyads.size()));
    int most = shown.stream().mapToInt(Dyad::count).max().orElse(1);
    int source = 6;
    int target = 6;
    for (Dyad dyad : shown) {
      source = Math.max(source, Columns.width(label(dyad.source(), dyad.sourceName())));
      target = Math.max(target, Columns.width(label(dyad.target(), dyad.targetName())));
    }
    boolean wide = options.width() >= 72;
    int fixed = 3 + 2 + 6 + (wide ? 2 + 4 + 2 + 8 : 0) + 2 + 5 + 2 + BAR;
    int left = options.width() - fixed;
    int half = left / 2;
    if (source + target > left) {
      if (source <= half) {
        target = left - source;
      } else if (target <= half) {
        source = left - target;
      } else {
        source = left - half;
        target = half;
      }
    }
    StringBuilder out = new StringBuilder();
    String header =
        Columns.cell("source", source)
            + "   "
            + Columns.cell("target", target)
            + "  events"
            + (wide ? "  coop  conflict" : "")
            + "   mean";
    out.append(ansi.dim(header)).append('\n');
    for (Dyad dyad : shown) {
      int length = (int) Math.max(1, Math.round(BAR * (double) dyad.count() / most));
      int cooperation = (int) Math.round(length * (double) dyad.cooperation() / dyad.count());
      if (length > 1 && dyad.cooperation() > 0 && dyad.conflict() > 0) {
        cooperation = Math.min(length - 1, Math.max(1, cooperation));
      }
      out.append(Columns.cell(label(dyad.source(), dyad.sourceName()), source))
          .append(" → ")
          .append(Columns.cell(label(dyad.target(), dyad.targetName()), target))
          .append(String.format(Locale.ROOT, "  %6d", dyad.count()));
      if (wide) {
        out.append(String.format(Locale.ROOT, "  %4d  %8d", dyad.cooperation(), dyad.conflict()));
      }
      out.append(String.format(Locale.ROOT, "  %5s", Words.weight(dyad.goldstein())))
          .append("  ")
          .append(ansi.cooperation("█".repeat(cooperation)))
          .append(ansi.conflict("▒".repeat(length - cooperation)))
          .append('\n');
    }
    if (shown.size() < dyads.size()) {
      out.append(ansi.dim("… and " + Words.count(dyads.size() - shown.size(), "more dyad")))
          .append('\n');
    }
    return out.toString();
  }

  static String label(String code, String name) {
    String cleanCode = Columns.clean(code);
    return name == null || name.equals(code) ? cleanCode : cleanCode + " " + Columns.clean(name);
  }
}
