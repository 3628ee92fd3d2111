package org.entente.sway.bargain;

/**
 * Powers of numbers from 0 to 1, by logarithm and back: several times as fast as {@link Math#pow},
 * and as good to about 15 digits. The logarithm of a number serves many exponents.
 */
final class Powers {
  private static final int LOG_BITS = 7;
  private static final int EXP_BITS = 6;
  private static final int EXP_PARTS = 1 << EXP_BITS;
  private static final double LN_2 = Math.log(2);
  private static final double PER_LN_2 = 1 / LN_2;

  /** Adding it to a number below 2^51 leaves the whole part in the lowest bits. */
  private static final double TO_WHOLE = 0x1.8p52;

  private static final double TINY = 1e-300;
  private static final double LOG_OF_ZERO = -1e6;

  private static final double[] INVERSE = new double[1 << LOG_BITS];
  private static final double[] LOG = new double[1 << LOG_BITS];
  private static final long[] EXP = new long[EXP_PARTS];

  static {
    for (int i = 0; i < INVERSE.length; i++) {
      INVERSE[i] = 1 / (1 + (i + .5) / INVERSE.length);
      LOG[i] = -Math.log(INVERSE[i]) / LN_2;
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
    int exponent = (int) (bits >>> 52) - 1023;
    int part = (int) (bits >>> (52 - LOG_BITS)) & (INVERSE.length - 1);
    double mantissa = Double.longBitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
    double r = mantissa * INVERSE[part] - 1;
    double series =
        r * (1 - r * (1 / 2d - r * (1 / 3d - r * (1 / 4d - r * (1 / 5d - r * (1 / 6d))))));
    return exponent + (LOG[part] + series * PER_LN_2);
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
