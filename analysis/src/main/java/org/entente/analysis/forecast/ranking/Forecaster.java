package org.entente.analysis.forecast.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.entente.analysis.forecast.counts.Decays;
import org.entente.analysis.forecast.history.History;

/**
 * Forecasts from a history as it stands on a day. Counters go on day by day; the model stays. Not
 * for several threads at once.
 */
public final class Forecaster {
  private static final int CITED = 3;
  private static final int TERMS = 4;

  /** Events that an actor is taken to have had of the types that all have. */
  private static final double PRIOR = 5;

  private final History history;
  private final Memory memory;
  private final Evidence evidence;
  private final RankingModel model;
  private int next;

  /** Nothing of the history is known yet: see {@link #to}. */
  public Forecaster(History history, RankingModel model) {
    this.history = history;
    this.model = model;
    memory = new Memory(history.actors(), history.types().size());
    evidence = new Evidence(memory);
  }

  /**
   * Goes on to a day: all events before it are known.
   *
   * @throws IllegalArgumentException if the day is before one that it has been at
   */
  public Forecaster to(int day) {
    while (next < Math.min(day, history.days())) {
      memory.pass(history, next++);
    }
    memory.day(day);
    return this;
  }

  /**
   * What is likely next on the day.
   *
   * @param sources numbers of actors; empty for anyone, and then targets are needed
   * @param types numbers of types; empty for any
   * @param targets numbers of actors; empty for anyone
   * @param top most predictions, at least 1
   * @return the likeliest first; probabilities of all that could be asked for add up to at most 1
   */
  public List<Prediction> predict(
      Set<Integer> sources, Set<Integer> types, Set<Integer> targets, int top) {
    if (sources.isEmpty() && targets.isEmpty()) {
      throw new IllegalArgumentException("a forecast needs a source or a target");
    }
    if (top < 1) {
      throw new IllegalArgumentException("at least one prediction, not " + top);
    }
    boolean forward = !sources.isEmpty();
    Set<Integer> asked = forward ? sources : targets;
    double activity = 0;
    for (int s : asked) {
      activity += activity(s, forward);
    }
    List<Question> questions = new ArrayList<>();
    for (int s : asked.stream().sorted().toList()) {
      for (int type = 0; type < memory.types; type++) {
        if (types.isEmpty() || types.contains(type)) {
          int r = forward ? type : memory.inverse(type);
          double share = activity(s, forward) / activity * typeShare(s, r, types, forward);
          questions.add(new Question(s, r, share));
        }
      }
    }
    questions.sort(Comparator.comparingDouble(question -> -question.share()));
    List<Found> found = new ArrayList<>();
    PriorityQueue<Double> best = new PriorityQueue<>();
    for (Question question : questions) {
      // no answer is likelier than its question: what follows cannot come among the first any more
      if (targets.isEmpty() && best.size() == top && question.share() < best.peek()) {
        break;
      }
      int before = found.size();
      answers(question.s(), question.r(), question.share(), forward ? targets : Set.of(), found);
      for (Found one : found.subList(before, found.size())) {
        best.add(one.probability());
        if (best.size() > top) {
          best.poll();
        }
      }
    }
    if (forward && !targets.isEmpty()) {
      double all = found.stream().mapToDouble(Found::probability).sum();
      found.replaceAll(one -> one.times(all > 0 ? 1 / all : 0));
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble((Found one) -> -one.probability())
                .thenComparing(Found::s)
                .thenComparing(Found::r)
                .thenComparing(Found::o))
        .limit(top)
        .map(this::prediction)
        .toList();
  }

  private record Question(int s, int r, double share) {}

  private record Found(int s, int r, int o, double score, double probability, float[] features) {
    Found times(double factor) {
      return new Found(s, r, o, score, probability * factor, features);
    }
  }

  /** Recent acts of an actor, or done to it. */
  private double activity(int s, boolean forward) {
    double sum = .1;
    for (int type = 0; type < memory.types; type++) {
      int r = forward ? type : memory.inverse(type);
      sum += memory.count(memory.sourceRelation, memory.sourceKey(s, r), Decays.H32);
    }
    return sum;
  }

  private double typeShare(int s, int r, Set<Integer> types, boolean forward) {
    double own = 0;
    double all = 0;
    double of = 0;
    for (int type = 0; type < memory.types; type++) {
      if (types.isEmpty() || types.contains(type)) {
        int one = forward ? type : memory.inverse(type);
        own += memory.count(memory.sourceRelation, memory.sourceKey(s, one), Decays.H32);
        all += memory.count(memory.relation, one, Decays.H128) + .1;
        if (one == r) {
          of = memory.count(memory.relation, one, Decays.H128) + .1;
        }
      }
    }
    return (memory.count(memory.sourceRelation, memory.sourceKey(s, r), Decays.H32)
            + PRIOR * of / all)
        / (own + PRIOR);
  }

  private void answers(int s, int r, double share, Set<Integer> wanted, List<Found> found) {
    evidence.ask(s, r);
    int[] candidates = evidence.candidates();
    float[] rows = new float[candidates.length * Features.COUNT];
    double[] scores = new double[candidates.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      evidence.features(candidates[i], rows, i * Features.COUNT);
      scores[i] = model.ranker().score(rows, i * Features.COUNT);
      most = Math.max(most, scores[i]);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    for (int i = 0; i < scores.length; i++) {
      if (candidates[i] != s && (wanted.isEmpty() || wanted.contains(candidates[i]))) {
        float[] row = new float[Features.COUNT];
        System.arraycopy(rows, i * Features.COUNT, row, 0, row.length);
        found.add(
            new Found(
                s, r, candidates[i], scores[i], share * Math.exp(scores[i] - most) / sum, row));
      }
    }
  }

  private Prediction prediction(Found one) {
    boolean forward = one.r() < memory.types;
    int source = forward ? one.s() : one.o();
    int target = forward ? one.o() : one.s();
    double[] terms = model.ranker().terms(one.features(), 0);
    List<Prediction.Term> strongest = new ArrayList<>();
    for (int f = 0; f < terms.length; f++) {
      strongest.add(new Prediction.Term(Features.NAMES.get(f), terms[f]));
    }
    strongest.sort(Comparator.comparingDouble(term -> -Math.abs(term.value())));
    return new Prediction(
        history.actors().get(source),
        history.types().get(forward ? one.r() : memory.inverse(one.r())),
        history.actors().get(target),
        one.score(),
        one.probability(),
        cited(one),
        strongest.subList(0, TERMS));
  }

  /** The relations of the two that speak most for it: by confidence of the rule and weight. */
  private List<Prediction.Cited> cited(Found one) {
    int pair = memory.pairs.find(memory.pairKey(one.s(), one.o()));
    if (pair < 0) {
      return List.of();
    }
    record Past(int triple, double confidence) {}
    List<Past> past = new ArrayList<>();
    IntList triples = memory.triplesOfPair.get(pair);
    for (int i = 0; i < triples.size(); i++) {
      int triple = triples.get(i);
      past.add(
          new Past(
              triple,
              memory.rules.confidence(
                  one.r(),
                  memory.relationOfTriple(triple),
                  memory.day() - memory.triples.last(triple))));
    }
    past.sort(Comparator.comparingDouble((Past p) -> -p.confidence()).thenComparing(Past::triple));
    List<Prediction.Cited> cited = new ArrayList<>();
    for (Past p : past.subList(0, Math.min(CITED, past.size()))) {
      int relation = memory.relationOfTriple(p.triple());
      boolean forward = relation < memory.types;
      int source = forward ? one.s() : one.o();
      int target = forward ? one.o() : one.s();
      int type = forward ? relation : memory.inverse(relation);
      int last = memory.triples.last(p.triple());
      cited.add(
          new Prediction.Cited(
              history.date(last),
              history.actors().get(source),
              history.types().get(type),
              history.actors().get(target),
              Math.round(memory.triples.count(p.triple(), Decays.EVER, memory.day())),
              p.confidence(),
              document(last, source, type, target)));
    }
    return cited;
  }

  private String document(int day, int source, int type, int target) {
    for (int e = history.from(day); e < history.from(day + 1); e++) {
      if (history.source(e) == source && history.type(e) == type && history.target(e) == target) {
        return history.document(e);
      }
    }
    return null;
  }
}
