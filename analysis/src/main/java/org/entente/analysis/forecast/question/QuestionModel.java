package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.analysis.forecast.history.History;
import org.entente.model.Quad;

/**
 * Probability that a source acts on a target, with an act of a quad class, within a window of days.
 * One logistic regression for each class over the history of the dyad, fitted to the window itself
 * on the dyads that were busiest by then; another for pairs without history. Calibrated on days
 * that were forecast before they were learned from: see {@link #trial}.
 */
public final class QuestionModel {
  /** Days before training begins, so that there is a history. */
  static final int WARM_UP = 60;

  /** A dyad without history may be much unlike others: least spread of its log odds. */
  private static final double UNSEEN_SPREAD = 1;

  private static final double Z95 = 1.959964;

  /**
   * What holds weights near to 0, for each day of the window, since windows that overlap count as
   * one. Chosen on July 2014 to January 2015 of ICEWS and on August to November of ICEWS14.
   */
  static final double RIDGE = 100;

  /** Days between those that are learned from: windows of days side by side say the same. */
  private static final int STRIDE = 3;

  private static final int DRIVERS = 5;

  private final int window;
  private final int end;
  private final long seed;
  private final Function<String, Origin> origins;
  private final Logistic[] logistic;
  private final UnseenModel unseen;
  private final double[] spread;
  private final double[] world;
  private final Rehearsal rehearsal;
  private final List<int[]> dyads;

  private QuestionModel(
      int window,
      int end,
      long seed,
      Function<String, Origin> origins,
      Logistic[] logistic,
      UnseenModel unseen,
      double[] spread,
      double[] world,
      Rehearsal rehearsal,
      List<int[]> dyads) {
    this.window = window;
    this.end = end;
    this.seed = seed;
    this.origins = origins;
    this.logistic = logistic;
    this.unseen = unseen;
    this.spread = spread;
    this.world = world;
    this.rehearsal = rehearsal;
    this.dyads = dyads;
  }

  public int window() {
    return window;
  }

  /**
   * How good answers about dyads with a history were on the last days before the one that this was
   * trained for; empty if there are too few days to say.
   */
  public Optional<Trial> trial(Quad quad) {
    return Optional.ofNullable(rehearsal.trials()[quad.ordinal()]);
  }

  /**
   * How good answers of this kind were: as {@link #trial(Quad)}, and for a pair that never met
   * those about other such pairs.
   *
   * @param history that this was trained on
   */
  public Optional<Trial> trial(History history, Answer answer) {
    if (answer.basis() == Answer.Basis.DYAD) {
      return trial(answer.quad());
    }
    int first = Rehearsal.first(end, window);
    if (!Rehearsal.fits(first, end, window)) {
      return Optional.empty();
    }
    List<Case> cases =
        UnseenModel.train(history, first, window, seed, origins)
            .test(history, first, end, seed)
            .stream()
            .filter(one -> one.quad() == answer.quad())
            .toList();
    return Optional.of(Trial.of(history, window, answer.quad(), first, end - window, cases, seed));
  }

  /** The dyads with the most events before a day, source and target, busiest first. */
  public static List<int[]> busiest(History history, int end, int most) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int e = 0; e < history.from(end); e++) {
      if (history.source(e) != history.target(e)) {
        counts.merge(dyad(history, history.source(e), history.target(e)), 1, Integer::sum);
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

  /** Those on whom an actor acted most before a day, most first. */
  public static List<Integer> targets(History history, int source, int end, int most) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int e = 0; e < history.from(end); e++) {
      if (history.source(e) == source && history.target(e) != source) {
        counts.merge(history.target(e), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Integer>>comparingInt(entry -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long dyad(History history, int source, int target) {
    return (long) source * history.actors().size() + target;
  }

  /**
   * Trains on the days before one; no window reaches it.
   *
   * @param end number of the day
   * @param window in days, at least 1
   * @param most how many dyads to train on: each day the busiest so far, since those that turn out
   *     to be the busiest are so by what happened
   * @param seed of the pairs without history that are drawn
   */
  public static QuestionModel train(History history, int end, int window, int most, long seed) {
    return train(history, end, window, most, seed, actor -> Origin.UNKNOWN);
  }

  /**
   * Trains on the days before one; no window reaches it.
   *
   * @param end number of the day
   * @param window in days, at least 1
   * @param most how many dyads to train on: each day the busiest so far, since those that turn out
   *     to be the busiest are so by what happened
   * @param seed of the pairs without history that are drawn
   * @param origins where the actors of the history are from, for pairs without history
   */
  public static QuestionModel train(
      History history, int end, int window, int most, long seed, Function<String, Origin> origins) {
    int stride = Math.min(STRIDE, window);
    int begin = WARM_UP + Math.max(0, end - window - WARM_UP) % stride;
    Risk risk = new Risk(history, begin, end, most);
    Outcomes outcomes = new Outcomes(history, risk.dyads());
    DyadState state = new DyadState(history, window);
    Rows[] rows = Rows.ofQuads();
    float[] features = new float[DyadState.FEATURES];
    for (int day = 0; day + window <= end; day++) {
      state.day(day);
      if (day >= begin && (day - begin) % stride == 0) {
        for (int d : risk.on(day)) {
          int source = risk.dyads().get(d)[0];
          int target = risk.dyads().get(d)[1];
          for (int q = 0; q < DyadState.QUADS; q++) {
            state.features(source, target, q, features);
            rows[q].add(
                features,
                outcomes.happens(d, q, day, window),
                source,
                target,
                d,
                day,
                state.frequency(source, target, q),
                stride);
          }
        }
      }
      state.add(history);
    }
    if (rows[0].size() == 0) {
      throw new IllegalArgumentException(
          "too short a history to learn from: %d days, where %d come before training and a window takes %d"
              .formatted(end, WARM_UP, window));
    }
    Logistic[] logistic = new Logistic[DyadState.QUADS];
    double[] spread = new double[DyadState.QUADS];
    double[] world = new double[DyadState.QUADS];
    for (int q = 0; q < logistic.length; q++) {
      logistic[q] = rows[q].fit(RIDGE * window, null);
      spread[q] = rows[q].spread(logistic[q], window);
      world[q] = rows[q].rate();
    }
    Rehearsal rehearsal = Rehearsal.of(history, rows, logistic, end, window, seed);
    UnseenModel unseen = UnseenModel.train(history, end, window, seed, origins);
    return new QuestionModel(
        window,
        end,
        seed,
        origins,
        logistic,
        unseen,
        spread,
        world,
        rehearsal,
        busiest(history, end, most));
  }

  private double logit(int quad, float[] features) {
    return rehearsal.calibration()[quad].of(logistic[quad].logit(features));
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
    float[] features = new float[DyadState.FEATURES];
    for (int day = 0; day + window <= end; day++) {
      state.day(day);
      if (day >= from) {
        for (int d = 0; d < dyads.size(); d++) {
          int source = dyads.get(d)[0];
          int target = dyads.get(d)[1];
          for (int q = 0; q < DyadState.QUADS; q++) {
            state.features(source, target, q, features);
            cases.add(
                new Case(
                    day,
                    source,
                    target,
                    Quad.values()[q],
                    Logistic.sigmoid(logit(q, features)),
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
    float[] features = new float[DyadState.FEATURES];
    state.features(source, target, q, features);
    boolean seen = state.seen(source, target);
    UnseenModel.Said said = seen ? null : unseen.ask(history, source, target, quad, day);
    double own = state.frequency(source, target, q);
    double logit = seen ? logit(q, features) : said.logit();
    double variance =
        seen
            ? Math.pow(logistic[q].error(features), 2)
                + spread[q]
                    / (1 + spread[q] * state.days() * Math.max(.01, own * (1 - own)) / window)
            : said.variance() + Math.max(UNSEEN_SPREAD, spread[q]);
    double half = Z95 * Math.sqrt(variance);
    List<Answer.Step> steps = seen ? List.of() : said.steps();
    List<Answer.Driver> drivers = new ArrayList<>(seen ? drivers(q, features) : said.drivers());
    drivers.sort(Comparator.comparingDouble(driver -> -Math.abs(driver.adds())));
    return new Answer(
        history.actors().get(source),
        history.actors().get(target),
        quad,
        window,
        Logistic.sigmoid(logit),
        Logistic.sigmoid(logit - half),
        Logistic.sigmoid(logit + half),
        seen ? own : Double.NaN,
        world[q],
        Math.round(state.acts(source, target, q)),
        basis(seen, steps),
        seen ? 0 : said.cases(),
        steps,
        drivers.subList(0, DRIVERS));
  }

  private List<Answer.Driver> drivers(int quad, float[] features) {
    double[] terms = logistic[quad].terms(features);
    List<Answer.Driver> drivers = new ArrayList<>();
    for (int f = 0; f < terms.length; f++) {
      drivers.add(new Answer.Driver(DyadState.NAMES[f], features[f], terms[f]));
    }
    return drivers;
  }

  /** The narrowest of the groups that says more than what it is drawn to. */
  private static Answer.Basis basis(boolean seen, List<Answer.Step> steps) {
    Answer.Basis basis = seen ? Answer.Basis.DYAD : Answer.Basis.ACTORS;
    for (Answer.Step step : steps) {
      basis = step.share() >= .5 ? step.basis() : basis;
    }
    return basis;
  }
}
