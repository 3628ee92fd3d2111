package org.entente.evaluation;

import java.util.Comparator;
import java.util.List;
import org.entente.evaluation.show.Block;
import org.entente.evaluation.show.Figures;
import org.entente.model.Event;

/**
 * How many of the printed events are right. A record lists one event of its text, which may tell
 * others: an event that is no record's is not known to be wrong. So there are four measures, from
 * the hardest on those that are printed to the one that asks only where the gold has an answer.
 */
final class Precision {
  private final RecordMatch match;
  private int printed;
  private int right;
  private int onWords;
  private int onWordsRight;
  private int texts;
  private int surestRight;
  private int dyads;
  private int dyadsTyped;

  Precision(RecordMatch match) {
    this.match = match;
  }

  /**
   * Counts the events of a text.
   *
   * @param records all those of the text
   */
  void add(List<Event> events, List<GoldRecord> records) {
    for (Event event : events) {
      printed++;
      right += right(event, records) ? 1 : 0;
      List<GoldRecord> told =
          records.stream()
              .filter(
                  record ->
                      event.evidence().stream()
                          .anyMatch(e -> record.markup().tellsEvent(e.predicate())))
              .toList();
      onWords += told.isEmpty() ? 0 : 1;
      onWordsRight += right(event, told) ? 1 : 0;
      List<GoldRecord> between =
          records.stream().filter(record -> match.dyad(event, record)).toList();
      dyads += between.isEmpty() ? 0 : 1;
      dyadsTyped += between.stream().anyMatch(record -> match.type(event, record)) ? 1 : 0;
    }
    if (!events.isEmpty()) {
      texts++;
      Event surest =
          events.stream().max(Comparator.comparingDouble(Event::confidence)).orElseThrow();
      surestRight += right(surest, records) ? 1 : 0;
    }
  }

  private boolean right(Event event, List<GoldRecord> records) {
    return records.stream().anyMatch(r -> match.type(event, r) && match.dyad(event, r));
  }

  List<Block> blocks() {
    return List.of(
        new Block.Table(
            List.of("precision", "printed", "right", "share"),
            List.of(
                row("strict", printed, right),
                row("surest of a text", texts, surestRight),
                row("on the record's words", onWords, onWordsRight),
                row("type between the record's countries", dyads, dyadsTyped)),
            false),
        new Block.Words(
            "A printed event is right if it has the type and both countries of a record of its text."
                + " Strict: of all printed events; a record lists one event of a text that may tell"
                + " several, so this is a lower bound. Surest of a text: of the texts with any"
                + " printed event, how often the most confident one is right. On the record's words:"
                + " of the printed events whose words of action overlap those that the record marks"
                + " as the event, so that both speak of the same. Type between the record's"
                + " countries: of the printed events that have both countries, how many have the"
                + " type."));
  }

  private static List<String> row(String name, int all, int right) {
    return List.of(name, Figures.count(all), Figures.count(right), Figures.share(right, all));
  }
}
