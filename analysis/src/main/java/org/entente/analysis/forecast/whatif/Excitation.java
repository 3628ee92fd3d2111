package org.entente.analysis.forecast.whatif;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.entente.analysis.forecast.history.History;

/**
 * A self-exciting model in days (a multivariate Hawkes process, Hawkes 1971): the rate of A doing q
 * to B is its own base, and what each earlier event adds by a learned pattern and type, fading with
 * half-lives of 3 and of 20 days. Fitted by expectation and maximisation (Veen and Schoenberg,
 * 2008). Each event is followed by fewer than one other on average, so that nothing explodes.
 */
public final class Excitation {
  static final int PATTERNS = Pattern.values().length;
  private static final int[] HALF_LIVES = {3, 20};
  private static final double STABLE = .95;
  private static final int ROUNDS = 25;
  private static final double BASE_HALF_LIFE = 90;

  final History history;
  final int types;
  final int end;

  /** By dyad and type, a day. */
  final double[] base;

  final long[] dyads;

  /** Mean number of followers: by pattern, type before and type after. */
  final double[][][] follow;

  final Partners targets;
  final Partners sources;
  final Damping damping;

  private Excitation(
      History history,
      int end,
      long[] dyads,
      double[] base,
      double[][][] follow,
      Partners targets,
      Partners sources,
      Damping damping) {
    this.damping = damping;
    this.history = history;
    this.end = end;
    this.dyads = dyads;
    this.base = base;
    this.follow = follow;
    this.targets = targets;
    this.sources = sources;
    types = history.types().size();
  }

  /**
   * Fits to the events before a day.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Excitation fit(History history, int end) {
    int n = history.from(end);
    if (n == 0) {
      throw new IllegalArgumentException("no events before the day to learn from");
    }
    int types = history.types().size();
    long actors = history.actors().size();
    Map<Long, Integer> index = new HashMap<>();
    int[] dyadOf = new int[n];
    for (int e = 0; e < n; e++) {
      long key = history.source(e) * actors + history.target(e);
      Integer known = index.putIfAbsent(key, index.size());
      dyadOf[e] = known == null ? index.size() - 1 : known;
    }
    long[] dyads = new long[index.size()];
    index.forEach((key, at) -> dyads[at] = key);
    Partners targets = Partners.of(history, n, true);
    Partners sources = Partners.of(history, n, false);
    float[] past = past(history, n, types, dyadOf, dyads, index, targets, sources);
    double[] base = new double[dyads.length * types];
    double[] count = new double[types];
    for (int e = 0; e < n; e++) {
      base[dyadOf[e] * types + history.type(e)] += .5 / end;
      count[history.type(e)]++;
    }
    double[][][] follow = new double[PATTERNS][types][types];
    for (double[][] one : follow) {
      for (double[] row : one) {
        Arrays.fill(row, .02 / types);
      }
    }
    double[] steadyBase = base;
    for (int round = 0; round < ROUNDS; round++) {
      steadyBase = base.clone();
      step(history, n, end, types, dyadOf, past, base, follow, count, round == ROUNDS - 1);
    }
    steady(follow, types);
    Damping damping =
        damping(history, n, types, dyadOf, dyads, index, targets, sources, steadyBase, follow);
    return new Excitation(history, end, dyads, base, follow, targets, sources, damping);
  }

  /** Compares what came after events with what bases and followers say. */
  private static Damping damping(
      History history,
      int n,
      int types,
      int[] dyadOf,
      long[] dyads,
      Map<Long, Integer> index,
      Partners targets,
      Partners sources,
      double[] base,
      double[][][] follow) {
    int actors = history.actors().size();
    Fading own = new Fading(dyads.length, types);
    Fading suffered = new Fading(actors, types);
    int[] inverse = new int[dyads.length];
    for (int d = 0; d < dyads.length; d++) {
      inverse[d] = index.getOrDefault(dyads[d] % actors * actors + dyads[d] / actors, -1);
    }
    int[] last = new int[dyads.length * types];
    int[] lastAny = new int[dyads.length];
    Arrays.fill(last, -2 * Damping.DAYS);
    Arrays.fill(lastAny, -2 * Damping.DAYS);
    Damping.Count count = new Damping.Count(types);
    TreeSet<Integer> open = new TreeSet<>();
    float[] parts = new float[PATTERNS * types];
    int[] came = new int[dyads.length * types];
    for (int day = 0; day < history.dayOf(n - 1) + 1; day++) {
      int from = history.from(day);
      int to = Math.min(n, history.from(day + 1));
      for (int e = from; e < to; e++) {
        came[dyadOf[e] * types + history.type(e)]++;
      }
      int since = day - Damping.DAYS;
      open.removeIf(d -> lastAny[d] < since && (inverse[d] < 0 || lastAny[inverse[d]] < since));
      for (int d : open) {
        int source = (int) (dyads[d] / actors);
        int target = (int) (dyads[d] % actors);
        parts(own, suffered, d, inverse[d], source, target, day, types, targets, sources, parts, 0);
        long pair = Math.min(d, inverse[d] < 0 ? d : inverse[d]);
        for (int q = 0; q < types; q++) {
          double rate = base[d * types + q];
          for (int k = 0, at = 0; k < PATTERNS; k++) {
            for (int p = 0; p < types; p++, at++) {
              rate += follow[k][p][q] * parts[at];
            }
          }
          int observed = came[d * types + q];
          for (int p = 0; p < types; p++) {
            if (last[d * types + p] >= since) {
              count.add(Pattern.AGAIN, p, q, pair, observed, rate);
            }
            if (inverse[d] >= 0 && last[inverse[d] * types + p] >= since) {
              count.add(Pattern.RETURN, p, q, pair, observed, rate);
            }
          }
        }
      }
      for (int e = from; e < to; e++) {
        int d = dyadOf[e];
        came[d * types + history.type(e)] = 0;
        own.add(d, history.type(e), day);
        suffered.add(history.target(e), history.type(e), day);
        last[d * types + history.type(e)] = day;
        lastAny[d] = day;
        open.add(d);
        if (inverse[d] >= 0) {
          open.add(inverse[d]);
        }
      }
    }
    return count.found();
  }

  /** What of the past could lead to an event of a dyad today: by pattern and type. */
  private static void parts(
      Fading own,
      Fading suffered,
      int dyad,
      int back,
      int source,
      int target,
      int day,
      int types,
      Partners targets,
      Partners sources,
      float[] parts,
      int from) {
    double shareOfTarget = targets.share(source, target);
    double shareOfSource = sources.share(target, source);
    for (int p = 0; p < types; p++) {
      int at = from + p;
      parts[at] = own.at(dyad, p, day);
      float returned = back < 0 ? 0 : own.at(back, p, day);
      parts[at + types] = returned;
      parts[at + 2 * types] =
          (float) (Math.max(0, suffered.at(source, p, day) - returned) * shareOfTarget);
      parts[at + 3 * types] =
          (float) (Math.max(0, suffered.at(target, p, day) - parts[at]) * shareOfSource);
    }
  }

  private static void step(
      History history,
      int n,
      int end,
      int types,
      int[] dyadOf,
      float[] past,
      double[] base,
      double[][][] follow,
      double[] count,
      boolean last) {
    double[] newBase = new double[base.length];
    double[][][] sums = new double[PATTERNS][types][types];
    int width = PATTERNS * types;
    double[] parts = new double[width];
    for (int e = 0; e < n; e++) {
      int q = history.type(e);
      int cell = dyadOf[e] * types + q;
      double rate = base[cell] + 1e-12;
      for (int k = 0, at = 0; k < PATTERNS; k++) {
        for (int p = 0; p < types; p++, at++) {
          parts[at] = follow[k][p][q] * past[e * width + at];
          rate += parts[at];
        }
      }
      newBase[cell] += base[cell] / rate * (last ? fresh(end - 1 - history.dayOf(e)) : 1);
      for (int k = 0, at = 0; k < PATTERNS; k++) {
        for (int p = 0; p < types; p++, at++) {
          sums[k][p][q] += parts[at] / rate;
        }
      }
    }
    double days = end;
    if (last) {
      days = 0;
      for (int age = 0; age < end; age++) {
        days += fresh(age);
      }
    }
    for (int i = 0; i < base.length; i++) {
      base[i] = newBase[i] / days;
    }
    for (int k = 0; k < PATTERNS; k++) {
      for (int p = 0; p < types; p++) {
        for (int q = 0; q < types; q++) {
          // thin pairs of types are held near to nothing
          follow[k][p][q] = sums[k][p][q] / (count[p] + 20);
        }
      }
    }
  }

  /** Weight of a day for the bases that are rolled forward: they follow how volumes change. */
  private static double fresh(int age) {
    return Math.pow(2, -age / BASE_HALF_LIFE);
  }

  /** What of the past of each event could have led to it: by pattern and type. */
  private static float[] past(
      History history,
      int n,
      int types,
      int[] dyadOf,
      long[] dyads,
      Map<Long, Integer> index,
      Partners targets,
      Partners sources) {
    int actors = history.actors().size();
    Fading own = new Fading(dyads.length, types);
    Fading suffered = new Fading(actors, types);
    int width = PATTERNS * types;
    float[] past = new float[n * width];
    for (int from = 0; from < n; ) {
      int day = history.dayOf(from);
      int to = Math.min(n, history.from(day + 1));
      for (int e = from; e < to; e++) {
        int source = history.source(e);
        int target = history.target(e);
        int back = index.getOrDefault((long) target * actors + source, -1);
        parts(
            own, suffered, dyadOf[e], back, source, target, day, types, targets, sources, past,
            e * width);
      }
      for (int e = from; e < to; e++) {
        own.add(dyadOf[e], history.type(e), day);
        suffered.add(history.target(e), history.type(e), day);
      }
      from = to;
    }
    return past;
  }

  /** Kernel of an event some days old: what share of its followers comes on that day. */
  private static final class Fading {
    private final int types;
    private final float[] sums;
    private final int[] last;

    Fading(int things, int types) {
      this.types = types;
      sums = new float[things * types * HALF_LIVES.length];
      last = new int[things];
    }

    void add(int thing, int type, int day) {
      if (day > last[thing]) {
        for (int i = 0; i < types * HALF_LIVES.length; i++) {
          sums[thing * types * HALF_LIVES.length + i] *=
              (float) Math.pow(keep(i % HALF_LIVES.length), day - last[thing]);
        }
        last[thing] = day;
      }
      for (int h = 0; h < HALF_LIVES.length; h++) {
        sums[(thing * types + type) * HALF_LIVES.length + h] += 1;
      }
    }

    float at(int thing, int type, int day) {
      double sum = 0;
      for (int h = 0; h < HALF_LIVES.length; h++) {
        float one = sums[(thing * types + type) * HALF_LIVES.length + h];
        if (one > 0) {
          sum += one * (1 - keep(h)) * Math.pow(keep(h), day - last[thing] - 1) / HALF_LIVES.length;
        }
      }
      return (float) sum;
    }
  }

  static double keep(int half) {
    return Math.pow(2, -1.0 / HALF_LIVES[half]);
  }

  static int halfLives() {
    return HALF_LIVES.length;
  }

  /** What makes events rarer, as far as the history shows it. */
  public Damping damping() {
    return damping;
  }

  /** Mean number of direct followers of an event, of any type: below 1. */
  public double branching() {
    return radius(follow, types);
  }

  private static double radius(double[][][] follow, int types) {
    double[] x = new double[types];
    Arrays.fill(x, 1);
    double norm = 0;
    for (int i = 0; i < 100; i++) {
      double[] y = new double[types];
      for (double[][] one : follow) {
        for (int p = 0; p < types; p++) {
          for (int q = 0; q < types; q++) {
            y[p] += one[p][q] * x[q];
          }
        }
      }
      norm = Arrays.stream(y).max().orElse(0);
      for (int p = 0; norm > 0 && p < types; p++) {
        x[p] = y[p] / norm;
      }
    }
    return norm;
  }

  private static void steady(double[][][] follow, int types) {
    double radius = radius(follow, types);
    if (radius > STABLE) {
      for (double[][] one : follow) {
        for (double[] row : one) {
          for (int q = 0; q < types; q++) {
            row[q] *= STABLE / radius;
          }
        }
      }
    }
  }
}
