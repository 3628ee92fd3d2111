package org.entente.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.coding.Coder;
import org.entente.coding.event.EventFinder;
import org.entente.coding.mention.Mention;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.Event;
import org.entente.model.Evidence;

/** Prints what was read in the sentences of a document. */
final class Explanation {
  private static final int NEAR = 6;

  private final PrintWriter out;
  private final Coder.Reading reading;
  private final Set<Integer> wanted;
  private final String text;

  /**
   * @param wanted numbers of the sentences to show, or null for all
   */
  Explanation(PrintWriter out, Coder.Reading reading, Set<Integer> wanted) {
    this.out = out;
    this.reading = reading;
    this.wanted = wanted;
    this.text = reading.document().text();
  }

  void print() {
    for (Coder.ReadSentence read : reading.sentences()) {
      if (wanted == null || wanted.contains(read.sentence().number())) {
        print(read);
      }
    }
  }

  private void print(Coder.ReadSentence read) {
    Sentence sentence = read.sentence();
    out.println(sentence.span().in(text));
    out.println();
    out.println("The parse");
    for (Token token : sentence.tokens()) {
      String head = token.head() < 0 ? "" : sentence.token(token.head()).text();
      out.printf(
          "  %3d  %-20s %-18s %-6s %-10s %s%n",
          token.index() + 1,
          cut(token.text(), 20),
          cut(token.lemma(), 18),
          token.tag(),
          token.label(),
          head);
    }
    out.println();
    out.println("Who is spoken of");
    for (Mention mention : read.mentions().all()) {
      out.printf(
          "  %-34s %-14s %s%s%n",
          cut(mention.span().in(text), 34),
          mention.actor().fullCode(),
          mention.actor().name(),
          mention.because() == null ? "" : "  (" + mention.because() + ")");
    }
    out.println();
    out.println("What fired");
    List<Event> here = events(sentence);
    if (read.discard() != null) {
      out.printf(
          "  nothing: the %s is discarded for '%s' (%s)%n",
          read.discard().scope().name().toLowerCase(Locale.ROOT),
          read.discard().phrase(),
          read.discard().place());
    } else if (here.isEmpty()) {
      out.println("  nothing");
    }
    for (Event event : here) {
      print(event, sentence);
    }
    out.println();
    out.println("What nearly did");
    List<EventFinder.Attempt> near =
        read.attempts().stream()
            .filter(attempt -> !attempt.fired() && attempt.near())
            .sorted(Comparator.comparingInt(attempt -> -attempt.entry().weight()))
            .limit(NEAR)
            .toList();
    if (near.isEmpty()) {
      out.println("  nothing");
    }
    for (EventFinder.Attempt attempt : near) {
      out.printf(
          "  %-14s %-22s %-10s %s%n",
          attempt.trigger().text(),
          attempt.entry().place(),
          attempt.entry().type(),
          attempt.outcome());
    }
    out.println();
  }

  private List<Event> events(Sentence sentence) {
    return reading.events().stream()
        .filter(
            event -> event.evidence().stream().anyMatch(one -> one.sentence() == sentence.number()))
        .toList();
  }

  private void print(Event event, Sentence sentence) {
    out.printf(
        Locale.ROOT,
        "  %s  %s → %s  %s%s, CAMEO %s (Goldstein %.1f), %s, confidence %.2f%n",
        event.id(),
        event.source().fullCode(),
        event.target() == null ? "nobody named" : event.target().fullCode(),
        event.type(),
        event.mode() == null ? "" : " " + event.mode(),
        event.cameo(),
        event.goldstein(),
        event.status().name().toLowerCase(Locale.ROOT),
        event.confidence());
    for (Evidence evidence : event.evidence()) {
      if (evidence.sentence() != sentence.number()) {
        continue;
      }
      out.println(
          "      entry "
              + evidence.rule()
              + ", from the words '"
              + evidence.predicate().in(text)
              + "'");
      evidence.because().forEach(step -> out.println("      " + step));
    }
  }

  private static String cut(String words, int most) {
    String line = words.replace('\n', ' ');
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }
}
