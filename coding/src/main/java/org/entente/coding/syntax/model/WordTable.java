package org.entente.coding.syntax.model;

/**
 * What is known of a word by its form alone: the tags it may have, its cluster, and of which parts
 * of speech it is a base form. Words are kept as hashes of {@value #HASH_BITS} bits, sorted, packed
 * as in the file; a word is looked up by reading the block in which it would be. Immutable.
 */
public final class WordTable {
  static final int HASH_BITS = 37;
  static final int BLOCK_BITS = 15;

  /** Low bits of differences between hashes that are written as they are. */
  static final int LOW_BITS = 17;

  static final int CLASS_BITS = 11;
  static final int CLUSTER_BITS = 11;
  static final int BASE_BITS = 4;

  private final byte[] bytes;
  private final int end;
  private final int[] blocks;
  private final PrefixCode classes;
  private final PrefixCode clusters;
  private final PrefixCode bases;

  private WordTable(
      byte[] bytes,
      int end,
      int[] blocks,
      PrefixCode classes,
      PrefixCode clusters,
      PrefixCode bases) {
    this.bytes = bytes;
    this.end = end;
    this.blocks = blocks;
    this.classes = classes;
    this.clusters = clusters;
    this.bases = bases;
  }

  /** Reads where the blocks are. */
  static WordTable read(BitInput in, byte[] bytes, int end) {
    PrefixCode classes = PrefixCode.read(in);
    PrefixCode clusters = PrefixCode.read(in);
    PrefixCode bases = PrefixCode.read(in);
    in.align();
    int[] blocks = new int[(1 << BLOCK_BITS) + 1];
    for (int block = 0; block < 1 << BLOCK_BITS; block++) {
      blocks[block + 1] = blocks[block] + in.number();
    }
    int first = in.position();
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] += first;
    }
    if (in.past() || blocks[blocks.length - 1] != end) {
      throw new IllegalStateException("words are missing");
    }
    return new WordTable(bytes, end, blocks, classes, clusters, bases);
  }

  /** The hash under which a word is kept, from {@link KeyHash#of} its lower-case form. */
  static long hash(long word) {
    long x = (word ^ (word >>> 32)) * 0xBEA225F9EB34556DL;
    x = (x ^ (x >>> 29)) * 0x9FB21C651E98DF25L;
    return (x ^ (x >>> 32)) >>> (64 - HASH_BITS);
  }

  static int block(long hash) {
    return (int) (hash >>> (HASH_BITS - BLOCK_BITS));
  }

  /**
   * All that is known of a word, to be taken apart by the methods below; 0 if nothing is.
   *
   * @param word {@link KeyHash#of} its simplified form in lower case
   */
  public int find(long word) {
    long hash = hash(word);
    int block = block(hash);
    BitInput in = new BitInput(bytes, blocks[block], blocks[block + 1]);
    int size = blocks[block] == blocks[block + 1] ? 0 : in.number();
    long at = (long) block << (HASH_BITS - BLOCK_BITS);
    for (int i = 0; i < size; i++) {
      at += in.rice(LOW_BITS);
      int classOfTags = classes.next(in);
      int cluster = clusters.next(in);
      int base = bases.next(in);
      if (at >= hash) {
        return at > hash
            ? 0
            : classOfTags << (CLUSTER_BITS + BASE_BITS) | cluster << BASE_BITS | base;
      }
    }
    return 0;
  }

  /** Number of the class of tags, −1 where none is known. */
  public static int tagClass(int known) {
    return (known >>> (CLUSTER_BITS + BASE_BITS)) - 1;
  }

  /** Number of the cluster, −1 where none is known. */
  public static int cluster(int known) {
    return (known >>> BASE_BITS & (1 << CLUSTER_BITS) - 1) - 1;
  }

  /** Whether the word is a base form of a part of speech. */
  public static boolean isBase(int known, Base part) {
    return (known >>> part.ordinal() & 1) == 1;
  }

  /** Parts of speech that inflect. */
  public enum Base {
    VERB,
    NOUN,
    ADJECTIVE,
    ADVERB
  }
}
