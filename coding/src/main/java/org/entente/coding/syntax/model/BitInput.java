package org.entente.coding.syntax.model;

import java.nio.charset.StandardCharsets;

/** Reads what {@link BitOutput} wrote. Past the end come zeros, so check {@link #past}. */
final class BitInput {
  private final byte[] bytes;
  private final int end;
  private int at;
  private long buffer;
  private int filled;

  BitInput(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  private void fill() {
    if (filled <= 32 && at + 4 <= end) {
      long four =
          (bytes[at] & 255L) << 24
              | (bytes[at + 1] & 255) << 16
              | (bytes[at + 2] & 255) << 8
              | bytes[at + 3] & 255;
      at += 4;
      buffer |= four << (32 - filled);
      filled += 32;
      return;
    }
    while (filled <= 56) {
      int next = at < end ? bytes[at] & 255 : 0;
      at++;
      buffer |= (long) next << (56 - filled);
      filled += 8;
    }
  }

  /** The next bits, at most 32, which stay. */
  int peek(int count) {
    if (filled < count) {
      fill();
    }
    return (int) (buffer >>> (64 - count));
  }

  void skip(int count) {
    buffer <<= count;
    filled -= count;
  }

  long bits(int count) {
    if (count == 0) {
      return 0;
    }
    if (filled < count) {
      fill();
    }
    long value = buffer >>> (64 - count);
    skip(count);
    return value;
  }

  /** Goes on at the next whole byte. */
  void align() {
    skip(filled & 7);
  }

  /** The byte at which reading goes on, after a whole number of bytes. */
  int position() {
    return at - filled / 8;
  }

  int number() {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int group = (int) bits(8);
      value |= (group & 127) << shift;
      if (group < 128) {
        return value;
      }
    }
    throw new IllegalStateException("a number without end");
  }

  long rice(int low) {
    long quotient = 0;
    while (bits(1) == 1) {
      quotient++;
      if (past()) {
        throw new IllegalStateException("a number without end");
      }
    }
    return quotient << low | bits(low);
  }

  String text() {
    byte[] utf8 = new byte[Math.min(number(), end)];
    for (int i = 0; i < utf8.length; i++) {
      utf8[i] = (byte) bits(8);
    }
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Whether more was read than there is. */
  boolean past() {
    return position() > end;
  }
}
