package org.entente.coding.event;

import java.util.List;
import java.util.function.Supplier;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Condition;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.lexicon.Pos;
import org.entente.knowledge.lexicon.Trigger;

/** Whether what an entry asks of the words around its trigger holds. */
final class Conditions {
  private final Sentence sentence;
  private final Clauses clauses;
  private final Mentions mentions;
  private final Slots slots;

  Conditions(Sentence sentence, Clauses clauses, Mentions mentions, Slots slots) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.mentions = mentions;
    this.slots = slots;
  }

  /** What tells why an entry does not hold here, or null if it does. */
  Supplier<String> misfit(Entry entry, Token token, Pos pos) {
    if (!triggered(entry, token)) {
      return () -> "its particle is missing";
    }
    if (pos == Pos.ADJECTIVE && clauses.copula(token) == null && !token.label().equals("oprd")) {
      return () -> "no copula";
    }
    for (Condition condition : entry.where()) {
      List<Token> there = slots.fill(token, pos, condition.slot());
      boolean holds =
          switch (condition.kind()) {
            case PRESENT -> !there.isEmpty() || condition.slot().equals("both");
            case ABSENT -> there.isEmpty();
            case WORD -> there.stream().anyMatch(word -> fits(condition, word));
            case OTHER -> there.stream().noneMatch(word -> fits(condition, word));
          };
      if (!holds) {
        return () -> "no " + describe(condition);
      }
    }
    return null;
  }

  /** Whether a word is one of an entry's triggers, with the particle that belongs to it. */
  boolean triggered(Entry entry, Token token) {
    for (Trigger trigger : entry.triggers()) {
      if (trigger.lemma().equals(token.lemma())
          && (trigger.particle() == null || hasParticle(token, trigger.particle()))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasParticle(Token token, String particle) {
    for (String word : particle.split(" ")) {
      boolean there = false;
      for (Token child : sentence.children(token)) {
        there |= child.is(word);
        for (Token deeper : sentence.children(child)) {
          there |=
              deeper.is(word) && child.labelled("prt", "dobj", "prep", "advmod", "acomp", "oprd");
        }
      }
      if (!there) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(Condition condition, Token word) {
    if (condition.words().contains(word.lemma())) {
      return true;
    }
    Mention there = mentions.at(word);
    if (condition.actor() && there != null) {
      return true;
    }
    if (condition.words().contains("STATE") && there != null && Standing.isState(there)) {
      return true;
    }
    for (Token child : sentence.children(word)) {
      boolean compound =
          child.index() == word.index() - 1
              && condition.words().contains(child.lemma() + " " + word.lemma());
      boolean conjunct = child.label().equals("conj") && condition.words().contains(child.lemma());
      if (compound || conjunct) {
        return true;
      }
    }
    Token inner = isMeasure(word) ? clauses.prepositional(word, "of") : null;
    return inner != null
        && (condition.words().contains(inner.lemma())
            || condition.actor() && mentions.at(inner) != null);
  }

  /** "a series of strikes", "a number of sanctions": what counts is what follows. */
  private static boolean isMeasure(Token word) {
    return Fillers.isQuantity(word)
        || word.is(
            "series",
            "number",
            "round",
            "set",
            "string",
            "wave",
            "package",
            "kind",
            "form",
            "type",
            "act",
            "campaign");
  }

  private static String describe(Condition condition) {
    return switch (condition.kind()) {
      case PRESENT -> condition.slot();
      case ABSENT -> "clause without " + condition.slot();
      case OTHER -> "clause without such " + condition.slot();
      case WORD ->
          condition.slot()
              + " of "
              + (condition.actor() ? "an actor" : "")
              + condition.words().stream().sorted().limit(4).toList();
    };
  }
}
