package org.entente.exchange.layout;

/** How often each number was met: a hash table of primitives, for millions of rows. */
final class Occurrences {
  private long[] keys = new long[1 << 14];
  private int[] counts = new int[1 << 14];
  private int size;

  /** Counts a number; returns how often it was met before. */
  int add(long number) {
    if (size * 2 > keys.length) {
      grow();
    }
    int slot = slot(keys, counts, number);
    if (counts[slot] == 0) {
      keys[slot] = number;
      size++;
    }
    return counts[slot]++;
  }

  private static int slot(long[] keys, int[] counts, long number) {
    int slot = (int) (number ^ number >>> 32) & keys.length - 1;
    while (counts[slot] != 0 && keys[slot] != number) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] moreKeys = new long[keys.length * 2];
    int[] moreCounts = new int[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] != 0) {
        int slot = slot(moreKeys, moreCounts, keys[i]);
        moreKeys[slot] = keys[i];
        moreCounts[slot] = counts[i];
      }
    }
    keys = moreKeys;
    counts = moreCounts;
  }
}
