package org.entente.coding.mention;

import java.util.List;
import java.util.Locale;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorEntry.Kind;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.agents.Agent;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.entente.model.Span;

/** Says whom a name of the registry stands for where it is. */
final class NamedActors {
  private final Sentence sentence;
  private final Background background;
  private final Spans spans;
  private final Bases bases;
  private final Branches branches;
  private final Combination combination;

  NamedActors(
      Sentence sentence,
      Background background,
      Spans spans,
      Bases bases,
      Branches branches,
      Combination combination) {
    this.sentence = sentence;
    this.background = background;
    this.spans = spans;
    this.bases = bases;
    this.branches = branches;
    this.combination = combination;
  }

  Mention of(Token token, Hits.Hit hit) {
    ActorEntry entry = hit.named().entry();
    Form form = hit.named().form();
    Span span = spans.of(hit);
    boolean modifier = form == Form.ADJECTIVE && standsBeforeNoun(token);
    if (entry.kind() == Kind.INSTITUTION) {
      Mention other = institutionOfAnother(token, hit, entry);
      if (other != null) {
        return other;
      }
    }
    if (form == Form.PEOPLE || form == Form.ADJECTIVE && !modifier) {
      return people(token, entry, span);
    }
    if (entry.kind() == Kind.COMMUNITY && !modifier) {
      Mention community = community(token, entry, span);
      if (community != null) {
        return community;
      }
    }
    if (entry.kind() == Kind.GROUP && !modifier) {
      ActorEntry branch = branches.around(token, entry);
      if (branch != null) {
        Span whole = spans.cover(token, span);
        return Mention.name(token, whole, background.actor(branch, whole), branch)
            .withBecause("the branch of " + entry.name() + " there");
      }
    }
    Actor actor = background.actor(entry, span);
    Mention made =
        modifier
            ? Mention.modifier(token, span, actor, entry)
            : Mention.name(token, span, actor, entry);
    boolean plural = token.tag().endsWith("S") && token.isNoun();
    return made.withPlural(plural && entry.kind() != Kind.COUNTRY)
        .withPerson(entry.kind() == Kind.PERSON)
        .withPlace(
            entry.kind() == Kind.COUNTRY || form == Form.CAPITAL || entry.kind() == Kind.BLOC);
  }

  /** "Egyptian" in "Egyptian airstrikes", not in "an Egyptian" or "the Egyptians". */
  private static boolean standsBeforeNoun(Token token) {
    if (token.tag().equals("NNPS") || token.tag().equals("NNS")) {
      return false;
    }
    return !token.isNoun()
        || token.labelled("nmod", "compound", "poss", "amod", "advmod", "npadvmod");
  }

  private Mention people(Token token, ActorEntry entry, Span span) {
    Span whole = spans.cover(token, span);
    Base base = entry.kind() == Kind.COUNTRY ? bases.of(token) : null;
    if (base != null && base.entry().kind() == Kind.COUNTRY && base.entry() != entry) {
      return minority(token, entry, base, whole);
    }
    Actor people =
        new Actor(
            entry.id() + "/cvl",
            entry.name() + " (people)",
            entry.code(),
            entry.kind() == Kind.COUNTRY ? List.of(Sector.CVL) : entry.sectors(),
            "people",
            whole.in(background.text()));
    return Mention.name(token, whole, people, entry).withPlural(true);
  }

  /** "the Albanians of southern Serbia" are of Serbia. */
  private Mention minority(Token token, ActorEntry entry, Base base, Span whole) {
    Actor people =
        new Actor(
            base.entry().id() + "/" + entry.id(),
            entry.name() + " (people, " + base.entry().name() + ")",
            base.entry().code(),
            List.of(Sector.CVL),
            "people",
            whole.in(background.text()));
    return Mention.name(token, whole, people, base.entry()).withPlural(true);
  }

  /** "Russia's Secret Service" is no organ of the United States: read it as a role. */
  private Mention institutionOfAnother(Token token, Hits.Hit hit, ActorEntry entry) {
    Base base = bases.of(token);
    if (base == null
        || base.entry().kind() != Kind.COUNTRY
        || base.entry().code().equals(entry.code())) {
      return null;
    }
    StringBuilder words = new StringBuilder();
    for (int i = hit.from(); i < hit.to(); i++) {
      words.append(i > hit.from() ? " " : "").append(sentence.token(i).text());
    }
    String role = words.toString().toLowerCase(Locale.ROOT);
    Agent agent = background.knowledge().agents().find(role);
    List<Sector> sectors = agent == null ? entry.sectors() : agent.sectors();
    return combination.of(token, base, sectors, role, false);
  }

  /** "the Copts of Egypt". */
  private Mention community(Token token, ActorEntry entry, Span span) {
    Base base = bases.of(token);
    if (base == null || base.entry().kind() != Kind.COUNTRY) {
      return null;
    }
    Span whole = spans.cover(token, span);
    Actor actor =
        new Actor(
            base.entry().id() + "/" + entry.id(),
            entry.name() + " (" + base.entry().name() + ")",
            base.entry().code(),
            List.of(Sector.CVL),
            entry.name(),
            whole.in(background.text()));
    return Mention.name(token, whole, actor, entry).withPlural(true);
  }
}
