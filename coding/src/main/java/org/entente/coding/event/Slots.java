package org.entente.coding.event;

import java.util.ArrayList;
import java.util.List;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Pos;

/** Which words stand in the slots around a trigger. */
final class Slots {
  private final Sentence sentence;
  private final Clauses clauses;
  private final Carriers carriers;

  Slots(Sentence sentence, Clauses clauses, Carriers carriers) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.carriers = carriers;
  }

  /** The head words that stand in a slot, the likeliest first. */
  List<Token> fill(Token trigger, Pos pos, String slot) {
    int dot = slot.indexOf('.');
    if (dot < 0) {
      return simple(trigger, pos, slot);
    }
    List<Token> found = new ArrayList<>();
    for (Token first : simple(trigger, pos, slot.substring(0, dot))) {
      found.addAll(simple(first, first.isVerb() ? Pos.VERB : Pos.NOUN, slot.substring(dot + 1)));
    }
    return found;
  }

  private List<Token> simple(Token trigger, Pos pos, String slot) {
    return switch (pos) {
      case VERB -> ofVerb(trigger, slot);
      case NOUN -> ofNoun(trigger, slot);
      case ADJECTIVE -> ofAdjective(trigger, slot);
    };
  }

  /** "X said that Y must …": X is the subject of the demand, Y its object. */
  private List<Token> ofModal(Token modal, String slot) {
    List<Token> found = new ArrayList<>(1);
    Token verb = sentence.head(modal).orElse(null);
    Token saying = verb == null ? null : saying(verb);
    if (saying == null) {
      return found;
    }
    if (slot.equals("subj")) {
      add(found, clauses.subject(saying));
    } else if (slot.equals("obj")) {
      add(found, clauses.passive(verb) ? clauses.object(verb) : clauses.subject(verb));
    }
    return found;
  }

  /** The verb whose clause a verb is, or null: "said" in "said that Y must agree". */
  Token saying(Token verb) {
    Token above = sentence.head(verb).orElse(null);
    if (above == null || !above.isVerb()) {
      return null;
    }
    if (verb.label().equals("conj")) {
      return saying(above);
    }
    return verb.label().equals("ccomp") ? above : null;
  }

  private List<Token> ofVerb(Token verb, String slot) {
    if (verb.tag().equals("MD")) {
      return ofModal(verb, slot);
    }
    List<Token> found = new ArrayList<>(2);
    switch (slot) {
      case "subj" -> {
        add(found, clauses.subject(verb));
        if (found.isEmpty() && clauses.passive(verb)) {
          add(found, author(verb));
        }
      }
      case "obj" -> add(found, clauses.object(verb));
      case "iobj" -> add(found, clauses.indirectObject(verb));
      case "prt" -> add(found, sentence.child(verb, "prt"));
      case "acomp" -> add(found, sentence.child(verb, "acomp", "oprd", "attr"));
      case "xcomp" -> add(found, sentence.child(verb, "xcomp", "oprd", "acomp"));
      case "ccomp" -> add(found, sentence.child(verb, slot));
      case "comp" -> {
        for (Token child : sentence.children(verb)) {
          if (child.label().equals("ccomp") || child.label().equals("xcomp")) {
            Token subject = clauses.subject(child);
            if (subject != null && subject != clauses.subject(verb)) {
              add(found, subject);
            } else if (clauses.passive(child)) {
              add(found, clauses.object(child));
            }
          }
        }
      }
      case "both" -> {}
      default -> {
        prepositions(verb, slot, found);
        Token object = sentence.child(verb, "dobj");
        if (object != null) {
          prepositions(object, slot, found);
        }
        Token particle = sentence.child(verb, "prt", "acomp", "xcomp");
        if (particle != null && !particle.isVerb()) {
          prepositions(particle, slot, found);
        }
        if (found.isEmpty() && !slot.equals("of") && !slot.equals("in")) {
          // "is in conflict with X", "responded with strikes on X", "lifted the ban on arms for X"
          nested(verb, slot, found);
          if (found.isEmpty() && object != null) {
            nested(object, slot, found);
          }
        }
        if (verb.label().equals("conj") && found.isEmpty()) {
          // shared: "bombed and shelled positions in …" is not shared backwards, only the last
          // conjunct's is
          for (Token child : sentence.children(verb)) {
            if (child.label().equals("conj")) {
              prepositions(child, slot, found);
            }
          }
        }
      }
    }
    return found;
  }

  /** What stands after a preposition on what another preposition governs. */
  private void nested(Token word, String slot, List<Token> found) {
    for (Token child : sentence.children(word)) {
      if (!Clauses.isPreposition(child)
          || !child.is("in", "into", "under", "with", "on", "of", "for", "to")) {
        continue;
      }
      Token object = sentence.child(child, "pobj");
      if (object != null && !object.isProper()) {
        prepositions(object, slot, found);
      }
    }
  }

  /** "was voiced in a statement by X": whose statement. */
  private Token author(Token verb) {
    Token text = clauses.prepositional(verb, "in", "through", "via");
    if (text == null
        || !text.is(
            "statement",
            "message",
            "letter",
            "communique",
            "report",
            "speech",
            "interview",
            "declaration",
            "note",
            "telegram",
            "address",
            "article",
            "editorial",
            "tweet")) {
      return null;
    }
    Token owner = sentence.child(text, "poss");
    return owner != null ? owner : clauses.prepositional(text, "by", "from", "of");
  }

  private List<Token> ofNoun(Token noun, String slot) {
    List<Token> found = new ArrayList<>(2);
    switch (slot) {
      case "poss" -> {
        for (Token child : sentence.children(noun)) {
          if (child.label().equals("poss")) {
            found.add(child);
          }
        }
      }
      case "mod" -> {
        List<Token> children = sentence.children(noun);
        for (int i = children.size() - 1; i >= 0; i--) {
          Token child = children.get(i);
          if (child.index() < noun.index()
              && child.labelled("nmod", "compound", "amod", "npadvmod")) {
            found.add(child);
            for (Token deeper : sentence.children(child)) {
              if (deeper.index() < child.index()
                  && deeper.labelled("npadvmod", "nmod", "compound", "amod")) {
                found.add(deeper);
              }
            }
          }
        }
      }
      case "subj" -> add(found, carriers.subject(noun));
      case "obj", "iobj", "both", "prt", "acomp", "comp" -> {}
      case "xcomp", "ccomp" -> add(found, sentence.child(noun, "acl", "relcl"));
      default -> {
        prepositions(noun, slot, found);
        for (Token child : sentence.children(noun)) {
          // "a meeting in Cairo with X", "an attack on Monday by X"
          if (found.isEmpty() && Clauses.isPreposition(child)) {
            Token object = sentence.child(child, "pobj");
            if (object != null
                && child.is("in", "on", "at")
                && object.isProper()
                && !slot.equals("of")
                && !slot.equals("in")) {
              prepositions(object, slot, found);
            }
          }
        }
        if (found.isEmpty() && slot.equals("by")) {
          nested(noun, slot, found);
        }
        Token carrier = carriers.of(noun);
        if (carrier != null && found.isEmpty()) {
          prepositions(carrier, slot, found);
          if (found.isEmpty() && slot.equals("by")) {
            // "support was voiced in a statement by X"
            for (Token child : sentence.children(carrier)) {
              Token object = Clauses.isPreposition(child) ? sentence.child(child, "pobj") : null;
              if (object != null) {
                prepositions(object, slot, found);
              }
            }
          }
        }
        Token participle = sentence.child(noun, "acl");
        if (found.isEmpty()
            && slot.equals("by")
            && participle != null
            && participle.tag().equals("VBN")) {
          add(found, clauses.subject(participle));
        }
      }
    }
    return found;
  }

  private List<Token> ofAdjective(Token adjective, String slot) {
    List<Token> found = new ArrayList<>(2);
    switch (slot) {
      case "subj" -> {
        Token copula = sentence.head(adjective).orElse(null);
        if (copula != null && copula.isVerb()) {
          add(
              found,
              clauses.subject(copula) == null ? clauses.object(copula) : clauses.subject(copula));
        } else if (copula != null && copula.isNoun()) {
          add(found, copula);
        }
      }
      case "xcomp", "ccomp" -> add(found, sentence.child(adjective, slot));
      default -> {
        prepositions(adjective, slot, found);
        Token copula = clauses.copula(adjective);
        if (copula != null && found.isEmpty()) {
          prepositions(copula, slot, found);
        }
      }
    }
    return found;
  }

  private void prepositions(Token word, String slot, List<Token> found) {
    String lemma = slot.replace('_', ' ');
    for (Token child : sentence.children(word)) {
      boolean same = child.is(lemma) || lemma.equals("to") && child.is("toward", "towards");
      if (!Clauses.isPreposition(child) || !same) {
        continue;
      }
      for (Token object : sentence.children(child)) {
        if (object.label().equals("pobj") || object.label().equals("pcomp")) {
          add(found, object);
        }
      }
    }
    if (found.isEmpty() && lemma.equals("to")) {
      Token dative = word.isVerb() ? clauses.indirectObject(word) : null;
      add(found, dative);
    }
  }

  private static void add(List<Token> found, Token token) {
    if (token != null && !found.contains(token)) {
      found.add(token);
    }
  }
}
