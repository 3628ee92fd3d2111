package org.entente.sway.issue;

import org.entente.sway.bargain.Range;

/**
 * What an option does to a number: sets it, adds to it, or multiplies it.
 *
 * @param kind how
 * @param by with what
 */
public record Shift(Kind kind, Range by) {
  /** How a number changes. */
  public enum Kind {
    SET,
    ADD,
    TIMES
  }

  /** The changed range, held between two bounds. */
  public Range applied(Range before, double least, double most) {
    return switch (kind) {
      case SET -> by;
      case ADD ->
          new Range(
              held(before.low() + by.low(), least, most),
              held(before.mode() + by.mode(), least, most),
              held(before.high() + by.high(), least, most));
      case TIMES ->
          new Range(
              held(before.low() * by.low(), least, most),
              held(before.mode() * by.mode(), least, most),
              held(before.high() * by.high(), least, most));
    };
  }

  private static double held(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
