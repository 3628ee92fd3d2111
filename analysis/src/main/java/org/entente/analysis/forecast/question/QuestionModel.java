package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.analysis.forecast.history.History;
import org.entente.model.Quad;

/**
 * Probability that a source acts on a target, with an act of a quad class, within a window of days.
 * One logistic regression for each class over the history of the dyad, fitted to the window itself
 * on the busiest dyads; another for pairs without history. Calibrated by a temperature, fitted on
 * the last days of training.
 */
public final class QuestionModel {
  /** Days before training begins, so that there is a history. */
  private static final int WARM_UP = 60;

  private static final double RIDGE = 30;

  /** A dyad without history may be much unlike others: least spread of its log odds. */
  private static final double UNSEEN_SPREAD = 1;

  private static final double Z95 = 1.959964;
  private static final int COLD = 150;
  private static final int DRIVERS = 5;

  /** Days at the end of training on which the temperature is fitted. */
  private static final int CALIBRATION = 60;

  private final int window;
  private final Logistic[] logistic;
  private final Logistic[] cold;
  private final double[] spread;
  private final double[] world;
  private final double temperature;
  private final List<int[]> dyads;

  private QuestionModel(
      int window,
      Logistic[] logistic,
      Logistic[] cold,
      double[] spread,
      double[] world,
      double temperature,
      List<int[]> dyads) {
    this.window = window;
    this.logistic = logistic;
    this.cold = cold;
    this.spread = spread;
    this.world = world;
    this.temperature = temperature;
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
   * @param seed of the pairs without history that are drawn
   */
  public static QuestionModel train(History history, int end, int window, int most, long seed) {
    List<int[]> dyads = busiest(history, end, most);
    Outcomes outcomes = new Outcomes(history, dyads);
    DyadState state = new DyadState(history, window);
    Rows[] rows = rows();
    Rows[] coldRows = rows();
    Random random = new Random(seed);
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
        cold(history, state, day, window, random, coldRows);
      }
      state.add(history);
    }
    if (rows[0].size() == 0) {
      throw new IllegalArgumentException(
          "too short a history to learn from: %d days, where %d come before training and a window takes %d"
              .formatted(end, WARM_UP, window));
    }
    Logistic[] logistic = new Logistic[DyadState.QUADS];
    Logistic[] cold = new Logistic[DyadState.QUADS];
    double[] spread = new double[DyadState.QUADS];
    double[] world = new double[DyadState.QUADS];
    for (int q = 0; q < logistic.length; q++) {
      logistic[q] = rows[q].fit();
      cold[q] = coldRows[q].size() == 0 ? logistic[q] : coldRows[q].fit();
      spread[q] = rows[q].spread(logistic[q], window);
      world[q] = rows[q].rate();
    }
    double temperature = temperature(rows, dyads.size(), window);
    return new QuestionModel(window, logistic, cold, spread, world, temperature, dyads);
  }

  /**
   * By what log odds are divided: fitted on the last days of training to a model of the days before
   * them, with no window in both. 1 where there are too few days.
   */
  private static double temperature(Rows[] rows, int dyads, int window) {
    int size = rows[0].size();
    int last = size - CALIBRATION * dyads;
    int before = last - window * dyads;
    if (before < CALIBRATION * dyads) {
      return 1;
    }
    Rows[] early = rows();
    List<Double> logits = new ArrayList<>();
    List<Boolean> happened = new ArrayList<>();
    for (int q = 0; q < rows.length; q++) {
      early[q] = rows[q].part(0, before);
      Logistic fitted = early[q].fit();
      for (int i = last; i < size; i++) {
        logits.add(fitted.logit(rows[q].row(i)));
        happened.add(rows[q].happened.get(i));
      }
    }
    double factor = 1;
    for (int step = 0; step < 20; step++) {
      double slope = 0;
      double curve = 1e-9;
      for (int i = 0; i < logits.size(); i++) {
        double p = Logistic.sigmoid(factor * logits.get(i));
        slope += (p - (happened.get(i) ? 1 : 0)) * logits.get(i);
        curve += p * (1 - p) * logits.get(i) * logits.get(i);
      }
      factor -= slope / curve;
    }
    return 1 / Math.max(.5, Math.min(2, factor));
  }

  private static Rows[] rows() {
    Rows[] rows = new Rows[DyadState.QUADS];
    for (int q = 0; q < rows.length; q++) {
      rows[q] = new Rows();
    }
    return rows;
  }

  /** Pairs of actors of past events that had nothing to do with each other so far. */
  private static void cold(
      History history, DyadState state, int day, int window, Random random, Rows[] rows) {
    int known = history.from(day);
    if (known == 0) {
      return;
    }
    Map<Long, Integer> soon = new HashMap<>();
    for (int e = history.from(day); e < history.from(day + window); e++) {
      soon.merge(
          (long) history.source(e) * history.actors().size() + history.target(e),
          1 << state.quadOf(history.type(e)),
          (a, b) -> a | b);
    }
    double[] features = new double[DyadState.FEATURES];
    for (int i = 0; i < COLD; i++) {
      int source = history.source(random.nextInt(known));
      int target = history.target(random.nextInt(known));
      if (source == target || state.seen(source, target)) {
        continue;
      }
      int quads = soon.getOrDefault((long) source * history.actors().size() + target, 0);
      for (int q = 0; q < DyadState.QUADS; q++) {
        state.features(source, target, q, features);
        rows[q].add(features, (quads >> q & 1) == 1, source);
      }
    }
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

    double[] row(int at) {
      float[] kept = features.get(at);
      double[] row = new double[kept.length];
      for (int f = 0; f < row.length; f++) {
        row[f] = kept[f];
      }
      return row;
    }

    Rows part(int from, int end) {
      Rows part = new Rows();
      part.features.addAll(features.subList(from, end));
      part.happened.addAll(happened.subList(from, end));
      part.clusters.addAll(clusters.subList(from, end));
      return part;
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

    Logistic fit() {
      return Logistic.fit(features(), happened(), clusters(), RIDGE);
    }

    double rate() {
      return happened.stream().filter(one -> one).count() / (double) Math.max(1, size());
    }

    /**
     * Variance of the log odds of dyads about what their features say, by moments; windows that
     * overlap count as one.
     */
    double spread(Logistic fitted, int window) {
      Map<Integer, double[]> sums = new HashMap<>();
      for (int i = 0; i < size(); i++) {
        double p = Logistic.sigmoid(fitted.logit(row(i)));
        double[] sum = sums.computeIfAbsent(clusters.get(i), key -> new double[2]);
        sum[0] += (happened.get(i) ? 1 : 0) - p;
        sum[1] += p * (1 - p);
      }
      double over = 0;
      double information = 0;
      for (double[] sum : sums.values()) {
        over += sum[0] * sum[0] - window * sum[1];
        information += sum[1] * sum[1];
      }
      return information == 0 ? 0 : Math.max(0, over / information);
    }

    int[] clusters() {
      return clusters.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private double probability(DyadState state, int source, int target, int quad, double[] features) {
    state.features(source, target, quad, features);
    Logistic by = state.seen(source, target) ? logistic[quad] : cold[quad];
    return Logistic.sigmoid(by.logit(features) / temperature);
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

  /**
   * Answers a question about a window that begins on a day, from what was before it.
   *
   * @param source number of an actor
   * @param target number of an actor
   * @param day number of the day
   */
  public Answer ask(History history, int source, int target, Quad quad, int day) {
    DyadState state = new DyadState(history, window);
    for (int d = 0; d < Math.min(day, history.days()); d++) {
      state.day(d);
      state.add(history);
    }
    state.day(day);
    int q = quad.ordinal();
    double[] features = new double[DyadState.FEATURES];
    state.features(source, target, q, features);
    boolean seen = state.seen(source, target);
    Logistic by = seen ? logistic[q] : cold[q];
    double logit = by.logit(features) / temperature;
    double p = Logistic.sigmoid(logit);
    double own = state.frequency(source, target, q);
    double between =
        seen
            ? spread[q] / (1 + spread[q] * state.days() * Math.max(.01, own * (1 - own)) / window)
            : Math.max(UNSEEN_SPREAD, spread[q]);
    double error = by.error(features);
    double half = Z95 * Math.sqrt(error * error + between);
    double[] terms = by.terms(features);
    List<Answer.Driver> drivers = new ArrayList<>();
    for (int f = 0; f < terms.length; f++) {
      drivers.add(new Answer.Driver(DyadState.NAMES[f], features[f], terms[f]));
    }
    drivers.sort(Comparator.comparingDouble(driver -> -Math.abs(driver.adds())));
    return new Answer(
        history.actors().get(source),
        history.actors().get(target),
        quad,
        window,
        p,
        Logistic.sigmoid(logit - half),
        Logistic.sigmoid(logit + half),
        seen ? own : Double.NaN,
        world[q],
        Math.round(state.acts(source, target, q)),
        seen ? Answer.Basis.DYAD : Answer.Basis.ACTORS,
        drivers.subList(0, DRIVERS));
  }
}
