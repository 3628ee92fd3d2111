package org.entente.coding.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Logical subjects, objects and complements of verbs, through passives, control, relative clauses
 * and coordination.
 */
public final class Clauses {
  private static final Set<String> BE = Set.of("be", "get", "become");
  private static final Set<String> SUBJECT_CONTROL = Set.of("promise", "vow", "pledge", "threaten");
  private static final int DEEPEST = 12;

  private final Sentence sentence;

  public Clauses(Sentence sentence) {
    this.sentence = sentence;
  }

  /** Whether a verb is a passive or a passive participle. */
  public boolean passive(Token verb) {
    if (sentence.child(verb, "nsubjpass", "auxpass", "csubjpass") != null) {
      return true;
    }
    if (!verb.tag().equals("VBN") && !verb.tag().equals("VBD")) {
      return false;
    }
    if (sentence.child(verb, "agent") != null) {
      return true;
    }
    if (verb.tag().equals("VBN")
        && (verb.label().equals("acl")
            || verb.label().equals("nmod")
            || verb.label().equals("advcl"))) {
      return sentence.children(verb).stream()
          .noneMatch(child -> child.label().equals("aux") || child.label().equals("nsubj"));
    }
    if (verb.label().equals("conj") && sentence.child(verb, "nsubj", "aux", "dobj") == null) {
      Token first = sentence.head(verb).orElse(null);
      return first != null && first.isVerb() && first.tag().equals(verb.tag()) && passive(first);
    }
    return false;
  }

  /** Who does it, or null: of a passive what stands after "by". */
  public Token subject(Token verb) {
    return passive(verb) ? agent(verb) : surfaceSubject(verb, DEEPEST);
  }

  /** To whom it is done, or null: of a passive its surface subject. */
  public Token object(Token verb) {
    if (passive(verb)) {
      Token subject = surfaceSubject(verb, DEEPEST);
      if (subject != null) {
        return subject;
      }
    }
    Token object = sentence.child(verb, "dobj");
    if (object != null) {
      return relative(object) ? antecedent(verb) : object;
    }
    if (verb.label().equals("relcl") && !passive(verb)) {
      Token subject = sentence.child(verb, "nsubj");
      // "the government that they back": the antecedent is what is backed
      if (subject != null
          && !relative(subject)
          && sentence.child(verb, "prep", "xcomp", "ccomp") == null) {
        return antecedent(verb);
      }
    }
    if (verb.label().equals("xcomp")) {
      Token above = sentence.head(verb).orElse(null);
      if (above != null && above.label().equals("relcl") && sentence.child(above, "dobj") == null) {
        Token subject = sentence.child(above, "nsubj");
        if (subject != null && !relative(subject)) {
          return antecedent(above);
        }
      }
    }
    return null;
  }

  public Token indirectObject(Token verb) {
    for (Token child : sentence.children(verb)) {
      if (child.label().equals("dative")) {
        return child.tag().equals("IN") || child.tag().equals("TO") ? object0(child) : child;
      }
    }
    return null;
  }

  private Token object0(Token preposition) {
    return sentence.child(preposition, "pobj");
  }

  private Token agent(Token verb) {
    for (Token child : sentence.children(verb)) {
      if (child.label().equals("agent") || child.label().equals("prep") && child.is("by")) {
        Token object = object0(child);
        if (object != null) {
          return object;
        }
      }
    }
    if (verb.label().equals("conj")) {
      return sentence.head(verb).filter(Token::isVerb).map(this::agent).orElse(null);
    }
    return null;
  }

  private Token surfaceSubject(Token verb, int depth) {
    if (depth == 0) {
      return null;
    }
    Token own = sentence.child(verb, "nsubj", "nsubjpass");
    if (own != null) {
      if (!relative(own)) {
        return own;
      }
      return isClauseOfNoun(verb) ? antecedent(verb) : nounBefore(own);
    }
    Token above = sentence.head(verb).orElse(null);
    if (above == null) {
      return lostSubject(verb);
    }
    switch (verb.label()) {
      case "conj":
        return above.isVerb() || above.isAdjective() ? surfaceSubject(above, depth - 1) : null;
      case "xcomp":
        if (above.isVerb() && !passive(above) && !SUBJECT_CONTROL.contains(above.lemma())) {
          Token object = sentence.child(above, "dobj");
          if (object != null && object.index() < verb.index()) {
            return object;
          }
          Token pressed = prepositional(above, "on", "upon", "for", "to");
          if (pressed != null
              && pressed.index() < verb.index()
              && above.is("call", "appeal", "press", "rely", "wait", "prevail")) {
            return pressed;
          }
        }
        return above.isVerb() ? surfaceSubject(above, depth - 1) : clauseSubject(above, depth - 1);
      case "ccomp", "advcl", "dep", "parataxis":
        return above.isVerb() && !finite(verb) ? surfaceSubject(above, depth - 1) : null;
      case "relcl", "acl":
        if (verb.tag().equals("VB") && above.isNoun()) {
          return controllerOfNoun(above, depth - 1);
        }
        return above;
      case "pcomp", "pobj":
        Token governor = sentence.head(above).orElse(null);
        if (governor == null) {
          return null;
        }
        if (governor.isVerb()) {
          Token object = sentence.child(governor, "dobj");
          if (object != null
              && OBJECT_CONTROL_PREPOSITIONS.contains(above.lemma())
              && above.index() > object.index()) {
            return object;
          }
          return surfaceSubject(governor, depth - 1);
        }
        return governor.isNoun() ? controllerOfNoun(governor, depth - 1) : null;
      case "csubj", "csubjpass", "nsubj":
        return null;
      case "root":
        return lostSubject(verb);
      default:
        return above.isVerb() && !finite(verb) ? surfaceSubject(above, depth - 1) : null;
    }
  }

  /**
   * Nouns whose infinitive is done by the subject of the clause: "has a plan to", "took steps to".
   */
  private static final Set<String> OWN_DOING =
      Set.of(
          "plan",
          "promise",
          "pledge",
          "vow",
          "decision",
          "intention",
          "effort",
          "attempt",
          "bid",
          "step",
          "measure",
          "action",
          "move",
          "threat",
          "offer",
          "readiness",
          "willingness",
          "right",
          "ability",
          "chance",
          "opportunity",
          "need",
          "desire",
          "wish",
          "campaign",
          "agreement",
          "deal",
          "commitment",
          "policy",
          "refusal",
          "force",
          "troop",
          "power",
          "drive",
          "push",
          "determination",
          "preparation",
          "hope",
          "strategy",
          "practice",
          "tactic",
          "failure",
          "reluctance",
          "intent",
          "goal",
          "aim",
          "operation",
          "mission");

  private static final Set<String> OBJECT_CONTROL_PREPOSITIONS =
      Set.of("of", "from", "into", "for");

  /** "ready to": the subject of the clause that the adjective stands in. */
  private Token clauseSubject(Token word, int depth) {
    Token above = sentence.head(word).orElse(null);
    return above != null && above.isVerb() ? surfaceSubject(above, depth) : null;
  }

  /** "its policy of …ing", "a plan by X to …": whose plan it is; else the subject of the clause. */
  private Token controllerOfNoun(Token noun, int depth) {
    Token owner = sentence.child(noun, "poss");
    if (owner != null) {
      return owner;
    }
    Token by = prepositional(noun, "by", "of");
    if (by != null && sentence.head(by).map(p -> p.is("by")).orElse(false)) {
      return by;
    }
    Token above = sentence.head(noun).orElse(null);
    if (above != null && above.isVerb() && depth > 0 && OWN_DOING.contains(noun.lemma())) {
      return passive(above) ? agent(above) : surfaceSubject(above, depth - 1);
    }
    if (above != null
        && above.tag().equals("IN")
        && depth > 0
        && OWN_DOING.contains(noun.lemma())) {
      Token governor = sentence.head(above).orElse(null);
      if (governor != null && governor.isVerb()) {
        return surfaceSubject(governor, depth - 1);
      }
    }
    return null;
  }

  /** The noun that a relative pronoun follows, where the tree has lost it. */
  private Token nounBefore(Token pronoun) {
    for (int i = pronoun.index() - 1; i >= 0 && i >= pronoun.index() - 2; i--) {
      if (sentence.token(i).isNoun()) {
        return sentence.token(i);
      }
    }
    return pronoun;
  }

  /** A noun before a finite verb that the parser could place nowhere. */
  private Token lostSubject(Token verb) {
    if (!finite(verb)) {
      return null;
    }
    for (int i = verb.index() - 1; i >= 0; i--) {
      Token candidate = sentence.token(i);
      if (candidate.isNoun()
          && candidate.label().equals("dep")
          && sentence.dominates(verb, candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean finite(Token verb) {
    return switch (verb.tag()) {
      case "VBZ", "VBP", "VBD", "MD" -> true;
      default -> sentence.children(verb).stream().anyMatch(c -> c.tag().equals("MD"));
    };
  }

  private static boolean relative(Token token) {
    return token.tag().startsWith("W");
  }

  private static boolean isClauseOfNoun(Token verb) {
    return verb.label().equals("relcl") || verb.label().equals("acl");
  }

  private Token antecedent(Token verb) {
    Token above = sentence.head(verb).orElse(null);
    if (above == null) {
      return null;
    }
    return isClauseOfNoun(verb) ? above : verb.label().equals("conj") ? antecedent(above) : null;
  }

  /** What stands after one of the prepositions on a word, or null. */
  public Token prepositional(Token word, String... prepositions) {
    for (String preposition : prepositions) {
      for (Token child : sentence.children(word)) {
        if (isPreposition(child) && child.is(preposition)) {
          Token object = sentence.child(child, "pobj", "pcomp");
          if (object != null) {
            return object;
          }
        }
      }
    }
    return null;
  }

  /** A preposition as the parser labels it: also datives with "to" and agents with "by". */
  public static boolean isPreposition(Token token) {
    return switch (token.label()) {
      case "prep", "agent" -> true;
      case "dative" -> token.tag().equals("IN") || token.tag().equals("TO");
      case "pcomp" -> token.tag().equals("IN");
      default -> false;
    };
  }

  /** A word and the members coordinated with it, itself first. */
  public List<Token> coordinated(Token word) {
    List<Token> all = new ArrayList<>();
    all.add(word);
    for (int i = 0; i < all.size() && i < DEEPEST; i++) {
      for (Token child : sentence.children(all.get(i))) {
        if (child.label().equals("conj")) {
          all.add(child);
        }
      }
    }
    return all;
  }

  /** The copula's clause that an adjective or noun is predicate of, or null. */
  public Token copula(Token predicate) {
    Token above = sentence.head(predicate).orElse(null);
    return above != null
            && above.isVerb()
            && BE.contains(above.lemma())
            && (predicate.label().equals("acomp") || predicate.label().equals("attr"))
        ? above
        : null;
  }
}
