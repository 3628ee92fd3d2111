package org.entente.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.model.Document;
import org.entente.model.Event;

/** A document and what was coded from it: what is saved or not saved as a whole. */
record Coding(Document document, List<Event> events, String coder) {
  Coding {
    events = List.copyOf(events);
    Set<String> ids = new HashSet<>();
    for (Event event : events) {
      if (!document.id().equals(event.document())) {
        throw new IllegalArgumentException(
            "event "
                + event.id()
                + " is of document "
                + event.document()
                + ", and cannot be saved with document "
                + document.id());
      }
      if (!ids.add(event.id())) {
        throw new IllegalArgumentException(
            "document " + document.id() + " has two events with the id " + event.id());
      }
    }
  }

  /** What the run would code again if it changed: everything but where it was read from. */
  static String fingerprint(Document d) {
    return Texts.sha256(
        EventJson.write(
            new Document(
                d.id(),
                null,
                d.title(),
                d.byline(),
                d.publisher(),
                d.published(),
                d.url(),
                d.language(),
                d.text(),
                d.paragraphs(),
                List.of())));
  }
}
