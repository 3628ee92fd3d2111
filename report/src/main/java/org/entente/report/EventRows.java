package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Status;

/** Events in lines of a terminal, in columns that fit what is in them. */
final class EventRows {
  private static final int GAP = 2;
  private static final int MARKED = 10; // "? possible"
  private static final int CONFIDENCE = 4;

  private final int width;
  private final Ansi ansi;
  private final Layout layout;

  /**
   * @param events all that are to be shown
   * @param width columns of the terminal
   */
  EventRows(List<Event> events, int width, Ansi ansi) {
    this.width = width;
    this.ansi = ansi;
    this.layout = layout(events, width);
  }

  /** Widths of the columns that change with what is in them; a width of 0 leaves a column out. */
  private record Layout(int date, int source, int target, int type, int status, int confidence) {}

  private static Layout layout(List<Event> events, int width) {
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
    int left = left(width, date, type, status, confidence);
    if (left < 24) {
      type = Math.max(9, type - (24 - left));
      left = left(width, date, type, status, confidence);
    }
    if (left < 20) {
      confidence = 0;
      left = left(width, date, type, status, confidence);
    }
    if (left < 16) {
      status = 1;
      left = left(width, date, type, status, confidence);
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

  private static int left(int width, int date, int type, int status, int confidence) {
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

  /** Day, source, target, type, status and confidence. */
  String row(Event event) {
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
    return row.toString().stripTrailing();
  }

  /**
   * Place, numbers, speaker and words of the text, in lines below the row; none if there is nothing
   * to tell.
   *
   * @param document that the event is of, or null if there is no text
   * @param more what else to tell
   */
  List<String> details(Document document, Event event, List<String> more) {
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
    String predicate =
        document == null ? "" : Words.words(document, event.evidence().get(0).predicate());
    if (!predicate.isEmpty()) {
      parts.add("“" + predicate + "”");
    }
    if (event.evidence().size() > 1) {
      parts.add("told " + event.evidence().size() + " times");
    }
    parts.addAll(more);
    int indent = layout.date() + GAP;
    return Columns.wrap(parts, " · ", width - indent).stream()
        .map(line -> " ".repeat(indent) + ansi.dim(line))
        .toList();
  }
}
