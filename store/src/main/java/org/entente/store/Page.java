package org.entente.store;

import java.util.List;
import org.entente.model.Event;

/**
 * A page of the events that match, see {@link EventStore#page}.
 *
 * @param events of the page, in the order that was asked for
 * @param total how many match in all
 */
public record Page(List<Event> events, long total) {
  public Page {
    events = List.copyOf(events);
  }
}
