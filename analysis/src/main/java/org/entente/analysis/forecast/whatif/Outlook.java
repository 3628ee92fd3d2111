package org.entente.analysis.forecast.whatif;

import java.time.LocalDate;
import java.util.List;

/**
 * What may come in some days, with assumed events and without.
 *
 * @param first first day
 * @param rows dyads and types, the most changed first; without assumptions the most frequent
 * @param carriers learned patterns by how much of the difference they carry
 * @param without mean number of events of all dyads
 * @param with the same after the assumed events
 * @param damping what makes events rarer
 * @param types names of the types, by the numbers that {@code damping} has
 * @param branching mean number of followers of an event
 */
public record Outlook(
    LocalDate first,
    int days,
    int runs,
    long seed,
    List<Row> rows,
    List<Carrier> carriers,
    double without,
    double with,
    Damping damping,
    List<String> types,
    double branching) {
  /**
   * A dyad and a type.
   *
   * @param without mean number of events
   * @param low 2.5 % quantile of that number
   * @param high 97.5 % quantile
   * @param with mean number after the assumed events
   * @param withLow 2.5 % quantile of that number
   * @param withHigh 97.5 % quantile
   * @param anyWithout share of runs with at least one
   * @param anyWith the same after the assumed events
   */
  public record Row(
      String source,
      String type,
      String target,
      double without,
      int low,
      int high,
      double with,
      int withLow,
      int withHigh,
      double anyWithout,
      double anyWith) {
    public double difference() {
      return with - without;
    }
  }

  /**
   * A learned pattern.
   *
   * @param before type of the event before
   * @param after type of the event that follows
   * @param weight followers of that type that one such event has on average; of a pattern that
   *     makes events rarer the ratio that is left of them
   * @param rarer whether it is a pattern that makes events rarer
   * @param events of the difference, on average over runs; below 0 for those that did not come
   */
  public record Carrier(
      Pattern pattern, String before, String after, double weight, boolean rarer, double events) {}

  public Outlook {
    rows = List.copyOf(rows);
    carriers = List.copyOf(carriers);
    types = List.copyOf(types);
  }
}
