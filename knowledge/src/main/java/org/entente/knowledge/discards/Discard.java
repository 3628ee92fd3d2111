package org.entente.knowledge.discards;

/**
 * A phrase that says that nothing is to be coded where it stands.
 *
 * @param phrase as the file has it
 * @param file and line say where it stands
 */
public record Discard(String phrase, Scope scope, String file, int line) {
  public enum Scope {
    SENTENCE,
    DOCUMENT
  }

  /** {@code discards.tsv:12}. */
  public String place() {
    return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
  }
}
