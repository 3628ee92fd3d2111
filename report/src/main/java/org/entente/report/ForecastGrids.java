package org.entente.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.forecast.Backtest;
import org.entente.analysis.forecast.question.Answer;
import org.entente.analysis.forecast.question.Reliability;
import org.entente.analysis.forecast.question.Skill;
import org.entente.analysis.forecast.question.Trial;
import org.entente.analysis.forecast.ranking.Prediction;
import org.entente.analysis.forecast.ranking.RankingScore;
import org.entente.analysis.forecast.whatif.Damping;
import org.entente.analysis.forecast.whatif.Outlook;
import org.entente.report.Grid.Column;

/** Forecasts as tables. */
public final class ForecastGrids {
  /** Stands under every forecast. */
  public static final String REPORTS =
      "What is forecast are reports: events as the news will tell them, from events as the news told them."
          + " What follows what in reports need not be its cause.";

  /** A letter for each 2.5 % from 0 to 100. */
  private static final String SCALE = "0·······.2······.4······.6······.8······1";

  /** How good probabilities were. */
  private static final List<Column> MEASURES = measures(4, 3);

  /** The same for what hardly ever happens. */
  private static final List<Column> RARE =
      measures(6, 5).stream()
          .map(one -> List.of("climatology", "skill_95").contains(one.key()) ? one.filed() : one)
          .toList();

  private ForecastGrids() {}

  private static List<Column> measures(int brier, int shares) {
    return List.of(
        Column.count("cases", "cases"),
        Column.number("rate", "happens", shares),
        Column.number("climatology", "climatology", brier),
        Column.number("brier", "Brier", brier),
        Column.number("skill", "skill", 3),
        Column.text("skill_95", "95 %"),
        Column.number("log", "log score", shares),
        Column.number("ece", "ECE", shares));
  }

  /** What is likely next, a row each, with the three strongest pieces of evidence. */
  public static Grid predictions(List<Prediction> predictions) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("source", "source"));
    columns.add(Column.text("type", "type"));
    columns.add(Column.text("target", "target"));
    columns.add(Column.number("score", "score", 2));
    columns.add(Column.number("probability", "probability", 3));
    for (int i = 1; i <= 3; i++) {
      String shown = i == 1 ? "evidence" : null;
      columns.add(Column.text("evidence_" + i, shown));
      columns.add(Column.text("document_" + i, null));
    }
    columns.add(Column.text("terms", null));
    List<List<Object>> rows = new ArrayList<>();
    for (Prediction one : predictions) {
      List<Object> row = new ArrayList<>();
      row.add(one.source());
      row.add(one.type());
      row.add(one.target());
      row.add(one.score());
      row.add(one.probability());
      for (int i = 0; i < 3; i++) {
        Prediction.Cited cited = i < one.evidence().size() ? one.evidence().get(i) : null;
        row.add(cited == null ? i == 0 ? "none between the two" : null : words(cited));
        row.add(cited == null ? null : cited.document());
      }
      row.add(terms(one));
      rows.add(row);
    }
    return new Grid(columns, rows);
  }

  /** All the evidence, a row a piece. */
  public static Grid evidence(List<Prediction> predictions) {
    List<List<Object>> rows = new ArrayList<>();
    for (Prediction one : predictions) {
      for (Prediction.Cited cited : one.evidence()) {
        List<Object> row = new ArrayList<>();
        row.add(one.source() + " " + one.type() + " " + one.target());
        row.add(cited.source() + " " + cited.type() + " " + cited.target());
        row.add(cited.day());
        row.add(cited.times());
        row.add(cited.confidence());
        row.add(cited.document());
        rows.add(row);
      }
    }
    return new Grid(
        List.of(
            Column.text("prediction", "prediction"),
            Column.text("past", "because of"),
            Column.text("last", "last on"),
            Column.count("times", "times"),
            Column.number("confidence", "followed by it", 3),
            Column.text("document", "document")),
        rows);
  }

  private static String words(Prediction.Cited cited) {
    return String.format(
        Locale.ROOT,
        "%s %s %s, %s%s",
        cited.source(),
        cited.type(),
        cited.target(),
        cited.day(),
        cited.times() > 1 ? " (" + cited.times() + " times)" : "");
  }

  private static String terms(Prediction one) {
    List<String> terms = new ArrayList<>();
    for (Prediction.Term term : one.terms()) {
      terms.add(String.format(Locale.ROOT, "%s %+.2f", term.feature(), term.value()));
    }
    return String.join("; ", terms);
  }

  /** The answer to a question, in one row. */
  public static Grid answer(Answer answer) {
    return answer(answer, null);
  }

  /** Answers to several questions, a row each. */
  public static Grid answers(List<Answer> answers) {
    return new Grid(
        answer(answers.get(0)).columns(),
        answers.stream().flatMap(one -> answer(one).rows().stream()).toList());
  }

  /**
   * The answer to a question, in one row.
   *
   * @param trial how good such answers were, or null
   */
  public static Grid answer(Answer answer, Trial trial) {
    List<Object> row = new ArrayList<>();
    row.add(answer.source());
    row.add(answer.quad().label());
    row.add(answer.target());
    row.add(answer.window());
    row.add(answer.probability());
    row.add(answer.low());
    row.add(answer.high());
    row.add(answer.own());
    row.add(answer.world());
    row.add(answer.acts());
    row.add(answer.basis().name().toLowerCase(Locale.ROOT));
    row.add(trial == null ? null : trial.first());
    row.add(trial == null ? null : trial.last());
    row.add(trial == null ? null : trial.reliability().cases());
    row.add(trial == null ? null : trial.reliability().brier());
    row.add(trial == null ? null : trial.skill().value());
    row.add(trial == null ? null : trial.skill().low());
    row.add(trial == null ? null : trial.skill().high());
    row.add(trial == null ? null : trial.reliability().log());
    row.add(trial == null ? null : trial.reliability().error());
    row.add(trial == null ? null : trial.reliability().bins());
    return new Grid(
        List.of(
            Column.text("source", "source"),
            Column.text("quad", "class"),
            Column.text("target", "target"),
            Column.count("days", "days"),
            Column.number("probability", "probability", 3),
            Column.number("low", "from", 3),
            Column.number("high", "to", 3),
            Column.number("own", "own past", 3),
            Column.number("world", "world", 3),
            Column.count("acts", "acts"),
            Column.text("basis", "answered from"),
            Column.text("tested_from", null),
            Column.text("tested_to", null),
            Column.count("tested", null),
            Column.number("brier", null, 4),
            Column.number("skill", null, 3),
            Column.number("skill_low", null, 3),
            Column.number("skill_high", null, 3),
            Column.number("log", null, 3),
            Column.number("ece", null, 3),
            Column.text("reliability", null)),
        List.of(row));
  }

  /** How good such answers were, in one row. */
  public static Grid trial(Trial trial) {
    List<Object> row = new ArrayList<>();
    row.add(trial.dyads());
    row.addAll(measures(trial.reliability(), trial.skill()));
    List<Column> columns = new ArrayList<>();
    columns.add(Column.count("dyads", "dyads"));
    columns.addAll(trial.reliability().rate() < .01 ? RARE : MEASURES);
    return new Grid(columns, List.of(row));
  }

  private static List<Object> measures(Reliability found, Skill skill) {
    return List.of(
        found.cases(),
        found.rate(),
        found.reference(),
        found.brier(),
        skill.value(),
        String.format(Locale.ROOT, "%.3f–%.3f", skill.low(), skill.high()).replace('-', '−'),
        found.log(),
        found.error());
  }

  /** The reliability diagram: a row for each tenth of the range, drawn in letters. */
  public static Grid reliability(Reliability found) {
    List<List<Object>> rows = new ArrayList<>();
    for (Reliability.Bin bin : found.bins()) {
      rows.add(
          List.of(
              bin.forecast(),
              bin.happened(),
              String.format(Locale.ROOT, "%.3f–%.3f", bin.low(), bin.high()),
              bin.cases(),
              line(bin)));
    }
    return new Grid(
        List.of(
            Column.number("forecast", "forecast", 3),
            Column.number("happened", "happened", 3),
            Column.text("happened_95", "95 %"),
            Column.count("cases", "cases"),
            Column.text("diagram", SCALE)),
        rows);
  }

  private static String line(Reliability.Bin bin) {
    char[] line = "·".repeat(SCALE.length()).toCharArray();
    Arrays.fill(line, at(bin.low()), at(bin.high()) + 1, '─');
    line[at(bin.forecast())] = '│';
    line[at(bin.happened())] = at(bin.happened()) == at(bin.forecast()) ? '◉' : '●';
    return new String(line);
  }

  private static int at(double share) {
    return (int) Math.round(share * (SCALE.length() - 1));
  }

  /** What drives an answer. */
  public static Grid drivers(Answer answer) {
    return new Grid(
        List.of(
            Column.text("feature", "what drives it"),
            Column.number("value", "value", 2),
            Column.number("adds", "log odds", 2)),
        answer.drivers().stream()
            .map(driver -> List.<Object>of(driver.feature(), driver.value(), driver.adds()))
            .toList());
  }

  /** What may come, with the assumed events and without. */
  public static Grid outlook(Outlook outlook) {
    List<List<Object>> rows = new ArrayList<>();
    for (Outlook.Row one : outlook.rows()) {
      rows.add(
          List.of(
              one.source(),
              one.type(),
              one.target(),
              one.without(),
              one.low() + "–" + one.high(),
              one.with(),
              one.withLow() + "–" + one.withHigh(),
              one.difference(),
              one.anyWithout(),
              one.anyWith()));
    }
    return new Grid(
        List.of(
            Column.text("source", "source"),
            Column.text("type", "type"),
            Column.text("target", "target"),
            Column.number("without", "without", 2),
            Column.text("without_95", "95 %"),
            Column.number("with", "with", 2),
            Column.text("with_95", "95 %"),
            Column.number("difference", "change", 3),
            Column.number("any_without", "any", 3),
            Column.number("any_with", "any with", 3)),
        rows);
  }

  /** Which learned patterns carry the difference. */
  public static Grid carriers(Outlook outlook) {
    return new Grid(
        List.of(
            Column.text("pattern", "pattern"),
            Column.text("before", "after"),
            Column.text("after", "comes"),
            Column.number("weight", "per event", 4),
            Column.text("rarer", null),
            Column.number("events", "events", 3)),
        outlook.carriers().stream()
            .map(
                one ->
                    List.<Object>of(
                        one.pattern().label(),
                        one.before(),
                        one.rarer() ? "less " + one.after() : one.after(),
                        one.weight(),
                        one.rarer(),
                        one.events()))
            .toList());
  }

  /** What makes events rarer, in a sentence. */
  public static String damping(Outlook outlook) {
    Damping found = outlook.damping();
    String tested =
        String.format(
            Locale.ROOT,
            "Of %,d pairs of types that were tested, again and in return, ",
            found.tested());
    if (found.patterns().isEmpty()) {
      return tested
          + "none makes what follows surely rarer than it is anyway"
          + (found.nearest() == null ? "." : "; nearest: " + words(found.nearest(), outlook) + ".");
    }
    return tested
        + found.patterns().size()
        + " make what follows rarer for 14 days: "
        + String.join("; ", found.patterns().stream().map(one -> words(one, outlook)).toList())
        + ". Of what comes less, \"per event\" is the share that is left.";
  }

  private static String words(Damping.Rarer one, Outlook outlook) {
    return String.format(
        Locale.ROOT,
        "%s %s after %s came %.0f times where %.1f were expected, ratio %.2f (%.2f–%.2f)",
        outlook.types().get(one.after()),
        one.pattern().label(),
        outlook.types().get(one.before()),
        one.observed(),
        one.expected(),
        one.ratio(),
        one.low(),
        one.high());
  }

  /** Ranks of a backtest. */
  public static Grid ranking(List<Backtest.Ranking> ranking) {
    List<List<Object>> rows = new ArrayList<>();
    for (Backtest.Ranking one : ranking) {
      RankingScore score = one.score();
      rows.add(
          List.of(
              one.method(),
              one.questions(),
              score.questions(),
              100 * score.mrr(),
              String.format(Locale.ROOT, "%.1f–%.1f", 100 * score.low(), 100 * score.high()),
              100 * score.hits1(),
              100 * score.hits3(),
              100 * score.hits10(),
              score.log(),
              score.brier(),
              score.error()));
    }
    return new Grid(
        List.of(
            Column.text("method", "method"),
            Column.text("questions", "questions"),
            Column.count("count", "count"),
            Column.number("mrr", "MRR", 2),
            Column.text("mrr_95", "95 %"),
            Column.number("hits_1", "H@1", 1),
            Column.number("hits_3", "H@3", 1),
            Column.number("hits_10", "H@10", 1),
            Column.number("log", "log", 2),
            Column.number("brier", "Brier", 3),
            Column.number("ece", "ECE", 3)),
        rows);
  }

  /** Probabilities of a backtest. */
  public static Grid windows(List<Backtest.Window> windows) {
    List<List<Object>> rows = new ArrayList<>();
    for (Backtest.Window one : windows) {
      List<Object> row = new ArrayList<>();
      row.add(one.days());
      row.add(one.quad() == null ? "all" : one.quad().label());
      row.addAll(measures(one.reliability(), one.skill()));
      rows.add(row);
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.count("days", "days"));
    columns.add(Column.text("quad", "class"));
    columns.addAll(MEASURES);
    return new Grid(columns, rows);
  }

  /** Probabilities of a backtest for pairs that never met. */
  public static Grid meetings(List<Backtest.Meeting> meetings) {
    List<List<Object>> rows = new ArrayList<>();
    for (Backtest.Meeting one : meetings) {
      List<Object> row = new ArrayList<>();
      row.add(one.days());
      row.add(one.quad() == null ? "all" : one.quad().label());
      row.add(one.places() ? "and place" : "busyness");
      row.addAll(measures(one.reliability(), one.skill()));
      rows.add(row);
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.count("days", "days"));
    columns.add(Column.text("quad", "class"));
    columns.add(Column.text("method", "gone by"));
    columns.addAll(RARE);
    return new Grid(columns, rows);
  }

  /** The groups that an answer about a pair that never met backed off to. */
  public static Grid steps(Answer answer) {
    return new Grid(
        List.of(
            Column.text("basis", "level"),
            Column.text("group", "pairs of this kind"),
            Column.count("acts", "acts"),
            Column.number("expected", "expected", 1),
            Column.number("ratio", "ratio", 2),
            Column.number("share", "own share", 2)),
        answer.steps().stream()
            .map(
                step ->
                    List.<Object>of(
                        step.basis().name().toLowerCase(Locale.ROOT),
                        step.group(),
                        step.acts(),
                        step.expected(),
                        step.ratio(),
                        step.share()))
            .toList());
  }
}
