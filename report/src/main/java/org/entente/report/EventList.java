package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.entente.model.Document;
import org.entente.model.Event;

/** Events of many documents, in the order in which they are given. */
public final class EventList {
  private EventList() {}

  /**
   * For a terminal: a line each, and below it what else is known, so for events from texts always
   * the words and the title.
   *
   * @param document the document of an event, or null where there is none, as of imported events
   */
  public static String table(
      List<Event> events, Function<Event, Document> document, Report.Options options) {
    EventRows rows = new EventRows(events, options.width(), new Ansi(options.colour()));
    StringBuilder out = new StringBuilder();
    for (Event event : events) {
      out.append(rows.row(event)).append('\n');
      Document text = document.apply(event);
      List<String> from = text == null ? List.of() : List.of(origin(text));
      rows.details(text, event, from).forEach(line -> out.append(line).append('\n'));
    }
    return out.toString();
  }

  /** {@code La Stampa: Title}. */
  private static String origin(Document document) {
    String title = Columns.fit(Columns.clean(Words.title(document)), 60);
    return document.publisher() == null
        ? title
        : Columns.fit(Columns.clean(document.publisher()), 30) + ": " + title;
  }

  /** For a page: a row each. */
  public static Grid grid(List<Event> events, Function<Event, Document> document) {
    List<List<Object>> rows = new ArrayList<>();
    for (Event event : events) {
      Document text = document.apply(event);
      List<Object> row = new ArrayList<>();
      row.add(event.time().label());
      row.add(actor(event.source()));
      row.add(event.target() == null ? "–" : actor(event.target()));
      row.add(Words.type(event));
      row.add(event.cameo());
      row.add(event.goldstein());
      row.add(Words.lower(event.status()));
      row.add(Words.place(event.place()));
      row.add(event.confidence());
      row.add(
          text == null
              ? event.evidence().get(0).rule()
              : "“"
                  + Columns.fit(Words.words(text, event.evidence().get(0).span()), 240)
                  + "” "
                  + origin(text));
      rows.add(row);
    }
    return new Grid(
        List.of(
            Grid.Column.text("day", "day"),
            Grid.Column.text("source", "source"),
            Grid.Column.text("target", "target"),
            Grid.Column.text("type", "type"),
            Grid.Column.text("cameo", "CAMEO"),
            Grid.Column.number("goldstein", "Goldstein", 1),
            Grid.Column.text("status", "status"),
            Grid.Column.text("place", "place"),
            Grid.Column.number("confidence", "confidence", 2),
            Grid.Column.text("evidence", "told by")),
        rows);
  }

  private static String actor(org.entente.model.Actor actor) {
    return actor.fullCode() + " " + Words.name(actor);
  }

  /** {@code 1–50 of 70,764 events}. */
  public static String range(long offset, int shown, long total) {
    if (total == 0) {
      return "no events";
    }
    if (shown == 0) {
      return String.format(Locale.ROOT, "nothing on this page of %,d events", total);
    }
    return shown == total
        ? Words.count(total, "event")
        : String.format(Locale.ROOT, "%,d–%,d of %,d events", offset + 1, offset + shown, total);
  }
}
