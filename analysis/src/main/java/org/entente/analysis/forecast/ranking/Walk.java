package org.entente.analysis.forecast.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.analysis.forecast.counts.Decays;
import org.entente.analysis.forecast.history.History;

/**
 * Goes through a history day by day: each day is asked about first, from what was before, and then
 * remembered.
 */
final class Walk {
  /** Of the best candidates that are no answer, so many are learned from; of the others so many. */
  private static final int BEST = 35;

  private static final int OTHERS = 35;
  private static final int STRETCH = 8;

  private final History history;
  private final Memory memory;
  private final Workers workers;
  private final Evidence[] evidence;
  private int next;

  /** Answers that had no score, and all: before any is known, as many as count little. */
  private double outside = 15;

  private double asked = 100;

  Walk(History history, Workers workers) {
    this.history = history;
    this.workers = workers;
    memory = new Memory(history.actors(), history.types().size());
    evidence = new Evidence[workers.threads()];
  }

  Memory memory() {
    return memory;
  }

  private Evidence evidence(int worker) {
    if (evidence[worker] == null) {
      evidence[worker] = new Evidence(memory);
    }
    return evidence[worker];
  }

  /** Remembers all days before this one. */
  void to(int day) {
    while (next < day) {
      memory.pass(history, next++);
    }
    memory.day(Math.max(day, memory.day()));
  }

  /**
   * Goes to a day and gathers what can be learned from the questions of all days up to another.
   * Answers that are no candidates are left out: they could not be ranked either.
   */
  Sample sample(int from, int end, long seed) {
    Sample sample = new Sample();
    for (int day = from; day < end; day++) {
      to(day);
      Questions questions = Questions.of(history, day, memory);
      Sample.Question[] found = new Sample.Question[questions.size()];
      long daySeed = seed * 31 + day;
      workers.each(
          found.length,
          STRETCH,
          (worker, q) -> found[q] = learn(evidence(worker), questions, q, daySeed * 100_003 + q));
      for (Sample.Question one : found) {
        if (one.answers() > 0) {
          sample.add(one);
        }
      }
    }
    return sample;
  }

  private static Sample.Question learn(Evidence evidence, Questions questions, int q, long seed) {
    int[] answers = questions.answers(q);
    evidence.ask(questions.source(q), questions.relation(q));
    int[] candidates = evidence.candidates();
    int[] ids = new int[candidates.length];
    float[] values = new float[candidates.length];
    int[] right = new int[answers.length];
    int count = 0;
    int known = 0;
    for (int candidate : candidates) {
      if (Arrays.binarySearch(answers, candidate) >= 0) {
        right[known++] = candidate;
      } else {
        ids[count] = candidate;
        values[count++] = (float) evidence.rough(candidate);
      }
    }
    int best = Select.first(ids, values, count, BEST);
    Arrays.sort(ids, 0, best);
    Arrays.sort(ids, best, count);
    Random random = new Random(seed);
    int more = Math.min(OTHERS, count - best);
    for (int i = best; i < best + more; i++) {
      int j = i + random.nextInt(count - i);
      int kept = ids[i];
      ids[i] = ids[j];
      ids[j] = kept;
    }
    float[] rows = new float[(known + best + more) * Features.COUNT];
    int at = 0;
    for (int i = 0; i < known; i++, at += Features.COUNT) {
      evidence.features(right[i], rows, at);
    }
    for (int i = 0; i < best + more; i++, at += Features.COUNT) {
      evidence.features(ids[i], rows, at);
    }
    return new Sample.Question(rows, known, best, more == 0 ? 1 : (count - best) / (double) more);
  }

  /** Goes to a day and ranks the answers to the questions of all days up to another. */
  List<Rank> ranks(int from, int end, Ranker ranker) {
    List<Rank> all = new ArrayList<>();
    for (int day = from; day < end; day++) {
      to(day);
      Questions questions = Questions.of(history, day, memory);
      Rank[][] found = new Rank[questions.size()][];
      workers.each(
          found.length,
          STRETCH,
          (worker, q) -> found[q] = rank(evidence(worker), questions, q, ranker));
      for (Rank[] some : found) {
        all.addAll(Arrays.asList(some));
        note(Arrays.asList(some));
      }
    }
    return all;
  }

  private void note(List<Rank> today) {
    for (Rank rank : today) {
      outside += rank.odds().scored() ? 0 : 1;
      asked++;
    }
  }

  private Rank[] rank(Evidence evidence, Questions questions, int q, Ranker ranker) {
    int s = questions.source(q);
    int r = questions.relation(q);
    evidence.ask(s, r);
    int[] candidates = evidence.candidates();
    double[] scores = new double[candidates.length];
    float[] features = new float[Features.COUNT];
    for (int i = 0; i < scores.length; i++) {
      evidence.features(candidates[i], features, 0);
      scores[i] = ranker.score(features, 0);
    }
    double most = Arrays.stream(scores).max().orElse(0);
    double[] weights = Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
    int[] answers = questions.answers(q);
    Rank[] ranks = new Rank[answers.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rank(s, r, answers[i], answers, candidates, scores, weights);
    }
    return ranks;
  }

  private Rank rank(
      int s,
      int r,
      int answer,
      int[] answers,
      int[] candidates,
      double[] scores,
      double[] weights) {
    Rank.Stratum stratum =
        memory.triples.find(memory.tripleKey(s, r, answer)) >= 0
            ? Rank.Stratum.TRIPLE_SEEN
            : memory.pairs.find(memory.pairKey(s, answer)) >= 0
                ? Rank.Stratum.PAIR_SEEN
                : Rank.Stratum.NEW;
    return new Rank(
        memory.day(),
        r >= memory.types,
        stratum,
        Rank.of(answer, answers, candidates, scores, memory.actors),
        Rank.Odds.of(answer, answers, candidates, weights, outside / asked, memory.actors));
  }

  /**
   * Ranks by recurrence alone: the sum of 2^(−.02 Δ) over the days on which the source did this to
   * the actor before (Gastinger et al., IJCAI 2024).
   *
   * @param popularity weight of how often the type was done to the actor; 0 for none
   */
  List<Rank> recurrency(int from, int end, double popularity) {
    List<Rank> all = new ArrayList<>();
    Map<Long, Double> weights = new HashMap<>();
    for (int day = 0; day < end; day++) {
      to(day);
      Questions questions = Questions.of(history, day, memory);
      List<Rank> today = new ArrayList<>();
      for (int q = 0; day >= from && q < questions.size(); q++) {
        today.addAll(recurrency(questions, q, popularity, weights));
      }
      note(today);
      all.addAll(today);
      // weights are as of day 0: only their order matters
      double weight = Math.pow(2, .02 * day);
      for (int q = 0; q < questions.size(); q++) {
        for (int answer : questions.answers(q)) {
          weights.merge(
              memory.tripleKey(questions.source(q), questions.relation(q), answer),
              weight,
              Double::sum);
        }
      }
    }
    return all;
  }

  private List<Rank> recurrency(
      Questions questions, int q, double popularity, Map<Long, Double> weights) {
    int s = questions.source(q);
    int r = questions.relation(q);
    int[] candidates =
        popularity > 0 ? memory.popular(r, memory.actors).clone() : memory.targets(s, r);
    Arrays.sort(candidates);
    double[] scores = new double[candidates.length];
    double total = memory.count(memory.relation, r, Decays.EVER);
    double today = Math.pow(2, -.02 * memory.day());
    for (int i = 0; i < scores.length; i++) {
      int o = candidates[i];
      scores[i] = weights.getOrDefault(memory.tripleKey(s, r, o), 0.0) * today;
      if (popularity > 0) {
        scores[i] += popularity * memory.done(r, o, Decays.EVER) / total;
      }
    }
    int[] answers = questions.answers(q);
    List<Rank> ranks = new ArrayList<>();
    for (int answer : answers) {
      ranks.add(rank(s, r, answer, answers, candidates, scores, scores));
    }
    return ranks;
  }
}
