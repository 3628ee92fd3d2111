package org.entente.coding.relation;

import java.util.List;
import org.entente.coding.syntax.Token;

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

  List<Token> words() {
    return words;
  }

  LexiconAnswer lexicon() {
    return lexicon;
  }
}
