package org.entente.analysis.forecast.ranking;

import java.util.List;
import org.entente.analysis.forecast.history.History;

/**
 * Ranks of the right answers on days that the model was not trained on, each day from what was
 * before it.
 *
 * @param model that was trained, or null for a rule without training
 * @param ranks one for each event and direction, by day
 */
public record RankingBacktest(RankingModel model, List<Rank> ranks) {
  /** Events of so many days before the test are trained on in the benchmark's protocol. */
  public static final int TRAINING_DAYS = 90;

  public RankingBacktest {
    ranks = List.copyOf(ranks);
  }

  /**
   * Trains and tests in one pass.
   *
   * @param from first day of training
   * @param end day after the last of training
   * @param first day of the test, not before {@code end}
   * @param stop day after the last of the test
   */
  public static RankingBacktest run(
      History history,
      int from,
      int end,
      int first,
      int stop,
      RankingModel.Kind kind,
      long seed,
      Workers workers) {
    if (from < 0 || end <= from || first < end || stop <= first) {
      throw new IllegalArgumentException(
          "the test must follow the training: training from day %d to %d, test from %d to %d"
              .formatted(from, end, first, stop));
    }
    Walk walk = new Walk(history, workers);
    RankingModel model = RankingModel.train(walk, from, end, kind, seed, workers);
    return new RankingBacktest(model, walk.ranks(first, stop, model.ranker()));
  }

  /** Tests recurrence alone, with or without how often the type is done to an actor. */
  public static RankingBacktest recurrency(
      History history, int first, int stop, boolean popularity, Workers workers) {
    return new RankingBacktest(
        null, new Walk(history, workers).recurrency(first, stop, popularity ? 1e-3 : 0));
  }
}
