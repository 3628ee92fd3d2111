package org.entente.coding.syntax;

import java.util.List;
import org.entente.model.Span;

/** Splits text into sentences and gives each its dependency tree. Safe to share between threads. */
public interface Parser {
  /**
   * The sentences of a stretch of text, numbered from {@code first}.
   *
   * @param text the whole text that spans point into
   * @param stretch what to parse: a paragraph
   * @param first number of the first sentence
   */
  List<Sentence> parse(String text, Span stretch, int first);

  /** The sentences of a text that stands alone. */
  default List<Sentence> parse(String text) {
    return parse(text, new Span(0, text.length()), 0);
  }
}
