package org.entente.knowledge.agents;

import java.util.List;
import org.entente.model.Sector;

/**
 * A noun for a role.
 *
 * @param noun singular, lower case, one or several words
 * @param sectors what it tells, may be empty
 * @param kind what such a noun stands for
 */
public record Agent(String noun, List<Sector> sectors, Kind kind) {
  public enum Kind {
    PERSON,
    BODY,
    PEOPLE,
    /** Stands for its owner when acted upon: stronghold, convoy, embassy. */
    THING
  }
}
