package org.entente.spark;

import java.util.Locale;
import org.apache.spark.Partitioner;

/**
 * Keys by which documents travel: those of one id go to one partition, in the order of the input.
 */
final class Keys {
  private Keys() {}

  /**
   * @param id of the document; empty for what was set aside before it had one
   * @param slice number of the slice in the batch, from 1; 0 for what is known from earlier batches
   * @param number in the slice
   */
  static String of(String id, int slice, long number) {
    return String.format(Locale.ROOT, "%s\u0000%08x%012x", id, slice, number);
  }

  /** Spreads ids evenly, and what has no id too. */
  static final class ById extends Partitioner {
    private final int partitions;

    ById(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      String text = (String) key;
      int end = text.lastIndexOf('\u0000');
      int hash = (end == 0 ? text : text.substring(0, end)).hashCode() * 0x9E3779B9;
      return Math.floorMod(hash ^ hash >>> 16, partitions);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ById same && same.partitions == partitions;
    }

    @Override
    public int hashCode() {
      return partitions;
    }
  }
}
