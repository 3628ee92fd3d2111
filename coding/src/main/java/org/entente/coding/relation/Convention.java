package org.entente.coding.relation;

import java.util.Set;
import org.entente.coding.syntax.Token;
import org.entente.model.EventType;

/** Whose reading of the ontology is followed where two part ways. */
public enum Convention {
  /** The code book of 2021: an attack on computers is COERCE. */
  PLOVER,
  /** The annotators of PLV (Hu et al., ACL 2024): an attack on computers is ASSAULT. */
  PLV;

  private static final Set<String> COMPUTERS =
      Set.of("cyber", "cyberattack", "cyberwarfare", "hack", "hacker", "ddos", "malware");

  /** The type as this convention has it. */
  EventType of(EventType type, Iterable<Token> core) {
    if (type != EventType.COERCE && type != EventType.ASSAULT) {
      return type;
    }
    for (Token word : core) {
      if (COMPUTERS.contains(word.lemma()) || word.lemma().startsWith("cyber-")) {
        return this == PLV ? EventType.ASSAULT : EventType.COERCE;
      }
    }
    return type;
  }
}
