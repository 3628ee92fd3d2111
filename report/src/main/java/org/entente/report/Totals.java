package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.model.Event;
import org.entente.model.Status;

/** What a report counts as it goes. */
final class Totals {
  private final Set<String> actors = new TreeSet<>();
  int documents;
  int events;
  int cooperation;
  int actual;
  int undated;

  void add(List<Event> added) {
    documents++;
    for (Event event : added) {
      events++;
      cooperation += event.quad().isCooperation() ? 1 : 0;
      actual += event.status() == Status.ACTUAL ? 1 : 0;
      undated += event.time().known() ? 0 : 1;
      actors.add(event.source().id());
      if (event.target() != null) {
        actors.add(event.target().id());
      }
    }
  }

  int actors() {
    return actors.size();
  }

  String line() {
    List<String> parts = new ArrayList<>();
    parts.add(Words.count(events, "event") + " in " + Words.count(documents, "document"));
    if (events > 0) {
      parts.add(cooperation + " cooperation, " + (events - cooperation) + " conflict");
      parts.add(actual + " actual");
      if (undated > 0) {
        parts.add(undated + " undated");
      }
      parts.add(Words.count(actors(), "actor"));
    }
    return String.join(" · ", parts);
  }
}
