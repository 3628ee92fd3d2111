package org.entente.store;

import java.time.LocalDate;

/**
 * What one actor has done to another, or both to each other.
 *
 * @param source code or id of the source; of the first by name if there is no direction
 * @param sourceName the name that it goes by in the store; the code or id itself where there is
 *     none
 * @param target code or id of the target
 * @param targetName as {@code sourceName}
 * @param tally all its events
 * @param recent events in the last window, see {@link DyadsQuery}
 * @param before events in the time before that
 * @param last day of the last event
 */
public record Dyad(
    String source,
    String sourceName,
    String target,
    String targetName,
    Tally tally,
    long recent,
    long before,
    LocalDate last) {
  Dyad named(String nameOfSource, String nameOfTarget) {
    return new Dyad(source, nameOfSource, target, nameOfTarget, tally, recent, before, last);
  }
}
