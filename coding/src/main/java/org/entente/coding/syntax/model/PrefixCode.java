package org.entente.coding.syntax.model;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A canonical Huffman code over small alphabets. It is fixed by the length of each symbol's word,
 * so that a file needs no more than these.
 */
final class PrefixCode {
  private final int longest;
  private final int[] lengths;
  private final int[] words;
  private final int[] lookup;

  private PrefixCode(int[] lengths, int longest) {
    this.longest = longest;
    this.lengths = lengths;
    this.words = new int[lengths.length];
    int word = 0;
    for (int length = 1; length <= longest; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          words[symbol] = word++;
        }
      }
      word <<= 1;
    }
    if (word > 1 << (longest + 1)) {
      throw new IllegalStateException("lengths that no code has");
    }
    this.lookup = new int[1 << longest];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        int from = words[symbol] << (longest - length);
        Arrays.fill(lookup, from, from + (1 << (longest - length)), symbol << 4 | length);
      }
    }
  }

  /** The best code for symbols that occur so often, none longer than {@code longest} ≤ 15 bits. */
  static PrefixCode of(long[] counts, int longest) {
    long[] weights = counts.clone();
    while (true) {
      int[] lengths = lengths(weights);
      if (Arrays.stream(lengths).max().orElse(0) <= longest) {
        return new PrefixCode(lengths, longest);
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] = weights[i] == 0 ? 0 : weights[i] / 2 + 1;
      }
    }
  }

  private record Node(long weight, int order, int symbol, Node left, Node right) {}

  private static int[] lengths(long[] weights) {
    PriorityQueue<Node> queue =
        new PriorityQueue<>(
            (a, b) ->
                a.weight != b.weight
                    ? Long.compare(a.weight, b.weight)
                    : Integer.compare(a.order, b.order));
    int order = 0;
    for (int symbol = 0; symbol < weights.length; symbol++) {
      if (weights[symbol] > 0) {
        queue.add(new Node(weights[symbol], order++, symbol, null, null));
      }
    }
    int[] lengths = new int[weights.length];
    if (queue.size() == 1) {
      lengths[queue.peek().symbol] = 1;
    }
    while (queue.size() > 1) {
      Node left = queue.poll();
      Node right = queue.poll();
      queue.add(new Node(left.weight + right.weight, order++, -1, left, right));
    }
    if (!queue.isEmpty()) {
      depths(queue.poll(), 0, lengths);
    }
    return lengths;
  }

  private static void depths(Node node, int depth, int[] lengths) {
    if (node.symbol >= 0) {
      lengths[node.symbol] = Math.max(depth, 1);
      return;
    }
    depths(node.left, depth + 1, lengths);
    depths(node.right, depth + 1, lengths);
  }

  static PrefixCode read(BitInput in) {
    int longest = (int) in.bits(4);
    int[] lengths = new int[(int) in.bits(12)];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (int) in.bits(4);
    }
    return new PrefixCode(lengths, longest);
  }

  void write(BitOutput out) {
    out.bits(longest, 4);
    out.bits(lengths.length, 12);
    for (int length : lengths) {
      out.bits(length, 4);
    }
  }

  int next(BitInput in) {
    int entry = lookup[in.peek(longest)];
    in.skip(entry & 15);
    return entry >>> 4;
  }

  void put(BitOutput out, int symbol) {
    if (lengths[symbol] == 0) {
      throw new IllegalArgumentException("symbol " + symbol + " was not counted");
    }
    out.bits(words[symbol], lengths[symbol]);
  }
}
