package org.entente.evaluation.show;

import java.util.Locale;
import org.entente.evaluation.measure.Bootstrap;

/** How numbers are printed. */
public final class Figures {
  private Figures() {}

  /** Three decimals: {@code 0.743}. */
  public static String decimals(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** {@code +0.012}. */
  public static String difference(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }

  /** {@code 41.9 %}, or {@code –} of nothing. */
  public static String share(int part, int whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  /** {@code 74 %}. */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** {@code 1,050}. */
  public static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 record}, {@code 2 records}. */
  public static String count(int number, String what) {
    return count(number) + ' ' + what + (number == 1 ? "" : "s");
  }

  /** {@code 0.712 to 0.771}. */
  public static String interval(Bootstrap.Interval interval) {
    return decimals(interval.low()) + " to " + decimals(interval.high());
  }

  /** {@code 41.9 to 50.2 %}. */
  public static String shares(Bootstrap.Interval interval) {
    return String.format(
        Locale.ROOT, "%.1f to %.1f %%", 100 * interval.low(), 100 * interval.high());
  }

  /** {@code p = 0.032}, {@code p < 0.001}. */
  public static String probability(double p) {
    return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }
}
