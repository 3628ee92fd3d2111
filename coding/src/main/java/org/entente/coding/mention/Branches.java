package org.entente.coding.mention;

import java.util.Set;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Span;

/** Finds the branch of a group in a country. */
final class Branches {
  private static final Set<String> BRANCH =
      Set.of("branch", "affiliate", "wing", "arm", "offshoot", "franchise", "province");

  private final Sentence sentence;
  private final Hits hits;
  private final Background background;
  private final Spans spans;

  Branches(Sentence sentence, Hits hits, Background background, Spans spans) {
    this.sentence = sentence;
    this.hits = hits;
    this.background = background;
    this.spans = spans;
  }

  static boolean isBranch(Token noun, ActorEntry of) {
    return BRANCH.contains(noun.lemma()) && of.kind() == ActorEntry.Kind.GROUP;
  }

  /** "Libyan ISIS": the branch there, or null. */
  ActorEntry around(Token token, ActorEntry group) {
    for (Token child : sentence.children(token)) {
      String country = child.index() < token.index() ? country(child) : null;
      if (country != null) {
        return in(group, country);
      }
    }
    return null;
  }

  /** "the Libyan branch of ISIS", "ISIS' branch in Libya". */
  Mention of(Token token, Base base) {
    String country = null;
    for (Token child : sentence.children(token)) {
      String before = country(child);
      country = before != null ? before : country;
      Token object =
          Clauses.isPreposition(child) && child.is("in") ? sentence.child(child, "pobj") : null;
      String after = object == null ? null : country(object);
      country = after != null ? after : country;
    }
    ActorEntry branch = country == null ? null : in(base.entry(), country);
    ActorEntry entry = branch == null ? base.entry() : branch;
    Token last = base.token().index() > token.index() ? base.token() : token;
    Span whole = spans.cover(token, token.span()).cover(last.span());
    return Mention.name(token, whole, background.actor(entry, whole), entry)
        .withBecause(branch == null ? null : "a branch of " + base.entry().name());
  }

  private String country(Token token) {
    Hits.Hit hit = hits.at(token);
    boolean named =
        hit != null && hit.named() != null && hit.named().entry().kind() == ActorEntry.Kind.COUNTRY;
    return named ? hit.named().entry().code() : null;
  }

  private ActorEntry in(ActorEntry group, String country) {
    return background.registry().children(group.id()).stream()
        .filter(child -> child.existsAt(background.day()) && child.countries().contains(country))
        .findFirst()
        .orElse(null);
  }
}
