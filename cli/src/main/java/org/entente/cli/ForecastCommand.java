package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.ranking.Forecaster;
import org.entente.analysis.forecast.ranking.Prediction;
import org.entente.analysis.forecast.ranking.RankingModel;
import org.entente.analysis.forecast.ranking.Workers;
import org.entente.analysis.forecast.whatif.Excitation;
import org.entente.analysis.forecast.whatif.Outlook;
import org.entente.analysis.forecast.whatif.RollOut;
import org.entente.report.ForecastGrids;
import org.entente.report.ForecastSvg;
import org.entente.store.DatedEvents;
import org.entente.store.Query;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forecast",
    description = "What is likely next: who does what to whom, with the past events that say so.",
    mixinStandardHelpOptions = true,
    subcommands = {ForecastQuestionCommand.class, ForecastTrainCommand.class},
    footer = {
      "",
      "Example: entente forecast --source ISIS --from 2015-03-01 --html isis.html",
      "         entente forecast question \"--source ISIS --target RUS --quad MATERIAL_CONFLICT"
          + " --within 30d\"",
      "         entente forecast --assume \"2015-03-01 RUS ASSAULT ISIS\" --days 60 --runs 1000",
      "docs/forecast.md has the method and how good it is."
    })
final class ForecastCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(names = "--source", paramLabel = "ACTOR", split = ",", description = "Who acts.")
  List<String> source = List.of();

  @Option(names = "--target", paramLabel = "ACTOR", split = ",", description = "To whom.")
  List<String> target = List.of();

  @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "PLOVER types.")
  List<String> types = List.of();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most predictions. Default: ${DEFAULT-VALUE}.")
  int top;

  @Option(
      names = "--model",
      paramLabel = "KIND",
      defaultValue = "linear",
      description =
          "linear: a sum of terms; mlp: a small network. Trained on the 90 days before, if"
              + " --weights names no file. Default: ${DEFAULT-VALUE}.")
  String kind;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "A model that forecast train saved.")
  Path weights;

  @Option(
      names = "--assume",
      paramLabel = "EVENT",
      description =
          "An event as if it had been reported: \"2015-03-01 RUS ASSAULT ISIS\". Several.")
  List<String> assumed = List.of();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "60",
      description = "With --assume: days to roll forward. Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1000",
      description = "With --assume: futures to draw. Default: ${DEFAULT-VALUE}.")
  int runs;

  @Mixin ForecastOptions options;
  @Mixin AnswerOptions answers;
  @Mixin SqlOption sql;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    answers.check();
    if (sql.shown) {
      out.println(DatedEvents.sql(Query.ALL, options.level()) + ";");
      return 0;
    }
    if (source.isEmpty() && target.isEmpty() && assumed.isEmpty()) {
      throw new IllegalArgumentException("name --source or --target, or something to --assume");
    }
    History history = options.history();
    answers.give(assumed.isEmpty() ? ranking(history) : outlook(history), out);
    return 0;
  }

  private AnswerOptions.Answer ranking(History history) throws Exception {
    RankingModel.Kind wanted = Constants.named("--model", RankingModel.Kind.class, kind);
    int day = options.day(history);
    Set<Integer> sources = options.actors("--source", source, history);
    Set<Integer> targets = options.actors("--target", target, history);
    Set<Integer> asked = ForecastOptions.types(types, history);
    RankingModel model = options.model(weights, history, day, wanted);
    List<Prediction> found =
        new Forecaster(history, model).to(day).predict(sources, asked, targets, top);
    return new AnswerOptions.Answer(
        "What is likely next: " + words(),
        String.format(
            Locale.ROOT,
            "For %s, from %,d events before it; %s model, seed %d; from %s",
            history.date(day),
            history.from(day),
            model.kind().name().toLowerCase(Locale.ROOT),
            options.chance.seed,
            options.store.file),
        ForecastGrids.predictions(found),
        List.of(
            "Probability: that the next event asked for is this one. Evidence: what was between the"
                + " two before, by how often such a past was followed by what is predicted.",
            ForecastGrids.REPORTS),
        alone -> ForecastSvg.ranking(found, alone),
        List.of(new AnswerOptions.Further("Evidence", ForecastGrids.evidence(found))));
  }

  private String words() {
    return (source.isEmpty() ? "anyone" : String.join(", ", source))
        + " → "
        + (target.isEmpty() ? "anyone" : String.join(", ", target))
        + (types.isEmpty() ? "" : ", " + String.join(", ", types));
  }

  private AnswerOptions.Answer outlook(History history) {
    List<RollOut.Assumed> events = new ArrayList<>();
    for (String one : assumed) {
      events.add(assumed(one, history));
    }
    int latest = events.stream().mapToInt(RollOut.Assumed::day).max().orElse(0);
    int day = options.from == null ? Math.min(history.days(), latest + 1) : options.day(history);
    Excitation model = Excitation.fit(history, day);
    Outlook found;
    try (Workers workers = options.workers()) {
      found = new RollOut(model, days).run(events, runs, options.chance.seed, top, workers);
    }
    return new AnswerOptions.Answer(
        "What if: " + String.join("; ", assumed),
        String.format(
            Locale.ROOT,
            "%d days from %s, %,d runs, seed %d; %,d events before it; from %s",
            days,
            found.first(),
            runs,
            options.chance.seed,
            history.from(day),
            options.store.file),
        ForecastGrids.outlook(found),
        List.of(
            String.format(
                Locale.ROOT,
                "All dyads: %,.1f events without, %,.2f %s with what is assumed. Each event has"
                    + " %.2f followers on average. Futures with and without share all that was"
                    + " drawn.",
                found.without(),
                Math.abs(found.with() - found.without()),
                found.with() < found.without() ? "fewer" : "more",
                found.branching()),
            ForecastGrids.damping(found),
            "This is association in reports, not cause: what followed such reports in the past.",
            ForecastGrids.REPORTS),
        alone -> ForecastSvg.outlook(found, alone),
        List.of(
            new AnswerOptions.Further(
                "Learned patterns that carry the difference", ForecastGrids.carriers(found))));
  }

  private RollOut.Assumed assumed(String text, History history) {
    String[] words = text.strip().split("\\s+");
    if (words.length != 4) {
      throw new IllegalArgumentException(
          "--assume: '" + text + "' is no event; write for example 2015-03-01 RUS ASSAULT ISIS");
    }
    try {
      return new RollOut.Assumed(
          history.day(LocalDate.parse(words[0])),
          options.actor("--assume", words[1], history),
          ForecastOptions.type("--assume", words[2], history),
          options.actor("--assume", words[3], history));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--assume: '" + words[0] + "' is no day; for example 2015-03-01", e);
    }
  }
}
