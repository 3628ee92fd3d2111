package org.entente.coding.mention;

import java.util.List;
import java.util.function.Function;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Office;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.entente.model.Span;

/** Reads persons that a title and a name tell together, or the text alone. */
final class Persons {
  private final Sentence sentence;
  private final Hits hits;
  private final Background background;
  private final Spans spans;
  private final Bases bases;
  private final Combination combination;
  private final Roles roles;
  private final Function<Token, Mention> resolve;

  Persons(
      Sentence sentence,
      Hits hits,
      Background background,
      Spans spans,
      Bases bases,
      Combination combination,
      Roles roles,
      Function<Token, Mention> resolve) {
    this.sentence = sentence;
    this.hits = hits;
    this.background = background;
    this.spans = spans;
    this.bases = bases;
    this.combination = combination;
    this.roles = roles;
    this.resolve = resolve;
  }

  /** "his American counterpart John Kerry", "the president, Abdel Fattah al-Sisi,". */
  Mention apposed(Token token) {
    for (Token child : sentence.children(token)) {
      Hits.Hit hit = hits.at(child);
      if (child.label().equals("appos")
          && child.index() > token.index()
          && hit != null
          && hit.named() != null
          && hit.named().entry().kind() == ActorEntry.Kind.PERSON) {
        Mention person = resolve.apply(child);
        Span whole = spans.cover(token, token.span()).cover(spans.of(hit));
        Actor actor = person.actor().withText(whole.in(background.text()));
        return Mention.name(token, whole, actor, person.entry()).withPerson(true);
      }
    }
    return null;
  }

  /** "his Egyptian counterpart": who holds the same office there. */
  Mention counterpart(Token token) {
    Base there = bases.before(token, 2);
    Token his = sentence.child(token, "poss");
    Mention owner = his == null ? null : resolve.apply(his);
    if (there == null) {
      return null;
    }
    if (owner != null && owner.person()) {
      ActorEntry holder = holderOfSame(owner, there);
      if (holder != null) {
        Span whole = spans.cover(token, token.span());
        return Mention.role(token, whole, background.actor(holder, whole), holder)
            .withPerson(true)
            .withBecause("the counterpart of " + owner.actor().name());
      }
    }
    List<Sector> sectors = owner == null ? List.of() : owner.actor().sectors();
    return combination.of(
        token, there, sectors.isEmpty() ? List.of(Sector.GOV) : sectors, "counterpart", false);
  }

  private ActorEntry holderOfSame(Mention owner, Base there) {
    ActorRegistry registry = background.registry();
    String state = there.entry().id();
    Office office = registry.officeAt(owner.entry().id(), background.day());
    if (office == null) {
      return null;
    }
    ActorEntry holder = registry.holder(state, office.key(), background.day());
    if (holder == null && office.key().startsWith("head_of")) {
      holder = registry.holder(state, "head_of_government", background.day());
      holder = holder == null ? registry.holder(state, "head_of_state", background.day()) : holder;
    }
    return holder;
  }

  /**
   * A name that the registry does not have: known from before, from its title, or from an
   * apposition.
   */
  Mention unknownName(Token token) {
    if (token.labelled("compound", "nmod")
        && sentence.head(token).map(Token::isProper).orElse(false)) {
      return null;
    }
    Span span = spans.ofName(token);
    String name = span.in(background.text());
    Mention before = background.memory().named(name);
    if (before != null) {
      return Mention.name(token, span, before.actor().withText(name), before.entry())
          .withPerson(true)
          .withBecause(before.because());
    }
    Mention described = describedBy(token);
    if (described == null) {
      return titled(token, span);
    }
    Span whole = described.span().cover(span);
    Actor person = described.actor().withText(whole.in(background.text()));
    Mention made =
        Mention.name(token, whole, person, described.entry())
            .withPerson(true)
            .withBecause(name + " is known from the text only");
    background.memory().introduce(name, made);
    return made;
  }

  /** "President Dos Sontas", "Judge Rivera": of a state that the text does not tell here. */
  private Mention titled(Token token, Span span) {
    for (Token child : sentence.children(token)) {
      Hits.Hit hit = hits.at(child);
      if (child.index() > token.index()
          || !child.labelled("nmod", "compound")
          || hit == null
          || hit.title() == null
          || hit.head() != child.index()) {
        continue;
      }
      List<Sector> sectors = hit.title().sectors();
      if (sectors.isEmpty()) {
        return null;
      }
      Span whole = spans.of(hit).cover(span);
      Actor nobody =
          new Actor(
              "unknown/" + Combination.key(sectors) + "-" + token.lemma(),
              "unknown " + sectors.get(0).label(),
              Actor.UNKNOWN_CODE,
              sectors,
              hit.title().text(),
              whole.in(background.text()));
      return Mention.bareRole(token, whole, nobody).withPerson(true);
    }
    return null;
  }

  /**
   * "U.N. mediator Diego Cordovez", "Serbian President Kostunica": whom the text says that a person
   * speaks for, where the registry says another; else the mention itself.
   */
  Mention asDescribed(Token token, Mention person) {
    Mention described = describedBy(token);
    if (described == null
        || described.entry() == null
        || described.actor().code().equals(person.actor().code())
        || described.head() > person.head()
        || !(described.entry().kind() == ActorEntry.Kind.COUNTRY
            || described.entry().kind() == ActorEntry.Kind.ORGANISATION)) {
      return person;
    }
    Span whole = described.span().cover(person.span());
    Actor actor = described.actor().withText(whole.in(background.text()));
    return Mention.name(token, whole, actor, described.entry())
        .withPerson(true)
        .withBecause("'" + actor.text() + "' read as of " + described.entry().name());
  }

  private Mention describedBy(Token token) {
    for (Token child : sentence.children(token)) {
      Hits.Hit hit = hits.at(child);
      boolean before = child.index() < token.index() && child.labelled("nmod", "compound", "appos");
      boolean after = child.index() > token.index() && child.label().equals("appos");
      if (hit == null || hit.named() != null || !before && !after || hit.head() != child.index()) {
        continue;
      }
      Base base = bases.of(child);
      if (base == null) {
        base = bases.before(token, 3);
      }
      if (base != null) {
        return roles.ofBase(child, hit, base);
      }
    }
    return null;
  }
}
