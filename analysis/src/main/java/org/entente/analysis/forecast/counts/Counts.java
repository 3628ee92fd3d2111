package org.entente.analysis.forecast.counts;

import java.util.Arrays;

/**
 * Decayed counts by key: c ← c·2^(−Δ/H) + 1 at each event, for all half-lives, worked out when
 * asked for. Keys get numbers from 0 in the order of their first event.
 */
public final class Counts {
  private long[] slots;
  private int[] numbers;
  private int size;
  private float[] counts;
  private int[] last;
  private long[] keys;

  public Counts(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected * 2)) * 2;
    slots = new long[capacity];
    numbers = new int[capacity];
    Arrays.fill(numbers, -1);
    counts = new float[Decays.COUNT * expected];
    last = new int[expected];
    keys = new long[expected];
  }

  public int size() {
    return size;
  }

  public long key(int number) {
    return keys[number];
  }

  /** Number of a key, or −1. */
  public int find(long key) {
    int slot = slot(key);
    return numbers[slot];
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (numbers[slot] >= 0 && slots[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Counts one more; returns its number. */
  public int add(long key, int day) {
    int slot = slot(key);
    int number = numbers[slot];
    if (number < 0) {
      number = size++;
      if (number == last.length) {
        int room = number * 3 / 2 + 16;
        counts = Arrays.copyOf(counts, Decays.COUNT * room);
        last = Arrays.copyOf(last, room);
        keys = Arrays.copyOf(keys, room);
      }
      slots[slot] = key;
      numbers[slot] = number;
      keys[number] = key;
      last[number] = day;
      if (size * 2 > slots.length) {
        grow();
      }
    }
    int since = day - last[number];
    for (int h = 0, at = Decays.COUNT * number; h < Decays.COUNT; h++, at++) {
      counts[at] = counts[at] * Decays.left(h, since) + 1;
    }
    last[number] = day;
    return number;
  }

  private void grow() {
    slots = new long[slots.length * 2];
    numbers = new int[slots.length];
    Arrays.fill(numbers, -1);
    for (int n = 0; n < size; n++) {
      int slot = slot(keys[n]);
      slots[slot] = keys[n];
      numbers[slot] = n;
    }
  }

  /** Decayed count of a number, 0 for −1. */
  public float count(int number, int half, int day) {
    return number < 0
        ? 0
        : counts[Decays.COUNT * number + half] * Decays.left(half, day - last[number]);
  }

  /** Day of its last event. */
  public int last(int number) {
    return last[number];
  }
}
