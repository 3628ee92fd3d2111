package org.entente.sway.issue;

import java.util.List;

/**
 * What an option changes about one actor.
 *
 * @param actor its id
 * @param positions one a scale; null where that stays
 * @param capability null where it stays
 * @param saliences one a scale; null where that stays
 */
public record Change(
    String actor, List<Shift> positions, Shift capability, List<Shift> saliences) {}
