package org.entente.coding.relation;

import java.util.List;
import org.entente.coding.event.EventFinder.Cue;
import org.entente.coding.syntax.Token;
import org.entente.model.EventType;

/** What was read of a pair, before a model decides. */
public final class PairReading {
  private final List<Token> words;
  private final String core;
  private final LexiconAnswer lexicon;
  private final List<String> features;

  PairReading(List<Token> words, String core, LexiconAnswer lexicon, List<String> features) {
    this.words = words;
    this.core = core;
    this.lexicon = lexicon;
    this.features = features;
  }

  /**
   * What the transformer reads: {@code [s] troops were attacked by [t] rebels}; in lower case, the
   * actors as marks with their nouns.
   */
  public String core() {
    return core;
  }

  /** What the linear model looks at. */
  public List<String> features() {
    return features;
  }

  /** A type that PLV's annotators gave, as the code book has it. */
  public EventType byTheBook(EventType type) {
    return Convention.PLOVER.of(type, words);
  }

  List<Token> words() {
    return words;
  }

  LexiconAnswer lexicon() {
    return lexicon;
  }

  /** Whether a word of the core says a type by the lexicon. */
  boolean cued(EventType type) {
    return lexicon.cues().stream()
        .anyMatch(
            cue ->
                Relation.root(cue.type()).equals(Relation.root(type))
                    && words.contains(cue.trigger()));
  }

  /** The word that says it: a cue of the type, else the first verb, else the first other word. */
  Token trigger(EventType type) {
    for (Cue cue : lexicon.cues()) {
      if (cue.type() == type && words.contains(cue.trigger())) {
        return cue.trigger();
      }
    }
    if (lexicon.best() != null) {
      return lexicon.best().trigger();
    }
    return words.stream()
        .filter(word -> word.isVerb() && !word.labelled("aux", "auxpass"))
        .findFirst()
        .orElse(words.stream().filter(word -> !word.isProper()).findFirst().orElse(null));
  }
}
