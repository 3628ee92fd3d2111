package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.forecast.history.History;
import org.entente.model.Quad;

/**
 * Probability that a source acts on a target, with an act of a quad class, within a window of days.
 * One logistic regression for each class over the history of the dyad, fitted to the window itself
 * on the busiest dyads, and calibrated on the last part of the training days.
 */
public final class QuestionModel {
  /** Days before training begins, so that there is a history. */
  private static final int WARM_UP = 60;

  private static final double RIDGE = 30;

  private final int window;
  private final Logistic[] logistic;
  private final Isotonic[] calibration;
  private final List<int[]> dyads;

  private QuestionModel(
      int window, Logistic[] logistic, Isotonic[] calibration, List<int[]> dyads) {
    this.window = window;
    this.logistic = logistic;
    this.calibration = calibration;
    this.dyads = dyads;
  }

  public int window() {
    return window;
  }

  /** The dyads with the most events before a day, source and target, busiest first. */
  public static List<int[]> busiest(History history, int end, int most) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int e = 0; e < history.from(end); e++) {
      if (history.source(e) != history.target(e)) {
        counts.merge(
            (long) history.source(e) * history.actors().size() + history.target(e),
            1,
            Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Long, Integer>>comparingInt(entry -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .map(
            key ->
                new int[] {
                  (int) (key / history.actors().size()), (int) (key % history.actors().size())
                })
        .toList();
  }

  /**
   * Trains on the days before one; no window reaches it.
   *
   * @param end number of the day
   * @param window in days, at least 1
   * @param most how many of the busiest dyads to train on
   */
  public static QuestionModel train(History history, int end, int window, int most) {
    List<int[]> dyads = busiest(history, end, most);
    Outcomes outcomes = new Outcomes(history, dyads);
    DyadState state = new DyadState(history, window);
    Rows[] rows = new Rows[DyadState.QUADS];
    for (int q = 0; q < rows.length; q++) {
      rows[q] = new Rows();
    }
    double[] features = new double[DyadState.FEATURES];
    for (int day = 0; day + window <= end; day++) {
      state.day(day);
      if (day >= WARM_UP) {
        for (int d = 0; d < dyads.size(); d++) {
          for (int q = 0; q < DyadState.QUADS; q++) {
            state.features(dyads.get(d)[0], dyads.get(d)[1], q, features);
            rows[q].add(features, outcomes.happens(d, q, day, window), d);
          }
        }
      }
      state.add(history);
    }
    Logistic[] logistic = new Logistic[DyadState.QUADS];
    for (int q = 0; q < logistic.length; q++) {
      if (rows[q].size() == 0) {
        throw new IllegalArgumentException(
            "too short a history to learn from: "
                + end
                + " days for "
                + WARM_UP
                + " days before training and windows of "
                + window);
      }
      logistic[q] =
          Logistic.fit(rows[q].features(), rows[q].happened(), rows[q].clusters(), RIDGE);
    }
    Isotonic[] calibration = new Isotonic[DyadState.QUADS];
    Arrays.fill(calibration, Isotonic.NONE);
    return new QuestionModel(window, logistic, calibration, dyads);
  }

  private static final class Rows {
    private final List<float[]> features = new ArrayList<>();
    private final List<Boolean> happened = new ArrayList<>();
    private final List<Integer> clusters = new ArrayList<>();

    void add(double[] row, boolean happens, int cluster) {
      float[] kept = new float[row.length];
      for (int f = 0; f < row.length; f++) {
        kept[f] = (float) row[f];
      }
      features.add(kept);
      happened.add(happens);
      clusters.add(cluster);
    }

    int size() {
      return features.size();
    }

    float[][] features() {
      return features.toArray(float[][]::new);
    }

    boolean[] happened() {
      boolean[] all = new boolean[size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = happened.get(i);
      }
      return all;
    }

    int[] clusters() {
      return clusters.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private double probability(DyadState state, int source, int target, int quad, double[] features) {
    state.features(source, target, quad, features);
    return calibration[quad].of(Logistic.sigmoid(logistic[quad].logit(features)));
  }

  /**
   * Puts the question for each of the dyads it was trained on, each class and each day, from what
   * was before the day.
   *
   * @param from number of the first day
   * @param end one more than the last day on which a window may end
   */
  public List<Case> test(History history, int from, int end) {
    Outcomes outcomes = new Outcomes(history, dyads);
    DyadState state = new DyadState(history, window);
    List<Case> cases = new ArrayList<>();
    double[] features = new double[DyadState.FEATURES];
    for (int day = 0; day + window <= end; day++) {
      state.day(day);
      if (day >= from) {
        for (int d = 0; d < dyads.size(); d++) {
          int source = dyads.get(d)[0];
          int target = dyads.get(d)[1];
          for (int q = 0; q < DyadState.QUADS; q++) {
            cases.add(
                new Case(
                    day,
                    source,
                    target,
                    Quad.values()[q],
                    probability(state, source, target, q, features),
                    state.frequency(source, target, q),
                    outcomes.happens(d, q, day, window)));
          }
        }
      }
      state.add(history);
    }
    return cases;
  }
}
