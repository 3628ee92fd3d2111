package org.entente.exchange.actors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Office;
import org.entente.model.Actor;

/** Whom the registry has under a name, and the actors that were made of them. */
final class Known {
  /** An actor while it holds an office, or after. */
  private record Made(ActorEntry entry, Office office, boolean held, Actor actor) {}

  private final ActorRegistry registry;
  private final String name;
  private final List<ActorEntry> entries;
  private final Actor fixed;
  private final List<Made> made = new ArrayList<>(1);

  /**
   * @param fixed the actor whatever the day, or null
   */
  Known(ActorRegistry registry, String name, List<ActorEntry> entries, Actor fixed) {
    this.registry = registry;
    this.name = name;
    this.entries =
        entries.stream().distinct().sorted(Comparator.comparingInt(Known::rank)).toList();
    this.fixed = fixed;
  }

  /** States before bodies, bodies before persons. */
  static int rank(ActorEntry entry) {
    return switch (entry.kind()) {
      case COUNTRY -> 0;
      case ORGANISATION -> 1;
      case GROUP -> 2;
      case INSTITUTION -> 3;
      case BLOC -> 4;
      case MEDIA -> 5;
      case COMMUNITY -> 6;
      case PERSON -> 7;
    };
  }

  /** The actor on a day, or null if nobody is known. */
  Actor at(String country, LocalDate day) {
    if (fixed != null || entries.isEmpty()) {
      return fixed;
    }
    ActorEntry entry = entries.size() == 1 ? entries.get(0) : choose(country, day);
    boolean person = entry.kind() == ActorEntry.Kind.PERSON;
    Office office = person ? registry.officeAt(entry.id(), day) : null;
    boolean held = office != null && (day == null || office.heldAt(day));
    for (Made one : made) {
      if (one.entry == entry && one.office == office && one.held == held) {
        return one.actor;
      }
    }
    Actor actor = ActorRegistry.inWords(registry.actor(entry, day, name));
    made.add(new Made(entry, office, held, actor));
    return actor;
  }

  /** The first that there is on the day, of the row's country if it says one. */
  private ActorEntry choose(String country, LocalDate day) {
    ActorEntry best = null;
    long distance = Long.MAX_VALUE;
    for (ActorEntry entry : entries) {
      long penalty =
          (entry.existsAt(day) ? 0 : 1_000_000_000L)
              + (country == null || entry.code().equals(country) ? 0 : 10_000_000L)
              + (entry.kind() == ActorEntry.Kind.PERSON
                  ? registry.daysFromOffice(entry.id(), day)
                  : 0);
      if (best == null || penalty < distance) {
        best = entry;
        distance = penalty;
      }
    }
    return best;
  }
}
