package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/**
 * The words that say what happens between two actors, and little else: the way from one to the
 * other in the tree, the verb above it, and what belongs to those words.
 */
final class Core {
  private static final int MOST = 44;
  private static final int HIGHEST = 5;
  private static final Set<String> PLAIN_SPEECH =
      Set.of("say", "tell", "report", "add", "note", "state", "write", "quote", "according");

  private final Placed placed;
  private final Sentence sentence;
  private final BitSet kept = new BitSet();
  private final List<Token> verbs = new ArrayList<>();
  private final List<Token> path;
  private List<Token> words;

  private Core(Placed placed) {
    this.placed = placed;
    this.sentence = placed.sentence();
    this.path = placed.pair() ? way() : List.of(placed.first());
  }

  static Core of(Placed placed) {
    Core core = new Core(placed);
    core.path.forEach(core::keep);
    core.climb();
    for (int i = 0; i < core.verbs.size() && i < 8; i++) {
      core.dress(core.verbs.get(i), 0);
    }
    for (Token word : core.path) {
      if (!placed.holds(word) && !word.isVerb()) {
        core.modifiers(word, 0);
      }
    }
    core.words = core.gathered();
    return core;
  }

  /** The words from source to target in the tree, both ends included, the highest among them. */
  private List<Token> way() {
    List<Token> up = new ArrayList<>();
    for (Token at = placed.source(); at != null; at = sentence.head(at).orElse(null)) {
      up.add(at);
      if (sentence.dominates(at, placed.target())) {
        break;
      }
    }
    Token top = up.get(up.size() - 1);
    List<Token> down = new ArrayList<>();
    for (Token at = placed.target(); at != null && at != top; at = sentence.head(at).orElse(null)) {
      down.add(0, at);
    }
    up.addAll(down);
    return up;
  }

  /** The tokens of the way, source first. */
  List<Token> path() {
    return path;
  }

  /** The verbs in it: of the way, and those above. */
  List<Token> verbs() {
    return verbs;
  }

  private void keep(Token word) {
    boolean conjoined =
        word.isProper()
            && sentence.children(word).stream()
                .anyMatch(c -> c.label().equals("conj") && path.contains(c));
    if (!conjoined) {
      kept.set(word.index());
    }
    if (word.isVerb() && !placed.holds(word) && !verbs.contains(word)) {
      verbs.add(word);
    }
  }

  private Token top() {
    Token top = path.get(0);
    for (Token word : path) {
      if (sentence.dominates(word, top)) {
        top = word;
      }
    }
    return top;
  }

  private void climb() {
    Token at = top();
    for (int i = 0; i < HIGHEST; i++) {
      Token above = sentence.head(at).orElse(null);
      if (above == null) {
        return;
      }
      if (!at.isVerb() || placed.holds(at)) {
        if (above.isVerb() || verbs.isEmpty()) {
          keep(above);
        } else {
          return;
        }
      } else {
        boolean governed =
            switch (at.label()) {
              case "xcomp", "oprd" -> true;
              case "ccomp" -> !PLAIN_SPEECH.contains(above.lemma());
              case "conj" ->
                  above.isVerb() && sentence.child(at, "nsubj", "nsubjpass", "aux") == null;
              case "pcomp", "pobj", "acl", "relcl" ->
                  at.tag().equals("VB") || at.tag().equals("VBG");
              case "advcl" -> at.tag().equals("VB");
              default -> false;
            };
        if (!governed) {
          return;
        }
        keep(above);
      }
      at = above;
    }
  }

  /** A verb's own words. */
  private void dress(Token verb, int depth) {
    for (Token child : sentence.children(verb)) {
      switch (child.label()) {
        case "aux", "auxpass", "neg", "prt", "mark" -> keep0(child);
        case "acomp", "attr", "oprd" -> {
          keep0(child);
          modifiers(child, depth);
        }
        case "dobj", "nsubjpass", "dative" -> {
          keep0(child);
          modifiers(child, depth);
        }
        case "nsubj" -> {
          if (child.isNoun() && !child.isProper() && depth == 0) {
            keep0(child);
            modifiers(child, depth + 1);
          }
        }
        case "xcomp" -> {
          keep0(child);
          if (depth < 2) {
            dress(child, depth + 1);
          }
        }
        case "ccomp" -> {
          if (child.index() - verb.index() <= 12 && child.index() > verb.index() && depth < 1) {
            keep0(child);
            dress(child, depth + 1);
          }
        }
        case "prep", "agent" -> {
          if (depth < 2) {
            prepositional(child, depth);
          }
        }
        case "advmod" -> {
          if (child.is(
                  "not", "never", "again", "only", "back", "away", "out", "up", "down", "together")
              || child.label().equals("advmod") && Math.abs(child.index() - verb.index()) == 1) {
            keep0(child);
          }
        }
        case "advcl" -> {
          if (child.tag().equals("VB") && depth == 0 && child.index() > verb.index()) {
            keep0(child);
            dress(child, depth + 2);
          }
        }
        default -> {}
      }
    }
  }

  private void prepositional(Token preposition, int depth) {
    for (Token object : sentence.children(preposition)) {
      if (object.label().equals("pobj") || object.label().equals("pcomp")) {
        keep0(preposition);
        keep0(object);
        if (object.isVerb()) {
          dress(object, depth + 1);
        } else {
          modifiers(object, depth + 1);
        }
      }
    }
  }

  private void modifiers(Token noun, int depth) {
    if (placed.holds(noun)) {
      return;
    }
    for (Token child : sentence.children(noun)) {
      switch (child.label()) {
        case "amod", "compound", "nmod", "neg", "nummod", "num" -> keep0(child);
        case "det" -> {
          if (child.is("no")) {
            keep0(child);
          }
        }
        case "prep" -> {
          if (depth < 2) {
            prepositional(child, depth + 1);
          }
        }
        case "acl", "relcl" -> {
          if (depth < 1 && child.tag().equals("VB") || child.tag().equals("VBN") && depth < 1) {
            keep0(child);
            dress(child, depth + 2);
          }
        }
        case "conj" -> {
          if (!child.isProper() && depth < 1) {
            keep0(child);
          }
        }
        default -> {}
      }
    }
  }

  private void keep0(Token word) {
    kept.set(word.index());
  }

  /** Words of the core in the order of the sentence, without the two actors' own. */
  List<Token> words() {
    return words;
  }

  private List<Token> gathered() {
    List<Token> words = new ArrayList<>();
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Token word = sentence.token(i);
      boolean actor = word == placed.source() || word == placed.target();
      if (actor
          || !placed.holds(word) && Character.isLetterOrDigit(word.text().charAt(0))
          || word.text().startsWith("'") && word.text().length() > 1 && !placed.holds(word)) {
        words.add(word);
      }
    }
    return nearest(words);
  }

  /** A long core loses the words that are farthest from the two. */
  private List<Token> nearest(List<Token> words) {
    List<Token> near = new ArrayList<>(words);
    while (near.size() > MOST) {
      boolean front = distance(near.get(0)) > distance(near.get(near.size() - 1));
      near.remove(front ? 0 : near.size() - 1);
    }
    return near;
  }

  private int distance(Token word) {
    int best = Math.abs(word.index() - placed.first().index());
    return placed.pair() ? Math.min(best, Math.abs(word.index() - placed.target().index())) : best;
  }

  /** What the transformer reads: {@code [s] troops were attacked by [t] rebels}. */
  String text() {
    StringBuilder text = new StringBuilder(96);
    for (Token word : words()) {
      if (text.length() > 0) {
        text.append(' ');
      }
      if (word == placed.source() || word == placed.target()) {
        text.append(word == placed.source() ? "[s]" : "[t]");
        if (word.isNoun() && !word.isProper()) {
          text.append(' ').append(word.text().toLowerCase(Locale.ROOT));
        }
      } else {
        text.append(word.text().toLowerCase(Locale.ROOT));
      }
    }
    return text.toString();
  }
}
