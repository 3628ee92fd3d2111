/**
 * Codes corpora that are too large for one machine, on Apache Spark: documents on any Hadoop file
 * system to events as Parquet, byte for byte as {@code entente code} gives them. Start at {@link
 * org.entente.spark.CorpusRun}.
 */
package org.entente.spark;
