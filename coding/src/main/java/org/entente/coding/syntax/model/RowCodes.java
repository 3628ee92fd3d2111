package org.entente.coding.syntax.model;

import java.util.Arrays;

/**
 * How a row of weights is told in bits: how many labels have one, how coarse they are, which labels
 * (as gaps) and the weights. Each of these has a code of its own for each kind of row.
 */
final class RowCodes {
  /** Weights a row has at most, one for each label. */
  static final int LANES = 64;

  /** Rows differ by how full they are. */
  private static final int KINDS = 8;

  private static final int STRETCHES = 8;
  private static final int SHIFTS = 4;
  private static final int LONGEST = 12;

  private final PrefixCode count;
  private final PrefixCode[] shift;
  private final PrefixCode[] gap;
  private final PrefixCode[] value;

  private RowCodes(PrefixCode count, PrefixCode[] shift, PrefixCode[] gap, PrefixCode[] value) {
    this.count = count;
    this.shift = shift;
    this.gap = gap;
    this.value = value;
  }

  /** Of a row in steps of 2^shift units: the labels that have a weight, ascending, and those. */
  record Row(int shift, int[] labels, int[] values) {}

  private static int kind(int count) {
    return count <= 2
        ? Math.max(0, count - 1)
        : Math.min(KINDS - 1, 33 - Integer.numberOfLeadingZeros(count - 1));
  }

  private static int gapContext(int kind, int previous) {
    return kind * STRETCHES + ((previous + 1) >> 3);
  }

  private static int valueContext(int kind, int shift) {
    return kind * SHIFTS + shift;
  }

  static int zigzag(int value) {
    return value << 1 ^ value >> 31;
  }

  static int unzigzag(int symbol) {
    return symbol >>> 1 ^ -(symbol & 1);
  }

  /** The codes that fit these rows best. */
  static RowCodes of(Iterable<Row> rows) {
    long[] counts = new long[LANES + 1];
    long[][] shifts = new long[KINDS][SHIFTS];
    long[][] gaps = new long[KINDS * STRETCHES][LANES];
    long[][] values = new long[KINDS * SHIFTS][256];
    for (Row row : rows) {
      int kind = kind(row.labels.length);
      counts[row.labels.length]++;
      shifts[kind][row.shift]++;
      int previous = -1;
      for (int i = 0; i < row.labels.length; i++) {
        gaps[gapContext(kind, previous)][row.labels[i] - previous - 1]++;
        values[valueContext(kind, row.shift)][zigzag(row.values[i])]++;
        previous = row.labels[i];
      }
    }
    return new RowCodes(PrefixCode.of(counts, LONGEST), codes(shifts), codes(gaps), codes(values));
  }

  private static PrefixCode[] codes(long[][] counts) {
    return Arrays.stream(counts).map(c -> PrefixCode.of(c, LONGEST)).toArray(PrefixCode[]::new);
  }

  void write(BitOutput out) {
    count.write(out);
    for (PrefixCode[] codes : new PrefixCode[][] {shift, gap, value}) {
      for (PrefixCode code : codes) {
        code.write(out);
      }
    }
  }

  static RowCodes read(BitInput in) {
    PrefixCode count = PrefixCode.read(in);
    return new RowCodes(
        count, codes(in, KINDS), codes(in, KINDS * STRETCHES), codes(in, KINDS * SHIFTS));
  }

  private static PrefixCode[] codes(BitInput in, int size) {
    PrefixCode[] codes = new PrefixCode[size];
    for (int i = 0; i < size; i++) {
      codes[i] = PrefixCode.read(in);
    }
    return codes;
  }

  void put(BitOutput out, Row row) {
    int kind = kind(row.labels.length);
    count.put(out, row.labels.length);
    shift[kind].put(out, row.shift);
    int previous = -1;
    for (int i = 0; i < row.labels.length; i++) {
      gap[gapContext(kind, previous)].put(out, row.labels[i] - previous - 1);
      value[valueContext(kind, row.shift)].put(out, zigzag(row.values[i]));
      previous = row.labels[i];
    }
  }

  /**
   * Reads a row: label and weight of each into {@code labels} and {@code values}.
   *
   * @return how many there are, and the shift above the eighth bit
   */
  int next(BitInput in, byte[] labels, byte[] values) {
    int size = count.next(in);
    int kind = kind(size);
    int step = shift[kind].next(in);
    PrefixCode valueCode = value[valueContext(kind, step)];
    int previous = -1;
    for (int i = 0; i < size; i++) {
      previous += gap[gapContext(kind, previous)].next(in) + 1;
      labels[i] = (byte) previous;
      values[i] = (byte) unzigzag(valueCode.next(in));
    }
    return step << 8 | size;
  }
}
