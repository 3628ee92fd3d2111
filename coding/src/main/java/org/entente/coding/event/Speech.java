package org.entente.coding.event;

import java.util.Set;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Lexicon;
import org.entente.model.Attribution;
import org.entente.model.Document;

/** According to whom: the subject of a verb of speech above the event, or "according to". */
public final class Speech {
  private final Set<String> verbs;

  public Speech(Lexicon lexicon) {
    verbs = lexicon.classOf("SPEECH");
  }

  /**
   * Who says so.
   *
   * @param said the verb under which it is said, found on the way up from the event, or null
   * @param source who does it: not its own witness under a verb that is not one of speech ("X plans
   *     a visit")
   */
  public Attribution attribution(
      Sentence sentence,
      Mentions mentions,
      Document document,
      Token said,
      Token trigger,
      Mention source) {
    Clauses clauses = new Clauses(sentence);
    Token speaker = said == null ? null : clauses.subject(said);
    Mention who = speaker == null ? null : mentions.at(speaker);
    if (said != null
        && !verbs.contains(said.lemma())
        && (who == null || who.actor().id().equals(source.actor().id()))) {
      speaker = null;
    }
    if (speaker == null) {
      speaker = accordingTo(sentence, trigger);
    }
    if (speaker == null) {
      speaker = reportedBy(sentence, clauses, trigger);
    }
    if (speaker == null) {
      return document.publisher() == null
          ? Attribution.NONE
          : new Attribution(null, null, document.publisher());
    }
    Mention mention = mentions.at(speaker);
    return mention != null
        ? new Attribution(mention.actor(), null, document.publisher())
        : new Attribution(null, words(sentence, document, speaker), document.publisher());
  }

  private static String words(Sentence sentence, Document document, Token head) {
    int from = head.index();
    for (int i : sentence.subtree(head)) {
      from = Math.min(from, i);
    }
    return sentence.token(from).span().cover(head.span()).in(document.text());
  }

  private static Token accordingTo(Sentence sentence, Token trigger) {
    for (Token token : sentence.tokens()) {
      if (token.text().equalsIgnoreCase("according")) {
        Token to = sentence.child(token, "prep", "pcomp");
        Token object = to == null ? null : sentence.child(to, "pobj");
        if (object != null) {
          return object;
        }
      }
    }
    return null;
  }

  /** "…, as revealed by La Stampa", and "…, the ministry said" after what is said. */
  private Token reportedBy(Sentence sentence, Clauses clauses, Token trigger) {
    for (Token token : sentence.tokens()) {
      if (!token.isVerb() || token == trigger || !verbs.contains(token.lemma())) {
        continue;
      }
      boolean aside =
          token.labelled("parataxis", "dep")
              || token.label().equals("advcl") && token.tag().equals("VBN")
              || token.label().equals("acl") && clauses.passive(token)
              || token.label().equals("ccomp") && sentence.dominates(token, trigger);
      if (aside) {
        Token speaker = clauses.subject(token);
        if (speaker != null && !speaker.tag().startsWith("W")) {
          return speaker;
        }
      }
    }
    return null;
  }
}
