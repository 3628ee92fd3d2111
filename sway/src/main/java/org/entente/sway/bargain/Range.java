package org.entente.sway.bargain;

/** A value known only roughly: a triangular distribution; constant where all three are equal. */
public record Range(double low, double mode, double high) {
  /**
   * @throws IllegalArgumentException if a value is not finite, or they are not in order
   */
  public Range {
    if (!Double.isFinite(low) || !Double.isFinite(mode) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "range " + text(low, mode, high) + ": finite numbers wanted");
    }
    if (low > mode || mode > high) {
      throw new IllegalArgumentException(
          "range " + text(low, mode, high) + " contradicts itself: low ≤ mode ≤ high wanted");
    }
  }

  public static Range of(double value) {
    return new Range(value, value, value);
  }

  public boolean constant() {
    return low == high;
  }

  /** The value below which the given share, 0 to 1, of the distribution lies. */
  public double quantile(double share) {
    if (low == high) {
      return low;
    }
    double below = (mode - low) / (high - low);
    double value =
        share < below
            ? low + Math.sqrt(share * (high - low) * (mode - low))
            : high - Math.sqrt((1 - share) * (high - low) * (high - mode));
    return Math.min(high, Math.max(low, value));
  }

  private static String text(double low, double mode, double high) {
    return low + "/" + mode + "/" + high;
  }
}
