package org.entente.knowledge.actors;

import java.time.LocalDate;

/**
 * Who held an office when.
 *
 * @param of id of the actor that it is an office of
 * @param key of the office: {@code head_of_state}
 * @param holder id of the person
 * @param from first day, or null
 * @param to last day, or null: still
 */
public record Office(String of, String key, String holder, LocalDate from, LocalDate to) {
  public boolean heldAt(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** Days between the term and a day; 0 within. */
  long distance(LocalDate day) {
    if (heldAt(day)) {
      return 0;
    }
    if (from != null && day.isBefore(from)) {
      return from.toEpochDay() - day.toEpochDay();
    }
    return day.toEpochDay() - to.toEpochDay();
  }
}
