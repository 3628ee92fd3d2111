package org.entente.knowledge.table;

import java.util.List;
import java.util.stream.Collectors;

/** The knowledge cannot be used. The message names file, line and field of each mistake. */
public final class KnowledgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient List<Mistake> mistakes;

  public KnowledgeException(List<Mistake> mistakes) {
    super(message(mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }

  private static String message(List<Mistake> mistakes) {
    String shown =
        mistakes.stream().limit(SHOWN).map(Mistake::toString).collect(Collectors.joining("\n  "));
    String more = mistakes.size() > SHOWN ? "\n  … and " + (mistakes.size() - SHOWN) + " more" : "";
    return mistakes.size() + " mistakes in the knowledge files:\n  " + shown + more;
  }
}
