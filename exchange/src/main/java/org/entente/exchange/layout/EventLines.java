package org.entente.exchange.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.entente.exchange.rows.Row;
import org.entente.model.Event;
import org.entente.store.EventJson;

/** JSON Lines of whole events: nothing is lost on the way out and back. */
final class EventLines implements Layout {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORIGINAL = "\"original\"";

  private final Setting setting;

  EventLines(Setting setting) {
    this.setting = setting;
  }

  /** The event as a line, with what its row said beyond it. */
  static String line(Event event, String original) {
    String json = EventJson.write(event);
    return original == null
        ? json
        : json.substring(0, json.length() - 1) + "," + ORIGINAL + ":" + original + "}";
  }

  @Override
  public Read read(Row row) throws WrongRow {
    try {
      Event event = EventJson.readEvent(row.raw());
      if (event.document() == null) {
        event = withDocument(event);
      }
      return new Read(event, original(row.raw()));
    } catch (IllegalArgumentException e) {
      throw new WrongRow("no event", e.getMessage());
    }
  }

  private Event withDocument(Event e) {
    return new Event(
        e.id(),
        setting.dataset(),
        e.source(),
        e.target(),
        e.type(),
        e.mode(),
        e.contexts(),
        e.cameo(),
        e.goldstein(),
        e.status(),
        e.attribution(),
        e.time(),
        e.place(),
        e.magnitudes(),
        e.confidence(),
        e.evidence(),
        e.coder());
  }

  private static String original(String raw) throws WrongRow {
    if (!raw.contains(ORIGINAL)) {
      return null;
    }
    try {
      JsonNode original = JSON.readTree(raw).get("original");
      return original == null || original.isNull() ? null : JSON.writeValueAsString(original);
    } catch (JsonProcessingException e) {
      throw new WrongRow("no event", e.getOriginalMessage());
    }
  }
}
