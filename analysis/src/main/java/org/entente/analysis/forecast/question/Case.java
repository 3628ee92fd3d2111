package org.entente.analysis.forecast.question;

import org.entente.model.Quad;

/**
 * A question put in the past, and how it ended.
 *
 * @param day number of its first day
 * @param source number of the actor
 * @param target number of the actor
 * @param probability that was forecast
 * @param frequency the dyad's own past frequency, the forecast to beat
 * @param happened whether it did
 */
public record Case(
    int day,
    int source,
    int target,
    Quad quad,
    double probability,
    double frequency,
    boolean happened) {
  /** The two, in one number. */
  long dyad() {
    return (long) source << 32 | target;
  }
}
