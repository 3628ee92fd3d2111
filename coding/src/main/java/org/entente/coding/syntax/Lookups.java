package org.entente.coding.syntax;

import java.util.Arrays;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.Sums;
import org.entente.coding.syntax.model.Weights;

/**
 * Features of one decision: their keys are gathered first, then all are looked up, then the rows
 * are added, so that the memory's latencies overlap. Two thirds of all keys were asked for lately,
 * by this thread; their rows, or that they have none, are remembered in a table small enough for
 * the processor's cache. One thread's own.
 */
final class Lookups {
  private static final int REMEMBERED = 1 << 16;

  private final Weights weights;

  /** Key and row of each place; the key's low bits say which place. */
  private final long[] recent = new long[REMEMBERED];

  private long[] keys = new long[128];
  private int[] rows = new int[256];
  private int keyCount;
  private int rowCount;

  Lookups(Weights weights) {
    this.weights = weights;
    Arrays.fill(recent, -1);
  }

  void clear() {
    keyCount = 0;
    rowCount = 0;
  }

  /** A feature by its template and the hash of its value. */
  void key(int template, long value) {
    keys[keyCount++] = KeyHash.key(template, value);
  }

  /** A row that is known already; 0 is none. */
  void row(int row) {
    rows[rowCount++] = row;
  }

  void rows(int[] more) {
    for (int row : more) {
      rows[rowCount++] = row;
    }
  }

  void addTo(Sums sums) {
    for (int i = 0; i < keyCount; i++) {
      long key = keys[i];
      int place = (int) key & REMEMBERED - 1;
      long known = recent[place];
      if (known >>> Weights.REFERENCE_BITS != key) {
        known = key << Weights.REFERENCE_BITS | weights.find(key);
        recent[place] = known;
      }
      rows[rowCount++] = (int) known & (1 << Weights.REFERENCE_BITS) - 1;
    }
    weights.add(rows, rowCount, sums);
  }
}
