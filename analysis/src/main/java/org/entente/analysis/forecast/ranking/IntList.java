package org.entente.analysis.forecast.ranking;

import java.util.Arrays;

/** Whole numbers that grow at the end. */
final class IntList {
  static final IntList NONE = new IntList();

  private int[] values = {};
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(4, size * 2));
    }
    values[size++] = value;
  }

  int get(int at) {
    return values[at];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }
}
