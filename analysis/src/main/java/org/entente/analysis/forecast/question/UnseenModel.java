package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.entente.analysis.forecast.history.History;
import org.entente.model.Quad;

/**
 * Probability that two who never had to do with each other begin to, with an act of a quad class,
 * within a window of days. A logistic regression for each class over how busy the two are with
 * others and how often actors of such kinds, regions and countries act on each other; learned from
 * pairs of actors of past events that had not met by then.
 */
public final class UnseenModel {
  /** Pairs that are drawn a day; most have met. */
  private static final int DRAWN = 3000;

  /** Of pairs that did not meet soon either, one of so many is learned from, for all of them. */
  private static final int KEPT = 20;

  /** Days between those that are asked about in a test. */
  private static final int STEP = 7;

  /** Chosen on September 2014 to January 2015 of ICEWS, among 30, 100 and 300. */
  private static final double RIDGE = 300;

  private static final int OWN = DyadState.UNSEEN_NAMES.length;
  private static final int FEATURES = OWN + PlaceState.NAMES.length;

  private final int window;
  private final Places places;
  private final double[][] weight;
  private final Logistic[] logistic;
  private final double[] rate;
  private final int[] cases;

  private UnseenModel(
      int window,
      Places places,
      double[][] weight,
      Logistic[] logistic,
      double[] rate,
      int[] cases) {
    this.window = window;
    this.places = places;
    this.weight = weight;
    this.logistic = logistic;
    this.rate = rate;
    this.cases = cases;
  }

  /**
   * Trains on the days before one; no window reaches it.
   *
   * @param end number of the day
   * @param window in days, at least 1
   * @param seed of the pairs that are drawn
   * @param origins where the actors of the history are from
   */
  public static UnseenModel train(
      History history, int end, int window, long seed, Function<String, Origin> origins) {
    Places places = new Places(history.actors(), origins);
    double[][] weight = PlaceState.weights(history, places, end);
    Rows[] rows = Rows.ofQuads();
    Random random = new Random(seed);
    Past past = new Past(history, window, places, weight);
    for (int day = 0; day + window <= end; day++) {
      past.to(day);
      if (day >= QuestionModel.WARM_UP) {
        past.draw(random, KEPT, rows);
      }
    }
    Logistic[] logistic = new Logistic[rows.length];
    double[] rate = new double[rows.length];
    int[] cases = new int[rows.length];
    for (int q = 0; q < rows.length; q++) {
      logistic[q] = rows[q].fit(RIDGE, null);
      rate[q] = rows[q].rate();
      cases[q] = (int) Math.round(rows[q].weight());
    }
    return new UnseenModel(window, places, weight, logistic, rate, cases);
  }

  /** A history up to a day, as far as pairs without one of their own need it. */
  private static final class Past {
    private final History history;
    private final DyadState dyads;
    private final PlaceState groups;
    private final int window;
    private int next;

    Past(History history, int window, Places places, double[][] weight) {
      this.history = history;
      this.window = window;
      dyads = new DyadState(history, window);
      groups = new PlaceState(history, places, weight);
    }

    void to(int day) {
      for (; next < Math.min(day, history.days()); next++) {
        dyads.day(next);
        groups.day(next);
        dyads.add(history);
        groups.add(history);
      }
      dyads.day(day);
      groups.day(day);
    }

    float[] features(int source, int target, int quad) {
      float[] features = new float[FEATURES];
      dyads.unseen(source, target, quad, features);
      groups.features(source, target, quad, features, OWN);
      return features;
    }

    /** Draws pairs of actors of past events, each in its part, and keeps those that never met. */
    void draw(Random random, int kept, Rows[] rows) {
      int day = dyads.day();
      int known = history.from(day);
      long actors = history.actors().size();
      Map<Long, Integer> soon = new HashMap<>();
      for (int e = known; e < history.from(day + window); e++) {
        soon.merge(
            history.source(e) * actors + history.target(e),
            1 << dyads.quadOf(history.type(e)),
            (a, b) -> a | b);
      }
      Set<Long> drawn = new HashSet<>();
      for (int i = 0; known > 0 && i < DRAWN; i++) {
        int source = history.source(random.nextInt(known));
        int target = history.target(random.nextInt(known));
        boolean keeps = random.nextInt(kept) == 0;
        long pair = source * actors + target;
        if (source == target || dyads.seen(source, target) || !drawn.add(pair)) {
          continue;
        }
        int quads = soon.getOrDefault(pair, 0);
        if (quads != 0 || keeps) {
          for (int q = 0; q < rows.length; q++) {
            rows[q].add(
                features(source, target, q),
                (quads >> q & 1) == 1,
                source,
                target,
                source,
                day,
                0,
                quads == 0 ? kept : 1);
          }
        }
      }
    }
  }

  /**
   * Puts the question for pairs that never met, on some days and for each class, from what was
   * before the day. The forecast to beat is how often such pairs met in training.
   *
   * @param from number of the first day
   * @param end one more than the last day on which a window may end
   * @param seed of the pairs that are drawn
   */
  public List<Case> test(History history, int from, int end, long seed) {
    Past past = new Past(history, window, places, weight);
    Random random = new Random(seed);
    List<Case> cases = new ArrayList<>();
    for (int day = from; day + window <= end; day += STEP) {
      past.to(day);
      Rows[] rows = Rows.ofQuads();
      past.draw(random, 1, rows);
      for (int q = 0; q < rows.length; q++) {
        for (int i = 0; i < rows[q].size(); i++) {
          cases.add(
              new Case(
                  day,
                  rows[q].source(i),
                  rows[q].target(i),
                  Quad.values()[q],
                  Logistic.sigmoid(logistic[q].logit(rows[q].features(i))),
                  rate[q],
                  rows[q].happened(i)));
        }
      }
    }
    return cases;
  }

  /** What is said of a pair on a day. */
  record Said(
      double logit,
      double variance,
      int cases,
      List<Answer.Step> steps,
      List<Answer.Driver> drivers) {}

  Said ask(History history, int source, int target, Quad quad, int day) {
    Past past = new Past(history, window, places, weight);
    past.to(day);
    int q = quad.ordinal();
    float[] features = past.features(source, target, q);
    double error = logistic[q].error(features);
    double variance = error * error;
    double[] own = past.groups.variances(source, target, q);
    for (int l = 0; l < own.length; l++) {
      double slope = logistic[q].slope(OWN + l);
      variance += slope * slope * own[l];
    }
    double[] terms = logistic[q].terms(features);
    List<Answer.Driver> drivers = new ArrayList<>();
    for (int f = 0; f < terms.length; f++) {
      drivers.add(
          new Answer.Driver(
              f < OWN ? DyadState.UNSEEN_NAMES[f] : PlaceState.NAMES[f - OWN],
              features[f],
              terms[f]));
    }
    return new Said(
        logistic[q].logit(features),
        variance,
        cases[q],
        past.groups.steps(source, target, q),
        drivers);
  }
}
