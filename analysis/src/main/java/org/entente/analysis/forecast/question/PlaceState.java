package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.forecast.counts.Counts;
import org.entente.analysis.forecast.counts.Decays;
import org.entente.analysis.forecast.history.History;

/**
 * How often actors of a kind, region or country act on those of another, against what their
 * activity alone would make of it. The ratio of each group is drawn towards that of the wider one,
 * the more so the less groups of its level differ and the less is known of it (empirical Bayes with
 * a gamma prior, as in Clayton and Kaldor, 1987).
 */
final class PlaceState {
  static final String[] NAMES = {
    "how often such kinds of actors act so on each other",
    "how often those of such regions do",
    "how often others of the two countries do",
  };

  private static final Places.Level[] LEVELS = Places.Level.values();
  private static final int QUADS = DyadState.QUADS;

  /** Weights of the prior that are tried: so many acts as expected stand behind it. */
  private static final double[] WEIGHTS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};

  private final Places places;
  private final int[] quadOf;
  private final Counts pairs = new Counts(1 << 12);
  private final Counts sources = new Counts(1 << 10);
  private final Counts targets = new Counts(1 << 10);
  private final Counts world = new Counts(QUADS);
  private final double[][] weight;
  private int day;

  /**
   * @param weight of the prior, by level and quad class: see {@link #weights}
   */
  PlaceState(History history, Places places, double[][] weight) {
    this.places = places;
    this.weight = weight;
    quadOf = DyadState.quads(history);
  }

  void day(int today) {
    day = today;
  }

  /** Remembers the events of today. */
  void add(History history) {
    for (int e = history.from(day); e < history.from(day + 1); e++) {
      int quad = quadOf[history.type(e)];
      int source = history.source(e);
      int target = history.target(e);
      world.add(quad, day);
      for (Places.Level level : LEVELS) {
        add(pairs, places.pair(level, source, target), quad);
        add(sources, places.one(level, source), quad);
        add(targets, places.one(level, target), quad);
      }
    }
  }

  private void add(Counts to, long group, int quad) {
    if (group != Places.NONE) {
      to.add(group * QUADS + quad, day);
    }
  }

  private double count(Counts of, long group, int quad, int half) {
    return of.count(of.find(group * QUADS + quad), half, day);
  }

  private double acts(Places.Level level, int source, int target, int quad, int half) {
    return count(pairs, places.pair(level, source, target), quad, half);
  }

  private double expected(Places.Level level, int source, int target, int quad, int half) {
    return count(sources, places.one(level, source), quad, half)
        * count(targets, places.one(level, target), quad, half)
        / Math.max(1, count(world, 0, quad, half));
  }

  /** Ratio of a level, drawn towards that of the wider one. */
  private double ratio(
      Places.Level level, int source, int target, int quad, int half, double wider) {
    double w = weight[level.ordinal()][quad];
    return (acts(level, source, target, quad, half) + w * wider)
        / (expected(level, source, target, quad, half) + w);
  }

  /** Writes the logarithm of the ratio of each level against the wider one; 0 where unknown. */
  void features(int source, int target, int quad, float[] out, int at) {
    double wider = 1;
    for (Places.Level level : LEVELS) {
      double ratio =
          places.pair(level, source, target) == Places.NONE
              ? wider
              : ratio(level, source, target, quad, Decays.H128, wider);
      out[at + level.ordinal()] = (float) Math.log(ratio / wider);
      wider = ratio;
    }
  }

  /** Variance of the logarithm of each ratio, by what is known of the group: 1 where nothing is. */
  double[] variances(int source, int target, int quad) {
    double[] variances = new double[LEVELS.length];
    for (Places.Level level : LEVELS) {
      double known =
          places.pair(level, source, target) == Places.NONE
              ? 1
              : weight[level.ordinal()][quad] + acts(level, source, target, quad, Decays.H128);
      variances[level.ordinal()] = 1 / known;
    }
    return variances;
  }

  /** The groups that a pair belongs to, from the widest, as far as they are known. */
  List<Answer.Step> steps(int source, int target, int quad) {
    List<Answer.Step> steps = new ArrayList<>();
    double wider = 1;
    for (Places.Level level : LEVELS) {
      if (places.pair(level, source, target) != Places.NONE) {
        double ratio = ratio(level, source, target, quad, Decays.H128, wider);
        double recent = expected(level, source, target, quad, Decays.H128);
        steps.add(
            new Answer.Step(
                Answer.Basis.valueOf(level.name()),
                places.name(level, source, target),
                Math.round(acts(level, source, target, quad, Decays.EVER)),
                expected(level, source, target, quad, Decays.EVER),
                ratio,
                recent / (recent + weight[level.ordinal()][quad])));
        wider = ratio;
      }
    }
    return steps;
  }

  /**
   * The weights of the priors under which what happened before a day is likeliest (a negative
   * binomial), by level and quad class.
   */
  static double[][] weights(History history, Places places, int end) {
    double[][] weights = new double[LEVELS.length][QUADS];
    PlaceState state = new PlaceState(history, places, weights);
    for (int day = 0; day < Math.min(end, history.days()); day++) {
      state.day(day);
      state.add(history);
    }
    for (Places.Level level : LEVELS) {
      int[] examples = places.examples(level);
      for (int quad = 0; quad < QUADS; quad++) {
        List<double[]> groups = new ArrayList<>();
        for (int source : examples) {
          for (int target : examples) {
            double expected = state.expected(level, source, target, quad, Decays.EVER);
            if (expected > 0 && places.pair(level, source, target) != Places.NONE) {
              groups.add(
                  new double[] {
                    state.acts(level, source, target, quad, Decays.EVER),
                    expected * state.wider(level, source, target, quad)
                  });
            }
          }
        }
        weights[level.ordinal()][quad] = likeliest(groups);
      }
    }
    return weights;
  }

  private double wider(Places.Level than, int source, int target, int quad) {
    double wider = 1;
    for (Places.Level level : LEVELS) {
      if (level == than) {
        break;
      }
      wider = ratio(level, source, target, quad, Decays.EVER, wider);
    }
    return wider;
  }

  private static double likeliest(List<double[]> groups) {
    Map<Integer, Integer> atLeast = new HashMap<>();
    for (double[] one : groups) {
      for (int i = 0; i < one[0]; i++) {
        atLeast.merge(i, 1, Integer::sum);
      }
    }
    double best = WEIGHTS[0];
    double most = Double.NEGATIVE_INFINITY;
    for (double w : WEIGHTS) {
      double log = 0;
      for (Map.Entry<Integer, Integer> one : atLeast.entrySet()) {
        log += one.getValue() * Math.log(w + one.getKey());
      }
      for (double[] one : groups) {
        log += w * Math.log(w) - (w + one[0]) * Math.log(w + one[1]);
      }
      if (log > most) {
        most = log;
        best = w;
      }
    }
    return best;
  }
}
