package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.List;

/** An actor of a dictionary: its names, the first of which heads it, and its codes. */
record ActorRecord(List<Name> names, List<ActorCode> codes) {
  record Name(Line line, String text) {}

  ActorRecord() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  boolean hasDates() {
    return codes.stream().anyMatch(ActorCode::dated);
  }
}
