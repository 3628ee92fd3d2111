package org.entente.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Who takes part in an event.
 *
 * @param id the registry's id ({@code egy}, {@code isis-libya}, {@code egy/abdel-fattah-al-sisi});
 *     never null
 * @param name the registry's name
 * @param code country (ISO 3166-1 alpha-3) or group code: {@code EGY}, {@code ISIS}; never null
 * @param sectors what part of it, most telling first; may be empty
 * @param role the office or role that the text or the registry gives it, or null
 * @param text the words of the document
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Actor(
    String id, String name, String code, List<Sector> sectors, String role, String text) {
  public Actor {
    if (id == null || code == null) {
      throw new IllegalArgumentException("an actor needs an id and a code: " + name);
    }
    sectors = sectors == null ? List.of() : List.copyOf(sectors);
  }

  /** Code of an actor of whom nothing tells whose it is: "gunmen". */
  public static final String UNKNOWN_CODE = "---";

  /** Whether more than a role is known of it. */
  public boolean belongs() {
    return !code.equals(UNKNOWN_CODE);
  }

  /**
   * Code and sectors in one, as the field writes it: {@code EGYGOV}. A sector that a code of
   * several parts has already ({@code IGOUNO}) is not added.
   */
  public String fullCode() {
    StringBuilder full = new StringBuilder(code);
    for (Sector sector : sectors) {
      int at = code.indexOf(sector.name());
      if (at < 0 || at % 3 != 0) {
        full.append(sector);
      }
    }
    return full.toString();
  }

  public Actor withText(String words) {
    return new Actor(id, name, code, sectors, role, words);
  }
}
