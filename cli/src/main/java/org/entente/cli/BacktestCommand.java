package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.analysis.forecast.Backtest;
import org.entente.analysis.forecast.history.ActorName;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.HistoryFile;
import org.entente.analysis.forecast.history.StoreHistory;
import org.entente.analysis.forecast.ranking.RankingModel;
import org.entente.analysis.forecast.ranking.Workers;
import org.entente.exchange.cameo.Cameo;
import org.entente.knowledge.Knowledge;
import org.entente.report.ForecastGrids;
import org.entente.report.ForecastSvg;
import org.entente.server.asking.ActorOrigins;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Query;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backtest",
    description = "How good forecasts would have been: day by day, with nothing from the future.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente backtest icews14 --from 2014-12-01 --to 2014-12-31 --gap 30",
      "         entente backtest events.tsv.gz --from 2015-02-01 --to 2015-06-30 --html test.html",
      "         entente backtest entente.duckdb --from 2015-02-01 --to 2015-06-30"
    })
final class BacktestCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "A store (.duckdb), a table of date, source, event and target, or a folder of the"
              + " benchmark for temporal knowledge graphs.")
  Path file;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      required = true,
      converter = QueryOptions.FirstDay.class,
      description = "First day of the test.")
  LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      required = true,
      converter = QueryOptions.LastDay.class,
      description = "Last day of the test, included.")
  LocalDate to;

  @Option(
      names = "--model",
      paramLabel = "KIND",
      defaultValue = "linear",
      description = "linear or mlp. Default: ${DEFAULT-VALUE}.")
  String kind;

  @Option(
      names = "--train",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = "Days to train the ranking on. Default: ${DEFAULT-VALUE}.")
  int train;

  @Option(
      names = "--gap",
      paramLabel = "DAYS",
      defaultValue = "0",
      description =
          "Days between training and test that are remembered, but not trained on: 30 for the"
              + " benchmark, which keeps them to validate. Default: ${DEFAULT-VALUE}.")
  int gap;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      split = ",",
      defaultValue = "7,30",
      description = "Windows of the questions. Default: ${DEFAULT-VALUE}.")
  List<Integer> horizons;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      defaultValue = "both",
      description = "ranking, questions or both. Default: ${DEFAULT-VALUE}.")
  String only;

  @Mixin SeedOption chance;

  @Mixin ThreadsOption threads;

  @Mixin AnswerOptions answers;

  private enum What {
    RANKING,
    QUESTIONS,
    BOTH
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    answers.check();
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("--to " + to + " is before --from " + from);
    }
    int cores = threads.count();
    if (!Files.exists(file)) {
      throw new IOException("no file or folder " + file);
    }
    RankingModel.Kind wanted = Constants.named("--model", RankingModel.Kind.class, kind);
    What what = Constants.named("--only", What.class, only);
    List<Backtest.Ranking> ranking = List.of();
    if (what != What.QUESTIONS) {
      History history = asTold();
      check(history);
      try (Workers workers = new Workers(cores)) {
        ranking =
            Backtest.ranking(
                history,
                train,
                gap,
                history.day(from),
                Math.min(history.days(), history.day(to) + 1),
                wanted,
                chance.seed,
                workers);
      }
    }
    List<Backtest.Window> windows = List.of();
    List<Backtest.Meeting> meetings = List.of();
    if (what != What.RANKING) {
      History history = countries();
      check(history);
      int first = history.day(from);
      int end = Math.min(history.days(), history.day(to) + 1);
      windows = Backtest.windows(history, first, end, horizons, chance.seed);
      meetings = Backtest.meetings(history, first, end, horizons, ActorOrigins::of, chance.seed);
    }
    answers.give(answer(new Backtest(ranking, windows, meetings)), out);
    return 0;
  }

  private void check(History history) {
    if (history.day(from) < 1 || history.day(from) >= history.days()) {
      throw new IllegalArgumentException(
          "--from: the events are from "
              + history.first()
              + " to "
              + history.date(history.days() - 1)
              + "; "
              + from
              + " leaves none before it or none to test");
    }
  }

  private boolean isStore() {
    return file.toString().endsWith(".duckdb");
  }

  private History asTold() throws IOException {
    return isStore() ? stored(Level.ACTOR) : HistoryFile.read(file);
  }

  private History countries() throws IOException {
    if (isStore()) {
      return stored(Level.COUNTRY);
    }
    Cameo cameo = new Cameo(Knowledge.bundled().ontology());
    Map<String, String> types = new HashMap<>();
    return HistoryFile.read(
        file,
        ActorName::whole,
        text ->
            types.computeIfAbsent(
                text,
                one -> {
                  String code = cameo.code(one);
                  return code == null ? null : cameo.meaning(code).type().name();
                }));
  }

  private History stored(Level level) {
    try (EventStore store = EventStore.open(file)) {
      return StoreHistory.read(store, Query.ALL, level);
    }
  }

  private AnswerOptions.Answer answer(Backtest found) {
    boolean ranked = !found.ranking().isEmpty();
    List<AnswerOptions.Further> more = new ArrayList<>();
    if (ranked && !found.windows().isEmpty()) {
      more.add(
          new AnswerOptions.Further(
              "Any act of the class in a dyad within some days, 200 busiest dyads",
              ForecastGrids.windows(found.windows())));
    }
    if (!found.meetings().isEmpty()) {
      more.add(
          new AnswerOptions.Further(
              "The same for pairs that never met; skill is against how many met in training",
              ForecastGrids.meetings(found.meetings())));
    }
    return new AnswerOptions.Answer(
        String.format(Locale.ROOT, "Backtest of %s, %s to %s", file.getFileName(), from, to),
        String.format(
            Locale.ROOT,
            "Each day from what was before it; seed %d. Ranks time-aware filtered, ties averaged",
            chance.seed),
        ranked ? ForecastGrids.ranking(found.ranking()) : ForecastGrids.windows(found.windows()),
        List.of(
            "Intervals: 95 %, over days drawn with replacement for ranks, over dyads for skill."
                + " Climatology: each dyad's own past frequency; skill is against it. Log score in"
                + " nats. ECE of a ranking: of its first answers; what was seen before is not known"
                + " when it is asked, so it means little within such groups.",
            ForecastGrids.REPORTS),
        found.windows().isEmpty() ? null : alone -> ForecastSvg.reliability(found.windows(), alone),
        more);
  }
}
