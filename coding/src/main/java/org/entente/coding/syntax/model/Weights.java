package org.entente.coding.syntax.model;

/**
 * A table from the key of a feature to its row of weights, one weight a label. Immutable, shared by
 * all threads. A full row is 64 bytes, one a label with 128 added, so that eight are summed with
 * one addition; a row with few weights is a list of label and weight.
 *
 * <p>A reference to a row is an {@code int}: where it starts, how coarse its weights are, how many
 * there are. 0 is no row.
 */
public final class Weights {
  /** Labels that have a weight at most. */
  public static final int LANES = RowCodes.LANES;

  static final int DENSE = 15;
  static final int CHECK_BITS = 32;

  private final long[] table;
  private final int slotShift;
  private final long[] hotTable;
  private final int hotMask;
  private final long[] rows;
  private final int[][] direct;

  Weights(long[] table, int slotShift, long[] hotTable, long[] rows, int[][] direct) {
    this.table = table;
    this.slotShift = slotShift;
    this.hotTable = hotTable;
    this.hotMask = hotTable.length - 1;
    this.rows = rows;
    this.direct = direct;
  }

  static int reference(int offset, int shift, int count) {
    return offset << 6 | shift << 4 | count;
  }

  /** The row of a key of {@link KeyHash#key}, or 0. */
  public int find(long key) {
    int check = (int) key;
    for (int slot = hotSlot(key) & hotMask; ; slot = (slot + 1) & hotMask) {
      long entry = hotTable[slot];
      if (entry == 0) {
        break;
      }
      if ((int) (entry >>> 32) == check) {
        return (int) entry;
      }
    }
    for (int slot = (int) (key >>> slotShift); ; slot++) {
      long entry = table[slot];
      if (entry == 0) {
        return 0;
      }
      if ((int) (entry >>> 32) == check) {
        return (int) entry;
      }
    }
  }

  static int hotSlot(long key) {
    return (int) (key ^ key >>> 17);
  }

  /** The row of a value of a small set, such as a class of words, or 0. */
  public int direct(int group, int id) {
    return id < 0 ? 0 : direct[group][id];
  }

  /** Adds a row to the sums; 0 adds nothing. */
  public void add(int row, Sums sums) {
    if (row == 0) {
      return;
    }
    int offset = row >>> 6;
    int shift = row >>> 4 & 3;
    int count = row & DENSE;
    if (count == DENSE) {
      sums.addDense(rows, offset, shift);
    } else {
      sums.addSparse(rows, offset, shift, count);
    }
  }

  /** Bytes of heap that the arrays take. */
  public long bytes() {
    long direct = 0;
    for (int[] group : this.direct) {
      direct += 4L * group.length;
    }
    return 8L * (table.length + hotTable.length + rows.length) + direct;
  }
}
