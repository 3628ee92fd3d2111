package org.entente.coding.event;

import java.util.List;
import org.entente.coding.event.Fillers.Filler;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Condition;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.lexicon.Pos;

/** Finds who does an event and to whom it is done, in the slots that its entry names. */
final class Casting {
  private final Mentions mentions;
  private final Slots slots;
  private final Fillers fillers;
  private final EventNouns nouns;

  Casting(Mentions mentions, Slots slots, Fillers fillers, EventNouns nouns) {
    this.mentions = mentions;
    this.slots = slots;
    this.fillers = fillers;
    this.nouns = nouns;
  }

  List<Filler> sources(Entry entry, Token token, Pos pos) {
    return role(token, pos, entry.source(), null);
  }

  /** To whom it is done; {@code sources} itself where they do it to each other. */
  List<Filler> targets(Entry entry, Token token, Pos pos, List<Filler> sources) {
    List<Filler> targets = role(token, pos, entry.target(), sources);
    return targets.isEmpty() ? conditioned(entry, token, pos, sources) : targets;
  }

  private List<Filler> role(Token token, Pos pos, List<String> wanted, List<Filler> sources) {
    for (String slot : wanted) {
      if (slot.equals("both")) {
        if (sources != null && sources.size() > 1) {
          return sources;
        }
        continue;
      }
      if (ofVictim(token, pos, slot)) {
        continue;
      }
      for (Token head : slots.fill(token, pos, slot)) {
        List<Filler> filled = fillers.of(head);
        if (sources != null) {
          filled =
              filled.stream().filter(f -> sources.stream().noneMatch(s -> same(s, f))).toList();
        }
        if (!filled.isEmpty()) {
          return filled;
        }
      }
    }
    return List.of();
  }

  /** "condemned the killing of X", "demanded X's release": X is neither condemned nor asked. */
  private boolean ofVictim(Token token, Pos pos, String slot) {
    int dot = slot.indexOf('.');
    if (dot < 0) {
      return false;
    }
    boolean of = slot.endsWith(".of");
    boolean owned = slot.endsWith(".poss") || slot.endsWith(".mod");
    return (of || owned)
        && slots.fill(token, pos, slot.substring(0, dot)).stream()
            .anyMatch(noun -> of && nouns.isHarm(noun) || nouns.isFreeing(noun));
  }

  /** An actor that stands where a condition asks for a word: "took part in the coalition". */
  private List<Filler> conditioned(Entry entry, Token token, Pos pos, List<Filler> sources) {
    for (Condition condition : entry.where()) {
      if (condition.kind() != Condition.Kind.WORD) {
        continue;
      }
      for (Token head : slots.fill(token, pos, condition.slot())) {
        Mention mention = mentions.at(head);
        if (mention != null
            && mention.shape() != Mention.Shape.BARE_ROLE
            && sources.stream()
                .noneMatch(s -> s.mention().actor().id().equals(mention.actor().id()))) {
          return List.of(new Filler(mention, head, true));
        }
      }
    }
    return List.of();
  }

  private static boolean same(Filler a, Filler b) {
    return a.head() == b.head() || a.mention().actor().id().equals(b.mention().actor().id());
  }
}
