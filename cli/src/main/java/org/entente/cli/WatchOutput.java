package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.entente.feeds.Watch;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.report.EventLine;
import org.entente.report.Report;

/** Prints each event at once: what reads it sees it as it comes. */
final class WatchOutput implements Watch.Sink {
  private final PrintWriter out;
  private final PrintWriter errors;
  private final Report.Format format;
  private final double confidence;
  private Runnable unread = () -> {};

  /**
   * @param format table or jsonl
   * @param confidence of the events that are printed, at least
   */
  WatchOutput(PrintWriter out, PrintWriter errors, Report.Format format, double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "--min-confidence: from 0 to 1, such as 0.8, not " + confidence);
    }
    this.out = out;
    this.errors = errors;
    this.format = format;
    this.confidence = confidence;
  }

  static Report.Format kind(String name) {
    if (name.equalsIgnoreCase("table") || name.equalsIgnoreCase("jsonl")) {
      return Report.Format.of(name);
    }
    throw new IllegalArgumentException("--format: no format '" + name + "'; choose table or jsonl");
  }

  /** What to do when nobody reads what is printed any more. */
  void whenUnread(Runnable action) {
    unread = action;
  }

  @Override
  public void coded(Document document, List<Event> events) {
    List<Event> shown = events.stream().filter(event -> event.confidence() >= confidence).toList();
    if (format == Report.Format.JSONL) {
      try (Report report = Report.to(out, format, Report.Options.PLAIN)) {
        report.add(new Report.Coded(document, shown));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      int width = Terminal.output() ? Terminal.width() : 0;
      shown.forEach(event -> out.println(EventLine.of(document, event, width)));
    }
    if (out.checkError()) {
      unread.run();
    }
  }

  @Override
  public void said(String message) {
    errors.println(message);
    errors.flush();
  }
}
