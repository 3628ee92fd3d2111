package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.analysis.forecast.history.History;
import org.entente.model.Quad;

/**
 * The last days before a day, forecast in blocks: each by a model of the windows that had ended
 * before the block (Dawid's prequential view, 1984). What came of it calibrates the forecasts, each
 * block by the blocks before it, and says how good they are.
 *
 * @param calibration by quad class
 * @param trials by quad class; null where there are too few days
 */
record Rehearsal(Calibration[] calibration, Trial[] trials) {
  private static final int DAYS = 180;
  private static final int BLOCK = 60;

  /** Least days to learn the first block from. */
  private static final int LEAST = 30;

  /** The first day that is forecast. */
  static int first(int end, int window) {
    return Math.max(end - DAYS, QuestionModel.WARM_UP + LEAST + window);
  }

  /** Whether there are days enough to tell anything from. */
  static boolean fits(int first, int end, int window) {
    return first + window + BLOCK / 2 <= end;
  }

  /**
   * Forecasts them.
   *
   * @param rows by quad class, each of dyads that were the busiest by its day
   * @param start fits to begin from
   */
  static Rehearsal of(
      History history, Rows[] rows, Logistic[] start, int end, int window, long seed) {
    int first = first(end, window);
    Calibration[] calibration = new Calibration[rows.length];
    Trial[] trials = new Trial[rows.length];
    Arrays.fill(calibration, Calibration.NONE);
    if (!fits(first, end, window)) {
      return new Rehearsal(calibration, trials);
    }
    List<List<Case>> cases = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    for (int q = 0; q < rows.length; q++) {
      cases.add(new ArrayList<>());
    }
    for (int from = first; from + window <= end; from += BLOCK) {
      int block = from;
      Calibration before = calibration(told, block - window);
      for (int q = 0; q < rows.length; q++) {
        Rows all = rows[q];
        Logistic fitted =
            all.only(i -> all.day(i) + window <= block).fit(QuestionModel.RIDGE * window, start[q]);
        for (int i = 0; i < all.size(); i++) {
          if (all.day(i) >= block && all.day(i) < block + BLOCK) {
            double logit = fitted.logit(all.features(i));
            told.add(new Told(all.day(i), logit, all.happened(i)));
            cases
                .get(q)
                .add(
                    new Case(
                        all.day(i),
                        all.source(i),
                        all.target(i),
                        Quad.values()[q],
                        Logistic.sigmoid(before.of(logit)),
                        all.frequency(i),
                        all.happened(i)));
          }
        }
      }
    }
    Arrays.fill(calibration, calibration(told, end));
    for (int q = 0; q < trials.length; q++) {
      trials[q] =
          Trial.of(history, window, Quad.values()[q], first, end - window, cases.get(q), seed);
    }
    return new Rehearsal(calibration, trials);
  }

  private record Told(int day, double logit, boolean happened) {}

  private static Calibration calibration(List<Told> told, int last) {
    if (told.isEmpty()) {
      return Calibration.NONE;
    }
    double factor = 1;
    for (int step = 0; step < 20; step++) {
      double slope = 0;
      double curve = 1e-9;
      for (Told one : told) {
        if (one.day() <= last) {
          double p = Logistic.sigmoid(factor * one.logit());
          slope += (p - (one.happened() ? 1 : 0)) * one.logit();
          curve += p * (1 - p) * one.logit() * one.logit();
        }
      }
      factor -= slope / curve;
    }
    return new Calibration(Math.max(.5, Math.min(2, factor)), 0);
  }
}
