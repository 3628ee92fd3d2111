package org.entente.analysis.forecast.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.analysis.forecast.counts.Counts;
import org.entente.analysis.forecast.counts.Decays;
import org.entente.analysis.forecast.history.History;

/**
 * What is remembered of the events so far: decayed counts of triples, pairs, actors, relations and
 * countries, and the rules that they taught. Updated day by day. Relations are types, and their
 * inverses beyond: (o, r + types, s) stands beside each (s, r, o).
 */
final class Memory {
  final int actors;
  final int types;
  final int relations;
  final Belonging belonging;
  final Rules rules;
  final Counts triples = new Counts(1 << 16);
  final Counts pairs = new Counts(1 << 15);
  final Counts directed = new Counts(1 << 15);
  final Counts sourceRelation = new Counts(1 << 14);
  final Counts relation = new Counts(512);
  final Counts actor = new Counts(8192);
  final Counts total = new Counts(1);
  final Counts countryTriple = new Counts(1 << 16);
  final Counts countryRelation = new Counts(1 << 13);
  final Counts countryPair = new Counts(1 << 14);
  final Counts countries = new Counts(1 << 13);
  final Counts sectors = new Counts(1 << 13);
  final Counts sectorRelation = new Counts(1 << 12);

  /** By pair: its triples. */
  final List<IntList> triplesOfPair = new ArrayList<>();

  /** By number in {@link #sourceRelation}: its triples. */
  final List<IntList> triplesOfSource = new ArrayList<>();

  /** By actor: its pairs. */
  final IntList[] pairsOf;

  /** By relation: actors it was done to. */
  private final IntList[] objectsOf;

  /** By number in {@link #countryRelation}: triples of the country, as numbers there. */
  final List<IntList> triplesOfCountry = new ArrayList<>();

  private int day;
  private final int[][] popular;
  private final int[] popularDay;

  Memory(List<String> actorNames, int types) {
    actors = actorNames.size();
    this.types = types;
    relations = 2 * types;
    belonging = new Belonging(actorNames);
    rules = new Rules(types);
    pairsOf = new IntList[actors];
    objectsOf = new IntList[relations];
    popular = new int[relations][];
    popularDay = new int[relations];
    Arrays.fill(popularDay, -1);
  }

  int inverse(int r) {
    return r < types ? r + types : r - types;
  }

  long tripleKey(int s, int r, int o) {
    return ((long) s * relations + r) * actors + o;
  }

  long pairKey(int s, int o) {
    return (long) s * actors + o;
  }

  long directedKey(int s, int r, int o) {
    return 2 * pairKey(s, o) + (r < types ? 0 : 1);
  }

  long sourceKey(int s, int r) {
    return (long) s * relations + r;
  }

  int objectOfTriple(int triple) {
    return (int) (triples.key(triple) % actors);
  }

  int relationOfTriple(int triple) {
    return (int) (triples.key(triple) / actors % relations);
  }

  int objectOfPair(int pair) {
    return (int) (pairs.key(pair) % actors);
  }

  IntList pairsOf(int s) {
    return pairsOf[s] == null ? IntList.NONE : pairsOf[s];
  }

  /** The day that is forecast: events before it are remembered. */
  int day() {
    return day;
  }

  void day(int today) {
    if (today < day) {
      throw new IllegalArgumentException("day " + today + " after day " + day);
    }
    day = today;
  }

  /** Remembers an event of today. */
  void add(int s, int r, int o) {
    belonging.met(s, o);
    addOne(s, r, o);
    addOne(o, inverse(r), s);
    total.add(0, day);
  }

  private void addOne(int s, int r, int o) {
    int known = pairs.size();
    int pair = pairs.add(pairKey(s, o), day);
    if (pair == known) {
      triplesOfPair.add(new IntList());
      if (pairsOf[s] == null) {
        pairsOf[s] = new IntList();
      }
      pairsOf[s].add(pair);
    }
    int knownSource = sourceRelation.size();
    int source = sourceRelation.add(sourceKey(s, r), day);
    if (source == knownSource) {
      triplesOfSource.add(new IntList());
      // so s is for the first time one to whom the inverse was done
      int inverse = inverse(r);
      if (objectsOf[inverse] == null) {
        objectsOf[inverse] = new IntList();
      }
      objectsOf[inverse].add(s);
    }
    int knownTriple = triples.size();
    int triple = triples.add(tripleKey(s, r, o), day);
    if (triple == knownTriple) {
      triplesOfPair.get(pair).add(triple);
      triplesOfSource.get(source).add(triple);
    }
    directed.add(directedKey(s, r, o), day);
    relation.add(r, day);
    actor.add(o, day);
    int cs = belonging.country(s);
    int co = belonging.country(o);
    if (cs != 0) {
      int knownCountry = countryRelation.size();
      int country = countryRelation.add(countryRelationKey(cs, r), day);
      if (country == knownCountry) {
        triplesOfCountry.add(new IntList());
      }
      int knownCountryTriple = countryTriple.size();
      int countryNumber = countryTriple.add(countryTripleKey(cs, r, o), day);
      if (countryNumber == knownCountryTriple) {
        triplesOfCountry.get(country).add(countryNumber);
      }
      countries.add(countriesKey(cs, r, co), day);
      countryPair.add((long) cs * belonging.countries() + co, day);
      if (cs == co) {
        sectors.add(sectorsKey(s, r, o), day);
        sectorRelation.add(sectorRelationKey(s, r), day);
      }
    }
  }

  long countryTripleKey(int country, int r, int o) {
    return ((long) country * relations + r) * actors + o;
  }

  int objectOfCountryTriple(int number) {
    return (int) (countryTriple.key(number) % actors);
  }

  long countryRelationKey(int country, int r) {
    return (long) country * relations + r;
  }

  long countriesKey(int one, int r, int other) {
    return ((long) one * relations + r) * belonging.countries() + other;
  }

  long sectorsKey(int s, int r, int o) {
    return ((long) belonging.sector(s) * relations + r) * belonging.sectors() + belonging.sector(o);
  }

  long sectorRelationKey(int s, int r) {
    return (long) belonging.sector(s) * relations + r;
  }

  /** To whom s did r before. */
  int[] targets(int s, int r) {
    int number = sourceRelation.find(sourceKey(s, r));
    IntList triples = number < 0 ? IntList.NONE : triplesOfSource.get(number);
    int[] targets = new int[triples.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = objectOfTriple(triples.get(i));
    }
    return targets;
  }

  /** Decayed count of events r done to o. */
  float done(int r, int o, int half) {
    return sourceRelation.count(sourceRelation.find(sourceKey(o, inverse(r))), half, day);
  }

  float count(Counts of, long key, int half) {
    return of.count(of.find(key), half, day);
  }

  /** The actors to whom r was done most, decayed; the same until the day changes. */
  synchronized int[] popular(int r, int most) {
    if (popularDay[r] != day || popular[r] == null) {
      IntList objects = objectsOf[r] == null ? IntList.NONE : objectsOf[r];
      int[] found = new int[objects.size()];
      float[] weight = new float[objects.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = objects.get(i);
        weight[i] = done(r, found[i], Decays.H128);
      }
      int kept = Select.first(found, weight, Math.min(most, found.length));
      popular[r] = Arrays.copyOf(found, kept);
      popularDay[r] = day;
    }
    return popular[r];
  }

  /** Learns what was before the answers of the day: to be called before they are added. */
  void learn(int s, int r, int[] answers) {
    IntList all = pairsOf(s);
    for (int i = 0; i < all.size(); i++) {
      int pair = all.get(i);
      int o = objectOfPair(pair);
      boolean hit = Arrays.binarySearch(answers, o) >= 0;
      IntList past = triplesOfPair.get(pair);
      for (int j = 0; j < past.size(); j++) {
        int triple = past.get(j);
        rules.learn(r, relationOfTriple(triple), day - triples.last(triple), hit);
      }
    }
  }

  /** Forecasts nothing, but learns from a day and remembers it. */
  void pass(History history, int today) {
    day(today);
    Questions questions = Questions.of(history, today, this);
    for (int q = 0; q < questions.size(); q++) {
      learn(questions.source(q), questions.relation(q), questions.answers(q));
    }
    for (int e = history.from(today); e < history.from(today + 1); e++) {
      add(history.source(e), history.type(e), history.target(e));
    }
  }
}
