package org.entente.sway.issue;

import java.time.LocalDate;
import java.util.List;

/**
 * How numbers that are not given are read from events.
 *
 * @param from first day, or null
 * @param to last day, or null
 * @param halfLife days after which an event counts half
 * @param low actors at the lower end of the first scale
 * @param high actors at the upper end
 * @param about actors: an event that touches one of them touches the issue
 */
public record Derivation(
    LocalDate from,
    LocalDate to,
    double halfLife,
    List<String> low,
    List<String> high,
    List<String> about) {}
