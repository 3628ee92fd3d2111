package org.entente.exchange.layout;

/** Numbers in cells. */
final class Numbers {
  private Numbers() {}

  /** The number, or null if there is none. */
  static Double number(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The whole number, or null if there is none. */
  static Long whole(String text) {
    Double number = number(text);
    return number == null || number != Math.rint(number) ? null : (Long) number.longValue();
  }
}
