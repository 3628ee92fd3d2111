package org.entente.coding.syntax;

import java.util.Arrays;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.Sums;
import org.entente.coding.syntax.model.Weights;

/**
 * Features of one decision: their keys are gathered first, then all are looked up, then the rows
 * are added, so that the memory's latencies overlap. One thread's own.
 */
final class Lookups {
  private final Weights weights;
  private long[] keys = new long[128];
  private int[] rows = new int[256];
  private int keyCount;
  private int rowCount;

  Lookups(Weights weights) {
    this.weights = weights;
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
    if (rowCount + more.length > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    for (int row : more) {
      rows[rowCount++] = row;
    }
  }

  void addTo(Sums sums) {
    if (rowCount + keyCount > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    for (int i = 0; i < keyCount; i++) {
      rows[rowCount++] = weights.find(keys[i]);
    }
    for (int i = 0; i < rowCount; i++) {
      weights.add(rows[i], sums);
    }
  }
}
