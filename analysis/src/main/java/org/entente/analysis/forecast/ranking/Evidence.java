package org.entente.analysis.forecast.ranking;

import java.util.Arrays;
import org.entente.analysis.forecast.counts.Counts;
import org.entente.analysis.forecast.counts.Decays;

/**
 * Evidence for the answers to one question (s, r, ?), from what a {@link Memory} holds: first the
 * candidates, then the features of any actor. One thread uses it at a time.
 */
final class Evidence {
  /** Most candidates. */
  static final int CANDIDATES = 200;

  private static final int POPULAR = 400;
  private static final int PARTNERS = 30;
  private static final int SIMILAR = 40;
  private static final double UNSEEN = -6.5;

  private final Memory memory;
  private final int[] touched;
  private int touchedCount;
  private final boolean[] isTouched;
  private final double[] mix;
  private final double[] viaPartners;
  private final double[] viaSimilar;
  private final double[] viaBoth;
  private final double[] similarity;
  private final int[] similarIds;
  private int profileSource = -1;
  private int profileDay = -1;
  private int[] partners;
  private double[] partnerWeights;
  private int[] similar;
  private double[] similarWeights;

  private int s;
  private int r;
  private int day;
  private int[] candidates = {};
  private double sourceRelation32;
  private double sourceRelationEver;
  private double source32;
  private double sourceEver;
  private final double[] relationTotal = new double[Decays.COUNT];
  private final double[] total = new double[Decays.COUNT];
  private double countryRelation;

  Evidence(Memory memory) {
    this.memory = memory;
    int n = memory.actors;
    touched = new int[n];
    isTouched = new boolean[n];
    mix = new double[n];
    viaPartners = new double[n];
    viaSimilar = new double[n];
    viaBoth = new double[n];
    similarity = new double[n];
    similarIds = new int[n];
  }

  /** Asks a question: works out the candidates. */
  void ask(int source, int relation) {
    reset();
    s = source;
    r = relation;
    day = memory.day();
    int number = memory.sourceRelation.find(memory.sourceKey(s, r));
    sourceRelation32 = memory.sourceRelation.count(number, Decays.H32, day);
    sourceRelationEver = memory.sourceRelation.count(number, Decays.EVER, day);
    source32 = memory.count(memory.actor, s, Decays.H32);
    sourceEver = memory.count(memory.actor, s, Decays.EVER);
    for (int h = 0; h < Decays.COUNT; h++) {
      relationTotal[h] = memory.count(memory.relation, r, h);
      total[h] = 2 * memory.count(memory.total, 0, h);
    }
    int cs = memory.belonging.country(s);
    countryRelation =
        cs == 0
            ? 0
            : memory.count(memory.countryRelation, memory.countryRelationKey(cs, r), Decays.H128);
    profile();
    hops();
    direct();
    country(cs);
    for (int o : memory.popular(r, POPULAR)) {
      touch(o);
    }
    for (int i = 0; i < touchedCount; i++) {
      int o = touched[i];
      mix[o] += .4 * popularity(o);
      mix[o] += 1.2 * viaPartners[o] + .3 * viaSimilar[o] + .1 * viaBoth[o];
    }
    int[] ids = Arrays.copyOf(touched, touchedCount);
    float[] values = new float[touchedCount];
    for (int i = 0; i < touchedCount; i++) {
      values[i] = (float) mix[ids[i]];
    }
    int kept = Select.first(ids, values, CANDIDATES);
    candidates = Arrays.copyOf(ids, kept);
    Arrays.sort(candidates);
  }

  /** The most likely by a rough measure, at most {@link #CANDIDATES}, ascending. */
  int[] candidates() {
    return candidates;
  }

  /** The rough measure by which candidates were taken. */
  double rough(int o) {
    return mix[o];
  }

  private void reset() {
    for (int i = 0; i < touchedCount; i++) {
      int o = touched[i];
      isTouched[o] = false;
      mix[o] = 0;
      viaPartners[o] = 0;
      viaSimilar[o] = 0;
      viaBoth[o] = 0;
    }
    touchedCount = 0;
  }

  private void touch(int o) {
    if (!isTouched[o]) {
      isTouched[o] = true;
      touched[touchedCount++] = o;
    }
  }

  /** P(o given r), with a half-life of 128 days. */
  private double popularity(int o) {
    return (memory.done(r, o, Decays.H128) + .02) / (relationTotal[Decays.H128] + 20);
  }

  private void direct() {
    IntList pairs = memory.pairsOf(s);
    for (int i = 0; i < pairs.size(); i++) {
      int pair = pairs.get(i);
      int o = memory.objectOfPair(pair);
      touch(o);
      double none = 1;
      IntList past = memory.triplesOfPair.get(pair);
      for (int j = 0; j < past.size(); j++) {
        int triple = past.get(j);
        none *=
            1
                - memory.rules.confidence(
                    r, memory.relationOfTriple(triple), day - memory.triples.last(triple));
      }
      mix[o] += 1 - none + .3 * memory.pairs.count(pair, Decays.H128, day) / (sourceEver + 5);
    }
  }

  private void country(int cs) {
    if (cs == 0) {
      return;
    }
    int number = memory.countryRelation.find(memory.countryRelationKey(cs, r));
    if (number >= 0) {
      IntList triples = memory.triplesOfCountry.get(number);
      for (int i = 0; i < triples.size(); i++) {
        int triple = triples.get(i);
        int o = memory.objectOfCountryTriple(triple);
        touch(o);
        mix[o] += .3 * memory.countryTriple.count(triple, Decays.H128, day) / (countryRelation + 5);
      }
    }
    double sectorTotal =
        memory.count(memory.sectorRelation, memory.sectorRelationKey(s, r), Decays.EVER);
    IntList members = memory.belonging.members(cs);
    for (int i = 0; i < members.size(); i++) {
      int o = members.get(i);
      touch(o);
      mix[o] +=
          .02
              * memory.count(memory.sectors, memory.sectorsKey(s, r, o), Decays.EVER)
              / (sectorTotal + 10);
    }
  }

  /** Partners of the source, and sources with the same partners; the same for all relations. */
  private void profile() {
    if (profileSource == s && profileDay == day) {
      return;
    }
    profileSource = s;
    profileDay = day;
    partners = partnersOf(s, PARTNERS);
    partnerWeights = new double[partners.length];
    double sum = 5;
    for (int i = 0; i < partners.length; i++) {
      partnerWeights[i] = memory.count(memory.pairs, memory.pairKey(s, partners[i]), Decays.H32);
      sum += partnerWeights[i];
    }
    int found = 0;
    for (int i = 0; i < partners.length; i++) {
      partnerWeights[i] /= sum;
      int x = partners[i];
      int[] theirs = partnersOf(x, PARTNERS);
      double all = memory.count(memory.actor, x, Decays.H32) + 5;
      for (int other : theirs) {
        if (other == s) {
          continue;
        }
        if (similarity[other] == 0) {
          similarIds[found++] = other;
        }
        similarity[other] +=
            partnerWeights[i]
                * (memory.count(memory.pairs, memory.pairKey(x, other), Decays.H32) + 1e-6)
                / all;
      }
    }
    int[] ids = Arrays.copyOf(similarIds, found);
    float[] values = new float[found];
    for (int i = 0; i < found; i++) {
      values[i] = (float) similarity[ids[i]];
    }
    int kept = Select.first(ids, values, SIMILAR);
    similar = Arrays.copyOf(ids, kept);
    Arrays.sort(similar);
    similarWeights = new double[kept];
    for (int i = 0; i < kept; i++) {
      similarWeights[i] = similarity[similar[i]];
    }
    for (int i = 0; i < found; i++) {
      similarity[similarIds[i]] = 0;
    }
  }

  private int[] partnersOf(int actor, int most) {
    IntList pairs = memory.pairsOf(actor);
    int[] ids = new int[pairs.size()];
    float[] weights = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      int pair = pairs.get(i);
      ids[i] = memory.objectOfPair(pair);
      weights[i] = memory.pairs.count(pair, Decays.H32, day);
    }
    int kept = Select.first(ids, weights, most);
    int[] found = Arrays.copyOf(ids, kept);
    Arrays.sort(found);
    return found;
  }

  private void hops() {
    for (int i = 0; i < partners.length; i++) {
      spread(partners[i], partnerWeights[i], viaPartners);
    }
    for (int i = 0; i < similar.length; i++) {
      touch(similar[i]);
      viaBoth[similar[i]] += similarWeights[i];
      spread(similar[i], similarWeights[i], viaSimilar);
    }
  }

  /** Adds weight · P(o given z, r) for all o. */
  private void spread(int z, double weight, double[] to) {
    int number = memory.sourceRelation.find(memory.sourceKey(z, r));
    if (number < 0) {
      return;
    }
    double sum = memory.sourceRelation.count(number, Decays.H128, day) + 3;
    IntList triples = memory.triplesOfSource.get(number);
    for (int i = 0; i < triples.size(); i++) {
      int triple = triples.get(i);
      int o = memory.objectOfTriple(triple);
      touch(o);
      to[o] += weight * memory.triples.count(triple, Decays.H128, day) / sum;
    }
  }

  /** Writes the features of an actor as an answer, {@link Features#COUNT} from {@code at} on. */
  void features(int o, float[] out, int at) {
    Arrays.fill(out, at, at + Features.COUNT, 0);
    int f = at;
    int triple = memory.triples.find(memory.tripleKey(s, r, o));
    double[] c = new double[Decays.COUNT];
    f = log(memory.triples, triple, c, out, f);
    out[f++] = lag(memory.triples, triple);
    out[f++] = triple >= 0 ? 1 : 0;
    double tripleRecent = c[Decays.H32];
    double tripleEver = c[Decays.EVER];
    out[f++] = (float) (tripleRecent / (sourceRelation32 + 1));
    out[f++] = (float) (tripleEver / (sourceRelationEver + 1));
    int pair = memory.pairs.find(memory.pairKey(s, o));
    f = log(memory.pairs, pair, c, out, f);
    out[f++] = lag(memory.pairs, pair);
    out[f++] = pair >= 0 ? 1 : 0;
    double pairRecent = c[Decays.H32];
    out[f++] = (float) (pairRecent / (source32 + 1));
    out[f++] = (float) (c[Decays.EVER] / (sourceEver + 1));
    int directed = memory.directed.find(memory.directedKey(s, r, o));
    out[f++] = (float) Math.log1p(memory.directed.count(directed, Decays.H8, day));
    out[f++] = (float) Math.log1p(memory.directed.count(directed, Decays.H128, day));
    out[f++] = lag(memory.directed, directed);
    int inverse = memory.triples.find(memory.tripleKey(s, memory.inverse(r), o));
    out[f++] = (float) Math.log1p(memory.triples.count(inverse, Decays.H8, day));
    out[f++] = (float) Math.log1p(memory.triples.count(inverse, Decays.H128, day));
    out[f++] = lag(memory.triples, inverse);
    f = rules(pair, out, f);
    f = popularity(o, out, f);
    out[f++] = triple < 0 ? 0 : (float) Math.pow(2, -.02 * (day - memory.triples.last(triple)));
    out[f++] = pair < 0 ? 0 : (float) Math.pow(2, -.02 * (day - memory.pairs.last(pair)));
    f = belonging(o, out, f);
    out[f++] = (float) Math.log(viaPartners[o] + 1e-4);
    out[f++] = (float) Math.log(viaSimilar[o] + 1e-4);
    out[f++] = (float) Math.log(viaBoth[o] + 1e-4);
    int target = memory.actor.find(o);
    out[f++] = target < 0 ? 1 : 0;
    out[f++] = lag(memory.actor, target);
    out[f++] = pair < 0 ? 0 : (float) Math.log1p(memory.triplesOfPair.get(pair).size());
    out[f++] = o == s ? 1 : 0;
    out[f++] = (float) Math.log((tripleRecent + .02) / (sourceRelation32 + 1));
    out[f++] = (float) Math.log((tripleEver + .05) / (sourceRelationEver + 1));
    out[f] = (float) Math.log((pairRecent + .02) / (source32 + 1));
  }

  private int log(Counts of, int number, double[] counts, float[] out, int at) {
    for (int h = 0; h < Decays.COUNT; h++) {
      counts[h] = of.count(number, h, day);
      out[at + h] = number < 0 ? 0 : (float) Math.log1p(counts[h]);
    }
    return at + Decays.COUNT;
  }

  private float lag(Counts of, int number) {
    return number < 0 ? (float) UNSEEN : (float) -Math.log(Math.max(1, day - of.last(number)));
  }

  private int rules(int pair, float[] out, int at) {
    double first = 0;
    double second = 0;
    double other = 0;
    double none = 1;
    double sum = 0;
    if (pair >= 0) {
      IntList past = memory.triplesOfPair.get(pair);
      for (int j = 0; j < past.size(); j++) {
        int triple = past.get(j);
        int p = memory.relationOfTriple(triple);
        double confidence = memory.rules.confidence(r, p, day - memory.triples.last(triple));
        if (confidence > first) {
          second = first;
          first = confidence;
        } else if (confidence > second) {
          second = confidence;
        }
        if (p != r && confidence > other) {
          other = confidence;
        }
        none *= 1 - confidence;
        sum += confidence * Math.log1p(memory.triples.count(triple, Decays.H32, day));
      }
    }
    out[at++] = (float) first;
    out[at++] = (float) second;
    out[at++] = (float) other;
    out[at++] = (float) (1 - none);
    out[at++] = (float) sum;
    out[at++] = (float) Math.log(first + 1e-4);
    out[at++] = (float) Math.log(second + 1e-4);
    out[at++] = (float) Math.log(1 - none + 1e-4);
    return at;
  }

  private int popularity(int o, float[] out, int at) {
    int[] halves = {Decays.H8, Decays.H32, Decays.EVER};
    int done = memory.sourceRelation.find(memory.sourceKey(o, memory.inverse(r)));
    int any = memory.actor.find(o);
    for (int i = 0; i < halves.length; i++) {
      int h = halves[i];
      double share = (memory.actor.count(any, h, day) + .1) / (total[h] + 100);
      out[at + i] =
          (float)
              Math.log(
                  (memory.sourceRelation.count(done, h, day) + 5 * share) / (relationTotal[h] + 5));
      out[at + 3 + i] = (float) Math.log(share);
    }
    return at + 6;
  }

  private int belonging(int o, float[] out, int at) {
    int cs = memory.belonging.country(s);
    int co = memory.belonging.country(o);
    double share = (memory.done(r, o, Decays.H128) + .05) / (relationTotal[Decays.H128] + 50);
    double given =
        cs == 0
            ? share
            : (memory.count(memory.countryTriple, memory.countryTripleKey(cs, r, o), Decays.H128)
                    + 5 * share)
                / (countryRelation + 5);
    double countryShare =
        (memory.count(
                    memory.countryRelation,
                    memory.countryRelationKey(co, memory.inverse(r)),
                    Decays.H128)
                + .5)
            / (relationTotal[Decays.H128] + 100);
    double countryGiven =
        cs == 0
            ? countryShare
            : (memory.count(memory.countries, memory.countriesKey(cs, r, co), Decays.H128)
                    + 5 * countryShare)
                / (countryRelation + 5);
    out[at++] = (float) Math.log(given);
    out[at++] = (float) Math.log(countryGiven);
    out[at++] = (float) Math.log(Math.min(1, share / countryShare));
    boolean same = cs != 0 && cs == co;
    out[at++] =
        same
            ? (float)
                Math.log(
                    (memory.count(memory.sectors, memory.sectorsKey(s, r, o), Decays.EVER) + .2)
                        / (memory.count(
                                memory.sectorRelation, memory.sectorRelationKey(s, r), Decays.EVER)
                            + 10))
            : -4;
    out[at++] = same ? 1 : 0;
    out[at++] =
        cs == 0 || co == 0
            ? 0
            : (float)
                Math.log1p(
                    memory.count(
                        memory.countryPair,
                        (long) cs * memory.belonging.countries() + co,
                        Decays.H32));
    out[at++] =
        cs == 0
            ? 0
            : (float)
                Math.log1p(
                    memory.count(
                        memory.countryTriple, memory.countryTripleKey(cs, r, o), Decays.H32));
    return at;
  }
}
