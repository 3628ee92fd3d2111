package org.entente.coding;

import org.entente.knowledge.discards.Discard;
import org.entente.knowledge.discards.Discards;
import org.entente.model.Document;
import org.entente.model.Paragraph;
import org.entente.model.Span;

/** Tells which sentences of a document are not to be coded. */
final class Discarding {
  private final String text;
  private final Discards discards;
  private final Discard whole;

  private Discarding(String text, Discards discards, Discard whole) {
    this.text = text;
    this.discards = discards;
    this.whole = whole;
  }

  static Discarding of(Document document, Discards discards) {
    for (Paragraph paragraph : document.paragraphs()) {
      Discard found =
          paragraph.kind() == Paragraph.Kind.BODY
              ? discards.find(document.text(), paragraph.span(), Discard.Scope.DOCUMENT)
              : null;
      if (found != null) {
        return new Discarding(document.text(), discards, found);
      }
    }
    return new Discarding(document.text(), discards, null);
  }

  /** The phrase for which a sentence is not coded, or null. */
  Discard of(Span sentence) {
    return whole != null ? whole : discards.find(text, sentence, Discard.Scope.SENTENCE);
  }
}
