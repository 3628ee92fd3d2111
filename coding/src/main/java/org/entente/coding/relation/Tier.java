package org.entente.coding.relation;

/** How relations are decided. */
public enum Tier {
  /** Lexicon and linear model. */
  FAST,
  /** The same, and a small transformer where they are unsure. */
  DEEP
}
