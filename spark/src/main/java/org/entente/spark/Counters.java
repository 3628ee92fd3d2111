package org.entente.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What Spark's page shows while a batch runs. A task that is tried again counts again; the
 * manifest's figures are counted in what was written.
 *
 * @param skipped records of Web archives that are no pages
 * @param milliseconds spent in the coder, over all tasks
 */
record Counters(
    LongAccumulator documents,
    LongAccumulator events,
    LongAccumulator aside,
    LongAccumulator characters,
    LongAccumulator skipped,
    LongAccumulator milliseconds)
    implements Serializable {
  static Counters of(SparkContext context) {
    return new Counters(
        context.longAccumulator("documents coded"),
        context.longAccumulator("events"),
        context.longAccumulator("documents set aside"),
        context.longAccumulator("characters coded"),
        context.longAccumulator("records of Web archives that are no pages"),
        context.longAccumulator("milliseconds in the coder"));
  }
}
