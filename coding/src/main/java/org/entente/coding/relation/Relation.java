package org.entente.coding.relation;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;

/**
 * What one actor does to another, as a sentence tells it.
 *
 * @param type the likeliest type
 * @param cameo CAMEO code, as deep as the lexicon knows it
 * @param status whether it has happened, is planned, possible, demanded or denied
 * @param confidence 0 to 1: among answers of confidence p, about p have the right {@link #root()}
 * @param second the next likeliest type of another root
 * @param rule who decided: an entry of the lexicon, and the models with their shares
 * @param because what spoke for the type, the strongest first
 * @param probabilities of the types in the order of {@link EventType}; they add up to 1
 */
public record Relation(
    EventType type,
    String cameo,
    Status status,
    double confidence,
    EventType second,
    String rule,
    List<String> because,
    List<Double> probabilities) {

  /** The type in the set of 15 that does not tell CONCEDE from RETREAT: both are YIELD. */
  public String root() {
    return root(type);
  }

  public Relation withConfidence(double other) {
    return new Relation(type, cameo, status, other, second, rule, because, probabilities);
  }

  public Quad quad() {
    return type.quad();
  }

  public static String root(EventType type) {
    return type == EventType.CONCEDE || type == EventType.RETREAT ? "YIELD" : type.name();
  }

  /** How probable a type's root is. */
  double probability(EventType type) {
    return probability(probabilities::get, type);
  }

  /**
   * The same where probabilities are not in a relation yet.
   *
   * @param probabilities by the ordinal of a type
   */
  static double probability(IntToDoubleFunction probabilities, EventType type) {
    double sum = 0;
    for (EventType one : EventType.values()) {
      if (root(one).equals(root(type))) {
        sum += probabilities.applyAsDouble(one.ordinal());
      }
    }
    return sum;
  }
}
