package org.entente.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.evaluation.GoldRecord.Party;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.Sector;

/**
 * Whether a printed event is that of a record. Where source or target are several, one of each is
 * enough; what a record does not name is not asked for.
 */
final class RecordMatch {
  private final Knowledge knowledge;

  RecordMatch(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  boolean type(Event event, GoldRecord record) {
    return record.types().contains(event.type());
  }

  boolean source(Event event, GoldRecord record) {
    return country(event.source(), record.sources());
  }

  boolean target(Event event, GoldRecord record) {
    return country(event.target(), record.others());
  }

  /** Both countries. */
  boolean dyad(Event event, GoldRecord record) {
    return source(event, record) && target(event, record);
  }

  /** Each sector that the record names and PLOVER still has, on the side with its country. */
  boolean sector(Event event, GoldRecord record) {
    return sector(event.source(), record.sources()) && sector(event.target(), record.others());
  }

  /** Whether the record names a sector that PLOVER still has. */
  static boolean namesSector(GoldRecord record) {
    return named(record.sources()) || named(record.others());
  }

  private static boolean named(List<Party> parties) {
    return parties.stream().anyMatch(party -> sector(party).isPresent());
  }

  private boolean sector(Actor actor, List<Party> parties) {
    return !named(parties)
        || actor != null
            && parties.stream()
                .anyMatch(
                    party ->
                        country(actor, party)
                            && sector(party).map(actor.sectors()::contains).orElse(false));
  }

  /** {@code CVLalb} are civilians, Albanian ones. */
  private static Optional<Sector> sector(Party party) {
    return Arrays.stream(Sector.values())
        .filter(sector -> party.sector().startsWith(sector.name()))
        .findFirst();
  }

  private boolean country(Actor actor, List<Party> parties) {
    return parties.isEmpty()
        || actor != null && parties.stream().anyMatch(party -> country(actor, party));
  }

  /**
   * The records call every organisation IGO or NGO, armed groups of several countries IMG, Muslims
   * of no country ISM, and other groups by their country.
   */
  private boolean country(Actor actor, Party party) {
    String code = party.code();
    if (code.startsWith(actor.code())) {
      return true;
    }
    if (code.startsWith("IGO") || code.startsWith("NGO")) {
      return actor.sectors().contains(Sector.IGO) || actor.sectors().contains(Sector.NGO);
    }
    if (code.startsWith("ISM")) {
      return actor.code().equals("MOS");
    }
    ActorEntry entry = knowledge.actors().find(actor.code());
    if (code.startsWith("IMG")) {
      return entry != null && entry.kind() == ActorEntry.Kind.GROUP;
    }
    return entry != null
        && code.length() >= 3
        && entry.countries().contains(code.substring(0, 3))
        && entry.kind() != ActorEntry.Kind.BLOC
        && entry.kind() != ActorEntry.Kind.ORGANISATION;
  }
}
