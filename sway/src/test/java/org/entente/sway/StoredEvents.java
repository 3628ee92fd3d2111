package org.entente.sway;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.entente.store.EventStore;

/** A small store of events for tests. */
public final class StoredEvents {
  private final List<Event> events = new ArrayList<>();

  public StoredEvents add(
      LocalDate day, String source, EventType type, String target, String cameo, double goldstein) {
    events.add(
        new Event(
            "e" + events.size(),
            "d",
            actor(source),
            actor(target),
            type,
            null,
            List.of(),
            cameo,
            goldstein,
            Status.ACTUAL,
            new Attribution(null, null, null),
            TimeSpan.day(day),
            null,
            List.of(),
            1,
            List.of(new Evidence(0, new Span(0, 1), null, null, null, null, null, null, List.of())),
            null));
    return this;
  }

  public EventStore save(Path file) {
    EventStore store = EventStore.open(file);
    store.save(
        new Document(
            "d",
            "d.txt",
            null,
            null,
            null,
            TimeSpan.day(LocalDate.of(2015, 1, 1)),
            null,
            "en",
            "x",
            List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, 1))),
            List.of()),
        events,
        "coder");
    return store;
  }

  private static Actor actor(String code) {
    return new Actor(code, "Land " + code, code, List.of(), null, null);
  }
}
