package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.analysis.forecast.Backtest;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.StoreHistory;
import org.entente.analysis.forecast.question.Answer;
import org.entente.analysis.forecast.question.QuestionModel;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Quad;
import org.entente.report.ForecastGrids;
import org.entente.report.SwayGrids;
import org.entente.server.asking.ActorNames;
import org.entente.server.asking.ActorOrigins;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.sway.blowback.Blowback;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a group does to those who turn against it. */
@Command(
    name = "blowback",
    mixinStandardHelpOptions = true,
    description = {
      "How often a group strikes at states before and after they turn against it, beside matched states"
          + " that did not; with the cases one by one.",
      "It counts reports and proves no cause."
    })
final class SwayBlowbackCommand implements Callable<Integer> {
  private static final int TARGETS = 5;

  @Mixin StoreOption store;

  @Option(
      names = "--group",
      required = true,
      paramLabel = "ACTOR",
      description = "The group, with its branches: ISIS.")
  String group;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "force",
      description = "force or joining. Default: ${DEFAULT-VALUE}.")
  String kind;

  @Mixin SeedOption chance;

  @Mixin AnswerOptions answer;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    answer.check();
    Blowback.Kind wanted = Constants.named("--kind", Blowback.Kind.class, kind);
    Blowback found;
    List<Answer> forecasts;
    try (EventStore open = store.existing()) {
      found = SwayCommand.blowback(open, group, wanted, chance.seed);
      forecasts = forecasts(StoreHistory.recent(open, Level.COUNTRY, null));
    }
    List<AnswerOptions.Further> more = new ArrayList<>();
    more.add(
        new AnswerOptions.Further(
            "The cases: hostile acts before → after", SwayGrids.cases(found)));
    if (!forecasts.isEmpty()) {
      more.add(
          new AnswerOptions.Further(
              "Forecast beside it: as things are, will it strike within "
                  + SwayCommand.FORETOLD_DAYS
                  + " days of the last event?",
              ForecastGrids.answers(forecasts)));
    }
    answer.give(
        new AnswerOptions.Answer(
            "Blowback by " + found.group() + ": after a state " + wanted.words(),
            found.first() == null
                ? "The store is empty."
                : "Events from "
                    + found.first()
                    + " to "
                    + found.last()
                    + ", seed "
                    + chance.seed
                    + ".",
            SwayGrids.blowback(found),
            List.of(
                found.thin()
                    ? "The data are too thin for any of these ratios; read the cases."
                    : "Others: states that did nothing, matched. It counts reports and proves no"
                        + " cause.",
                "The forecast is of material conflict, whatever is done; blowback is how much an act"
                    + " may multiply it."),
            null,
            more),
        spec.commandLine().getOut());
    return 0;
  }

  /**
   * What it is likely to do next to those it acts on most; none where there is too little to go by.
   */
  private List<Answer> forecasts(History history) {
    ActorEntry known = ActorNames.known(group);
    int source = history.actor(known == null ? group : known.code());
    int day = history.days();
    if (source < 0 || day < SwayCommand.LEAST_DAYS) {
      return List.of();
    }
    QuestionModel model =
        QuestionModel.train(
            history, day, SwayCommand.FORETOLD_DAYS, Backtest.DYADS, chance.seed, ActorOrigins::of);
    return QuestionModel.targets(history, source, day, TARGETS).stream()
        .map(target -> model.ask(history, source, target, Quad.MATERIAL_CONFLICT, day))
        .toList();
  }
}
