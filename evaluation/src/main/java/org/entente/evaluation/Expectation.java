package org.entente.evaluation;

import org.entente.coding.relation.Relation;
import org.entente.model.Status;

/** What must hold of the answer to a changed sentence. */
enum Expectation {
  /** The unchanged sentence has its type. */
  PLAIN("unchanged"),
  /** The change leaves the code as it is, right or wrong. */
  INVARIANCE("invariance"),
  /** The change makes it another, known one. */
  CHANGE("change");

  private final String label;

  Expectation(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Expectation of(String variant) {
    return switch (variant) {
      case "base" -> PLAIN;
      case "negation", "refusal", "promise", "threat" -> CHANGE;
      default -> INVARIANCE;
    };
  }

  /**
   * Whether it holds. Of what is said not to have happened, either the status is DENIED, or the
   * type is right and the status not ACTUAL.
   *
   * @param base the answer to the unchanged sentence
   */
  boolean holds(MetamorphicLine line, Relation answer, Relation base) {
    boolean typed = rightType(line, answer);
    return switch (this) {
      case PLAIN -> typed;
      case INVARIANCE -> answer.root().equals(base.root());
      case CHANGE ->
          line.status() == Status.DENIED
              ? answer.status() == Status.DENIED || typed && answer.status() != Status.ACTUAL
              : typed;
    };
  }

  static boolean rightType(MetamorphicLine line, Relation answer) {
    return answer.root().equals(Relation.root(line.type()));
  }
}
