package org.entente.spark;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an output holds, and what this run added.
 *
 * @param coder version of the coder and hash of its knowledge
 * @param batches in the output
 * @param documents coded, in the output
 * @param events in the output
 * @param aside documents set aside, by reason
 * @param characters of the documents coded
 * @param skipped records of Web archives that are no pages
 * @param unsupported files in folders whose ending says that they are no documents
 * @param now what this run added
 */
public record Summary(
    String coder,
    int batches,
    long documents,
    long events,
    Map<String, Long> aside,
    long characters,
    long skipped,
    int unsupported,
    Now now) {
  /**
   * One run.
   *
   * @param batches coded
   * @param known batches that were there already
   * @param documents coded
   * @param seconds of the batches, from start to commit
   * @param coderSeconds spent in the coder, over all tasks
   * @param documentsPerSecond coded, over the batches' seconds
   */
  public record Now(
      int batches,
      int known,
      long documents,
      double seconds,
      double coderSeconds,
      double documentsPerSecond) {}

  static Summary of(String coder, Collection<Manifest> all, int known, int unsupported) {
    Map<String, Long> aside = new TreeMap<>();
    long documents = 0;
    long events = 0;
    long characters = 0;
    long skipped = 0;
    long added = 0;
    double seconds = 0;
    double coderSeconds = 0;
    int at = 0;
    for (Manifest manifest : all) {
      documents += manifest.documents();
      events += manifest.events();
      characters += manifest.characters();
      skipped += manifest.skipped();
      manifest.aside().forEach((reason, count) -> aside.merge(reason, count, Long::sum));
      if (++at > known) {
        added += manifest.documents();
        seconds += manifest.seconds();
        coderSeconds += manifest.coderSeconds();
      }
    }
    return new Summary(
        coder,
        all.size(),
        documents,
        events,
        aside,
        characters,
        skipped,
        unsupported,
        new Now(
            all.size() - known,
            known,
            added,
            round(seconds),
            round(coderSeconds),
            seconds == 0 ? 0 : round(added / seconds)));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
