package org.entente.coding.event;

import java.util.Set;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/** Finds the verb that carries an event noun: "launched a strike", "took part in talks". */
final class Carriers {
  private static final Set<String> SCENE =
      Set.of(
          "during",
          "in",
          "at",
          "after",
          "before",
          "following",
          "through",
          "via",
          "by",
          "with",
          "for",
          "into",
          "on");

  private final Sentence sentence;
  private final Clauses clauses;
  private final Set<String> light;
  private final EventNouns nouns;

  /**
   * @param light verbs that say no more than that the noun is done
   */
  Carriers(Sentence sentence, Clauses clauses, Set<String> light, EventNouns nouns) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.light = light;
    this.nouns = nouns;
  }

  /** The verb that carries a noun, or null. */
  Token of(Token noun) {
    Token above = sentence.head(noun).orElse(null);
    for (Token child : sentence.children(noun)) {
      // "and appreciation was also expressed", hung under the noun
      if (child.index() > noun.index()
          && child.labelled("ccomp", "acl")
          && child.is(
              "express", "voice", "convey", "extend", "offer", "issue", "launch", "carry",
              "conduct", "stage", "deliver")
          && clauses.passive(child)) {
        return child;
      }
    }
    if (noun.label().equals("conj") && above != null && above.isNoun()) {
      return of(above);
    }
    if (above == null) {
      return null;
    }
    if (above.isVerb() && (noun.label().equals("dobj") || noun.label().equals("nsubjpass"))) {
      return above;
    }
    if (noun.label().equals("pobj") && above.is("in", "into", "of", "for", "to")) {
      Token governor = sentence.head(above).orElse(null);
      if (governor != null && governor.isVerb()) {
        return governor;
      }
      // "took part in", "sent a message of condolence", "issued a statement of support"
      if (governor != null && governor.isNoun() && governor.label().equals("dobj")) {
        return sentence.head(governor).filter(Token::isVerb).orElse(null);
      }
    }
    return null;
  }

  boolean isLight(Token verb) {
    Token particle = sentence.child(verb, "prt");
    return light.contains(verb.lemma())
        || particle != null && light.contains(verb.lemma() + " " + particle.lemma());
  }

  /** Who does what an event noun says, through the verb that carries it; or null. */
  Token subject(Token noun) {
    Token carrier = of(noun);
    if (carrier != null) {
      if (isLight(carrier) || carrier.is("participate", "engage", "join", "partake")) {
        return clauses.subject(carrier);
      }
      return null;
    }
    Token preposition = sentence.head(noun).orElse(null);
    boolean ready =
        preposition != null && sentence.head(preposition).map(Token::isAdjective).orElse(false);
    if (!nouns.isTalk(noun) && !ready) {
      return null;
    }
    if (noun.label().equals("pobj") && preposition != null && SCENE.contains(preposition.lemma())) {
      Token governor = sentence.head(preposition).orElse(null);
      for (int up = 0;
          up < 3 && governor != null && (governor.isNoun() || governor.tag().equals("IN"));
          up++) {
        if (sentence.child(governor, "poss") != null || governor.label().equals("nsubj")) {
          return null;
        }
        governor = sentence.head(governor).orElse(null);
      }
      if (governor != null && governor.isAdjective() && clauses.copula(governor) != null) {
        return clauses.subject(clauses.copula(governor));
      }
      if (governor != null && governor.isVerb()) {
        return clauses.passive(governor) ? clauses.object(governor) : clauses.subject(governor);
      }
    }
    return null;
  }
}
