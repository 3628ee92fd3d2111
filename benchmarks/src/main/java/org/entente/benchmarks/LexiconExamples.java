package org.entente.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.entente.coding.Coder;
import org.entente.knowledge.lexicon.Entry;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.TimeSpan;

/**
 * Codes every entry's own example: does the entry fire, or at least another of its type? What does
 * not is a mistake of the entry, of the parse, or an example without a known actor.
 */
public final class LexiconExamples {
  private LexiconExamples() {}

  /**
   * @param args {@code -v} to print every example in which neither happens
   */
  public static void main(String[] args) {
    boolean verbose = args.length > 0 && args[0].equals("-v");
    Coder coder = Coder.bundled();
    Map<String, int[]> byFile = new TreeMap<>();
    int[] total = new int[3];
    for (Entry entry : coder.knowledge().lexicon().entries()) {
      if (entry.example() == null || entry.example().isBlank()) {
        continue;
      }
      Coder.Reading reading = coder.explain(document(entry.example()));
      boolean fired =
          reading.sentences().stream()
              .flatMap(sentence -> sentence.attempts().stream())
              .anyMatch(attempt -> attempt.fired() && attempt.entry() == entry);
      boolean typed = fired || reading.events().stream().anyMatch(e -> e.type() == entry.type());
      for (int[] counts : List.of(byFile.computeIfAbsent(entry.file(), k -> new int[3]), total)) {
        counts[0]++;
        counts[1] += fired ? 1 : 0;
        counts[2] += typed ? 1 : 0;
      }
      if (verbose && !typed) {
        System.out.println(entry.place() + " " + entry.type() + "  " + entry.example());
        reading.sentences().stream()
            .flatMap(sentence -> sentence.attempts().stream())
            .filter(attempt -> attempt.fired() || attempt.entry() == entry)
            .forEach(
                a ->
                    System.out.println(
                        "    "
                            + a.trigger().text()
                            + " "
                            + a.entry().place()
                            + ": "
                            + a.outcome()));
        for (Event event : reading.events()) {
          System.out.println("    = " + event.type() + " " + event.rule());
        }
      }
    }
    System.out.printf("%-28s %8s %8s %8s%n", "file", "examples", "fired", "type");
    byFile.forEach(LexiconExamples::print);
    print("all", total);
  }

  private static void print(String name, int[] row) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %8d %7.1f%% %7.1f%%%n",
        name,
        row[0],
        100.0 * row[1] / row[0],
        100.0 * row[2] / row[0]);
  }

  private static Document document(String text) {
    return new Document(
        "example",
        "-",
        null,
        null,
        null,
        TimeSpan.UNKNOWN,
        null,
        "en",
        text,
        List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, text.length()))),
        List.of());
  }
}
