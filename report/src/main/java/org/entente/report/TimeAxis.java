package org.entente.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days from left to right, with ticks as close as their names allow. */
final class TimeAxis {
  private static final double ROOM = 58;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

  /**
   * @param day where it stands
   * @param name {@code "16 Feb"}, {@code "Feb"} or {@code "2015"}
   * @param year to be named as well, or null
   */
  record Tick(LocalDate day, String name, String year) {}

  private final LocalDate from;
  private final LocalDate to;
  private final double left;
  private final double right;

  /**
   * @param to the first day that is no longer on it
   */
  TimeAxis(LocalDate from, LocalDate to, double left, double right) {
    this.from = from;
    this.to = to;
    this.left = left;
    this.right = right;
  }

  double x(LocalDate day) {
    double days = ChronoUnit.DAYS.between(from, day);
    return left + days / ChronoUnit.DAYS.between(from, to) * (right - left);
  }

  List<Tick> ticks() {
    long days = ChronoUnit.DAYS.between(from, to);
    double most = (right - left) / ROOM;
    for (int step : new int[] {1, 2, 7, 14}) {
      if (days / (double) step <= most) {
        List<LocalDate> all = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(step)) {
          all.add(day);
        }
        return named(all, DAY);
      }
    }
    int months = 1;
    for (int step : new int[] {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
      months = step;
      if (days / 30.4 / step <= most) {
        break;
      }
    }
    int years = Math.max(1, months / 12);
    LocalDate day = LocalDate.of(Math.floorDiv(from.getYear(), years) * years, 1, 1);
    List<LocalDate> all = new ArrayList<>();
    for (; day.isBefore(to); day = day.plusMonths(months)) {
      if (!day.isBefore(from)) {
        all.add(day);
      }
    }
    return months < 12
        ? named(all, MONTH)
        : all.stream().map(one -> new Tick(one, String.valueOf(one.getYear()), null)).toList();
  }

  private static List<Tick> named(List<LocalDate> days, DateTimeFormatter format) {
    List<Tick> ticks = new ArrayList<>();
    int year = Integer.MIN_VALUE;
    for (LocalDate day : days) {
      ticks.add(
          new Tick(
              day,
              format.format(day),
              day.getYear() == year ? null : String.valueOf(day.getYear())));
      year = day.getYear();
    }
    return ticks;
  }
}
