package org.entente.analysis.network;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.store.DyadDays;

/**
 * How much an event counts by its age: {@code 2^(−age / half-life)}. What is after the reference
 * day does not count.
 *
 * @param at the reference day, in days since 1970-01-01
 * @param halfLife in days, above 0; infinite where all events count alike
 */
public record Decay(int at, double halfLife) {
  private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([dwmy]?)");

  public Decay {
    if (!(halfLife > 0)) {
      throw new IllegalArgumentException("a half-life is above 0, not " + halfLife);
    }
  }

  /**
   * A half-life, in days: {@code 90d}, {@code 12w}, {@code 6m} (of 30.44 days), {@code 1y} (of
   * 365.25), {@code 90}; {@code none} for an infinite one.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static double halfLife(String text) {
    String clean = text.strip().toLowerCase(Locale.ROOT);
    if (clean.equals("none")) {
      return Double.POSITIVE_INFINITY;
    }
    Matcher matcher = TEXT.matcher(clean);
    double days =
        matcher.matches()
            ? Double.parseDouble(matcher.group(1))
                * switch (matcher.group(2)) {
                  case "w" -> 7;
                  case "m" -> 365.25 / 12;
                  case "y" -> 365.25;
                  default -> 1;
                }
            : 0;
    if (!(days > 0) || Double.isInfinite(days)) {
      throw new IllegalArgumentException(
          "no half-life '"
              + text
              + "'; give days, weeks, months or years (90d, 12w, 6m, 1y) or none");
    }
    return days;
  }

  /** As of that day, or of the last day of the events if it is null. */
  public static Decay of(DyadDays days, LocalDate at, double halfLife) {
    return new Decay(
        at != null
            ? (int) at.toEpochDay()
            : days.sums().stream().mapToInt(DyadDays.Sum::day).max().orElse(0),
        halfLife);
  }

  /** From 0 to 1. */
  public double weight(int day) {
    if (day > at) {
      return 0;
    }
    return Double.isInfinite(halfLife) ? 1 : Math.pow(2, (day - at) / halfLife);
  }

  /** The reference day. */
  public LocalDate day() {
    return LocalDate.ofEpochDay(at);
  }

  /** In words: {@code "as of 2015-06-30, half-life 90 days"}. */
  public String words() {
    String life =
        halfLife == Math.rint(halfLife)
            ? String.format(Locale.ROOT, "%,d", (long) halfLife)
            : String.format(Locale.ROOT, "%,.1f", halfLife);
    return "as of "
        + day()
        + (Double.isInfinite(halfLife)
            ? ", all events count alike"
            : ", half-life " + life + (halfLife == 1 ? " day" : " days"));
  }
}
