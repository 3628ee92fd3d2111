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
    return word.isVerb() && (nobody(word) || shortOf(word)) || isUnder(word, "without");
  }

  /** "No minister met", "neither A nor B met", "nobody met". */
  private boolean nobody(Token verb) {
    Token subject = sentence.child(verb, "nsubj", "nsubjpass");
    return subject != null
        && (subject.is("nobody", "none")
            || sentence.children(subject).stream()
                .anyMatch(
                    c -> c.is("no", "neither") && c.labelled("det", "preconj", "advmod", "neg")));
  }

  /** "Has yet to meet", "stopped short of meeting". */
  private boolean shortOf(Token verb) {
    Token above = sentence.head(verb).orElse(null);
    if (above == null) {
      return false;
    }
    return verb.label().equals("xcomp")
            && above.is("be", "have", "remain")
            && sentence.children(above).stream().anyMatch(c -> c.is("yet"))
        || isUnder(verb, "of") && sentence.head(above).filter(t -> t.is("short")).isPresent();
  }

  private boolean isUnder(Token word, String preposition) {
    return word.labelled("pobj", "pcomp")
        && sentence.head(word).filter(above -> above.is(preposition)).isPresent();
  }
}
