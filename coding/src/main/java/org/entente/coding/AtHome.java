package org.entente.coding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.coding.event.Found;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Actor;
import org.entente.model.EventType;

/**
 * To whom a thing is done that a sentence tells without saying to whom: a government lifts a
 * curfew, citizens march. It is done at home: to the state that the source belongs to.
 */
final class AtHome {
  private static final Set<EventType> DOMESTIC =
      EnumSet.of(EventType.PROTEST, EventType.CONCEDE, EventType.RETREAT, EventType.COERCE);

  private AtHome() {}

  /** The state, or null where the source is the state itself or of none. */
  static Actor of(Found found, Actor source, Knowledge knowledge, List<String> because) {
    if (!DOMESTIC.contains(found.type()) || source.sectors().isEmpty()) {
      return null;
    }
    ActorEntry state = knowledge.actors().find(source.code());
    if (state == null
        || state.kind() != ActorEntry.Kind.COUNTRY
        || state.id().equals(source.id())) {
      return null;
    }
    because.add("no target is named: taken as done in " + state.name());
    return new Actor(state.id(), state.name(), state.code(), List.of(), null, null);
  }
}
