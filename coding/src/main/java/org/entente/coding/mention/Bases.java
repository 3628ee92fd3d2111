package org.entente.coding.mention;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.agents.Agent;
import org.entente.model.Sector;

/** Finds whose role a noun tells. */
final class Bases {
  private static final Set<String> OF_BASE =
      Set.of("of", "from", "for", "to", "at", "in", "inside", "within", "under");

  private static final Set<String> SIDED =
      Set.of(
          "loyal",
          "allied",
          "ally",
          "belong",
          "link",
          "linked",
          "affiliate",
          "affiliated",
          "close");

  /** What is "led by X" is of X; what is "backed by X" is not. */
  private static final Set<String> LED = Set.of("lead", "command", "control");

  private final Sentence sentence;
  private final Clauses clauses;
  private final Hits hits;
  private final Function<Token, Mention> resolve;

  Bases(Sentence sentence, Clauses clauses, Hits hits, Function<Token, Mention> resolve) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.hits = hits;
    this.resolve = resolve;
  }

  /** Whose role it is: a possessive, a nationality before the noun, "of" and the like after it. */
  Base of(Token noun) {
    Base base = owner(noun);
    base = base != null ? base : before(noun, 3);
    base = base != null ? base : side(noun);
    base = base != null ? base : shared(noun);
    return base != null ? base : after(noun);
  }

  private Base owner(Token noun) {
    for (Token child : sentence.children(noun)) {
      if (child.label().equals("poss")) {
        Mention owner = resolve.apply(child);
        if (owner != null && owner.entry() != null) {
          return new Base(owner.entry(), owner, child);
        }
      }
    }
    return null;
  }

  /** "the Libyan people and government": also the government is Libyan. */
  private Base shared(Token noun) {
    if (!noun.label().equals("conj") || sentence.child(noun, "det", "prep") != null) {
      return null;
    }
    return sentence.head(noun).filter(Token::isNoun).map(first -> before(first, 3)).orElse(null);
  }

  private Base after(Token noun) {
    for (Token child : sentence.children(noun)) {
      if (Clauses.isPreposition(child) && OF_BASE.contains(child.lemma())) {
        Token object = sentence.child(child, "pobj");
        Mention inner = object == null ? null : resolve.apply(object);
        if (inner != null && inner.entry() != null) {
          boolean locative = !child.is("of", "from", "for", "to");
          if (!locative || inner.place() && belongsWhereItIs(noun)) {
            return new Base(inner.entry(), inner, object);
          }
        }
      }
    }
    return null;
  }

  /** "rebels in Syria", "the police in Lagos" are of there; "a mission in Libya" is not. */
  private boolean belongsWhereItIs(Token noun) {
    Hits.Hit hit = hits.at(noun);
    if (hit == null || hit.agent() == null || hit.agent().kind() != Agent.Kind.BODY) {
      return true;
    }
    return hit.agent().sectors().stream()
        .anyMatch(s -> s == Sector.GOV || s == Sector.COP || s == Sector.LEG || s == Sector.JUD);
  }

  /** "fighters loyal to General Haftar", "tanks belonging to the army". */
  private Base side(Token noun) {
    for (Token child : sentence.children(noun)) {
      if (child.index() < noun.index()) {
        continue;
      }
      Token object = null;
      if (SIDED.contains(child.lemma())) {
        object = clauses.prepositional(child, "to", "with");
      } else if (LED.contains(child.lemma())) {
        object = clauses.prepositional(child, "by");
      }
      Mention inner = object == null ? null : resolve.apply(object);
      if (inner != null && inner.entry() != null) {
        return new Base(inner.entry(), inner, object);
      }
    }
    return null;
  }

  /** The nationality or name before a noun, however deep it hangs there. */
  Base before(Token noun, int depth) {
    if (depth == 0) {
      return null;
    }
    List<Token> children = sentence.children(noun);
    for (int i = children.size() - 1; i >= 0; i--) {
      Token child = children.get(i);
      if (child.index() > noun.index()
          || !child.labelled("nmod", "compound", "amod", "poss", "npadvmod", "det", "appos")) {
        continue;
      }
      Hits.Hit hit = hits.at(child);
      if (hit != null && hit.named() != null && hit.head() == child.index()) {
        ActorEntry entry = hit.named().entry();
        if (entry.kind() != ActorEntry.Kind.PERSON && entry.kind() != ActorEntry.Kind.MEDIA) {
          return new Base(entry, null, child);
        }
      }
      Base deeper = before(child, depth - 1);
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }
}
