package org.entente.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Span;
import org.entente.model.TimeSpan;
import org.entente.store.Annotation;
import org.entente.store.EventStore;

/** Events with what belongs to them: sentence, document, how often they are told, verdicts. */
final class EventViews {
  /**
   * Where an event is from.
   *
   * @param published in words
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Origin(String id, String title, String publisher, String published, String url) {}

  /**
   * An event.
   *
   * @param quad its quad class
   * @param when its time in words
   * @param sentence that tells it first, or null where it was imported
   * @param document null where it was imported
   * @param told how many reports tell it
   * @param annotation what a reader said of it, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      Event event,
      String when,
      String sentence,
      Origin document,
      int told,
      Annotation annotation) {}

  private final EventStore store;
  private final Map<String, Document> documents = new HashMap<>();

  EventViews(EventStore store) {
    this.store = store;
  }

  List<View> of(List<Event> events) {
    List<String> ids = events.stream().map(Event::id).toList();
    Map<String, Integer> told = store.told(ids);
    Map<String, Annotation> annotations = store.annotations().of(ids);
    return events.stream()
        .map(
            event -> {
              Evidence first = event.evidence().get(0);
              Document document = first.span() == null ? null : document(event.document());
              return new View(
                  event,
                  event.time().label(),
                  sentence(document, first.span()),
                  origin(document),
                  told.getOrDefault(event.id(), 1),
                  annotations.get(event.id()));
            })
        .toList();
  }

  /** The same of a document that need not be in the store. */
  List<View> of(Document document, List<Event> events) {
    documents.put(document.id(), document);
    return of(events);
  }

  private Document document(String id) {
    return documents.computeIfAbsent(id, any -> store.document(id).orElse(null));
  }

  static String sentence(Document document, Span span) {
    return document == null || span == null || span.end() > document.text().length()
        ? null
        : span.in(document.text());
  }

  private static Origin origin(Document document) {
    if (document == null) {
      return null;
    }
    TimeSpan published = document.published();
    return new Origin(
        document.id(),
        document.title(),
        document.publisher(),
        published.known() ? published.label() : null,
        document.url());
  }
}
