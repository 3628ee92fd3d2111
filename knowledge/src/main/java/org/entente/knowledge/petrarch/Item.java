package org.entente.knowledge.petrarch;

import java.util.List;

/** A part of a pattern. */
interface Item {
  /** A noun with what stands before it; the last word is the head. */
  record Phrase(List<String> words) implements Item {
    String head() {
      return words.get(words.size() - 1);
    }
  }

  /** A preposition and what it governs; nothing if anything may stand there. */
  record Preposition(String word, List<Item> inside) implements Item {}

  /** A word that belongs to the verb: {@code out} of {@code set out}. */
  record Particle(String word) implements Item {}

  /** {@code $} the source, {@code +} the target, {@code %} both. */
  record Role(char sign) implements Item {}
}
