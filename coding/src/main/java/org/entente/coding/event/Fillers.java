package org.entente.coding.event;

import java.util.ArrayList;
import java.util.List;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/** Which actors a word in a slot stands for. */
final class Fillers {
  /**
   * An actor in a slot.
   *
   * @param direct whether the word itself names the actor, or only something of it does
   */
  record Filler(Mention mention, Token head, boolean direct) {}

  private final Sentence sentence;
  private final Clauses clauses;
  private final Mentions mentions;
  private final EventNouns nouns;

  Fillers(Sentence sentence, Clauses clauses, Mentions mentions, EventNouns nouns) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.mentions = mentions;
    this.nouns = nouns;
  }

  /** Actors that a word and those coordinated with it stand for. */
  List<Filler> of(Token head) {
    List<Filler> fillers = new ArrayList<>(2);
    for (Token member : clauses.coordinated(head)) {
      if (member != head && member.isVerb()) {
        continue;
      }
      add(fillers, member);
    }
    return fillers;
  }

  private void add(List<Filler> fillers, Token head) {
    Mention mention = mentions.at(head);
    if (mention != null) {
      fillers.add(new Filler(mention, head, true));
      for (Mention further : mentions.further(head)) {
        fillers.add(new Filler(further, head, true));
      }
      return;
    }
    // "21 of the hostages", "dozens of Copts", "a number of states"
    if (!head.isVerb()) {
      Token whole = clauses.prepositional(head, "of");
      if (whole != null && isQuantity(head)) {
        for (Token member : clauses.coordinated(whole)) {
          add(fillers, member);
        }
        return;
      }
      Filler owner = owner(head);
      if (owner != null) {
        fillers.add(owner);
      }
    }
  }

  static boolean isQuantity(Token token) {
    return token.tag().equals("CD")
        || token.is(
            "dozen",
            "hundred",
            "thousand",
            "score",
            "number",
            "majority",
            "group",
            "member",
            "some",
            "many",
            "all",
            "most",
            "one",
            "several",
            "few",
            "handful",
            "series",
            "lot",
            "part",
            "rest",
            "million",
            "none",
            "each",
            "both",
            "any");
  }

  /** Whose thing it is: "Egypt's involvement", "ISIS strongholds", "the port of X". */
  private Filler owner(Token noun) {
    if (!noun.isNoun() && !noun.tag().equals("VBG")) {
      return null;
    }
    for (Token child : sentence.children(noun)) {
      if (child.label().equals("poss") && mentions.at(child) != null) {
        return new Filler(mentions.at(child), child, false);
      }
    }
    List<Token> children = sentence.children(noun);
    for (int i = children.size() - 1; i >= 0; i--) {
      Token child = children.get(i);
      if (child.index() < noun.index()
          && child.labelled("nmod", "compound", "amod")
          && mentions.at(child) != null) {
        return new Filler(mentions.at(child), child, false);
      }
    }
    // "the killing of X": X suffers it
    Token of = nouns.isHarm(noun) ? null : clauses.prepositional(noun, "of");
    if (of != null && mentions.at(of) != null) {
      return new Filler(mentions.at(of), of, false);
    }
    Token by = clauses.prepositional(noun, "by");
    return by != null && mentions.at(by) != null ? new Filler(mentions.at(by), by, false) : null;
  }
}
