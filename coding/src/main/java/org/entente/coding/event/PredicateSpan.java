package org.entente.coding.event;

import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Pos;
import org.entente.model.Span;

/** The words that say what is done: the trigger and what belongs to it nearby. */
final class PredicateSpan {
  private static final int NEAR = 6;

  private final Sentence sentence;
  private final Mentions mentions;
  private final Carriers carriers;

  PredicateSpan(Sentence sentence, Mentions mentions, Carriers carriers) {
    this.sentence = sentence;
    this.mentions = mentions;
    this.carriers = carriers;
  }

  /**
   * @param wrapper the word that changed the type, or null
   */
  Span of(Token trigger, Token wrapper, Pos pos) {
    Span span = trigger.span();
    if (pos == Pos.NOUN) {
      Token carrier = carriers.of(trigger);
      if (carrier != null && carriers.isLight(carrier)) {
        span = with(span, carrier, trigger);
      }
    } else if (pos == Pos.VERB) {
      span = with(span, sentence.child(trigger, "prt"), trigger);
      Token object = sentence.child(trigger, "dobj");
      if (object != null && mentions.at(object) == null && object.isNoun()) {
        span = with(span, object, trigger);
      }
    }
    return with(span, wrapper, trigger);
  }

  private static Span with(Span span, Token word, Token trigger) {
    return word != null && Math.abs(word.index() - trigger.index()) <= NEAR
        ? span.cover(word.span())
        : span;
  }
}
