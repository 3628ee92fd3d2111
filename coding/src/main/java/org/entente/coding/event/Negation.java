package org.entente.coding.event;

import java.util.Set;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/** Whether a word is negated where it stands. */
final class Negation {
  private static final Set<String> NEGATIONS =
      Set.of("not", "n't", "never", "no", "neither", "nor", "hardly", "without", "nobody", "none");

  private final Sentence sentence;

  Negation(Sentence sentence) {
    this.sentence = sentence;
  }

  boolean of(Token word) {
    for (Token child : sentence.children(word)) {
      if (child.label().equals("neg") || child.label().equals("det") && child.is("no")) {
        return true;
      }
      if (child.index() < word.index()
          && NEGATIONS.contains(child.lemma())
          && child.labelled("advmod", "neg", "det", "preconj", "cc")) {
        return !child.is("nor", "neither") || word.isVerb();
      }
    }
    Token above = sentence.head(word).orElse(null);
    return above != null && above.is("without") && word.labelled("pobj", "pcomp");
  }
}
