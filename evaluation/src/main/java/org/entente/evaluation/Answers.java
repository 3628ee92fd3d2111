package org.entente.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.evaluation.GoldPairs.GoldPair;

/**
 * Answers to known pairs. Those that the bundled models have learned from are cross-validated.
 *
 * @param relations in the order of the pairs
 * @param known how many of them were cross-validated
 */
record Answers(Tier tier, List<Relation> relations, int known) {

  static Answers of(
      List<GoldPair> gold, Relations models, Folds folds, Tier tier, Convention convention)
      throws IOException {
    Relation[] answers = new Relation[gold.size()];
    int[] known =
        IntStream.range(0, answers.length).filter(i -> folds.known(gold.get(i).pair())).toArray();
    if (known.length > 0) {
      List<GoldPair> pairs = new ArrayList<>();
      for (int i : known) {
        pairs.add(gold.get(i));
      }
      List<Relation> validated =
          new CrossValidation(models, folds).answers(pairs, GoldPairs.own(), tier, convention);
      for (int i = 0; i < known.length; i++) {
        answers[known[i]] = validated.get(i);
      }
    }
    IntStream.range(0, answers.length)
        .parallel()
        .filter(i -> answers[i] == null)
        .forEach(i -> answers[i] = models.relate(gold.get(i).pair(), tier, convention));
    return new Answers(tier, List.of(answers), known.length);
  }

  int[] roots() {
    return relations.stream().mapToInt(one -> Roots.of(one.type())).toArray();
  }

  double[] confidences() {
    return relations.stream().mapToDouble(Relation::confidence).toArray();
  }
}
