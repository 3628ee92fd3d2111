package org.entente.coding.syntax.model;

/**
 * Hashes of feature strings that compose: the hash of {@code a_b_c} comes from those of its parts,
 * without building the string. A polynomial modulo 2⁶⁴, mixed with the number of the template at
 * the end.
 */
public final class KeyHash {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  /** The part of a key that the model keeps, in bits. */
  public static final int BITS = 36;

  private static final int POWERS = 64;
  private static final long[] POWER = new long[POWERS];

  static {
    POWER[0] = 1;
    for (int i = 1; i < POWERS; i++) {
      POWER[i] = POWER[i - 1] * BASE;
    }
  }

  private KeyHash() {}

  /** Of a whole string. */
  public static long of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /** Of the characters from {@code from} up to but without {@code to}. */
  public static long of(CharSequence text, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * BASE + text.charAt(i);
    }
    return hash;
  }

  /** What a string of this length multiplies the hash of what stands before it with. */
  public static long power(int length) {
    if (length < POWERS) {
      return POWER[length];
    }
    long power = POWER[POWERS - 1];
    for (int i = POWERS - 1; i < length; i++) {
      power *= BASE;
    }
    return power;
  }

  /** The hash of {@code a + "_" + b}, where {@code powerOfB} is {@link #power} of b's length. */
  public static long join(long a, long b, long powerOfB) {
    return (a * BASE + '_') * powerOfB + b;
  }

  /** The key of a feature: {@value #BITS} bits of a mixture of template and value. */
  public static long key(int template, long value) {
    long x = value + (template + 1) * 0xD1B54A32D192ED03L;
    x = (x ^ (x >>> 32)) * 0xBEA225F9EB34556DL;
    x = (x ^ (x >>> 29)) * 0x9FB21C651E98DF25L;
    return (x ^ (x >>> 32)) >>> (64 - BITS);
  }
}
