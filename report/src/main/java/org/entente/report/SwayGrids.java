package org.entente.report;

import static org.entente.report.Grid.Column.count;
import static org.entente.report.Grid.Column.number;
import static org.entente.report.Grid.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.model.Countries;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Council;
import org.entente.sway.answer.Other;
import org.entente.sway.answer.Outlook;
import org.entente.sway.answer.Prediction;
import org.entente.sway.answer.Reach;
import org.entente.sway.bargain.Distribution;
import org.entente.sway.bargain.Input;
import org.entente.sway.bargain.Range;
import org.entente.sway.blowback.Blowback;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Scale;
import org.entente.sway.issue.Stake;
import org.entente.sway.issue.Value;
import org.entente.sway.vote.Odds;

/** The answer on an issue as tables. */
public final class SwayGrids {
  private SwayGrids() {}

  static String signed(double change, Scale scale) {
    String words = scale.words(Math.abs(change));
    return words.matches("0(\\.0+)?") ? "±" + words : (change < 0 ? "−" : "+") + words;
  }

  static String range(Range range, Scale scale) {
    return range.constant()
        ? scale.words(range.mode())
        : scale.words(range.mode())
            + " ("
            + scale.words(range.low())
            + " to "
            + scale.words(range.high())
            + ")";
  }

  /** What people call an actor, or a member that is none. */
  static String name(Issue issue, String id) {
    return issue.indexOf(id) >= 0 ? issue.nameOf(id) : Countries.name(id, id);
  }

  /** The most rows of a table or picture for people; files and JSON have all. */
  static final int ROWS = 60;

  static double influence(Stake stake, int k) {
    return stake.capability().range().mode() * stake.saliences().get(k).range().mode();
  }

  /** The actors with most influence (capability × salience) on a scale, and the one that asks. */
  static List<Stake> foremost(Answer answer, int k) {
    List<Stake> stakes = answer.issue().actors();
    if (stakes.size() <= ROWS) {
      return stakes;
    }
    return stakes.stream()
        .sorted(
            Comparator.comparing((Stake stake) -> !stake.id().equals(answer.actor()))
                .thenComparingDouble(stake -> -influence(stake, k)))
        .limit(ROWS)
        .toList();
  }

  /** The seats of a body whose votes decide most, in its order; all of a small one. */
  static List<Integer> foremost(Council council) {
    List<Odds.Effect> members = council.odds().members();
    return IntStream.range(0, members.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -members.get(i).pivotal()))
        .limit(ROWS)
        .sorted()
        .toList();
  }

  /** A row for each option and model on a scale. */
  public static Grid outcomes(Answer answer, int k) {
    int digits = digits(answer.issue().scales().get(k));
    List<List<Object>> rows = new ArrayList<>();
    for (Outlook outlook : all(answer)) {
      boolean first = true;
      for (String model : answer.models()) {
        Prediction one = outlook.prediction(model, k);
        rows.add(
            row(
                outlook.option() == null ? "" : outlook.option().id(),
                first ? outlook.name() : "",
                model,
                one.mean(),
                one.low(),
                one.high(),
                outlook.option() == null ? null : one.shift(),
                outlook.option() == null ? null : one.shiftLow(),
                outlook.option() == null ? null : one.shiftHigh(),
                outlook.option() == null || answer.actor() == null ? null : 100 * one.nearer()));
        first = false;
      }
    }
    return new Grid(
        List.of(
            text("option", "option").filed(),
            text("name", "option"),
            text("model", "model"),
            number("mean", "outcome", digits),
            number("low", "5 %", digits),
            number("high", "95 %", digits),
            number("change", "change", digits),
            number("change_low", "5 %", digits),
            number("change_high", "95 %", digits),
            number("nearer_percent", "nearer %", 0)),
        rows);
  }

  private static List<Outlook> all(Answer answer) {
    List<Outlook> all = new ArrayList<>();
    all.add(answer.asIs());
    all.addAll(answer.options());
    return all;
  }

  private static int digits(Scale scale) {
    return scale.to() - scale.from() >= 50 ? 1 : 2;
  }

  private static List<Object> row(Object... values) {
    return new ArrayList<>(java.util.Arrays.asList(values));
  }

  /** A row an option: vote, camps. */
  public static Grid options(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    int me = answer.actor() == null ? -1 : answer.issue().indexOf(answer.actor());
    for (Outlook outlook : all(answer)) {
      Council council = outlook.council();
      int[] camps = outlook.camps().frustration().camps();
      List<String> with = me < 0 ? outlook.camps().camp(0) : outlook.camps().camp(camps[me]);
      rows.add(
          row(
              outlook.name(),
              council == null ? null : 100 * council.odds().chance(),
              council == null ? null : 100 * council.odds().veto(),
              String.join(" ", with),
              String.join(" ", outlook.changed()),
              outlook.camps().frustration().weight()));
    }
    return new Grid(
        List.of(
            text("option", "option"),
            number("passes_percent", "passes %", 0),
            number("veto_percent", "veto %", 0),
            text("camp", answer.actor() == null ? "one camp" : "its camp"),
            text("changes_camp", "change sides"),
            number("frustration", "at odds", 1)),
        rows);
  }

  /** How far the actor reaches by itself. */
  public static Grid reach(Answer answer) {
    List<List<Object>> rows = new ArrayList<>();
    for (Reach one : answer.reach()) {
      rows.add(
          row(
              one.model(),
              answer.issue().scales().get(one.scale()).name(),
              one.now(),
              one.low(),
              one.high(),
              one.lowAtFull(),
              one.highAtFull()));
    }
    return new Grid(
        List.of(
            text("model", "model"),
            text("scale", answer.issue().scales().size() == 1 ? null : "scale"),
            number("now", "now", 1),
            number("low", "least", 1),
            number("high", "most", 1),
            number("low_full", "least, full", 1),
            number("high_full", "most, full", 1)),
        rows);
  }

  /** Whom to persuade and who can undo it: a row an actor, by the first model and over all. */
  public static Grid others(Answer answer, int k) {
    Map<String, List<Other>> by = new LinkedHashMap<>();
    for (Other other : answer.others()) {
      if (other.scale() == k) {
        by.computeIfAbsent(other.actor(), actor -> new ArrayList<>()).add(other);
      }
    }
    List<List<Object>> rows = new ArrayList<>();
    by.forEach(
        (actor, models) -> {
          double least = models.stream().mapToDouble(Other::undo).min().orElse(0);
          double most = models.stream().mapToDouble(Other::undo).max().orElse(0);
          rows.add(
              row(
                  actor,
                  answer.issue().nameOf(actor),
                  models.get(0).persuaded(),
                  models.stream().mapToDouble(Other::persuaded).min().orElse(0),
                  models.stream().mapToDouble(Other::persuaded).max().orElse(0),
                  models.get(0).undo(),
                  Math.abs(least) > Math.abs(most) ? least : most));
        });
    rows.sort(Comparator.comparingDouble(row -> -Math.abs((double) row.get(2))));
    return new Grid(
        List.of(
            text("actor", "actor"),
            text("name", "name"),
            number("persuaded", "if moved", 2),
            number("persuaded_least", "least", 2),
            number("persuaded_most", "most", 2),
            number("undo", "can undo", 2),
            number("undo_most", "any model", 2)),
        rows);
  }

  /** How the members lean. */
  public static Grid votes(Answer answer, Outlook outlook) {
    Council council = outlook.council();
    List<List<Object>> rows = new ArrayList<>();
    for (int i : foremost(council)) {
      Council.Seat seat = council.seats().get(i);
      Odds.Effect effect = council.odds().members().get(i);
      rows.add(
          row(
              seat.member(),
              name(answer.issue(), seat.member()),
              council.body().members().get(i).veto() ? "veto" : "",
              100 * effect.leaning().yes(),
              100 * effect.leaning().abstain(),
              100 * effect.leaning().no(),
              100 * effect.pivotal(),
              100 * effect.gain(),
              seat.from().words()));
    }
    return new Grid(
        List.of(
            text("member", "member"),
            text("name", "name"),
            text("veto", ""),
            number("yes", "yes %", 0),
            number("abstain", "abstains %", 0),
            number("no", "no %", 0),
            number("pivotal", "decides %", 1),
            number("gain", "if won +%", 1),
            text("from", "because")),
        rows);
  }

  /** What moves the first model's outcome. */
  public static Grid drivers(Answer answer, int k, int most) {
    List<List<Object>> rows = new ArrayList<>();
    int digits = digits(answer.issue().scales().get(k));
    answer.asIs().prediction(answer.models().get(0), k).drivers().stream()
        .filter(driver -> driver.swing() > 0)
        .limit(most)
        .forEach(driver -> rows.add(driver(answer, driver, k)));
    return new Grid(
        List.of(
            text("actor", "actor"),
            text("what", "its"),
            number("variance", "of the spread %", 0),
            number("at_low", "outcome at its low", digits),
            number("at_high", "at its high", digits)),
        rows);
  }

  private static List<Object> driver(Answer answer, Distribution.Driver driver, int k) {
    Input input = driver.input();
    Scale scale = answer.issue().scales().get(k);
    boolean elsewhere = input.kind() != Input.Kind.CAPABILITY && input.dimension() != k;
    return row(
        answer.issue().actors().get(input.actor()).name(),
        input.kind().name().toLowerCase(Locale.ROOT)
            + (elsewhere ? " (" + answer.issue().scales().get(input.dimension()).name() + ")" : ""),
        100 * driver.firstOrder(),
        scale.own(driver.atLow()),
        scale.own(driver.atHigh()));
  }

  /** The comparison of those who turned against a group. */
  public static Grid blowback(Blowback blowback) {
    List<List<Object>> rows = new ArrayList<>();
    for (Blowback.Window one : blowback.windows()) {
      rows.add(
          row(
              one.days(),
              one.deed().words(),
              one.cases(),
              one.before(),
              one.after(),
              one.othersBefore(),
              one.othersAfter(),
              one.cases() == 0 ? null : one.ratio(),
              one.cases() == 0 ? null : one.low(),
              one.cases() == 0 ? null : one.high(),
              one.cases() == 0 ? "no case" : one.thin() ? "too thin" : ""));
    }
    return new Grid(
        List.of(
            count("days", "days"),
            text("deed", "acts"),
            count("cases", "cases"),
            count("before", "before"),
            count("after", "after"),
            count("others_before", "others before"),
            count("others_after", "others after"),
            number("ratio", "ratio", 2),
            number("low", "5 %", 2),
            number("high", "95 %", 2),
            text("note", "")),
        rows);
  }

  /** The cases one by one. */
  public static Grid cases(Blowback blowback) {
    List<List<Object>> rows = new ArrayList<>();
    for (Blowback.Case one : blowback.cases()) {
      List<Object> row = row(one.state(), one.day().toString());
      for (int i = 0; i < one.counts().size(); i++) {
        if (blowback.windows().get(i).deed() == Blowback.Deed.HOSTILE) {
          Optional<Blowback.Count> count = one.counts().get(i);
          row.add(count.map(there -> there.before() + " → " + there.after()).orElse("–"));
        }
      }
      row.add(String.join(" ", one.others()));
      rows.add(row);
    }
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(text("state", "state"));
    columns.add(text("day", "day"));
    for (Blowback.Window window : blowback.windows()) {
      if (window.deed() == Blowback.Deed.HOSTILE) {
        columns.add(text("hostile_" + window.days(), "acts, " + window.days() + " days"));
      }
    }
    columns.add(text("others", "compared with"));
    return new Grid(columns, rows);
  }

  /** What each number rests on. */
  public static Grid inputs(Issue issue) {
    List<List<Object>> rows = new ArrayList<>();
    for (Stake stake : issue.actors()) {
      for (int k = 0; k < issue.scales().size(); k++) {
        Scale scale = issue.scales().get(k);
        String of = issue.scales().size() == 1 ? "" : " (" + scale.name() + ")";
        rows.add(input(stake.name(), "position" + of, stake.positions().get(k)));
        rows.add(input("", "salience" + of, stake.saliences().get(k)));
      }
      rows.add(input("", "capability", stake.capability()));
    }
    return new Grid(
        List.of(
            text("actor", "actor"),
            text("what", "its"),
            number("low", "low", 1),
            number("mode", "most likely", 1),
            number("high", "high", 1),
            text("why", "because")),
        rows);
  }

  private static List<Object> input(String actor, String what, Value value) {
    Range range = value.range();
    return row(
        actor,
        what,
        range.constant() ? null : range.low(),
        range.mode(),
        range.constant() ? null : range.high(),
        value.why());
  }
}
