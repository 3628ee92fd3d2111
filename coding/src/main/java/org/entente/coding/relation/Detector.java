package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.coding.event.EventFinder.Cue;
import org.entente.coding.event.Found;
import org.entente.coding.mention.Mention;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/** How likely it is that a sentence says what one of its mentions does to another. */
final class Detector {
  private static final int FARTHEST = 9;

  private final LinearModel model;

  Detector(LinearModel model) {
    this.model = model;
  }

  static Detector bundled() {
    return Bundled.DETECTOR;
  }

  private static final class Bundled {
    private static final Detector DETECTOR =
        new Detector(LinearModel.resource("detector.tsv.gz", 2));
  }

  /** Whether two mentions may be source and target at all. */
  static boolean candidate(Mention source, Mention target) {
    return source.head() != target.head()
        && !source.actor().id().equals(target.actor().id())
        && source.shape() != Mention.Shape.TOWN
        && source.shape() != Mention.Shape.MODIFIER
        && !(source.span().contains(target.span()) || target.span().contains(source.span()));
  }

  /** Whether a feature says that the lexicon fired from source to target. */
  static boolean isFired(String feature) {
    return feature.startsWith("lexicon forward");
  }

  /** 0 to 1. */
  double probability(List<String> features) {
    double[] scores = model.scores(features);
    return 1 / (1 + Math.exp(scores[0] - scores[1]));
  }

  /** One sentence, read once for all its pairs. */
  static final class View {
    private final Sentence sentence;
    private final Clauses clauses;
    private final Map<Integer, Cue> cues = new HashMap<>();
    private final List<Found> found;

    /**
     * @param found what the lexicon fired on, unselected
     */
    View(Sentence sentence, List<Cue> cues, List<Found> found) {
      this.sentence = sentence;
      this.clauses = new Clauses(sentence);
      this.found = found;
      cues.forEach(cue -> this.cues.putIfAbsent(cue.trigger().index(), cue));
    }

    /** What the model looks at, or null where the two are too far apart in the tree. */
    List<String> features(Mention source, Mention target) {
      Token from = sentence.token(source.head());
      Token to = sentence.token(target.head());
      List<Token> up = new ArrayList<>();
      for (Token at = from; at != null; at = sentence.head(at).orElse(null)) {
        up.add(at);
        if (up.size() > FARTHEST) {
          return null;
        }
        if (sentence.dominates(at, to)) {
          break;
        }
      }
      Token top = up.get(up.size() - 1);
      if (!sentence.dominates(top, to)) {
        return null;
      }
      List<Token> down = new ArrayList<>();
      for (Token at = to; at != top; at = sentence.head(at).orElseThrow()) {
        down.add(at);
        if (up.size() + down.size() > FARTHEST) {
          return null;
        }
      }
      List<String> features = new ArrayList<>(48);
      String rise = labels(up, top);
      String fall = labels(down, top);
      String passive = top.isVerb() && clauses.passive(top) ? " passive" : "";
      features.add("way " + rise + " > " + fall + passive);
      features.add("up " + rise + passive);
      features.add("down " + fall + passive);
      features.add("top " + kind(top) + passive);
      features.add("length " + Math.min(9, up.size() + down.size()));
      features.add(
          "verbs "
              + up.stream().filter(Token::isVerb).count()
              + " "
              + down.stream().filter(Token::isVerb).count());
      String under = under(top);
      features.add("under " + under);
      features.add("under " + under + " " + rise + " > " + fall);
      features.add("top word " + word(top));
      features.add(word(top) + " " + rise);
      features.add(word(top) + " " + fall);
      Cue best = null;
      int count = 0;
      for (Token at : up) {
        Cue cue = at == from ? null : cues.get(at.index());
        if (cue != null) {
          count++;
          best = at == top || best == null ? cue : best;
        }
      }
      for (Token at : down) {
        Cue cue = at == to ? null : cues.get(at.index());
        if (cue != null) {
          count++;
          best = best == null ? cue : best;
        }
      }
      features.add("cues " + Math.min(count, 3));
      String type = best == null ? "none" : best.type().name();
      features.add("cue " + type);
      features.add("cue " + type + " " + (best == null ? "" : best.status()));
      features.add("cue " + type + " " + rise);
      features.add("cue " + type + " " + fall + passive);
      features.add(
          "cue at top " + (cues.containsKey(top.index()) ? cues.get(top.index()).type() : "none"));
      if (cues.containsKey(to.index())) {
        features.add("cue at target " + cues.get(to.index()).type());
      }
      if (cues.containsKey(from.index())) {
        features.add("cue at source " + cues.get(from.index()).type());
      }
      features.add(source.head() < target.head() ? "source first" : "target first");
      int apart = Math.abs(source.head() - target.head());
      features.add("apart " + (apart < 4 ? apart : apart < 8 ? 5 : apart < 16 ? 10 : 20));
      features.add("source " + shape(source) + " " + from.label());
      features.add("target " + shape(target) + " " + to.label());
      features.add("shapes " + shape(source) + " " + shape(target));
      if (source.actor().code().equals(target.actor().code())) {
        features.add("same code");
      }
      source.actor().sectors().forEach(sector -> features.add("source of " + sector));
      target.actor().sectors().forEach(sector -> features.add("target of " + sector));
      fired(source, target, features);
      return features;
    }

    /** How the clause of a word hangs on the sentence. */
    private String under(Token word) {
      StringBuilder way = new StringBuilder();
      Token at = word;
      for (int i = 0; i < 8 && at.head() >= 0; i++) {
        if (at.isVerb() || at == word) {
          way.append(at.label()).append(' ');
        }
        at = sentence.head(at).orElseThrow();
        if (way.length() > 24) {
          break;
        }
      }
      return way.toString();
    }

    private void fired(Mention source, Mention target, List<String> features) {
      boolean forward = false;
      boolean reverse = false;
      boolean other = false;
      boolean on = false;
      for (Found one : found) {
        boolean from = one.source().head() == source.head();
        boolean to = one.target() != null && one.target().head() == target.head();
        forward |= from && to;
        reverse |=
            one.source().head() == target.head()
                && one.target() != null
                && one.target().head() == source.head();
        other |= from && !to;
        on |= to && !from;
      }
      features.add(
          "lexicon"
              + (forward ? " forward" : "")
              + (reverse ? " reverse" : "")
              + (other ? " source" : "")
              + (on ? " target" : ""));
    }

    /** A pronoun is judged as what it stands for. */
    private static Mention.Shape shape(Mention mention) {
      return mention.shape() == Mention.Shape.PRONOUN ? Mention.Shape.NAME : mention.shape();
    }

    private String labels(List<Token> side, Token top) {
      StringBuilder labels = new StringBuilder();
      for (Token at : side) {
        if (at == top) {
          break;
        }
        if (labels.length() > 0) {
          labels.append(' ');
        }
        labels.append(at.label());
        if (at.label().equals("prep")) {
          labels.append(':').append(at.lemma());
        }
      }
      return labels.toString();
    }

    private static String kind(Token token) {
      return token.isVerb()
          ? "verb"
          : token.isProper() ? "name" : token.isNoun() ? "noun" : token.tag();
    }

    private static String word(Token token) {
      return token.isProper() ? "[name]" : token.lemma();
    }
  }
}
