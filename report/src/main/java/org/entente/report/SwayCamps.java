package org.entente.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.analysis.network.Frustration;
import org.entente.analysis.network.Triangles;
import org.entente.sway.answer.Alignments;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Outlook;
import org.entente.sway.coalition.Camps;
import org.entente.sway.coalition.Levers;
import org.entente.sway.coalition.Minima;
import org.entente.sway.coalition.Ties;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Tie;

/** The camps of an outlook in words: who stands with whom, and what would change that. */
final class SwayCamps {
  private static final int NAMED = 24;
  private static final int LISTED = 10;
  private static final int TURNS = 5;
  private static final int WAYS = 5;
  private static final int MINIMA = 12;

  private final Answer answer;
  private final Issue issue;
  private final Outlook outlook;
  private final Set<Set<String>> given = new HashSet<>();

  SwayCamps(Answer answer, Outlook outlook) {
    this.answer = answer;
    this.issue = answer.issue();
    this.outlook = outlook;
    Stream.concat(
            issue.ties().stream(),
            outlook.option() == null ? Stream.<Tie>of() : outlook.option().ties().stream())
        .forEach(tie -> given.add(Set.of(tie.a(), tie.b())));
  }

  /**
   * A split that is near, and ties that lead to it.
   *
   * @param change by how much one of them must change
   * @param then what happens, in words
   * @param brief the same with ids instead of names
   * @param ways those that stay within what ties weigh here; the actor's own first, then given ones
   * @param more how many are not among them
   */
  record Turn(double change, String then, String brief, List<Way> ways, int more) {}

  /**
   * A tie that does it.
   *
   * @param own whether it is one of the actor's own
   * @param given whether the issue gives it; else it is supposed from positions, or there is none
   * @param rises whether the two must become friendlier
   */
  record Way(Levers.Pair pair, boolean own, boolean given, boolean rises) {}

  /** To two digits after the point, without zeros at the end, and with a true minus. */
  static String weight(double number) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString().replace('-', '−');
  }

  String names(List<String> actors) {
    List<String> names = new ArrayList<>(actors.stream().limit(NAMED).map(issue::nameOf).toList());
    if (actors.size() > NAMED) {
      names.add(actors.size() - NAMED + " more");
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** Who stands where, what is at odds with it, and whether there is anything better. */
  List<String> split() {
    Camps camps = outlook.camps();
    Frustration found = camps.frustration();
    List<String> lines = new ArrayList<>();
    int first =
        answer.actor() == null ? 0 : found.camps()[camps.ties().actors().indexOf(answer.actor())];
    String other = names(camps.camp(1 - first));
    lines.add(
        names(camps.camp(first))
            + (other.isEmpty() ? ": one camp." : " on one side, " + other + " on the other."));
    Triangles triangles = camps.triangles();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d of %d ties are at odds with it, with a weight of %s of %s: %s.%s",
            found.ties(),
            camps.ties().ties().size(),
            weight(found.weight()),
            weight(camps.ties().ties().stream().mapToDouble(tie -> Math.abs(tie.weight())).sum()),
            found.exact()
                ? "no split has less"
                    + (found.unique() && !even()
                        ? ", and no other as little"
                        : ", but it is not the only one")
                : "the best found; none has less than " + weight(found.bound()),
            triangles.all() == 0
                ? ""
                : String.format(
                    Locale.ROOT,
                    " %d of %d triangles are balanced (%.0f %%).",
                    triangles.balanced(),
                    triangles.all(),
                    100.0 * triangles.balanced() / triangles.all())));
    return lines;
  }

  /** Whether the slightest change to a tie gives another split, so that this one is not unique. */
  private boolean even() {
    List<Levers.Pair> pairs = outlook.levers() == null ? List.of() : outlook.levers().pairs();
    return !pairs.isEmpty() && pairs.get(0).change() < 1e-9;
  }

  /** The ties at odds with the split, the strongest first. */
  String atOdds() {
    List<Ties.Tie> ties =
        outlook.camps().atOdds().stream()
            .sorted(Comparator.comparingDouble(tie -> -Math.abs(tie.weight())))
            .toList();
    if (ties.isEmpty()) {
      return "";
    }
    List<String> actors = outlook.camps().ties().actors();
    return "At odds: "
        + String.join(
            "; ",
            ties.stream()
                .limit(LISTED)
                .map(
                    tie ->
                        issue.nameOf(actors.get(tie.a()))
                            + " – "
                            + issue.nameOf(actors.get(tie.b()))
                            + " "
                            + weight(tie.weight()))
                .toList())
        + (ties.size() > LISTED ? " and " + (ties.size() - LISTED) + " more." : ".");
  }

  /** The splits that are nearest, as far as a tie within what ties weigh here leads there. */
  List<Turn> turns() {
    Levers levers = outlook.levers();
    if (levers == null) {
      return List.of();
    }
    double strongest = strongest();
    List<Turn> turns = new ArrayList<>();
    for (Levers.Turn turn : levers.turns()) {
      List<Way> ways =
          turn.pairs().stream()
              .filter(pair -> Math.abs(pair.then()) < strongest * (1 - 1e-9))
              .map(this::way)
              .sorted(
                  Comparator.comparingDouble((Way way) -> rounded(way.pair().change()))
                      .thenComparing(way -> !way.own())
                      .thenComparing(way -> !way.given()))
              .toList();
      if (!ways.isEmpty()) {
        int shown = Math.min(WAYS, ways.size());
        turns.add(
            new Turn(
                ways.get(0).pair().change(),
                then(turn.moved(), this::names),
                then(turn.moved(), actors -> String.join(" ", actors)),
                ways.subList(0, shown),
                ways.size() - shown));
      }
    }
    return turns.subList(0, Math.min(TURNS, turns.size()));
  }

  private static double rounded(double change) {
    return Math.rint(change * 1e6) / 1e6;
  }

  private double strongest() {
    return outlook.camps().ties().ties().stream()
        .mapToDouble(tie -> Math.abs(tie.weight()))
        .max()
        .orElse(0);
  }

  Way way(Levers.Pair pair) {
    List<String> actors = outlook.camps().ties().actors();
    int[] camps = outlook.levers().camps();
    return new Way(
        pair,
        pair.a().equals(answer.actor()) || pair.b().equals(answer.actor()),
        given.contains(Set.of(pair.a(), pair.b())),
        camps[actors.indexOf(pair.a())] != camps[actors.indexOf(pair.b())]);
  }

  /** Actors that come to the side of the actor, or leave it. */
  List<String> turned(List<String> moved, boolean joins) {
    Camps camps = outlook.camps();
    List<String> mine =
        camps.camp(camps.frustration().camps()[camps.ties().actors().indexOf(answer.actor())]);
    boolean itself = moved.contains(answer.actor());
    return camps.ties().actors().stream()
        .filter(one -> !one.equals(answer.actor()))
        .filter(one -> moved.contains(one) != itself && mine.contains(one) != joins)
        .toList();
  }

  private String then(List<String> moved, Function<List<String>, String> names) {
    if (answer.actor() == null) {
      return names.apply(moved) + (moved.size() == 1 ? " changes camps" : " change camps");
    }
    String actor = issue.nameOf(answer.actor());
    List<String> joins = turned(moved, true);
    List<String> leaves = turned(moved, false);
    if (moved.equals(List.of(answer.actor()))) {
      return actor + " goes over to the other camp";
    }
    if (joins.isEmpty()) {
      return names.apply(leaves)
          + (leaves.size() == 1 ? " leaves " : " leave ")
          + actor
          + "'s camp";
    }
    if (leaves.isEmpty()) {
      return names.apply(joins) + (joins.size() == 1 ? " joins " : " join ") + actor + "'s camp";
    }
    return actor + " stands with " + names.apply(joins) + ", no longer with " + names.apply(leaves);
  }

  String pair(Levers.Pair pair) {
    return issue.nameOf(pair.a()) + " – " + issue.nameOf(pair.b());
  }

  /** A line a split that is near. */
  List<String> levers() {
    List<String> lines = new ArrayList<>();
    for (Turn turn : turns()) {
      lines.add(
          turn.then()
              + (turn.change() < .005
                  ? " at the slightest change of one of these ties: "
                  : ", if one of these ties changes by " + weight(turn.change()) + ": ")
              + String.join("; ", turn.ways().stream().map(this::words).toList())
              + (turn.more() == 0 ? "." : "; or one of " + turn.more() + " more."));
    }
    return lines;
  }

  private String words(Way way) {
    Levers.Pair pair = way.pair();
    return pair(pair)
        + (pair.change() < .005
            ? " (" + weight(pair.now()) + (way.rises() ? ", upwards)" : ", downwards)")
            : " (" + weight(pair.now()) + " → " + weight(pair.then()) + ")")
        + (way.given() || !issue.supposed() ? "" : "*");
  }

  /** How to read the lines of {@link #levers}. */
  String reading() {
    Levers levers = outlook.levers();
    List<Turn> turns = turns();
    StringBuilder words = new StringBuilder();
    if (turns.isEmpty()) {
      words.append(
          levers.exact()
              ? "No single tie changes the camps, unless it grows stronger than any is here."
              : "No tie was found that changes the camps without growing stronger than any is here.");
    } else {
      words
          .append(
              "All else the same, the best split is another one once that tie is past the second")
          .append(levers.exact() ? " number, and no sooner." : " number; less may do.");
      words.append(" Left out is what would take a tie stronger than any here.");
    }
    if (issue.supposed()
        && turns.stream().flatMap(turn -> turn.ways().stream()).anyMatch(w -> !w.given())) {
      words.append(" * taken from positions, no tie is given.");
    }
    if (issue.actors().size() > Levers.LISTED) {
      words.append(
          String.format(
              Locale.ROOT,
              " With more than %d actors only the cheapest %d ties that local search finds are looked at.",
              Levers.LISTED,
              levers.pairs().size()));
    }
    return words.toString();
  }

  /** The cheapest of an option, in a line; empty if there is none. */
  String cheapest() {
    List<Turn> turns = turns();
    if (turns.isEmpty()) {
      return "";
    }
    Levers.Pair pair = turns.get(0).ways().get(0).pair();
    return "After “" + outlook.name() + "”: " + turns.get(0).then() + change(pair) + ".";
  }

  private String change(Levers.Pair pair) {
    String tie = "the tie of " + names(List.of(pair.a(), pair.b()));
    return pair.change() < .005
        ? " at the slightest change of " + tie
        : ", if " + tie + " goes from " + weight(pair.now()) + " past " + weight(pair.then());
  }

  /** For programs. */
  Map<String, Object> json() {
    Levers levers = outlook.levers();
    if (levers == null) {
      return null;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("exact", levers.exact());
    map.put("allPairs", issue.actors().size() <= Levers.LISTED);
    List<Map<String, Object>> turns = new ArrayList<>();
    for (Levers.Turn turn : levers.turns()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("change", turn.change());
      row.put("then", then(turn.moved(), this::names));
      row.put("moved", turn.moved());
      row.put("joins", answer.actor() == null ? List.of() : turned(turn.moved(), true));
      row.put("leaves", answer.actor() == null ? List.of() : turned(turn.moved(), false));
      row.put("ties", turn.pairs().stream().map(pair -> json(way(pair))).toList());
      turns.add(row);
    }
    map.put("turns", turns);
    return map;
  }

  private static Map<String, Object> json(Way way) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", way.pair().a());
    map.put("b", way.pair().b());
    map.put("now", way.pair().now());
    map.put("then", way.pair().then());
    map.put("rises", way.rises());
    map.put("change", way.pair().change());
    map.put("atLeast", way.pair().atLeast());
    map.put("exact", way.pair().exact());
    map.put("given", way.given());
    return map;
  }

  /** Where the actors come to rest. */
  Grid minima() {
    Minima minima = answer.alignments().minima();
    List<List<Object>> rows = new ArrayList<>();
    for (Minima.Minimum one : minima.all().subList(0, Math.min(MINIMA, minima.all().size()))) {
      List<String> side = minima.side(one, 0);
      List<String> other = minima.side(one, 1);
      rows.add(
          List.of(
              (long) rows.size() + 1,
              one.energy(),
              100.0 * one.basin() / minima.starts(),
              one.strict() ? "" : "flat",
              String.join(" ", side.size() <= other.size() ? side : other),
              String.join(" ", side.size() <= other.size() ? other : side)));
    }
    return new Grid(
        List.of(
            Grid.Column.count("minimum", "minimum"),
            Grid.Column.number("energy", "energy", 1),
            Grid.Column.number("basin_percent", "basin %", 1),
            Grid.Column.text("flat", ""),
            Grid.Column.text("side", "one side"),
            Grid.Column.text("other", "the other")),
        rows);
  }

  /** How to read {@link #minima}, and what would change the deepest one. */
  List<String> landscape() {
    Alignments alignments = answer.alignments();
    Minima minima = alignments.minima();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d %s%s: sides that nobody leaves by itself. Energy: Σ %s over pairs on different sides, each way;"
                + " the deeper the better. Basin: share of %s from which each actor in turn going where it fits best"
                + " leads there. %s",
            minima.all().size(),
            minima.all().size() == 1 ? "minimum" : "minima",
            minima.all().size() > MINIMA ? ", of which the deepest " + MINIMA + " are shown" : "",
            alignments.sized() ? "capability × capability × tie" : "ties",
            minima.exact()
                ? String.format(Locale.ROOT, "all %,d configurations", minima.starts())
                : String.format(Locale.ROOT, "%,d random starts", minima.starts()),
            minima.exact()
                ? "All are listed."
                : minima.deepest()
                    ? "There may be more; the deepest is proven."
                    : "There may be more, none below " + weight(minima.bound()) + "."));
    if (minima.all().stream().anyMatch(one -> !one.strict())) {
      lines.add("Flat: somebody can change sides at no cost.");
    }
    if (!alignments.sized()) {
      return lines;
    }
    for (Levers.Turn turn : alignments.levers().turns().stream().limit(TURNS).toList()) {
      lines.add(sides(turn.moved()) + change(turn.pairs().get(0)) + ".");
    }
    alignments.levers().sizes().stream()
        .filter(size -> size.then() > 0)
        .limit(TURNS)
        .forEach(
            size ->
                lines.add(
                    sides(size.moved())
                        + ", if the capability of "
                        + issue.nameOf(size.actor())
                        + (size.then() < size.now() ? " falls below " : " rises above ")
                        + weight(size.then())
                        + " (now "
                        + weight(size.now())
                        + ")."));
    return lines;
  }

  private String sides(List<String> moved) {
    return names(moved)
        + (moved.size() == 1 ? " changes" : " change")
        + " sides in the deepest minimum";
  }

  /** For programs. */
  Map<String, Object> landscapeJson() {
    Minima minima = answer.alignments().minima();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("exact", minima.exact());
    map.put("starts", minima.starts());
    map.put("bound", minima.bound());
    List<Map<String, Object>> all = new ArrayList<>();
    for (Minima.Minimum one : minima.all()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("energy", one.energy());
      row.put("basin", one.basin());
      row.put("strict", one.strict());
      row.put("one", minima.side(one, 0));
      row.put("other", minima.side(one, 1));
      all.add(row);
    }
    map.put("minima", all);
    map.put("ties", answer.alignments().levers().pairs());
    map.put(
        "sizes", answer.alignments().sized() ? answer.alignments().levers().sizes() : List.of());
    return map;
  }
}
