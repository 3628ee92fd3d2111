package org.entente.knowledge.lexicon;

import java.util.Set;

/**
 * What must stand around a trigger.
 *
 * @param slot where
 * @param kind how it is tested
 * @param words lemmas of which one must stand there, for {@link Kind#WORD}
 * @param byClass whether the words come from a class
 */
public record Condition(String slot, Kind kind, Set<String> words, boolean byClass) {
  public enum Kind {
    PRESENT,
    ABSENT,
    ACTOR,
    WORD
  }

  int weight() {
    return switch (kind) {
      case WORD -> byClass ? 10 : 11;
      case ACTOR -> 4;
      case PRESENT -> 3;
      case ABSENT -> 2;
    };
  }
}
