package org.entente.knowledge.lexicon;

import java.util.Set;

/**
 * What must stand around a trigger.
 *
 * @param slot where
 * @param kind how it is tested
 * @param words lemmas of which one must stand there, for {@link Kind#WORD}
 * @param actor whether an actor may stand there instead
 * @param byClass whether the words come from a class
 */
public record Condition(String slot, Kind kind, Set<String> words, boolean actor, boolean byClass) {
  public enum Kind {
    PRESENT,
    ABSENT,
    WORD,
    /** None of the words stands there, nor an actor if one is meant. */
    OTHER
  }

  int weight() {
    return switch (kind) {
      case WORD -> words.isEmpty() ? 4 : byClass ? 10 : 11;
      case PRESENT -> 3;
      case ABSENT, OTHER -> 2;
    };
  }
}
