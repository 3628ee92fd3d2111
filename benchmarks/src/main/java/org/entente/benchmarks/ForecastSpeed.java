package org.entente.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.HistoryFile;
import org.entente.analysis.forecast.ranking.Forecaster;
import org.entente.analysis.forecast.ranking.RankingModel;
import org.entente.analysis.forecast.ranking.Workers;

/** How long one forecast takes on a loaded history of some 100,000 events. */
public final class ForecastSpeed {
  private static final int EVENTS = 100_000;
  private static final int TRAINING_DAYS = 90;
  private static final int TIMES = 200;
  private static final int TOP = 20;

  private ForecastSpeed() {}

  /**
   * Arguments: a file of events (default the ICEWS sample); where it has fewer than 100,000, its
   * first ones are taken a second time, answered.
   */
  public static void main(String[] args) throws IOException {
    History history =
        grown(
            HistoryFile.read(
                Path.of(
                    args.length > 0
                        ? args[0]
                        : "../shared/data/icews-2013-11-18_2015-06-30.tsv.gz")));
    int end = history.days();
    RankingModel model;
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      model =
          RankingModel.train(
              history, end - TRAINING_DAYS, end, RankingModel.Kind.LINEAR, 1, workers);
    }
    long start = System.nanoTime();
    Forecaster forecaster = new Forecaster(history, model).to(end);
    System.out.printf(
        Locale.ROOT,
        "%,d events, loaded in %.1f s%n",
        history.size(),
        (System.nanoTime() - start) / 1e9);
    for (Set<Integer> types : Arrays.asList(Set.<Integer>of(), Set.of(0))) {
      double[] milliseconds = new double[TIMES];
      for (int i = 0; i < TIMES; i++) {
        int source = history.source(history.size() - 1 - i * 37);
        long from = System.nanoTime();
        forecaster.predict(Set.of(source), types, Set.of(), TOP);
        milliseconds[i] = (System.nanoTime() - from) / 1e6;
      }
      double first = milliseconds[0];
      Arrays.sort(milliseconds);
      System.out.printf(
          Locale.ROOT,
          "%s: median %.1f ms, 95 %% under %.1f ms, the first %.1f ms (%d forecasts)%n",
          types.isEmpty() ? "any type" : "one type",
          milliseconds[TIMES / 2],
          milliseconds[TIMES * 95 / 100],
          first,
          TIMES);
    }
  }

  private static History grown(History read) {
    if (read.size() >= EVENTS) {
      return read;
    }
    History.Builder builder = new History.Builder();
    for (int e = 0; e < read.size(); e++) {
      builder.add(
          read.date(read.dayOf(e)),
          read.actors().get(read.source(e)),
          read.types().get(read.type(e)),
          read.actors().get(read.target(e)),
          null);
    }
    for (int e = 0; e < EVENTS - read.size() && e < read.size(); e++) {
      builder.add(
          read.date(read.dayOf(e)),
          read.actors().get(read.target(e)),
          read.types().get(read.type(e)),
          read.actors().get(read.source(e)),
          null);
    }
    return builder.build();
  }
}
