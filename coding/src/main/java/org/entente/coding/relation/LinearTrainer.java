package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entente.model.EventType;

/**
 * Trains a {@link LinearModel} by stochastic gradient descent with a rate for each weight (Duchi,
 * Hazan and Singer, "Adaptive subgradient methods", JMLR 12, 2011).
 */
public final class LinearTrainer {
  /**
   * A row to learn from.
   *
   * @param types one of which is right: several where the annotation does not tell them apart
   * @param weight how much it counts
   */
  public record Example(List<String> features, Set<EventType> types, double weight) {
    int[] classes() {
      return types.stream().mapToInt(EventType::ordinal).toArray();
    }
  }

  /** A row of two classes. */
  record Case(List<String> features, boolean yes, double weight) {}

  private record Learned(List<String> features, int[] classes, double weight) {}

  private final int epochs;
  private final double rate;
  private final double decay;
  private final int rarest;

  /**
   * @param rate of the first steps
   * @param decay squared penalty on the weights
   * @param rarest in how many examples a feature must stand, so that no single row is memorised
   */
  public LinearTrainer(int epochs, double rate, double decay, int rarest) {
    this.epochs = epochs;
    this.rate = rate;
    this.decay = decay;
    this.rarest = rarest;
  }

  /** As the bundled model was trained. */
  public static LinearTrainer standard() {
    return new LinearTrainer(14, 0.3, 2e-5, 2);
  }

  public LinearModel train(List<Example> examples, long seed) {
    return train(
        examples.stream().map(e -> new Learned(e.features, e.classes(), e.weight)).toList(),
        LinearModel.TYPES,
        seed);
  }

  /** A model of two classes: no and yes. */
  LinearModel trainTwo(List<Case> cases, long seed) {
    return train(
        cases.stream()
            .map(c -> new Learned(c.features, new int[] {c.yes ? 1 : 0}, c.weight))
            .toList(),
        2,
        seed);
  }

  private LinearModel train(List<Learned> examples, int classes, long seed) {
    Map<String, Integer> counts = new HashMap<>();
    for (Learned example : examples) {
      example.features().forEach(feature -> counts.merge(feature, 1, Integer::sum));
    }
    Map<String, Integer> index = new HashMap<>();
    for (Learned example : examples) {
      for (String feature : example.features()) {
        if (counts.get(feature) >= rarest) {
          index.putIfAbsent(feature, index.size());
        }
      }
    }
    List<int[]> rows = new ArrayList<>();
    for (Learned example : examples) {
      rows.add(
          example.features().stream()
              .map(index::get)
              .filter(i -> i != null)
              .mapToInt(Integer::intValue)
              .toArray());
    }
    float[] weights = new float[index.size() * classes];
    float[] squares = new float[weights.length];
    float[] sum = new float[weights.length];
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Random random = new Random(seed);
    int averaged = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      for (int at : order) {
        step(examples.get(at), rows.get(at), weights, squares, classes);
      }
      if (epoch >= epochs / 2) {
        averaged++;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weights[i];
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= averaged;
    }
    return new LinearModel(index, sum, classes);
  }

  private void step(Learned example, int[] row, float[] weights, float[] squares, int classes) {
    double scale = LinearModel.scale(example.features().size());
    double[] gradient = new double[classes];
    for (int feature : row) {
      for (int c = 0, at = feature * classes; c < classes; c++, at++) {
        gradient[c] += weights[at] * scale;
      }
    }
    softmax(gradient);
    double right = 0;
    for (int c : example.classes()) {
      right += gradient[c];
    }
    for (int c : example.classes()) {
      gradient[c] -= gradient[c] / Math.max(1e-9, right);
    }
    for (int c = 0; c < classes; c++) {
      double common = gradient[c] * scale * example.weight();
      for (int feature : row) {
        int at = feature * classes + c;
        double slope = common + decay * weights[at];
        squares[at] += (float) (slope * slope);
        weights[at] -= (float) (rate * slope / Math.sqrt(squares[at] + 1e-6));
      }
    }
  }

  static void softmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }
}
