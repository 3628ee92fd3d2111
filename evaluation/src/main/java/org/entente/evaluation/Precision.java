package org.entente.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.entente.coding.relation.Calibration;
import org.entente.coding.relation.Calibration.Answer;
import org.entente.evaluation.measure.Reliability;
import org.entente.evaluation.show.Block;
import org.entente.evaluation.show.Figures;
import org.entente.model.Event;

/**
 * How many of the printed events are right. A record lists one event of its text, which may tell
 * others: an event that is no record's is not known to be wrong. So there are five measures, from
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
  private int anyRight;
  private int readRight;
  private final Verdicts verdicts = Verdicts.bundled();
  private final List<Answer> read = new ArrayList<>();
  private final List<Integer> readFolds = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Integer> folds = new ArrayList<>();
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
      Boolean verdict = verdicts.of(event);
      if (verdict != null) {
        read.add(new Answer(event.confidence(), verdict));
        readFolds.add(Folds.of(records.get(0).text()));
        readRight += verdict ? 1 : 0;
      }
      if (!told.isEmpty()) {
        answers.add(new Answer(event.confidence(), right(event, told)));
        folds.add(Folds.of(records.get(0).text()));
      }
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
      anyRight += events.stream().anyMatch(event -> right(event, records)) ? 1 : 0;
    }
  }

  private boolean right(Event event, List<GoldRecord> records) {
    return records.stream().anyMatch(r -> match.type(event, r) && match.dyad(event, r));
  }

  List<Block> blocks() {
    List<List<String>> rows = new ArrayList<>();
    if (!read.isEmpty()) {
      rows.add(row("as read", read.size(), readRight));
    }
    rows.addAll(
        List.of(
            row("strict", printed, right),
            row("texts with a right one", texts, anyRight),
            row("surest of a text", texts, surestRight),
            row("on the record's words", onWords, onWordsRight),
            row("type between the record's countries", dyads, dyadsTyped)));
    return List.of(
        new Block.Table(List.of("precision", "printed", "right", "share"), rows, false),
        new Block.Words(
            (read.isEmpty()
                    ? ""
                    : "As read: of the printed events that readers have read one by one against the"
                        + " text, main event or not, how many are right; "
                        + Figures.count(printed - read.size())
                        + " have not been read. ")
                + "By the records, a printed event is right if it has the type and both countries of a record of its text."
                + " Strict: of all printed events; a record lists one event of a text that may tell"
                + " several, so this is a lower bound. Texts with a right one: of the texts with any"
                + " printed event, how many have one that is right. Surest of a text: of the texts with any"
                + " printed event, how often the most confident one is right. On the record's words:"
                + " of the printed events whose words of action overlap those that the record marks"
                + " as the event, so that both speak of the same. Type between the record's"
                + " countries: of the printed events that have both countries, how many have the"
                + " type."));
  }

  /**
   * Confidence and outcome of the events that have been read; where none have, of those that speak
   * of what a record speaks of.
   */
  List<Answer> answers() {
    return List.copyOf(read.isEmpty() ? answers : read);
  }

  /**
   * Whether confidence says how often an event is right, among {@link #answers}. Each fifth of the
   * texts is calibrated on the others.
   */
  List<Block> reliability() {
    List<Answer> answers = answers();
    List<Integer> folds = read.isEmpty() ? this.folds : readFolds;
    double[] confidences = new double[answers.size()];
    boolean[] right = new boolean[answers.size()];
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      List<Answer> others = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        if (folds.get(i) != fold) {
          others.add(answers.get(i));
        }
      }
      Calibration curve = Calibration.fit(others);
      for (int i = 0; i < answers.size(); i++) {
        if (folds.get(i) == fold) {
          confidences[i] = curve.of(answers.get(i).probability());
          right[i] = answers.get(i).right();
        }
      }
    }
    Reliability reliability = Reliability.of(confidences, right, 5);
    List<List<String>> rows = new ArrayList<>();
    for (Reliability.Bin bin : reliability.bins()) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%.1f–%.1f", bin.from(), bin.to()),
              Figures.count(bin.count()),
              String.format(Locale.ROOT, "%.3f", bin.confidence()),
              String.format(Locale.ROOT, "%.3f", bin.right())));
    }
    return List.of(
        new Block.Table(List.of("confidence", "events", "mean", "right"), rows, false),
        new Block.Words(
            String.format(
                Locale.ROOT,
                "Expected calibration error %.3f over the events %s, the curve fitted without a"
                    + " text's fifth.",
                reliability.error(),
                read.isEmpty() ? "on the records' words" : "that have been read")));
  }

  private static List<String> row(String name, int all, int right) {
    return List.of(name, Figures.count(all), Figures.count(right), Figures.share(right, all));
  }
}
