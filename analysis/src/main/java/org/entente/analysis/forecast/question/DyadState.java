package org.entente.analysis.forecast.question;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.entente.analysis.forecast.counts.Counts;
import org.entente.analysis.forecast.counts.Decays;
import org.entente.analysis.forecast.history.History;
import org.entente.model.EventType;
import org.entente.model.Quad;

/**
 * What the dyads of a history were like up to a day: decayed counts by quad class, and on how many
 * days a window would have held an event. Types of the history are those of PLOVER.
 */
final class DyadState {
  static final int QUADS = Quad.values().length;

  /** Names of the features, as they are told to people. */
  static final String[] NAMES = {
    "acts of this class in the last days (half-life 2 days)",
    "acts of this class in the last week (half-life 8 days)",
    "acts of this class in the last month (half-life 32 days)",
    "acts of this class in the last months (half-life 128 days)",
    "acts of this class on record",
    "how often such a window had an act",
    "days since the last act of this class",
    "days since any act",
    "verbal cooperation of late",
    "material cooperation of late",
    "verbal conflict of late",
    "material conflict of late",
    "all that the source did to the target in months",
    "acts of this class in return, last week",
    "acts of this class in return, last months",
    "conflict in return, last week",
    "all in return, last months",
    "the source's acts of this class to anyone, last month",
    "the target's share of such acts from anyone, last month",
    "how much busier than usual the source is",
    "how much busier than usual the target is",
    "conflict that the source suffers from anyone, last week",
  };

  static final int FEATURES = NAMES.length;

  private final int actors;
  private final int window;
  private final int[] quadOf;
  private final Counts dyads = new Counts(1 << 14);
  private final Counts dyadAny = new Counts(1 << 14);
  private final Counts bySource = new Counts(1 << 12);
  private final Counts byTarget = new Counts(1 << 12);
  private final Counts actor = new Counts(1 << 12);
  private int[] covered = new int[1 << 14];
  private int first = -1;
  private int day;

  /**
   * @param window in days, at least 1
   */
  DyadState(History history, int window) {
    actors = history.actors().size();
    this.window = window;
    quadOf = quads(history);
  }

  static int[] quads(History history) {
    Map<String, Integer> known = new HashMap<>();
    for (EventType type : EventType.values()) {
      known.put(type.name(), type.quad().ordinal());
    }
    int[] quads = new int[history.types().size()];
    for (int t = 0; t < quads.length; t++) {
      Integer quad = known.get(history.types().get(t));
      if (quad == null) {
        throw new IllegalArgumentException(
            "type '" + history.types().get(t) + "' is none of PLOVER's: its quad class is unknown");
      }
      quads[t] = quad;
    }
    return quads;
  }

  int quadOf(int type) {
    return quadOf[type];
  }

  void day(int today) {
    day = today;
  }

  int day() {
    return day;
  }

  private long dyad(int source, int target) {
    return (long) source * actors + target;
  }

  /** Remembers the events of today. */
  void add(History history) {
    for (int e = history.from(day); e < history.from(day + 1); e++) {
      add(history.source(e), history.target(e), quadOf[history.type(e)]);
    }
  }

  private void add(int source, int target, int quad) {
    if (first < 0) {
      first = day;
    }
    long key = dyad(source, target) * QUADS + quad;
    int known = dyads.find(key);
    int gap = known < 0 ? window : day - dyads.last(known);
    int number = dyads.add(key, day);
    if (number >= covered.length) {
      covered = Arrays.copyOf(covered, number * 2);
    }
    covered[number] += Math.min(window, known < 0 ? Math.min(window, day - first + 1) : gap);
    dyadAny.add(dyad(source, target), day);
    bySource.add((long) source * QUADS + quad, day);
    byTarget.add((long) target * QUADS + quad, day);
    actor.add(source, day);
    actor.add(target, day);
  }

  private double count(Counts of, long key, int half) {
    return of.count(of.find(key), half, day);
  }

  private double lag(Counts of, long key) {
    int number = of.find(key);
    return number < 0 ? 7 : Math.log(Math.max(1, day - of.last(number)));
  }

  /** Whether the source ever acted on the target. */
  boolean seen(int source, int target) {
    return dyadAny.find(dyad(source, target)) >= 0;
  }

  /** Acts of this class on record. */
  double acts(int source, int target, int quad) {
    return count(dyads, dyad(source, target) * QUADS + quad, Decays.EVER);
  }

  /** Share of past windows with an act of this class; 0 for a dyad never seen. */
  double frequency(int source, int target, int quad) {
    int number = dyads.find(dyad(source, target) * QUADS + quad);
    int days = Math.max(1, day - Math.max(0, first));
    return number < 0 ? 0 : Math.min(1, covered[number] / (double) days);
  }

  int days() {
    return first < 0 ? 0 : day - first;
  }

  /** Writes the features of one question. */
  void features(int source, int target, int quad, float[] out) {
    long dyad = dyad(source, target);
    long back = dyad(target, source);
    int f = 0;
    int number = dyads.find(dyad * QUADS + quad);
    for (int h = 0; h < Decays.EVER; h++) {
      out[f++] = (float) (Math.log1p(dyads.count(number, h, day)));
    }
    int days = Math.max(1, days());
    out[f++] = (float) (Math.log((dyads.count(number, Decays.EVER, day) + .2) / (days + 20)));
    double often = (covered(number) + .01 * 60) / (days + 60);
    out[f++] = (float) (Math.log(often / Math.max(1e-9, 1 - often)));
    out[f++] = (float) (lag(dyads, dyad * QUADS + quad));
    out[f++] = (float) (lag(dyadAny, dyad));
    for (int q = 0; q < QUADS; q++) {
      out[f++] = (float) (Math.log1p(count(dyads, dyad * QUADS + q, Decays.H8)));
    }
    out[f++] = (float) (Math.log1p(count(dyadAny, dyad, Decays.H128)));
    out[f++] = (float) (Math.log1p(count(dyads, back * QUADS + quad, Decays.H8)));
    out[f++] = (float) (Math.log1p(count(dyads, back * QUADS + quad, Decays.H128)));
    out[f++] =
        (float)
            (Math.log1p(
                count(dyads, back * QUADS + Quad.VERBAL_CONFLICT.ordinal(), Decays.H8)
                    + count(dyads, back * QUADS + Quad.MATERIAL_CONFLICT.ordinal(), Decays.H8)));
    out[f++] = (float) (Math.log1p(count(dyadAny, back, Decays.H128)));
    out[f++] = (float) (Math.log1p(count(bySource, (long) source * QUADS + quad, Decays.H32)));
    out[f++] = (float) (Math.log1p(count(byTarget, (long) target * QUADS + quad, Decays.H32)));
    out[f++] = (float) (busier(actor, source));
    out[f++] = (float) (busier(actor, target));
    out[f++] =
        (float)
            (Math.log1p(
                count(
                    byTarget,
                    (long) source * QUADS + Quad.MATERIAL_CONFLICT.ordinal(),
                    Decays.H8)));
  }

  /** Names of the features of a pair without history. */
  static final String[] UNSEEN_NAMES = {
    "the source's acts of this class to anyone, last month",
    "the source's acts of this class to anyone, last months",
    "such acts of anyone on the target, last month",
    "such acts of anyone on the target, last months",
    "all that the source does or suffers, last months",
    "all that the target does or suffers, last months",
    "how much busier than usual the source is",
    "how much busier than usual the target is",
    "acts in return, last months",
    "how long the history is",
  };

  /** Writes the features of a question about a pair without history. */
  void unseen(int source, int target, int quad, float[] out) {
    int f = 0;
    long by = (long) source * QUADS + quad;
    long to = (long) target * QUADS + quad;
    out[f++] = (float) Math.log1p(count(bySource, by, Decays.H32));
    out[f++] = (float) Math.log1p(count(bySource, by, Decays.H128));
    out[f++] = (float) Math.log1p(count(byTarget, to, Decays.H32));
    out[f++] = (float) Math.log1p(count(byTarget, to, Decays.H128));
    out[f++] = (float) Math.log1p(count(actor, source, Decays.H128));
    out[f++] = (float) Math.log1p(count(actor, target, Decays.H128));
    out[f++] = (float) busier(actor, source);
    out[f++] = (float) busier(actor, target);
    out[f++] = (float) Math.log1p(count(dyadAny, dyad(target, source), Decays.H128));
    out[f] = (float) Math.log(days() + 20);
  }

  private double covered(int number) {
    return number < 0 ? 0 : covered[number];
  }

  /** The last week against the last months, as a logarithm. */
  private double busier(Counts of, long key) {
    // a steady rate makes counts in proportion to half-lives
    return Math.log((count(of, key, Decays.H8) + 1) / (count(of, key, Decays.H128) / 16 + 1));
  }
}
