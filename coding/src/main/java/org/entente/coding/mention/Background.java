package org.entente.coding.mention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.coding.syntax.Sentence;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.names.Names;
import org.entente.knowledge.names.Piece;
import org.entente.model.Actor;
import org.entente.model.Span;

/**
 * What the sentences of one document are read against.
 *
 * @param text the document's text
 * @param day date of publication, or null
 * @param spokenOf how often the document names each country
 * @param memory whom its earlier sentences spoke of
 */
record Background(
    String text, LocalDate day, Knowledge knowledge, Map<String, Integer> spokenOf, Memory memory) {

  static Background of(String text, LocalDate day, Knowledge knowledge) {
    return new Background(
        text, day, knowledge, countries(text, knowledge.actors().names()), new Memory());
  }

  private static Map<String, Integer> countries(String text, Names<Named> names) {
    Map<String, Integer> count = new HashMap<>();
    List<Piece> pieces = NameKey.pieces(text);
    for (int i = 0; i < pieces.size(); i++) {
      Names.Found<Named> found = pieces.get(i).capital() ? names.longest(pieces, i) : null;
      if (found == null) {
        continue;
      }
      for (Named named : found.values()) {
        if (named.entry().kind() == ActorEntry.Kind.COUNTRY) {
          count.merge(named.entry().code(), 1, Integer::sum);
        }
      }
      i += found.length() - 1;
    }
    return count;
  }

  ActorRegistry registry() {
    return knowledge.actors();
  }

  Hits hits(Sentence sentence) {
    return Hits.find(sentence, text, knowledge, day, spokenOf);
  }

  /** The actor of an entry, told by the given words. */
  Actor actor(ActorEntry entry, Span words) {
    return registry().actor(entry, day, words.in(text));
  }
}
