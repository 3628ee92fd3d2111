package org.entente.coding.event;

import java.util.List;
import org.entente.coding.mention.Mention;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Entry;
import org.entente.model.EventType;
import org.entente.model.Span;
import org.entente.model.Status;

/**
 * An event as one sentence tells it, before time, place and numbers are known.
 *
 * @param trigger the word that fired
 * @param entry the lexicon's entry, or null where models decided
 * @param target null where the sentence names none
 * @param type after modality
 * @param cameo after modality
 * @param predicate the words that say what is done
 * @param said the verb under which somebody says it, or null
 * @param rule the entry and its trigger, or the models that decided
 * @param confidence 0 to 1
 */
public record Found(
    Token trigger,
    Entry entry,
    Mention source,
    Mention target,
    EventType type,
    String mode,
    String cameo,
    Status status,
    Span predicate,
    Token said,
    String rule,
    double confidence,
    List<String> because) {
  /** Whether modality made it what it is: a promise of aid, a threat of force. */
  public boolean wrapped() {
    return entry != null && entry.type() != type;
  }

  public Found withConfidence(double other) {
    return new Found(
        trigger, entry, source, target, type, mode, cameo, status, predicate, said, rule, other,
        because);
  }
}
