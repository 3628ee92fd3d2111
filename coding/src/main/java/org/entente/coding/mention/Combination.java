package org.entente.coding.mention;

import java.util.List;
import java.util.Locale;
import org.entente.coding.mention.Mention.Shape;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.Office;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.entente.model.Span;

/** Makes one actor of a role and of whose role it is: "Libyan officials". */
final class Combination {
  private final Background background;
  private final Spans spans;

  Combination(Background background, Spans spans) {
    this.background = background;
    this.spans = spans;
  }

  Mention of(Token token, Base base, List<Sector> sectors, String role, boolean plural) {
    Span whole = spans.cover(token, token.span());
    if (base.token().index() > token.index()) {
      whole = whole.cover(base.token().span());
    }
    ActorEntry entry = base.entry();
    Actor actor;
    if (entry.kind() == ActorEntry.Kind.PERSON) {
      Office office = background.registry().officeAt(entry.id(), background.day());
      ActorEntry of = office == null ? null : background.registry().find(office.of());
      if (of == null) {
        return mention(token, whole, background.actor(entry, whole), entry, base, plural);
      }
      entry = of;
    }
    if (isPartOfRole(token, base)) {
      actor = inRole(base.mention().actor(), role, whole);
    } else if (keepsSectors(entry) || sectors.isEmpty()) {
      actor = inRole(background.actor(entry, whole), role, whole);
    } else {
      List<Sector> first = List.copyOf(sectors.subList(0, Math.min(2, sectors.size())));
      actor =
          new Actor(
              entry.id() + "/" + key(first),
              entry.name() + " (" + first.get(0).label() + ")",
              entry.code(),
              first,
              role,
              whole.in(background.text()));
    }
    return mention(token, whole, actor, entry, base, plural);
  }

  /** Sectors as a part of an id: {@code govmil}. */
  static String key(List<Sector> sectors) {
    StringBuilder joined = new StringBuilder();
    sectors.forEach(sector -> joined.append(sector.name().toLowerCase(Locale.ROOT)));
    return joined.toString();
  }

  private static Mention mention(
      Token token, Span whole, Actor actor, ActorEntry entry, Base base, boolean plural) {
    return Mention.role(token, whole, actor, entry)
        .withPlural(plural)
        .withBecause(base.mention() == null ? null : base.mention().because());
  }

  private Actor inRole(Actor of, String role, Span words) {
    return new Actor(
        of.id(), of.name(), of.code(), of.sectors(), role, words.in(background.text()));
  }

  /** "the head of Russia's secret service": of that service. */
  private static boolean isPartOfRole(Token token, Base base) {
    return base.mention() != null
        && base.token() != token
        && base.mention().shape() == Shape.ROLE
        && !base.mention().actor().sectors().isEmpty();
  }

  private static boolean keepsSectors(ActorEntry entry) {
    return switch (entry.kind()) {
      case GROUP, ORGANISATION, INSTITUTION, MEDIA -> true;
      default -> false;
    };
  }
}
