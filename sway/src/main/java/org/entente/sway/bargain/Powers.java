package org.entente.sway.bargain;

/**
 * Powers of numbers from 0 to 1, by logarithm and back: several times as fast as {@link Math#pow},
 * and as good to about 15 digits. The logarithm of a number serves many exponents.
 */
final class Powers {
  private static final int LOG_BITS = 10;
  private static final int LOG_PARTS = 1 << LOG_BITS;
  private static final int EXP_BITS = 6;
  private static final int EXP_PARTS = 1 << EXP_BITS;
  private static final int FRACTION_BITS = 52;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final long ONE = 1023L << FRACTION_BITS;
  private static final double LN_2 = Math.log(2);
  private static final double PER_LN_2 = 1 / LN_2;

  /** Adding it to a number below 2^51 leaves the whole part in the lowest bits. */
  private static final double TO_WHOLE = 0x1.8p52;

  private static final double TINY = 1e-300;
  private static final double LOG_OF_ZERO = -1e6;

  /** Added to a number, so that 0 has a logarithm: any power of it from one half up is nothing. */
  private static final double NEXT_TO_ZERO = 1e-56;

  /** The powers of {@link #exp(double[], double[], int)} are divided by this. */
  private static final double UNIT = 1 / 256d;

  /** 1 over the middle of each part of 1 to 2, and the middle's natural logarithm. */
  private static final double[] INVERSE = new double[LOG_PARTS];

  private static final double[] LOG = new double[LOG_PARTS];
  private static final double[] LOG_IN_UNITS = new double[LOG_PARTS];
  private static final double[] EXPONENT = new double[2048];
  private static final long[] EXP = new long[EXP_PARTS];

  static {
    for (int i = 0; i < LOG_PARTS; i++) {
      INVERSE[i] = 1 / (1 + (i + .5) / LOG_PARTS);
      LOG[i] = -Math.log(INVERSE[i]);
      LOG_IN_UNITS[i] = UNIT * LOG[i];
    }
    for (int i = 0; i < EXPONENT.length; i++) {
      EXPONENT[i] = UNIT * LN_2 * (i - 1023);
    }
    for (int i = 0; i < EXP_PARTS; i++) {
      EXP[i] = Double.doubleToRawLongBits(Math.pow(2, (double) i / EXP_PARTS));
    }
  }

  private Powers() {}

  /**
   * Logarithm to base 2 of a number from 0 to 1; of 0, a number so low that its power is 0 again.
   */
  static double log(double x) {
    if (x < TINY) {
      return LOG_OF_ZERO;
    }
    long bits = Double.doubleToRawLongBits(x);
    double r = rest(bits);
    double series = r * (1 - r * (1 / 2d - r * (1 / 3d - r * (1 / 4d))));
    return exponent(bits) + (LOG[part(bits)] + series) * PER_LN_2;
  }

  private static int exponent(long bits) {
    return (int) (bits >>> FRACTION_BITS) - 1023;
  }

  private static int part(long bits) {
    return (int) (bits >>> (FRACTION_BITS - LOG_BITS)) & (LOG_PARTS - 1);
  }

  /** What the mantissa, 1 to 2, is more than the middle of its part, as a share of that. */
  private static double rest(long bits) {
    return Double.longBitsToDouble((bits & FRACTION) | ONE) * INVERSE[part(bits)] - 1;
  }

  /**
   * Logarithms of numbers from 0 to 1, such that {@link #exp(double[], double[], int)} undoes them.
   *
   * @param of is overwritten
   */
  static void logs(double[] of, double[] log, int width) {
    for (int t = 0; t < width; t++) {
      long bits = Double.doubleToRawLongBits(Math.abs(of[t]) + NEXT_TO_ZERO);
      log[t] = EXPONENT[(int) (bits >>> FRACTION_BITS)] + LOG_IN_UNITS[part(bits)];
      of[t] = rest(bits);
    }
    refine(of, log, width);
  }

  /** Adds the logarithm of 1 + r, r being next to 0, in the unit of {@link #logs}. */
  private static void refine(double[] r, double[] log, int width) {
    for (int t = 0; t < width; t++) {
      log[t] += r[t] * (UNIT - r[t] * (UNIT / 2 - r[t] * (UNIT / 3 - r[t] * (UNIT / 4))));
    }
  }

  /**
   * Undoes {@link #logs}, for multiples of logarithms too: what a power differs from 1 by, by a
   * series for its 256th root, and squared eight times.
   */
  static void exp(double[] log, double[] out, int width) {
    series(log, out, width);
    squared(out, width);
    squared(out, width);
    Lanes.plus(out, 1, out, width);
  }

  private static void series(double[] z, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] =
          z[t]
              * (1
                  + z[t]
                      * (.5
                          + z[t]
                              * (1 / 6d
                                  + z[t] * (1 / 24d + z[t] * (1 / 120d + z[t] * (1 / 720d))))));
    }
  }

  /** Four times: (1 + u)² is 1 + u (2 + u). */
  private static void squared(double[] out, int width) {
    for (int t = 0; t < width; t++) {
      double u = out[t];
      u = u * (2 + u);
      u = u * (2 + u);
      u = u * (2 + u);
      out[t] = u * (2 + u);
    }
  }

  /** 2 to a power of 0 or less. */
  static double exp(double power) {
    if (power < -1000) {
      return 0;
    }
    double shifted = power * EXP_PARTS + TO_WHOLE;
    int whole = (int) Double.doubleToRawLongBits(shifted);
    double g = (power - (shifted - TO_WHOLE) / EXP_PARTS) * LN_2;
    double series = 1 + g * (1 + g * (1 / 2d + g * (1 / 6d + g * (1 / 24d + g * (1 / 120d)))));
    long table = EXP[whole & (EXP_PARTS - 1)] + ((long) (whole >> EXP_BITS) << 52);
    return Double.longBitsToDouble(table) * series;
  }
}
