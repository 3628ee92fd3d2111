package org.entente.coding.mention;

import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.Span;

/** How far the words of a mention reach. */
final class Spans {
  private final Sentence sentence;
  private final Hits hits;

  Spans(Sentence sentence, Hits hits) {
    this.sentence = sentence;
    this.hits = hits;
  }

  Span of(Hits.Hit hit) {
    return between(hit.from(), hit.to());
  }

  /** A name that the registry does not have: the proper nouns up to its last word. */
  Span ofName(Token head) {
    int from = head.index();
    while (from > 0) {
      Token previous = sentence.token(from - 1);
      boolean part =
          (previous.isProper() || previous.tag().equals("HYPH"))
              && sentence.dominates(head, previous)
              && hits.at(previous) == null;
      if (!part) {
        break;
      }
      from--;
    }
    return between(from, head.index() + 1);
  }

  /** From the first word that hangs before the head to the end of the given span. */
  Span cover(Token head, Span span) {
    int first = head.index();
    for (int i : sentence.subtree(head)) {
      if (i < first) {
        first = i;
      }
    }
    Token start = sentence.token(first);
    while (start.index() < head.index()
        && (start.label().equals("punct") || start.tag().equals("IN"))) {
      start = sentence.token(start.index() + 1);
    }
    return start.span().start() < span.start() ? start.span().cover(span) : span;
  }

  private Span between(int from, int to) {
    return sentence.token(from).span().cover(sentence.token(to - 1).span());
  }
}
