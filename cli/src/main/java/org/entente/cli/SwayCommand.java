package org.entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.analysis.forecast.Backtest;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.StoreHistory;
import org.entente.analysis.forecast.question.Answer;
import org.entente.analysis.forecast.question.QuestionModel;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Quad;
import org.entente.report.SwayReport;
import org.entente.server.asking.ActorNames;
import org.entente.server.asking.ActorOrigins;
import org.entente.store.ActorFilter;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.sway.answer.Sway;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.blowback.Blowback;
import org.entente.sway.blowback.Cases;
import org.entente.sway.derive.Derive;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.IssueReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Weighs the options of an actor on an issue. */
@Command(
    name = "sway",
    mixinStandardHelpOptions = true,
    description = {
      "What an actor can do about an outcome, and at what cost: models of bargaining, votes, camps and"
          + " blowback, with intervals.",
      "The issue is a file: entente sway new writes one with comments."
    },
    subcommands = {
      SwayNewCommand.class,
      SwaySchemaCommand.class,
      SwayDeriveCommand.class,
      SwayPowerCommand.class,
      SwayBlowbackCommand.class
    },
    footer = {
      "",
      "Example: entente sway examples/libya-2015.yaml --actor RUS --html libya.html",
      "docs/sway.md has the file, docs/sway-models.md the formulas."
    })
final class SwayCommand implements Callable<Integer> {
  static final int FORETOLD_DAYS = 30;

  /** Of events before a forecast is worth the name. */
  static final int LEAST_DAYS = 200;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ISSUE",
      description = "A file of YAML, or of CSV in KTAB's columns.")
  Path file;

  @Option(
      names = "--actor",
      paramLabel = "ID",
      description = "Whose options are weighed. Default: the options of all.")
  String actor;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Draws of the uncertain numbers, 1 to 1,000,000. Default: ${DEFAULT-VALUE}.")
  int draws;

  @Option(
      names = "--round-draws",
      paramLabel = "N",
      description =
          "At most so many for an option of the models that go by rounds, which take some fifty"
              + " times as long. Default: as many as of the others.")
  Integer roundDraws;

  @Mixin SeedOption chance;

  @Mixin ThreadsOption threads;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      split = ",",
      description = "Only these models, by name or part of it. Default: all.")
  List<String> models = List.of();

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description =
          "A store of events: for numbers that are to be derived, blowback, and the forecast beside"
              + " it. Default: none.")
  Path store;

  @Mixin SwayOutput output;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (file == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "no issue given; entente sway new FILE writes one to begin with");
    }
    if (draws < 1 || draws > 1_000_000) {
      throw new IllegalArgumentException("--draws: 1 to 1,000,000, not " + draws);
    }
    if (roundDraws != null && roundDraws < 1) {
      throw new IllegalArgumentException("--round-draws: at least 1, not " + roundDraws);
    }
    int cores = threads.count();
    output.check();
    Issue issue = IssueReader.read(file);
    Map<Blowback.Kind, Blowback> blowback = new EnumMap<>(Blowback.Kind.class);
    Answer forecast = null;
    if (store != null) {
      if (!Files.exists(store)) {
        throw new IllegalArgumentException(
            "no store " + store + ". Make one: entente code TEXT --save, or entente import FILE");
      }
      try (EventStore open = EventStore.open(store)) {
        issue = Derive.fill(issue, open, SwayCommand::filter, chance.seed).issue();
        if (issue.group() != null) {
          for (Blowback.Kind kind : Blowback.Kind.values()) {
            blowback.put(kind, blowback(open, issue.group(), kind, chance.seed));
          }
          forecast = forecast(open, issue);
        }
      }
    }
    output.give(
        new SwayReport(
            Sway.answer(
                issue,
                actor,
                chosen(issue),
                draws,
                roundDraws == null ? draws : roundDraws,
                chance.seed,
                cores),
            blowback,
            forecast),
        spec.commandLine().getOut());
    return 0;
  }

  private List<BargainingModel> chosen(Issue issue) {
    if (models.isEmpty()) {
      List<BargainingModel> quick = Sway.quick(issue);
      List<BargainingModel> left = new ArrayList<>(BargainingModel.all());
      left.removeAll(quick);
      if (!left.isEmpty() && !issue.scales().isEmpty()) {
        spec.commandLine()
            .getErr()
            .printf(
                "entente: left out with %,d actors, which would take long: %s; --model NAME,…"
                    + " asks for them%n",
                issue.actors().size(),
                String.join(", ", left.stream().map(BargainingModel::name).toList()));
      }
      return quick;
    }
    List<BargainingModel> chosen = new ArrayList<>();
    for (BargainingModel model : BargainingModel.all()) {
      if (models.stream()
          .anyMatch(name -> model.name().toLowerCase().contains(name.toLowerCase()))) {
        chosen.add(model);
      }
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "--model: none is called "
              + String.join(", ", models)
              + "; there are "
              + String.join(
                  ", ", BargainingModel.all().stream().map(BargainingModel::name).toList()));
    }
    return chosen;
  }

  /** What the group is likely to do to the actor next; null where there is nothing to tell from. */
  private Answer forecast(EventStore open, Issue issue) {
    if (actor == null) {
      return null;
    }
    History history = StoreHistory.recent(open, Level.COUNTRY, issue.date());
    ActorEntry known = ActorNames.known(issue.group());
    int group = history.actor(known == null ? issue.group() : known.code());
    int target = history.actor(actor);
    int day =
        issue.date() == null
            ? history.days()
            : Math.min(history.days(), history.day(issue.date()) + 1);
    if (group < 0 || target < 0 || day < LEAST_DAYS) {
      return null;
    }
    return QuestionModel.train(
            history, day, FORETOLD_DAYS, Backtest.DYADS, chance.seed, ActorOrigins::of)
        .ask(history, group, target, Quad.MATERIAL_CONFLICT, day);
  }

  static ActorFilter filter(String id) {
    return ActorNames.filter("actor", List.of(id));
  }

  static Blowback blowback(EventStore store, String group, Blowback.Kind kind, long seed) {
    ActorEntry known = ActorNames.known(group);
    return Cases.of(
        store,
        ActorNames.filter("--group", List.of(group)),
        known == null ? group : known.name(),
        SwayCommand::isState,
        kind,
        seed);
  }

  private static boolean isState(String code) {
    ActorEntry entry = Knowledge.bundled().actors().find(code);
    return entry != null && entry.kind() == ActorEntry.Kind.COUNTRY;
  }
}
