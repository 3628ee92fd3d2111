package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the parts of a pattern as conditions on slots; a word may be read in several ways. */
final class Drafts {
  private final Set<String> verbs;
  private final List<String> lost = new ArrayList<>();
  private List<Draft> drafts = new ArrayList<>(List.of(new Draft()));

  private Drafts(Set<String> verbs) {
    this.verbs = verbs;
  }

  /**
   * @param drafts at least one
   * @param lost words on which no condition can be put
   */
  record Result(List<Draft> drafts, List<String> lost) {}

  /**
   * @param verbs the verbs that the dictionary knows: what is one may be an infinitive
   */
  static Result of(PatternReader.Parts parts, Set<String> verbs) {
    Drafts made = new Drafts(verbs);
    made.before(parts.before());
    made.after(parts.after());
    return new Result(made.drafts, made.lost);
  }

  private void before(List<Item> items) {
    for (Item item : items) {
      if (item instanceof Item.Phrase phrase) {
        where("subj", phrase);
      } else if (item instanceof Item.Preposition preposition) {
        preposition("subj." + preposition.word(), preposition.inside());
      } else if (item instanceof Item.Role role) {
        switch (role.sign()) {
          case '$' -> drafts.forEach(draft -> draft.sources.add("subj"));
          case '+' ->
              drafts.forEach(
                  draft -> {
                    draft.targets.add("obj");
                    draft.targets.add("subj");
                  });
          default -> drafts.forEach(draft -> draft.mutual = true);
        }
      } else if (item instanceof Item.Particle particle) {
        drafts.forEach(draft -> draft.particles.add(particle.word()));
      }
    }
  }

  private void after(List<Item> items) {
    String last = null;
    boolean first = true;
    for (Item item : items) {
      if (item instanceof Item.Phrase phrase) {
        if (phrase.words().size() == 1) {
          word(phrase, first ? "obj" : "xcomp");
        } else {
          where("obj", phrase);
        }
        first = false;
      } else if (item instanceof Item.Preposition preposition) {
        boolean inner = preposition.word().equals("of") && last != null;
        preposition(inner ? last + ".of" : preposition.word(), preposition.inside());
        last = inner ? null : preposition.word();
        first = false;
      } else if (item instanceof Item.Particle particle) {
        drafts.forEach(draft -> draft.particles.add(particle.word()));
      } else if (item instanceof Item.Role role) {
        role(role.sign(), List.of("obj", "iobj"));
      }
    }
  }

  private void role(char sign, List<String> slots) {
    switch (sign) {
      case '$' -> drafts.forEach(draft -> draft.sources.addAll(slots));
      case '+' -> drafts.forEach(draft -> draft.targets.addAll(slots));
      default -> drafts.forEach(draft -> draft.mutual = true);
    }
  }

  /** A single word after the verb: its object, an infinitive, or what only hangs on it. */
  private void word(Item.Phrase phrase, String slot) {
    String word = phrase.head();
    if (word.matches(".*(ly|ful|ous|ible|able|istic)|ablaze|afire|free|closer|close|ahead|short")) {
      drafts.forEach(draft -> draft.particles.add(word));
      return;
    }
    List<Draft> infinitives = copies();
    where(slot, phrase);
    if (slot.equals("obj") && isVerb(word)) {
      infinitives.forEach(draft -> draft.where.add("xcomp=" + verb(word)));
      drafts.addAll(infinitives);
    }
  }

  private void preposition(String slot, List<Item> inside) {
    boolean bare = true;
    boolean actor = false;
    for (Item item : inside) {
      if (item instanceof Item.Phrase phrase) {
        boolean infinitive =
            slot.equals("to") && phrase.words().size() == 1 && isVerb(phrase.head());
        List<Draft> infinitives = infinitive ? copies() : List.of();
        where(slot, phrase);
        infinitives.forEach(draft -> draft.where.add("xcomp=" + verb(phrase.head())));
        drafts.addAll(infinitives);
        bare = false;
      } else if (item instanceof Item.Preposition inner) {
        if (slot.indexOf('.') < 0) {
          preposition(slot + "." + inner.word(), inner.inside());
        } else {
          lost.add(inner.word());
        }
      } else if (item instanceof Item.Role role) {
        role(role.sign(), List.of(slot));
        actor = true;
      } else if (item instanceof Item.Particle particle) {
        lost.add(particle.word());
      }
    }
    if (bare) {
      String condition = actor ? slot + "=ACTOR" : slot;
      drafts.forEach(draft -> draft.where.add(condition));
    } else if (actor && slot.indexOf('.') < 0) {
      // "to + border": the border of the target
      drafts.forEach(draft -> draft.targets.add(slot + ".poss"));
      drafts.forEach(draft -> draft.targets.add(slot + ".mod"));
    }
  }

  private List<Draft> copies() {
    List<Draft> copies = new ArrayList<>();
    drafts.forEach(draft -> copies.add(draft.copy()));
    return copies;
  }

  private void where(String slot, Item.Phrase phrase) {
    List<String> words = phrase.words();
    String head = slot + "=" + noun(phrase.head());
    drafts.forEach(draft -> draft.where.add(head));
    for (String modifier : words.subList(0, words.size() - 1)) {
      if (slot.indexOf('.') < 0) {
        String condition = slot + ".mod=" + noun(modifier);
        drafts.forEach(draft -> draft.where.add(condition));
      } else {
        lost.add(modifier);
      }
    }
  }

  private static String noun(String word) {
    return word.startsWith("@") ? word : String.join("|", Words.nounLemmas(word));
  }

  private boolean isVerb(String word) {
    return Words.verbLemmas(word).stream().anyMatch(verbs::contains);
  }

  private String verb(String word) {
    Set<String> lemmas = new LinkedHashSet<>(Words.verbLemmas(word));
    lemmas.removeIf(lemma -> !verbs.contains(lemma) && !lemma.equals(word));
    return String.join("|", lemmas);
  }
}
