package org.entente.coding.syntax.model;

/**
 * What is known of a word by its form alone: the tags it may have, its cluster, and of which parts
 * of speech it is a base form. Words are kept as hashes of {@value #HASH_BITS} bits. Immutable.
 */
public final class WordTable {
  static final int HASH_BITS = 40;
  static final int SLOT_BITS = 21;
  static final int CLASS_BITS = 11;
  static final int CLUSTER_BITS = 11;
  static final int BASE_BITS = 4;
  private static final int VALUE_BITS = CLASS_BITS + CLUSTER_BITS + BASE_BITS;

  private final long[] table;

  private WordTable(long[] table) {
    this.table = table;
  }

  /** Fills a table with words that come in the order of their hashes. */
  static final class Builder {
    private final long[] table = new long[(1 << SLOT_BITS) + 4096];
    private int free;

    void add(long hash, int classOfTags, int cluster, int bases) {
      int slot = Math.max(free, (int) (hash >>> (HASH_BITS - SLOT_BITS)));
      table[slot] = check(hash) << VALUE_BITS | value(classOfTags, cluster, bases);
      free = slot + 1;
    }

    WordTable build() {
      if (free >= table.length) {
        throw new IllegalStateException("too many words");
      }
      return new WordTable(table);
    }
  }

  private static long value(int classOfTags, int cluster, int bases) {
    return (long) classOfTags << (CLUSTER_BITS + BASE_BITS) | (long) cluster << BASE_BITS | bases;
  }

  private static long check(long hash) {
    return hash & (1L << (64 - VALUE_BITS)) - 1;
  }

  /** The hash under which a word is kept, from {@link KeyHash#of} its lower-case form. */
  static long hash(long word) {
    long x = (word ^ (word >>> 32)) * 0xBEA225F9EB34556DL;
    x = (x ^ (x >>> 29)) * 0x9FB21C651E98DF25L;
    return (x ^ (x >>> 32)) >>> (64 - HASH_BITS);
  }

  /**
   * All that is known of a word, to be taken apart by the methods below; 0 if nothing is.
   *
   * @param word {@link KeyHash#of} its simplified form in lower case
   */
  public int find(long word) {
    long hash = hash(word);
    long check = check(hash);
    for (int slot = (int) (hash >>> (HASH_BITS - SLOT_BITS)); ; slot++) {
      long entry = table[slot];
      if (entry == 0) {
        return 0;
      }
      if (entry >>> VALUE_BITS == check) {
        return (int) (entry & (1L << VALUE_BITS) - 1);
      }
    }
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

  public long bytes() {
    return 8L * table.length;
  }
}
