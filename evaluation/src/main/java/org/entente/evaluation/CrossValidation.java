package org.entente.evaluation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.coding.relation.Calibration;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.LinearModel;
import org.entente.coding.relation.LinearTrainer;
import org.entente.coding.relation.LinearTrainer.Example;
import org.entente.coding.relation.PairReading;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Settings;
import org.entente.coding.relation.Tier;
import org.entente.evaluation.GoldPairs.GoldPair;
import org.entente.model.EventType;

/**
 * Answers to pairs from models that have not seen their fold: the linear model and the calibration
 * are trained anew for each fold, the transformer's scores were kept when it was trained.
 */
public final class CrossValidation {
  /** How much an own sentence counts beside a gold pair. */
  public static final double OWN = 0.3;

  /** Of the order in which the linear model sees its examples. */
  public static final long SEED = 1;

  private final Relations relations;
  private final Folds folds;

  public CrossValidation(Relations relations, Folds folds) {
    this.relations = relations;
    this.folds = folds;
  }

  /**
   * Calibrated answers.
   *
   * @param pairs of which all are known to the folds
   * @param own what is trained on in every fold
   */
  public List<Relation> answers(
      List<GoldPair> pairs, List<GoldPair> own, Tier tier, Convention convention) {
    List<Relation> raw = raw(pairs, own, tier, convention);
    int[] fold = folds(pairs);
    Relation[] answers = new Relation[raw.size()];
    for (int f = 0; f < Folds.COUNT; f++) {
      int out = f;
      IntStream others = IntStream.range(0, fold.length).filter(i -> fold[i] != out);
      Calibration curve = calibration(pairs, raw, others);
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == f) {
          answers[i] = raw.get(i).withConfidence(curve.of(raw.get(i).confidence()));
        }
      }
    }
    return List.of(answers);
  }

  /** Answers whose confidence is the probability that the model gives. */
  public List<Relation> raw(
      List<GoldPair> pairs, List<GoldPair> own, Tier tier, Convention convention) {
    List<PairReading> readings = read(pairs);
    List<PairReading> ownReadings = read(own);
    Map<PairReading, double[]> scores = new IdentityHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      scores.put(readings.get(i), folds.scores(pairs.get(i).pair()));
    }
    int[] fold = folds(pairs);
    Settings plain = Settings.plain(relations.settings().share(), relations.settings().unsure());
    Relation[] raw = new Relation[pairs.size()];
    IntStream.range(0, Folds.COUNT)
        .parallel()
        .forEach(
            f -> {
              List<Example> examples = examples(own, ownReadings, OWN);
              for (int i = 0; i < fold.length; i++) {
                if (fold[i] != f) {
                  examples.add(example(pairs.get(i), readings.get(i), 1));
                }
              }
              LinearModel model = LinearTrainer.standard().train(examples, SEED);
              Relations without =
                  relations.with(model, reading -> scores.get(reading).clone(), plain);
              for (int i = 0; i < fold.length; i++) {
                if (fold[i] == f) {
                  raw[i] = without.relate(readings.get(i), tier, convention);
                }
              }
            });
    return List.of(raw);
  }

  private static int[] folds(List<GoldPair> pairs) {
    return pairs.stream().mapToInt(pair -> Folds.of(pair.group())).toArray();
  }

  /** The curve over answers whose confidence is not calibrated yet. */
  public static Calibration calibration(
      List<GoldPair> pairs, List<Relation> answers, IntStream which) {
    return Calibration.fit(
        which
            .mapToObj(
                i ->
                    new Calibration.Answer(
                        answers.get(i).confidence(), right(pairs.get(i), answers.get(i))))
            .toList());
  }

  /** Whether an answer has the root of a known pair. */
  public static boolean right(GoldPair pair, Relation answer) {
    return pair.types().stream().anyMatch(t -> Relation.root(t).equals(answer.root()));
  }

  /** Reads pairs on all processors. */
  public List<PairReading> read(List<GoldPair> pairs) {
    return pairs.parallelStream().map(pair -> relations.read(pair.pair())).toList();
  }

  public static List<Example> examples(
      List<GoldPair> pairs, List<PairReading> readings, double weight) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      examples.add(example(pairs.get(i), readings.get(i), weight));
    }
    return examples;
  }

  private static Example example(GoldPair pair, PairReading reading, double weight) {
    return new Example(reading.features(), types(pair, reading), weight);
  }

  /** What a model is to learn of a pair: the code book's type. */
  public static Set<EventType> types(GoldPair pair, PairReading reading) {
    return pair.byTheBook()
        ? pair.types()
        : pair.types().stream().map(reading::byTheBook).collect(Collectors.toSet());
  }
}
