package org.entente.coding.event;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.coding.event.Fillers.Filler;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mention.Shape;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.EventType;
import org.entente.model.Sector;

/** Which sources, and which pairs of source and target, make sense for a type. */
final class Plausibility {
  /** Types that may be done to a town. */
  private static final Set<EventType> SUFFERED =
      EnumSet.of(
          EventType.ASSAULT,
          EventType.MOBILIZE,
          EventType.CONSULT,
          EventType.AID,
          EventType.COERCE,
          EventType.RETREAT,
          EventType.THREATEN);

  private Plausibility() {}

  /**
   * Whether it makes sense without anybody to whom it is done.
   *
   * @param specific whether the entry asks for more than its trigger
   * @param happened whether it is told as a fact
   */
  static boolean alone(EventType type, Mention source, boolean specific, boolean happened) {
    return switch (type) {
      case PROTEST -> !Standing.isState(source);
      case MOBILIZE -> Standing.isArmed(source);
      case CONCEDE, RETREAT ->
          happened
              && (specific && Standing.isArmed(source)
                  || source.person() && source.actor().belongs());
      case COERCE -> happened && specific && Standing.isState(source);
      default -> false;
    };
  }

  /**
   * @param target null where there is none
   */
  static boolean holds(EventType type, Filler source, Filler target) {
    Mention from = source.mention();
    if (target == null) {
      boolean media = from.entry() != null && from.entry().kind() == ActorEntry.Kind.MEDIA;
      return !media && from.shape() != Shape.BARE_ROLE && from.shape() != Shape.TOWN;
    }
    Mention to = target.mention();
    if (to.shape() == Shape.BARE_ROLE && !target.direct()
        || from.shape() == Shape.BARE_ROLE && !source.direct() && to.shape() == Shape.BARE_ROLE) {
      return false;
    }
    boolean pair = to.plural() && to.shape() == Shape.ROLE && to.because() != null;
    if (from.entry() != null && to.entry() == from.entry() && (pair || ofItsOwn(source, target))) {
      return false;
    }
    if (from.shape() == Shape.TOWN || to.shape() == Shape.TOWN && !SUFFERED.contains(type)) {
      return false;
    }
    if (type == EventType.CONSULT
        && from.actor().code().equals(to.actor().code())
        && (to.shape() == Shape.TOWN || to.place() || from.person() && isOrgan(to))) {
      return false;
    }
    return !from.actor().id().equals(to.actor().id());
  }

  /** A part of a state that stands for it: its government, army, capital, front line. */
  private static boolean isOrgan(Mention mention) {
    return !mention.person()
        && mention.actor().sectors().stream()
            .allMatch(sector -> sector == Sector.GOV || sector == Sector.MIL);
  }

  /** What a state does to itself or to its own territory is no event between two. */
  private static boolean ofItsOwn(Filler source, Filler target) {
    List<Sector> sectors = target.mention().actor().sectors();
    boolean organ = isOrgan(target.mention());
    if (source.mention().actor().sectors().isEmpty() && organ) {
      return true;
    }
    String words = target.mention().actor().text();
    boolean its =
        words != null && words.toLowerCase(Locale.ROOT).matches("(its|their|his|her)\\b.*");
    return sectors.isEmpty() || organ && (its || !target.direct());
  }
}
