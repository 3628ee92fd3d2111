package org.entente.coding.syntax.model;

/** Rows of weights as they lie in the file, {@value #GROUP} to a group. */
final class PackedRows {
  /** Rows between two of which it is known where they start. */
  static final int GROUP = 2;

  /** Low bits of the length of a group that are written as they are. */
  static final int LOW_BITS = 6;

  private final RowCodes codes;
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final int[] groups;

  /**
   * @param groups where each group starts, in bits from {@code start}
   */
  PackedRows(RowCodes codes, byte[] bytes, int start, int end, int[] groups) {
    this.codes = codes;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.groups = groups;
  }

  /** A row: see {@link RowCodes#next}. */
  int read(int row, byte[] labels, byte[] values) {
    int bit = groups[row / GROUP];
    BitInput in = new BitInput(bytes, start + (bit >>> 3), end);
    in.bits(bit & 7);
    for (int before = row % GROUP; before > 0; before--) {
      codes.next(in, labels, values);
    }
    return codes.next(in, labels, values);
  }
}
