package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.ranking.RankingModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    description = "Trains the ranking on the store's last 90 days and saves the weights.",
    mixinStandardHelpOptions = true)
final class ForecastTrainCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "KIND",
      defaultValue = "linear",
      description = "linear or mlp. Default: ${DEFAULT-VALUE}.")
  String kind;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      required = true,
      description = "Where to save them.")
  Path weights;

  @Mixin ForecastOptions options;

  @Override
  public Integer call() throws Exception {
    OutFile.check("--weights", weights);
    RankingModel.Kind wanted = Constants.named("--model", RankingModel.Kind.class, kind);
    History history = options.history();
    int day = options.day(history);
    options.model(null, history, day, wanted).save(weights);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Trained a %s model on events before %s (seed %d): %s%n",
        wanted.name().toLowerCase(Locale.ROOT),
        history.date(day),
        options.chance.seed,
        weights);
    return 0;
  }
}
