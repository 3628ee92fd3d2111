package org.entente.coding.syntax.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A table from the key of a feature to its row of weights, one weight a label. Rows lie packed, as
 * in the file, until they are asked for; so loading takes no time, and rows that are used lie
 * together in memory. Shared by all threads.
 *
 * <p>A row in memory is either full, 64 bytes, one a label with 128 added, so that eight are summed
 * with one addition; or, if few labels have a weight, a list of label and weight. A reference to a
 * row is an {@code int}: where it starts, how coarse its weights are, how many there are. 0 is no
 * row.
 */
public final class Weights {
  /** Labels that have a weight at most. */
  public static final int LANES = RowCodes.LANES;

  /** Bits of a reference. */
  public static final int REFERENCE_BITS = 28;

  static final int DENSE = 15;

  /** Rows with more weights than this lie in memory in full. */
  private static final int SPARSEST_DENSE = 9;

  /** Marks a row that is still packed, by its number. */
  private static final int PACKED = 1 << 31;

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle DIRECT = MethodHandles.arrayElementVarHandle(int[].class);

  private final long[] table;
  private final int slotShift;
  private final int[][] direct;
  private final PackedRows packed;

  /** Replaced by a longer copy when it is full; what was read before stays valid. */
  private long[] rows = new long[1 << 17];

  private int used = 1;

  private Weights(long[] table, int slotShift, int[][] direct, PackedRows packed) {
    this.table = table;
    this.slotShift = slotShift;
    this.direct = direct;
    this.packed = packed;
  }

  /**
   * Reads the keys; the rows stay where they are.
   *
   * @param keys sorted, in Golomb-Rice codes with so many low bits
   * @param groups sizes of the direct groups, whose rows follow those with keys
   */
  static Weights read(BitInput keys, int keyed, int lowBits, int[] groups, PackedRows packed) {
    int slotBits = 1;
    while (1 << slotBits < 2 * keyed) {
      slotBits++;
    }
    int slotShift = KeyHash.BITS - slotBits;
    long[] table = new long[(1 << slotBits) + 4096];
    long key = 0;
    int free = 0;
    for (int row = 0; row < keyed; row++) {
      key += keys.rice(lowBits);
      int slot = Math.max(free, (int) (key >>> slotShift));
      table[slot] = key << 32 | (PACKED | row) & 0xFFFFFFFFL;
      free = slot + 1;
    }
    if (keys.past() || free >= table.length) {
      throw new IllegalStateException("keys are missing");
    }
    int[][] direct = new int[groups.length][];
    int row = keyed;
    for (int group = 0; group < groups.length; group++) {
      direct[group] = new int[groups[group]];
      for (int id = 0; id < groups[group]; id++) {
        direct[group][id] = PACKED | row++;
      }
    }
    return new Weights(table, slotShift, direct, packed);
  }

  /** The row of a key of {@link KeyHash#key}, or 0. */
  public int find(long key) {
    int check = (int) key;
    for (int slot = (int) (key >>> slotShift); ; slot++) {
      long entry = (long) ENTRY.getAcquire(table, slot);
      if (entry == 0) {
        return 0;
      }
      if ((int) (entry >>> 32) == check) {
        int row = (int) entry;
        return row >= 0 ? row : unpack(slot, row);
      }
    }
  }

  private int unpack(int slot, int row) {
    Unpacked unpacked = new Unpacked(row);
    synchronized (this) {
      long entry = (long) ENTRY.getAcquire(table, slot);
      if ((int) entry >= 0) {
        return (int) entry;
      }
      int reference = place(unpacked);
      ENTRY.setRelease(table, slot, entry & 0xFFFFFFFF00000000L | reference);
      return reference;
    }
  }

  /** The row of a value of a small set, such as a class of words, or 0; −1 is no value. */
  public int direct(int group, int id) {
    if (id < 0) {
      return 0;
    }
    int row = (int) DIRECT.getAcquire(direct[group], id);
    return row >= 0 ? row : unpackDirect(direct[group], id, row);
  }

  private int unpackDirect(int[] group, int id, int row) {
    Unpacked unpacked = new Unpacked(row);
    synchronized (this) {
      int known = (int) DIRECT.getAcquire(group, id);
      if (known < 0) {
        known = place(unpacked);
        DIRECT.setRelease(group, id, known);
      }
      return known;
    }
  }

  /** A row that was unpacked, but has no place among the rows yet. */
  private final class Unpacked {
    private final byte[] labels = new byte[LANES];
    private final byte[] values = new byte[LANES];
    private final int shift;
    private final int count;

    Unpacked(int row) {
      int head = packed.read(row & ~PACKED, labels, values);
      this.shift = head >>> 8;
      this.count = head & 255;
    }
  }

  private int place(Unpacked row) {
    if (row.count == 0) {
      return 0;
    }
    int at = used;
    if (at + 8 > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    if (row.count >= SPARSEST_DENSE) {
      dense(rows, at, row.labels, row.values, row.count);
      used += 8;
      return at << 6 | row.shift << 4 | DENSE;
    }
    for (int i = 0; i < row.count; i++) {
      long pair = row.labels[i] & 63L | (row.values[i] & 255L) << 8;
      rows[at + (i >> 2)] |= pair << ((i & 3) << 4);
    }
    used += (row.count + 3) >> 2;
    return at << 6 | row.shift << 4 | row.count;
  }

  private static void dense(long[] rows, int at, byte[] labels, byte[] values, int count) {
    Arrays.fill(rows, at, at + 8, 0x8080808080808080L);
    for (int i = 0; i < count; i++) {
      int place = (labels[i] & 7) << 3;
      int word = at + (labels[i] >>> 3);
      rows[word] = rows[word] & ~(255L << place) | (long) (values[i] + 128) << place;
    }
  }

  /**
   * Adds rows to sums.
   *
   * @param references of {@link #find} or {@link #direct}, from 0 up to {@code count}; 0 adds
   *     nothing
   */
  public void add(int[] references, int count, Sums sums) {
    long[] all = rows;
    for (int i = 0; i < count; i++) {
      int row = references[i];
      int size = row & DENSE;
      if (size == DENSE) {
        sums.addDense(all, row >>> 6, row >>> 4 & 3);
      } else if (size > 0) {
        sums.addSparse(all, row >>> 6, row >>> 4 & 3, size);
      }
    }
  }
}
