package org.entente.coding.mention;

import java.util.List;
import org.entente.coding.syntax.Token;
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
  /** What kind of words a mention is. */
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

  static Mention name(Token head, Span span, Actor actor, ActorEntry entry) {
    return plain(head, span, actor, entry, Shape.NAME);
  }

  static Mention modifier(Token head, Span span, Actor actor, ActorEntry entry) {
    return plain(head, span, actor, entry, Shape.MODIFIER);
  }

  static Mention role(Token head, Span span, Actor actor, ActorEntry entry) {
    return plain(head, span, actor, entry, Shape.ROLE);
  }

  /** A role of nobody known. */
  static Mention bareRole(Token head, Span span, Actor nobody) {
    return plain(head, span, nobody, null, Shape.BARE_ROLE);
  }

  static Mention town(Token head, Span span, Actor state, ActorEntry entry) {
    return plain(head, span, state, entry, Shape.TOWN).withPlace(true);
  }

  /**
   * An actor that a user gives.
   *
   * @param code which of the two it is
   * @param known what the text says of it, or null
   */
  static Mention given(String code, Token head, Mention known, ActorEntry entry) {
    Actor actor =
        new Actor(
            code,
            head.text(),
            code,
            known == null ? List.of() : known.actor().sectors(),
            null,
            head.text());
    return plain(head, head.span(), actor, entry, Shape.NAME);
  }

  /** A pronoun that stands for the actor of an earlier mention. */
  static Mention pronoun(Token pronoun, Mention earlier) {
    Actor actor = earlier.actor().withText(pronoun.text());
    return plain(pronoun, pronoun.span(), actor, earlier.entry(), Shape.PRONOUN)
        .withPlural(earlier.plural())
        .withPerson(earlier.person())
        .withBecause("'" + pronoun.text() + "' read as " + earlier.actor().name());
  }

  private static Mention plain(Token head, Span span, Actor actor, ActorEntry entry, Shape shape) {
    return new Mention(head.index(), span, actor, entry, shape, false, false, false, null);
  }

  Mention withPlural(boolean several) {
    return new Mention(head, span, actor, entry, shape, several, person, place, because);
  }

  Mention withPerson(boolean one) {
    return new Mention(head, span, actor, entry, shape, plural, one, place, because);
  }

  Mention withPlace(boolean also) {
    return new Mention(head, span, actor, entry, shape, plural, person, also, because);
  }

  Mention withBecause(String why) {
    return new Mention(head, span, actor, entry, shape, plural, person, place, why);
  }
}
