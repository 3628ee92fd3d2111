package org.entente.analysis.forecast.whatif;

/** How an event of A on B is followed by another. */
public enum Pattern {
  /** A acts on B again. */
  AGAIN("again"),
  /** B acts on A. */
  RETURN("in return"),
  /** B acts on someone else. */
  PASSED_ON("the target acts on others"),
  /** Someone else acts on B. */
  JOINED("others act on the target");

  private final String label;

  Pattern(String label) {
    this.label = label;
  }

  /** In words, as tables print it. */
  public String label() {
    return label;
  }
}
