package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.coding.event.EventFinder.Cue;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/**
 * What the linear model looks at, each under a name that a reader of an explanation understands.
 */
final class Features {
  private Features() {}

  static List<String> of(Placed placed, Core core, LexiconAnswer answer, Mentions given) {
    Set<String> found = new LinkedHashSet<>(192);
    words(placed, core, found);
    way(placed, core, found);
    lexicon(core, answer, found);
    modality(placed, core, found);
    around(placed, found);
    sectors("source", given.at(placed.source()), found);
    sectors("target", given.at(placed.target()), found);
    return new ArrayList<>(found);
  }

  private static String form(Token word, Placed placed) {
    if (word == placed.source()) {
      return "[s]";
    }
    if (word == placed.target()) {
      return "[t]";
    }
    return plain(word);
  }

  private static String plain(Token word) {
    if (word.isProper()) {
      return "[name]";
    }
    return word.tag().equals("CD") ? "[number]" : word.lemma();
  }

  private static void words(Placed placed, Core core, Set<String> found) {
    List<Token> words = core.words();
    String before = "[start]";
    String last = "[start]";
    for (Token word : words) {
      String form = form(word, placed);
      found.add("word " + form);
      found.add("words " + last + " " + form);
      found.add("words " + before + " " + last + " " + form);
      if (word.isVerb()) {
        found.add("tagged " + form + " " + word.tag());
      }
      before = last;
      last = form;
    }
    found.add("words " + last + " [end]");
    if (placed.target() == null) {
      found.add("no target");
    }
    if (placed.source() == null) {
      found.add("no source");
    }
  }

  private static void way(Placed placed, Core core, Set<String> found) {
    List<Token> path = core.path();
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      Token word = path.get(i);
      boolean end = i == 0 || i == path.size() - 1;
      if (!end) {
        found.add("way " + plain(word));
      }
      if (i < 7) {
        labels.append(word.label()).append(' ');
      }
    }
    found.add("way of " + labels);
    Sentence sentence = placed.sentence();
    role("source", placed.source(), sentence, found);
    role("target", placed.target(), sentence, found);
    if (placed.pair()) {
      found.add(
          placed.source().index() < placed.target().index() ? "source first" : "target first");
    }
  }

  private static void role(String who, Token head, Sentence sentence, Set<String> found) {
    if (head == null) {
      return;
    }
    if (head.isNoun() && !head.isProper()) {
      found.add(who + " is " + head.lemma());
    }
    Token above = sentence.head(head).orElse(null);
    if (above == null) {
      return;
    }
    String link = head.label();
    if (link.equals("pobj")) {
      link = above.lemma();
      above = sentence.head(above).orElse(null);
    }
    if (above != null) {
      found.add(who + " " + link + " of " + plain(above));
      found.add(who + " " + link);
    }
  }

  private static void lexicon(Core core, LexiconAnswer answer, Set<String> found) {
    if (answer.best() != null) {
      found.add("lexicon " + answer.best().type());
      found.add("lexicon inside " + answer.best().entry().type());
      found.add("lexicon status " + answer.best().type() + " " + answer.best().status());
      found.add("lexicon entry " + answer.best().trigger().lemma() + " " + answer.best().type());
      if (answer.distance() == 0) {
        found.add("lexicon sure " + answer.best().type());
      }
    } else {
      found.add("lexicon silent");
    }
    answer.types().forEach(type -> found.add("lexicon also " + type));
    if (answer.reverse() != null) {
      found.add("lexicon reverse " + answer.reverse().type());
    }
    Set<Token> on = new LinkedHashSet<>(core.words());
    String outermost = null;
    for (Cue cue : answer.cues()) {
      if (on.contains(cue.trigger())) {
        found.add("cue " + cue.type());
        if (cue.type() != cue.entry().type()) {
          found.add("cue inside " + cue.entry().type());
        }
        if (core.path().contains(cue.trigger())) {
          found.add("cue on the way " + cue.type());
        }
        if (core.verbs().contains(cue.trigger()) && outermost == null) {
          outermost = cue.type().name();
        }
      }
    }
    found.add("first cue " + outermost);
  }

  private static void modality(Placed placed, Core core, Set<String> found) {
    Sentence sentence = placed.sentence();
    for (Token verb : core.verbs()) {
      String link = core.path().contains(verb) ? "" : " above";
      for (Token child : sentence.children(verb)) {
        switch (child.label()) {
          case "aux" -> found.add("auxiliary " + child.lemma() + link);
          case "neg" -> found.add("negated" + link);
          case "mark" -> found.add("conjunction " + child.lemma());
          default -> {}
        }
        if (child.label().equals("aux") || child.label().equals("neg")) {
          found.add(child.lemma() + " + " + verb.lemma());
        }
      }
    }
  }

  private static void around(Placed placed, Set<String> found) {
    if (!placed.pair()) {
      return;
    }
    int from = Math.min(placed.source().index(), placed.target().index());
    int to = Math.max(placed.source().index(), placed.target().index());
    for (int i = from + 1; i < to; i++) {
      Token word = placed.sentence().token(i);
      if (!placed.holds(word) && (word.isVerb() || word.isNoun() && !word.isProper())) {
        found.add("between " + word.lemma());
      }
    }
  }

  /** Sectors that the registry knows for the two. */
  private static void sectors(String who, Mention mention, Set<String> found) {
    if (mention != null) {
      mention.actor().sectors().forEach(sector -> found.add(who + " of sector " + sector));
    }
  }
}
