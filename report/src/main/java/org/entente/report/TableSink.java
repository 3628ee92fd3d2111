package org.entente.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Status;

/** One block a document, two lines an event, a line of totals. */
final class TableSink implements Report.Sink {
  private static final int GAP = 2;
  private static final int MARKED = 10; // "? possible"
  private static final int CONFIDENCE = 4;

  private final Appendable out;
  private final int width;
  private final Ansi ansi;
  private final Totals totals = new Totals();

  TableSink(Appendable out, Report.Options options) {
    this.out = out;
    this.width = options.width();
    this.ansi = new Ansi(options.colour());
  }

  /** Widths of the columns that change with what is in them; a width of 0 leaves a column out. */
  private record Layout(int date, int source, int target, int type, int status, int confidence) {}

  @Override
  public void add(Report.Coded coded) throws IOException {
    totals.add(coded.events());
    Document document = coded.document();
    for (String line :
        Columns.wrap(List.of(Columns.clean(Words.title(document)).split(" ")), " ", width)) {
      line(ansi.bold(line));
    }
    List<String> about = new ArrayList<>();
    if (document.publisher() != null) {
      about.add(Columns.clean(document.publisher()));
    }
    about.add(document.published().known() ? document.published().label() : Words.NO_DATE);
    about.add(
        coded.events().isEmpty() ? "no events found" : Words.count(coded.events().size(), "event"));
    Words.notes(document).forEach(note -> about.add(Columns.clean(note)));
    for (String line : Columns.wrap(about, " · ", width)) {
      line(ansi.dim(line));
    }
    if (!coded.events().isEmpty()) {
      line("");
      Layout layout = layout(coded.events());
      for (Event event : coded.events()) {
        row(layout, event);
        detail(layout, document, event);
      }
    }
    line("");
  }

  private Layout layout(List<Event> events) {
    int date = 1;
    int source = 6;
    int target = 6;
    int type = 9;
    boolean marked = false;
    for (Event event : events) {
      date = Math.max(date, event.time().label().length());
      source = Math.max(source, Columns.width(actor(event.source())));
      target = Math.max(target, Columns.width(actor(event.target())));
      type = Math.max(type, Columns.width(type(event)));
      marked |= event.status() != Status.ACTUAL;
    }
    type = Math.min(type, width / 4 + 2);
    int status = marked ? MARKED : 8;
    int confidence = CONFIDENCE;
    int left = left(date, type, status, confidence);
    if (left < 24) {
      type = Math.max(9, type - (24 - left));
      left = left(date, type, status, confidence);
    }
    if (left < 20) {
      confidence = 0;
      left = left(date, type, status, confidence);
    }
    if (left < 16) {
      status = 1;
      left = left(date, type, status, confidence);
    }
    left = Math.max(2, left);
    // The shorter column gives what it does not need to the longer.
    int half = left / 2;
    if (source <= half) {
      target = Math.min(target, left - source);
    } else if (target <= half) {
      source = Math.min(source, left - target);
    } else {
      source = left - half;
      target = half;
    }
    return new Layout(date, source, target, type, status, confidence);
  }

  private int left(int date, int type, int status, int confidence) {
    int gaps = 3 * GAP + 3 + (confidence > 0 ? GAP : 0);
    return width - date - type - status - confidence - gaps;
  }

  private static String type(Event event) {
    return Columns.clean(Words.type(event)) + (event.cameo() == null ? "" : " " + event.cameo());
  }

  private static String actor(Actor actor) {
    return actor == null
        ? "–"
        : Columns.clean(actor.fullCode()) + " " + Columns.clean(Words.name(actor));
  }

  private String actorCell(Actor actor, int columns) {
    String cell = Columns.cell(actor(actor), columns);
    int space = cell.indexOf(' ');
    return actor == null || space < 0
        ? cell
        : ansi.bold(cell.substring(0, space)) + cell.substring(space);
  }

  /** Type, mode and CAMEO code; the mode is cut before the code is. */
  private static String typeCell(Event event, int columns) {
    String code = event.cameo() == null ? "" : " " + event.cameo();
    String words = Columns.clean(Words.type(event));
    int room = columns - code.length();
    String type = event.type().name();
    if (room < type.length()) {
      return Columns.cell(type, columns);
    }
    // A stump of a mode says nothing.
    boolean stump = Columns.width(words) > room && room < type.length() + 5;
    return Columns.cell(stump ? type + code : Columns.fit(words, room) + code, columns);
  }

  private void row(Layout layout, Event event) throws IOException {
    String gap = " ".repeat(GAP);
    StringBuilder row = new StringBuilder();
    row.append(Columns.cell(event.time().label(), layout.date())).append(gap);
    row.append(actorCell(event.source(), layout.source()));
    row.append(ansi.quad(event.quad(), " → "));
    row.append(actorCell(event.target(), layout.target())).append(gap);
    row.append(ansi.quad(event.quad(), typeCell(event, layout.type()))).append(gap);
    String status =
        Columns.cell(
            Words.marker(event.status()) + " " + Words.lower(event.status()), layout.status());
    row.append(event.status() == Status.ACTUAL ? status : ansi.bold(status));
    if (layout.confidence() > 0) {
      row.append(gap).append(String.format(Locale.ROOT, "%.2f", event.confidence()));
    }
    line(row.toString());
  }

  private void detail(Layout layout, Document document, Event event) throws IOException {
    List<String> parts = new ArrayList<>();
    String place = Words.place(event.place());
    if (place != null) {
      parts.add("in " + Columns.clean(place));
    }
    event.magnitudes().forEach(m -> parts.add(Columns.clean(Words.magnitude(m))));
    String speaker = Words.speaker(event.attribution());
    if (speaker != null) {
      parts.add("according to " + Columns.clean(speaker));
    }
    String predicate = Words.words(document, event.evidence().get(0).predicate());
    if (!predicate.isEmpty()) {
      parts.add("“" + predicate + "”");
    }
    if (event.evidence().size() > 1) {
      parts.add("told " + event.evidence().size() + " times");
    }
    int indent = layout.date() + GAP;
    for (String line : Columns.wrap(parts, " · ", width - indent)) {
      line(" ".repeat(indent) + ansi.dim(line));
    }
  }

  private void line(String line) throws IOException {
    out.append(line.stripTrailing()).append('\n');
  }

  @Override
  public void close() throws IOException {
    for (String line : Columns.wrap(List.of(totals.line().split(" · ")), " · ", width)) {
      line(ansi.bold(line));
    }
  }
}
