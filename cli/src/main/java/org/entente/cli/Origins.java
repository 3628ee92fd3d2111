package org.entente.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.TimeSpan;
import org.entente.store.EventStore;

/**
 * The documents that events of the store are from; each is read once, as long as there are not too
 * many.
 */
final class Origins {
  private static final int KEPT = 200;

  private final EventStore store;
  private final Map<String, Document> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Document> eldest) {
          return size() > KEPT;
        }
      };

  Origins(EventStore store) {
    this.store = store;
  }

  /** The document, or null for an imported event, which has none. */
  Document of(Event event) {
    return event.evidence().get(0).span() == null
        ? null
        : known.computeIfAbsent(event.document(), id -> store.document(id).orElse(null));
  }

  /** The document, or in its place one without text that is the data set. */
  Document orDataset(Event event) {
    Document document = of(event);
    return document != null
        ? document
        : known.computeIfAbsent(
            event.document(),
            id ->
                new Document(
                    id,
                    id,
                    null,
                    null,
                    null,
                    TimeSpan.UNKNOWN,
                    null,
                    null,
                    "",
                    List.of(),
                    List.of()));
  }
}
