package org.entente.coding.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.agents.Agent;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.entente.model.Span;

/**
 * Reads a role without a nationality: an actor spoken of before, if the article is definite, or
 * nobody known.
 */
final class BareRoles {
  private static final Set<String> TWO = Set.of("two", "both");
  private static final Set<String> PAIRS =
      Set.of(
          "leader",
          "president",
          "minister",
          "premier",
          "man",
          "woman",
          "politician",
          "diplomat",
          "side",
          "country",
          "nation",
          "state",
          "government",
          "capital",
          "party",
          "neighbour",
          "neighbor",
          "ally",
          "power",
          "king");

  private final Sentence sentence;
  private final Mentions mentions;
  private final Pronouns pronouns;
  private final Background background;
  private final Spans spans;
  private final Combination combination;

  BareRoles(
      Sentence sentence,
      Mentions mentions,
      Pronouns pronouns,
      Background background,
      Spans spans,
      Combination combination) {
    this.sentence = sentence;
    this.mentions = mentions;
    this.pronouns = pronouns;
    this.background = background;
    this.spans = spans;
    this.combination = combination;
  }

  Mention of(Token token, Hits.Hit hit, boolean plural, List<Sector> sectors) {
    Span whole = spans.cover(token, spans.of(hit));
    Token article = sentence.child(token, "det");
    boolean definite =
        article != null && article.is("the", "this", "that", "these", "those", "both");
    String noun = hit.agent() != null ? hit.agent().noun() : hit.title().text();
    boolean two =
        article != null && article.is("both") || definite && sentence.hasChild(token, TWO);
    if (plural && (two && PAIRS.contains(token.lemma()) || definite && hit.title() != null)) {
      Mention pair = pair(token, whole, hit, sectors, noun);
      if (pair != null) {
        return pair;
      }
    }
    Mention before = definite ? pronouns.definite(token, noun, hit, sectors) : null;
    if (before != null) {
      return again(before, token, whole, plural, sectors, noun);
    }
    if (sectors.isEmpty() || hit.agent() != null && hit.agent().kind() == Agent.Kind.THING) {
      return null;
    }
    Actor nobody =
        new Actor(
            "unknown/" + Combination.key(sectors),
            "unknown " + sectors.get(0).label(),
            Actor.UNKNOWN_CODE,
            sectors,
            noun,
            whole.in(background.text()));
    return Mention.bareRole(token, whole, nobody).withPlural(plural);
  }

  /** "the group", "the ministry": one spoken of before, or an organ of a state spoken of. */
  private Mention again(
      Mention before, Token token, Span whole, boolean plural, List<Sector> sectors, String noun) {
    String words = whole.in(background.text());
    ActorEntry entry = before.entry();
    if (entry != null && entry.kind() == ActorEntry.Kind.COUNTRY && !sectors.isEmpty()) {
      return combination
          .of(token, new Base(entry, before, token), sectors, noun, plural)
          .withBecause("'" + words + "' read as of " + entry.name());
    }
    return Mention.role(token, whole, before.actor().withText(words), entry)
        .withPlural(plural)
        .withPerson(before.person() && !plural)
        .withBecause("'" + words + "' read as " + before.actor().name());
  }

  /** "The two governments", "both leaders": the last two spoken of. */
  private Mention pair(Token token, Span whole, Hits.Hit hit, List<Sector> sectors, String noun) {
    boolean persons =
        hit.title() != null || hit.agent() != null && hit.agent().kind() == Agent.Kind.PERSON;
    List<Mention> last = pronouns.lastTwo(persons);
    if (last == null) {
      return null;
    }
    String why =
        "'"
            + whole.in(background.text())
            + "' read as "
            + last.get(0).actor().name()
            + " and "
            + last.get(1).actor().name();
    List<Mention> made = new ArrayList<>(2);
    for (Mention one : last) {
      ActorEntry entry = one.entry();
      Mention mention =
          persons || sectors.isEmpty()
              ? Mention.role(token, whole, background.actor(entry, whole), entry).withPlural(true)
              : combination.of(token, new Base(entry, one, token), sectors, noun, true);
      made.add(mention.withBecause(why));
    }
    mentions.putFurther(token.index(), made.get(1));
    return made.get(0);
  }
}
