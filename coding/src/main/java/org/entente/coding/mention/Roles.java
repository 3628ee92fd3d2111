package org.entente.coding.mention;

import java.util.List;
import java.util.Map;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Office;
import org.entente.knowledge.actors.Title;
import org.entente.model.Sector;
import org.entente.model.Span;

/** Reads titles and role nouns: who holds the office, or whose role it is. */
final class Roles {
  private final Sentence sentence;
  private final Clauses clauses;
  private final Hits hits;
  private final Mentions mentions;
  private final Background background;
  private final Spans spans;
  private final Bases bases;
  private final Branches branches;
  private final Combination combination;
  private final BareRoles bare;

  Roles(
      Sentence sentence,
      Clauses clauses,
      Hits hits,
      Mentions mentions,
      Background background,
      Spans spans,
      Bases bases,
      Branches branches,
      Combination combination,
      BareRoles bare) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.hits = hits;
    this.mentions = mentions;
    this.background = background;
    this.spans = spans;
    this.bases = bases;
    this.branches = branches;
    this.combination = combination;
    this.bare = bare;
  }

  Mention of(Token token, Hits.Hit hit) {
    boolean plural = token.tag().equals("NNS") || token.tag().equals("NNPS");
    Base base = bases.of(token);
    if (base == null && !plural) {
      base = onlyOne(token, hit);
    }
    List<Sector> sectors = sectors(hit, base);
    if (base == null) {
      return bare.of(token, hit, plural, sectors);
    }
    if (former(token)) {
      return combination.of(token, base, List.of(Sector.ELI), "former " + hit.words(), plural);
    }
    if (Branches.isBranch(token, base.entry())) {
      return branches.of(token, base);
    }
    if (hit.title() != null && !plural) {
      ActorEntry holder = holder(base.entry(), hit);
      if (holder != null) {
        Span whole = spans.cover(token, spans.of(hit));
        return Mention.role(token, whole, background.actor(holder, whole), holder)
            .withPerson(true)
            .withBecause(
                "held the office on " + (background.day() == null ? "record" : background.day()));
      }
    }
    Mention made = combination.of(token, base, sectors, hit.words(), plural);
    putFurther(token, hit, base, sectors, plural);
    return made;
  }

  /** The role of one base, without its holder. */
  Mention ofBase(Token token, Hits.Hit hit, Base base) {
    return combination.of(token, base, sectors(hit, base), hit.words(), false);
  }

  /** "the Pope", "the US secretary of state": only one has such an office. */
  private Base onlyOne(Token token, Hits.Hit hit) {
    if (hit.title() == null || hit.title().of().size() != 1) {
      return null;
    }
    ActorEntry only = background.registry().find(hit.title().of().get(0));
    boolean named = sentence.token(hit.from()).isProper();
    Map<String, Integer> spokenOf = background.spokenOf();
    return named || spokenOf.containsKey(only.code()) ? new Base(only, null, token) : null;
  }

  /** "Egyptian and Libyan officials". */
  private void putFurther(
      Token token, Hits.Hit hit, Base base, List<Sector> sectors, boolean plural) {
    for (Token other : clauses.coordinated(base.token())) {
      Hits.Hit second = hits.at(other);
      if (other != base.token()
          && (other.index() < token.index() || plural)
          && second != null
          && second.named() != null) {
        Base further = new Base(second.named().entry(), null, other);
        mentions.putFurther(
            token.index(), combination.of(token, further, sectors, hit.words(), plural));
      }
    }
  }

  private List<Sector> sectors(Hits.Hit hit, Base base) {
    if (hit.title() == null) {
      return hit.agent().sectors();
    }
    List<Sector> any = hit.title().sectors();
    for (Title title : titles(hit)) {
      boolean limited = base != null && title.of().contains(base.entry().id());
      if (!title.sectors().isEmpty() && (limited || any.isEmpty())) {
        any = title.sectors();
      }
    }
    return any;
  }

  private boolean former(Token noun) {
    for (Token child : sentence.children(noun)) {
      if (child.index() < noun.index()
          && child.is("former", "ex", "ousted", "deposed", "late", "toppled", "exiled")) {
        return true;
      }
    }
    return false;
  }

  private ActorEntry holder(ActorEntry of, Hits.Hit hit) {
    ActorRegistry registry = background.registry();
    ActorEntry state = of;
    if (of.kind() == ActorEntry.Kind.PERSON) {
      Office office = registry.officeAt(of.id(), background.day());
      state = office == null ? null : registry.find(office.of());
    } else if (of.kind() == ActorEntry.Kind.INSTITUTION) {
      state = registry.find(of.parent());
    }
    if (state == null) {
      return null;
    }
    for (Title title : titles(hit)) {
      if (!title.of().isEmpty() && !title.of().contains(state.id())) {
        continue;
      }
      ActorEntry holder = registry.holder(state.id(), title.office(), background.day());
      if (holder != null) {
        return holder;
      }
    }
    return null;
  }

  private List<Title> titles(Hits.Hit hit) {
    List<Title> all = background.registry().titles().exact(hit.title().text());
    return all.isEmpty() ? List.of(hit.title()) : all;
  }
}
