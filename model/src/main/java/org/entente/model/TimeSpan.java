package org.entente.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A time as far as the text tells it.
 *
 * @param from first possible day, or null if unknown
 * @param to last possible day, or null if unknown; not before {@code from}
 * @param precision how exactly it is known
 * @param text the words that it was read from, or null if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimeSpan(LocalDate from, LocalDate to, Precision precision, String text) {
  /** Nothing is known. */
  public static final TimeSpan UNKNOWN = new TimeSpan(null, null, Precision.UNKNOWN, null);

  public TimeSpan {
    if (precision == null) {
      throw new IllegalArgumentException("a time needs a precision");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("time ends before it begins: " + from + " to " + to);
    }
  }

  public static TimeSpan day(LocalDate day) {
    return new TimeSpan(day, day, Precision.DAY, null);
  }

  public TimeSpan withText(String words) {
    return new TimeSpan(from, to, precision, words);
  }

  public boolean known() {
    return from != null || to != null;
  }

  /**
   * As tables print it: {@code 2015-02-22}, {@code 2015-02}, {@code 2015-03-01…10} or {@code ?}.
   */
  public String label() {
    if (from == null && to == null) {
      return "?";
    }
    if (from == null) {
      return "…" + to;
    }
    if (to == null) {
      return from + "…";
    }
    return switch (precision) {
      case DAY -> from.equals(to) ? from.toString() : from + "…" + to.toString().substring(8);
      case MONTH -> from.toString().substring(0, 7);
      case YEAR -> from.toString().substring(0, 4);
      case WEEK, UNKNOWN ->
          from.getYear() == to.getYear() && from.getMonth() == to.getMonth()
              ? from + "…" + to.toString().substring(8)
              : from + "…" + to.toString().substring(5);
    };
  }
}
