package org.entente.coding.syntax.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers of any width, the highest bit first. */
final class BitOutput {
  private byte[] bytes = new byte[16];
  private int size;
  private long buffer;
  private int filled;

  /** The low bits of a value; at most 32 at a time. */
  void bits(long value, int count) {
    buffer = buffer << count | value & (1L << count) - 1;
    filled += count;
    while (filled >= 8) {
      filled -= 8;
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      bytes[size++] = (byte) (buffer >>> filled);
    }
  }

  /** A small number in few bits: groups of seven, each with a bit that says whether more follow. */
  void number(int value) {
    int rest = value;
    while (rest > 127) {
      bits(128 | rest & 127, 8);
      rest >>>= 7;
    }
    bits(rest, 8);
  }

  /** Golomb-Rice: the quotient by 2^{@code low} in unary, then the low bits. */
  void rice(long value, int low) {
    for (long quotient = value >>> low; quotient > 0; quotient--) {
      bits(1, 1);
    }
    bits(0, 1);
    bits(value, low);
  }

  /** Fills up with zeros to a whole byte. */
  void align() {
    if (filled > 0) {
      bits(0, 8 - filled);
    }
  }

  void bytes(byte[] all) {
    for (byte b : all) {
      bits(b & 255, 8);
    }
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    for (byte b : utf8) {
      bits(b & 255, 8);
    }
  }

  /** How many bits were written. */
  int size() {
    return 8 * size + filled;
  }

  /** All that was written, filled up with zeros to a whole byte. */
  byte[] toBytes() {
    align();
    return Arrays.copyOf(bytes, size);
  }
}
