package org.entente.knowledge.lexicon;

/** Part of speech of a trigger. */
public enum Pos {
  VERB("v"),
  NOUN("n"),
  ADJECTIVE("a");

  private final String key;

  Pos(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
