package org.entente.knowledge.actors;

import java.util.List;
import org.entente.model.Sector;

/**
 * A word that news uses for an office.
 *
 * @param office key of the office
 * @param text "foreign minister"
 * @param of ids of the actors to which it is limited; empty for all
 */
public record Title(String office, String text, List<Sector> sectors, List<String> of) {}
