package org.entente.spark;

import java.util.List;
import java.util.Map;

/**
 * What a committed batch did. It is written before the batch's files go to their places: a batch
 * counts if its manifest is there.
 *
 * @param batch number, from 1
 * @param settings that it was coded with
 * @param slices of the input that it coded
 * @param documents coded
 * @param events found
 * @param aside documents set aside, by reason
 * @param characters of the documents coded
 * @param skipped records of Web archives that are no pages; may be too high after failed tasks
 * @param seconds from its start to its commit
 * @param coderSeconds spent in the coder, over all tasks; may be too high after failed tasks
 * @param files from where they were written to where they belong, below the output
 */
record Manifest(
    int batch,
    Map<String, String> settings,
    List<Slice> slices,
    long documents,
    long events,
    Map<String, Long> aside,
    long characters,
    long skipped,
    double seconds,
    double coderSeconds,
    Map<String, String> files) {}
