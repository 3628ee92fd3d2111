package org.entente.coding.mention;

import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;

/** Makes the mentions of one sentence, each when it is first asked for. */
final class SentenceReader {
  private final Sentence sentence;
  private final Hits hits;
  private final Mentions mentions;
  private final Pronouns pronouns;
  private final NamedActors named;
  private final Roles roles;
  private final Persons persons;
  private final Towns towns;

  /** Words whose mention is being made, so that none waits for itself. */
  private final boolean[] busy;

  SentenceReader(Sentence sentence, Clauses clauses, Background background) {
    this.sentence = sentence;
    this.hits = background.hits(sentence);
    this.mentions = new Mentions(sentence.size());
    this.busy = new boolean[sentence.size()];
    this.pronouns =
        new Pronouns(sentence, clauses, mentions, background.memory(), background.spokenOf());
    Spans spans = new Spans(sentence, hits);
    Bases bases = new Bases(sentence, clauses, hits, this::resolve);
    Combination combination = new Combination(background, spans);
    Branches branches = new Branches(sentence, hits, background, spans);
    BareRoles bare = new BareRoles(sentence, mentions, pronouns, background, spans, combination);
    this.named = new NamedActors(sentence, background, spans, bases, branches, combination);
    this.roles =
        new Roles(
            sentence,
            clauses,
            hits,
            mentions,
            background,
            spans,
            bases,
            branches,
            combination,
            bare);
    this.persons =
        new Persons(sentence, hits, background, spans, bases, combination, roles, this::resolve);
    this.towns = new Towns(sentence, background, spans);
  }

  Mentions read() {
    for (Hits.Hit hit : hits.all()) {
      if (hit.named() != null) {
        mentions.markNamed(hit.from(), hit.to());
      }
    }
    sentence.tokens().forEach(this::resolve);
    return mentions;
  }

  /** The mention that a word heads, made now if need be. */
  private Mention resolve(Token token) {
    Mention known = mentions.at(token);
    if (known != null || busy[token.index()]) {
      return known;
    }
    busy[token.index()] = true;
    Mention made = make(token);
    busy[token.index()] = false;
    if (made != null) {
      mentions.put(made);
    }
    return made;
  }

  private Mention make(Token token) {
    if (token.tag().startsWith("PRP")) {
      return pronouns.resolve(token);
    }
    Hits.Hit hit = hits.at(token);
    if (hit != null && hit.head() != token.index()) {
      return null;
    }
    if (hit != null && hit.named() != null) {
      Mention mention = named.of(token, hit);
      boolean person = hit.named().entry().kind() == ActorEntry.Kind.PERSON;
      return person ? persons.asDescribed(token, mention) : mention;
    }
    if (hit != null && modifies(token)) {
      return null;
    }
    boolean roleWord =
        hit != null && (token.isNoun() || token.isAdjective() || token.tag().equals("VBG"));
    if (roleWord || hit == null && token.is("counterpart")) {
      Mention apposed = persons.apposed(token);
      if (apposed != null) {
        return apposed;
      }
      return token.is("counterpart") ? persons.counterpart(token) : roles.of(token, hit);
    }
    if (!token.isProper()) {
      return null;
    }
    Mention person = persons.unknownName(token);
    return person != null ? person : towns.of(token);
  }

  /** A role before another noun ("military support") is no actor of its own. */
  private boolean modifies(Token token) {
    return token.labelled("nmod", "compound", "amod", "npadvmod", "advmod")
        && sentence.head(token).map(above -> above.isNoun() || above.isAdjective()).orElse(false);
  }
}
