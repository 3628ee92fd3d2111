package org.entente.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One place in a document that tells of an event. All spans are offsets into the document's text.
 *
 * @param sentence number of the sentence in the document, from 0
 * @param span the sentence
 * @param source who does it; null where it is understood
 * @param predicate the words that say what is done
 * @param target to whom; null where it is understood
 * @param time the words that say when, or null
 * @param place the words that say where, or null
 * @param rule the entry that fired: {@code assault.tsv:120 launch airstrike}
 * @param because what else decided, step by step: wrappers, resolved pronouns, defaults taken
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Evidence(
    int sentence,
    Span span,
    Span source,
    Span predicate,
    Span target,
    Span time,
    Span place,
    String rule,
    List<String> because) {
  public Evidence {
    because = because == null ? List.of() : List.copyOf(because);
  }
}
