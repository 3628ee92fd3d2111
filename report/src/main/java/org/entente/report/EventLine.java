package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Status;

/**
 * An event in one line, for news as it comes: date, source → target, type, place, confidence, and
 * who reports it under which title. Its parts are two spaces apart; one that is not known is left
 * out.
 */
public final class EventLine {
  private EventLine() {}

  /**
   * The line of an event, without a line end.
   *
   * @param document that it is of
   * @param width most columns, or 0 for a line that is never cut
   */
  public static String of(Document document, Event event, int width) {
    List<String> parts = new ArrayList<>();
    parts.add(event.time().label());
    parts.add(actor(event.source()) + " → " + actor(event.target()));
    parts.add(
        Columns.clean(Words.type(event))
            + (event.cameo() == null ? "" : " " + event.cameo())
            + (event.status() == Status.ACTUAL ? "" : " (" + Words.lower(event.status()) + ")"));
    String place = Words.place(event.place());
    if (place != null) {
      parts.add(Columns.clean(place));
    }
    parts.add(String.format(Locale.ROOT, "%.2f", event.confidence()));
    String title = Columns.clean(Words.title(document));
    parts.add(
        document.publisher() == null ? title : Columns.clean(document.publisher()) + ": " + title);
    String line = String.join("  ", parts);
    return width == 0 ? line : Columns.fit(line, width);
  }

  private static String actor(Actor actor) {
    return actor == null ? "–" : Columns.clean(actor.fullCode() + " " + Words.name(actor));
  }
}
