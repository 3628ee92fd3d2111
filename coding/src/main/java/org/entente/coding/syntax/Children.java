package org.entente.coding.syntax;

import java.util.Arrays;

/** A dependency tree while it grows: heads, labels and the dependents of each word, in order. */
final class Children {
  /** Head of each word, −1 where it has none yet. Index 0 is the root above the sentence. */
  int[] head = new int[0];

  /** Label of each word, −1 where it has none yet. */
  int[] label = new int[0];

  private int[] first = new int[0];
  private int[] last = new int[0];
  private int[] before = new int[0];
  private int[] after = new int[0];

  void clear(int size) {
    if (head.length < size) {
      head = new int[2 * size];
      label = new int[2 * size];
      first = new int[2 * size];
      last = new int[2 * size];
      before = new int[2 * size];
      after = new int[2 * size];
    }
    for (int[] links : new int[][] {head, label, first, last, before, after}) {
      Arrays.fill(links, 0, size, -1);
    }
  }

  /** Hangs a word on a head, and off the one that it had. */
  void attach(int word, int onto, int under) {
    if (head[word] >= 0) {
      detach(word);
    }
    head[word] = onto;
    label[word] = under;
    int next = first[onto];
    if (last[onto] >= 0 && last[onto] < word) {
      next = -1;
    } else {
      while (next >= 0 && next < word) {
        next = after[next];
      }
    }
    int previous = next >= 0 ? before[next] : last[onto];
    before[word] = previous;
    after[word] = next;
    if (previous >= 0) {
      after[previous] = word;
    } else {
      first[onto] = word;
    }
    if (next >= 0) {
      before[next] = word;
    } else {
      last[onto] = word;
    }
  }

  private void detach(int word) {
    int from = head[word];
    if (before[word] >= 0) {
      after[before[word]] = after[word];
    } else {
      first[from] = after[word];
    }
    if (after[word] >= 0) {
      before[after[word]] = before[word];
    } else {
      last[from] = before[word];
    }
  }

  /** Whether a word hangs below another, however deep. */
  boolean descends(int word, int above) {
    for (int at = head[word]; at >= 0; at = head[at]) {
      if (at == above) {
        return true;
      }
    }
    return false;
  }

  /** The first dependent if it stands left of the word, or −1. */
  int leftmost(int word) {
    int found = first[word];
    return found >= 0 && found < word ? found : -1;
  }

  /** The second dependent if it stands left of the word, or −1. */
  int secondLeftmost(int word) {
    int found = first[word] < 0 ? -1 : after[first[word]];
    return found >= 0 && found < word ? found : -1;
  }

  /** The last dependent if it stands right of the word, or −1. */
  int rightmost(int word) {
    int found = last[word];
    return found > word ? found : -1;
  }

  /** The last dependent but one if it stands right of the word, or −1. */
  int secondRightmost(int word) {
    int found = last[word] < 0 ? -1 : before[last[word]];
    return found > word ? found : -1;
  }

  /** The dependent of the same head that stands before a word, or −1. */
  int siblingBefore(int word) {
    return head[word] < 0 ? -1 : before[word];
  }

  /** Number of a word's valency: left dependents (none, one, more) × 3 + right dependents. */
  int valency(int word) {
    int left = leftmost(word) < 0 ? 0 : secondLeftmost(word) < 0 ? 1 : 2;
    int right = rightmost(word) < 0 ? 0 : secondRightmost(word) < 0 ? 1 : 2;
    return left * 3 + right;
  }
}
