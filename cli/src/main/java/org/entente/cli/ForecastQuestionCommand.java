package org.entente.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.analysis.forecast.Backtest;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.question.Answer;
import org.entente.analysis.forecast.question.QuestionModel;
import org.entente.analysis.forecast.question.Trial;
import org.entente.model.Quad;
import org.entente.report.ForecastGrids;
import org.entente.report.ForecastSvg;
import org.entente.server.asking.ActorOrigins;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "question",
    description = "How probable it is that a source acts so on a target within some days.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente forecast question \"--source ISIS --target RUS --quad MATERIAL_CONFLICT"
          + " --within 30d\""
    })
final class ForecastQuestionCommand implements Callable<Integer> {
  private static final Pattern WITHIN = Pattern.compile("(\\d{1,3})([dw]?)");

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  /** The question itself: its options may also stand in one text, as issue and docs write it. */
  static final class Question {
    @Option(names = "--source", paramLabel = "ACTOR", description = "Who acts.")
    String source;

    @Option(names = "--target", paramLabel = "ACTOR", description = "To whom.")
    String target;

    @Option(
        names = "--quad",
        paramLabel = "QUAD",
        description =
            "verbal_cooperation, material_cooperation, verbal_conflict, material_conflict.")
    String quad;

    @Option(names = "--within", paramLabel = "DAYS", description = "7d, 30d, 4w. Default: 30d.")
    String within;
  }

  @Mixin Question question = new Question();

  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..1",
      description = "The question in one text: \"--source A --target B --quad Q --within 30d\".")
  String text;

  @Mixin ForecastOptions options;
  @Mixin AnswerOptions answers;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    answers.check();
    if (text != null) {
      new CommandLine(question).parseArgs(text.strip().split("\\s+"));
    }
    if (question.source == null || question.target == null || question.quad == null) {
      throw new IllegalArgumentException("a question needs --source, --target and --quad");
    }
    Quad quad = Constants.named("--quad", Quad.class, question.quad.replace('-', '_'));
    int within = within();
    History history = options.history();
    int day = options.day(history);
    int source = options.actor("--source", question.source, history);
    int target = options.actor("--target", question.target, history);
    QuestionModel model =
        QuestionModel.train(
            history, day, within, Backtest.DYADS, options.chance.seed, ActorOrigins::of);
    Answer answer = model.ask(history, source, target, quad, day);
    Trial trial = model.trial(history, answer).orElse(null);
    List<AnswerOptions.Further> more = new ArrayList<>();
    more.add(new AnswerOptions.Further("What drives it", ForecastGrids.drivers(answer)));
    if (!answer.steps().isEmpty()) {
      more.add(new AnswerOptions.Further("What it backed off to", ForecastGrids.steps(answer)));
    }
    if (trial != null) {
      more.add(
          new AnswerOptions.Further(
              "How good such answers were, from "
                  + trial.first()
                  + " to "
                  + trial.last()
                  + ", each from what was before it",
              ForecastGrids.trial(trial)));
      more.add(
          new AnswerOptions.Further(
              "Reliability: what came (●), with its interval, against what was forecast",
              ForecastGrids.reliability(trial.reliability()),
              alone -> ForecastSvg.reliability(trial, alone)));
    }
    answers.give(
        new AnswerOptions.Answer(
            String.format(
                Locale.ROOT,
                "%s → %s: %s within %d days from %s",
                question.source,
                question.target,
                quad.label(),
                within,
                history.date(day)),
            String.format(
                Locale.ROOT,
                "From %,d events before it, in %s; seed %d",
                history.from(day),
                options.store.file,
                options.chance.seed),
            ForecastGrids.answer(answer, trial),
            notes(answer, trial),
            alone -> ForecastSvg.answer(answer, alone),
            more),
        out);
    return 0;
  }

  private int within() {
    String words = question.within == null ? "30d" : question.within;
    Matcher window = WITHIN.matcher(words.strip().toLowerCase(Locale.ROOT));
    int days =
        window.matches()
            ? Integer.parseInt(window.group(1)) * (window.group(2).equals("w") ? 7 : 1)
            : 0;
    if (days < 1) {
      throw new IllegalArgumentException(
          "--within: '" + words + "' is no number of days or weeks; for example 30d or 4w");
    }
    return days;
  }

  private static List<String> notes(Answer answer, Trial trial) {
    List<String> notes = new ArrayList<>();
    if (answer.basis() != Answer.Basis.DYAD) {
      notes.add(
          String.format(
              Locale.ROOT,
              "No act of %s on %s was ever reported. This is what pairs that never met do: learned"
                  + " from %,d questions about such pairs, by how busy the two are with others and"
                  + " by how often actors of such kinds, regions and countries act so on each"
                  + " other, each drawn towards the wider group where its own acts are few. The"
                  + " interval is wide.",
              answer.source(),
              answer.target(),
              answer.unseen()));
    }
    notes.add(
        "Own past: share of such windows with an act of the class in this dyad. World: the same"
            + " over the 200 busiest dyads. Interval: 95 %.");
    notes.add(
        trial == null
            ? "The history is too short to say how good such answers are."
            : answer.basis() == Answer.Basis.DYAD
                ? "How good: the busiest dyads, in blocks of days that were forecast before they were"
                    + " learned from. Skill is against each dyad's own past frequency."
                : "How good: pairs that had never met, drawn by how busy the two are. Skill is"
                    + " against how many of them met before.");
    notes.add(ForecastGrids.REPORTS);
    return notes;
  }
}
