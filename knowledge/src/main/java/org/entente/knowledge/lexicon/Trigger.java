package org.entente.knowledge.lexicon;

/**
 * The word that an entry hangs on.
 *
 * @param lemma of the word itself
 * @param particle what must hang on it, or null: {@code carry} with {@code out}, {@code call} with
 *     {@code for}
 */
public record Trigger(String lemma, String particle) {
  @Override
  public String toString() {
    return particle == null ? lemma : lemma + " " + particle;
  }
}
