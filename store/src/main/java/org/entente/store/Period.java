package org.entente.store;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The stretches of time that events are counted in. */
public enum Period {
  DAY,
  /** Of ISO 8601: begins on Monday. */
  WEEK,
  MONTH;

  /** First day of the stretch that a day is in. */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** First day of the stretch after the one that begins on this day. */
  public LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }

  /** {@code day}, {@code week}, {@code month}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sql(String day) {
    return this == DAY ? day : "date_trunc('" + label() + "', " + day + ")::DATE";
  }
}
