package org.entente.model;

/** How far what is reported has happened. */
public enum Status {
  /** It is reported as having happened or as happening. */
  ACTUAL,
  /** Somebody means to do it, has promised it, or it is due. */
  PLANNED,
  /** It may happen, may have happened, or is only considered. */
  POSSIBLE,
  /** Somebody wants somebody to do it. */
  DEMANDED,
  /** It is reported as not having happened. */
  DENIED
}
