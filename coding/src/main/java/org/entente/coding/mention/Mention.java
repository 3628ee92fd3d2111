package org.entente.coding.mention;

import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Actor;
import org.entente.model.Span;

/**
 * A stretch of a sentence that stands for an actor.
 *
 * @param head index of its head word in the sentence
 * @param span the words, without what follows the head
 * @param actor whom it stands for
 * @param entry the registry's entry that it rests on, or null where the text alone tells
 * @param shape what kind of words it is
 * @param plural whether it stands for several
 * @param person whether it stands for one person
 * @param place whether it is also a place (a capital, a country)
 * @param because how it was resolved, or null where the name says it
 */
public record Mention(
    int head,
    Span span,
    Actor actor,
    ActorEntry entry,
    Shape shape,
    boolean plural,
    boolean person,
    boolean place,
    String because) {
  public enum Shape {
    NAME,
    /** A role with its nationality: "Libyan officials". */
    ROLE,
    /** A role of nobody known: "gunmen". */
    BARE_ROLE,
    PRONOUN,
    /** A town or region, which stands for its state when something is done to it. */
    TOWN,
    /** An adjective or compound before a noun: "Egyptian" in "Egyptian airstrikes". */
    MODIFIER
  }
}
