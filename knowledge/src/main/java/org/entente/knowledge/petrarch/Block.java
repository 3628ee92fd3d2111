package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.List;

/** Verbs that share patterns. */
final class Block {
  /** A pattern as it is written, and what it is coded as. */
  record Written(Line line, String text, EventCode code) {}

  final String title;
  final EventCode code;
  final List<Verb> verbs = new ArrayList<>();
  final List<Written> patterns = new ArrayList<>();

  Block(String title, EventCode code) {
    this.title = title;
    this.code = code;
  }

  EventCode codeOf(Verb verb) {
    return verb.code() == null ? code : verb.code();
  }
}
