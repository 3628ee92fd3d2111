package org.entente.coding.syntax.model;

import java.util.Arrays;

/**
 * Sums of rows of weights, one a label: 16 bits wide and four to a {@code long}, with what was
 * added to keep them positive in {@code bias}. Not safe to share.
 */
public final class Sums {
  private static final long BYTES = 0x00FF00FF00FF00FFL;
  private static final int WORDS = 8;
  private static final int FULL = 0xFFFF;

  private final long[] lanes = new long[2 * WORDS];
  private final int[] more = new int[Weights.LANES];
  private int bias;
  private int highest;

  public void clear() {
    Arrays.fill(lanes, 0);
    Arrays.fill(more, 0);
    bias = 0;
    highest = 0;
  }

  public void set(Sums other) {
    System.arraycopy(other.lanes, 0, lanes, 0, lanes.length);
    System.arraycopy(other.more, 0, more, 0, more.length);
    bias = other.bias;
    highest = other.highest;
  }

  public void add(Sums other) {
    makeRoom(other.highest);
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] += other.lanes[i];
    }
    for (int i = 0; i < more.length; i++) {
      more[i] += other.more[i];
    }
    bias += other.bias;
  }

  void addDense(long[] rows, int offset, int shift) {
    makeRoom(255 << shift);
    for (int i = 0; i < WORDS; i++) {
      long eight = rows[offset + i];
      lanes[i] += (eight & BYTES) << shift;
      lanes[WORDS + i] += (eight >>> 8 & BYTES) << shift;
    }
    bias += 128 << shift;
  }

  void addSparse(long[] rows, int offset, int shift, int count) {
    int at = offset;
    long pairs = 0;
    for (int i = 0; i < count; i++) {
      if ((i & 3) == 0) {
        pairs = rows[at++];
      }
      more[(int) pairs & 63] += (byte) (pairs >>> 8) << shift;
      pairs >>>= 16;
    }
  }

  private void makeRoom(int height) {
    if (highest + height > FULL) {
      for (int label = 0; label < more.length; label++) {
        more[label] = of(label);
      }
      Arrays.fill(lanes, 0);
      bias = 0;
      highest = 0;
    }
    highest += height;
  }

  /** The sum of a label, in units of the table. */
  public int of(int label) {
    int word = (label >>> 3) + (label & 1) * WORDS;
    return (int) (lanes[word] >>> ((label & 6) << 3) & FULL) - bias + more[label];
  }

  /** The label with the greatest sum among those whose bit is set; the first of equals. */
  public int best(long allowed) {
    int best = -1;
    int highest = Integer.MIN_VALUE;
    for (long rest = allowed; rest != 0; rest &= rest - 1) {
      int label = Long.numberOfTrailingZeros(rest);
      int sum = of(label);
      if (sum > highest) {
        highest = sum;
        best = label;
      }
    }
    return best;
  }
}
