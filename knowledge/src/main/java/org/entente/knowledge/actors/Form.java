package org.entente.knowledge.actors;

/** How a name stands for an actor. */
public enum Form {
  NAME,
  /** "Egyptian", "Western", "Houthi" before a noun. */
  ADJECTIVE,
  /** "Egyptians", "an Egyptian": people of it. */
  PEOPLE,
  /** "Cairo": acts for its state, and is a place. */
  CAPITAL
}
