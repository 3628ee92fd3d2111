package org.entente.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * According to whom.
 *
 * @param speaker who says so in the text, or null if the text says it in its own voice
 * @param words the words that name the speaker where no actor of the registry could be found, or
 *     null
 * @param publisher who published the text, or null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attribution(Actor speaker, String words, String publisher) {
  public static final Attribution NONE = new Attribution(null, null, null);
}
