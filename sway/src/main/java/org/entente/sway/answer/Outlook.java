package org.entente.sway.answer;

import java.util.List;
import org.entente.sway.coalition.Camps;
import org.entente.sway.coalition.Levers;
import org.entente.sway.issue.Option;

/**
 * What an option, or things as they are, would lead to.
 *
 * @param option null for things as they are
 * @param predictions models by turns, and within each its scales
 * @param council null where nobody votes
 * @param camps the best split of the actors
 * @param levers what would change that split; null with one actor, or where that is not looked at
 * @param changed actors that are in another camp, seen from the actor whose options they are, than
 *     as things are
 */
public record Outlook(
    Option option,
    List<Prediction> predictions,
    Council council,
    Camps camps,
    Levers levers,
    List<String> changed) {
  public Outlook {
    predictions = List.copyOf(predictions);
    changed = List.copyOf(changed);
  }

  /** Its name for people. */
  public String name() {
    return option == null ? "As things are" : option.name();
  }

  public Prediction prediction(String model, int scale) {
    return predictions.stream()
        .filter(one -> one.model().equals(model) && one.scale() == scale)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no prediction of " + model));
  }

  /** How far apart the models are: the least and the greatest of their means on a scale. */
  public double[] disagreement(int scale) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Prediction one : predictions) {
      if (one.scale() == scale) {
        least = Math.min(least, one.mean());
        most = Math.max(most, one.mean());
      }
    }
    return new double[] {least, most};
  }
}
