package org.entente.sway.issue;

import java.util.List;

/** What is wrong with an issue file: each mistake with its line and field. */
public final class IssueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final transient List<String> mistakes;

  IssueException(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One line a mistake: {@code file:line: field: what is wrong and what to do}. */
  public List<String> mistakes() {
    return mistakes;
  }
}
