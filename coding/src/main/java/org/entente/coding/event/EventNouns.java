package org.entente.coding.event;

import java.util.Set;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Lexicon;
import org.entente.knowledge.lexicon.Pos;
import org.entente.model.EventType;

/** Tells nouns by the types of event that the lexicon has for them. */
final class EventNouns {
  private final Lexicon lexicon;

  EventNouns(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  boolean isTalk(Token noun) {
    return isOf(noun, Set.of(EventType.CONSULT));
  }

  boolean isHarm(Token noun) {
    return noun.isNoun() && isOf(noun, Set.of(EventType.ASSAULT, EventType.COERCE));
  }

  /** Nouns whose possessor is who gains: "demanded his release" is not asked of him. */
  boolean isFreeing(Token noun) {
    return noun.isNoun()
        && noun.is(
            "release",
            "freedom",
            "extradition",
            "freeing",
            "liberation",
            "return",
            "repatriation",
            "acquittal",
            "pardon");
  }

  private boolean isOf(Token noun, Set<EventType> types) {
    return lexicon.entries(Pos.NOUN, noun.lemma()).stream()
        .anyMatch(entry -> types.contains(entry.type()));
  }
}
