package org.entente.knowledge.actors;

import java.time.LocalDate;
import java.util.List;
import org.entente.model.Sector;

/**
 * An actor of the registry.
 *
 * @param id unique
 * @param code country or group code; for a person that of the last office
 * @param parent id of the body that it is part of, or null
 * @param countries ISO 3166-1 alpha-3 codes of the states it belongs to or acts in
 * @param from first day, or null
 * @param to last day, or null
 */
public record ActorEntry(
    String id,
    Kind kind,
    String name,
    String code,
    List<Sector> sectors,
    String parent,
    List<String> countries,
    LocalDate from,
    LocalDate to) {
  public enum Kind {
    COUNTRY,
    BLOC,
    INSTITUTION,
    ORGANISATION,
    GROUP,
    COMMUNITY,
    MEDIA,
    PERSON
  }

  public boolean existsAt(LocalDate day) {
    return day == null || (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
