package org.entente.coding.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.lexicon.Condition;
import org.entente.knowledge.lexicon.Lexicon;
import org.entente.knowledge.lexicon.Pos;
import org.entente.knowledge.lexicon.Wrapper;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;

/** Reads what stands around a trigger, from the inside out, and says how far it is real. */
final class Modality {
  /**
   * What modality makes of an event.
   *
   * @param type the type
   * @param wrapper the outermost word that changed the type, or null
   * @param said the word under which somebody says it, or null
   */
  record Reading(EventType type, Status status, Token wrapper, Token said, List<String> because) {}

  private static final Set<String> CONDITIONAL =
      Set.of("if", "unless", "whether", "lest", "should");
  private static final Set<String> PURPOSE_VERBS =
      Set.of("call", "appeal", "threaten", "agree", "plan", "refuse");
  private static final int DEEPEST = 12;

  private final Sentence sentence;
  private final Clauses clauses;
  private final Lexicon lexicon;
  private final Slots slots;
  private final Carriers carriers;
  private final Negation negation;
  private final Set<String> speech;
  private final Set<String> gather;

  Modality(Sentence sentence, Clauses clauses, Lexicon lexicon, Slots slots, Carriers carriers) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.lexicon = lexicon;
    this.slots = slots;
    this.carriers = carriers;
    this.negation = new Negation(sentence);
    this.speech = lexicon.classOf("SPEECH");
    this.gather = lexicon.classOf("GATHER");
  }

  Reading around(Token trigger, EventType inner) {
    Climb climb = new Climb(inner);
    climb.from(trigger);
    return new Reading(climb.type, climb.status, climb.wrapper, climb.said, climb.because);
  }

  private final class Climb {
    private EventType type;
    private Status status = Status.ACTUAL;
    private Token wrapper;
    private Token said;

    /** The verb whose negation its own wrapper has taken into account. */
    private Token negationRead;

    private final List<String> because = new ArrayList<>(2);

    Climb(EventType inner) {
      type = inner;
    }

    void from(Token trigger) {
      Token at = trigger;
      if (at.tag().equals("MD")) {
        at = slots.saying(sentence.head(at).orElse(at));
      } else if (!at.isVerb()) {
        at = nominal(at);
      }
      for (int depth = 0; at != null && depth < DEEPEST; depth++) {
        if (at.isVerb()) {
          auxiliaries(at);
        }
        at = up(at);
      }
    }

    /** Adjectives and "no" before an event noun; on to the light verb that carries it. */
    private Token nominal(Token noun) {
      if (noun.isNoun()) {
        for (Token child : sentence.children(noun)) {
          if (child.index() < noun.index()) {
            for (Wrapper candidate : lexicon.wrappers(Pos.ADJECTIVE, child.lemma())) {
              if (candidate.links().contains("mod")) {
                apply(candidate, child);
              }
            }
          }
        }
        if (negation.of(noun)) {
          deny("'no' before " + noun.text());
        }
        Token carrier = carriers.of(noun);
        if (carrier != null && carriers.isLight(carrier)) {
          return carrier;
        }
        if (carrier != null
            && noun.label().equals("nsubjpass")
            && sentence.child(carrier, "aux") != null) {
          auxiliaries(carrier);
        }
      } else if (noun.isAdjective() && clauses.copula(noun) != null) {
        if (negation.of(noun)) {
          deny("negated");
        }
        return clauses.copula(noun);
      }
      return noun;
    }

    private void auxiliaries(Token verb) {
      boolean negated = negation.of(verb);
      boolean modal = false;
      Token bearer = verb;
      Token first = sentence.head(verb).orElse(null);
      if (verb.label().equals("conj")
          && first != null
          && first.isVerb()
          && sentence.child(verb, "aux", "nsubj", "nsubjpass", "auxpass") == null
          && !verb.tag().matches("VBD|VBZ|VBP")) {
        bearer = first;
      }
      for (Token child : sentence.children(bearer)) {
        if (!child.label().equals("aux") && !child.tag().equals("MD")) {
          continue;
        }
        boolean not = negated || bearer != verb && negation.of(bearer);
        for (Wrapper candidate : lexicon.wrappers(Pos.VERB, child.lemma())) {
          if (candidate.links().contains("aux") && candidate.negated() == not) {
            apply(candidate, child);
            modal = true;
            break;
          }
        }
      }
      if (negated && !modal && verb != negationRead) {
        leaveUndone(verb);
      }
      for (Token child : sentence.children(verb)) {
        if (child.label().equals("mark")
            && CONDITIONAL.contains(child.lemma())
            && verb.label().equals("advcl")) {
          set(Status.POSSIBLE, "'" + child.text() + "'");
        }
      }
      boolean purpose =
          verb.tag().equals("VB")
              && sentence.children(verb).stream().anyMatch(c -> c.tag().equals("TO"))
              && verb.labelled("advcl", "acl", "relcl", "dep", "xcomp")
              && status == Status.ACTUAL;
      if (purpose && !under(verb) && !(saidByIt() && gathered(verb))) {
        set(Status.PLANNED, "'to " + verb.text() + "' is a purpose");
      }
    }

    /** "marched to demand": what is meant by it is said by it. */
    private boolean gathered(Token verb) {
      return sentence.head(verb).filter(above -> gather.contains(above.lemma())).isPresent();
    }

    private boolean saidByIt() {
      return switch (type) {
        case REQUEST, ACCUSE, REJECT, SUPPORT, THREATEN, PROTEST -> true;
        default -> false;
      };
    }

    /** "started to", "came to", "managed to": done. */
    private boolean under(Token verb) {
      Token above = sentence.head(verb).orElse(null);
      if (above == null) {
        return false;
      }
      return above.isVerb()
          && verb.label().equals("xcomp")
          && above.is(
              "begin",
              "start",
              "continue",
              "manage",
              "come",
              "help",
              "proceed",
              "cease",
              "resume",
              "use",
              "rush",
              "go",
              "remain",
              "have",
              "be",
              "serve",
              "seem",
              "appear");
    }

    private Token up(Token at) {
      Token above = sentence.head(at).orElse(null);
      if (above == null) {
        return null;
      }
      String link = link(at, above);
      if (link == null) {
        return null;
      }
      Token governor = above;
      if (link.equals("prep")) {
        link = above.lemma();
        governor = sentence.head(above).orElse(null);
        if (governor == null) {
          return null;
        }
      }
      if (link.equals("conj")) {
        return shared(at, above) ? above : null;
      }
      Wrapper found = wrapper(governor, link);
      boolean reports =
          found != null
              && (found.status().equals("=") || link.equals("obj") || link.equals("ccomp"));
      if (reports && said == null && governor.isVerb()) {
        said = governor;
      }
      if (found != null) {
        apply(found, governor);
        negationRead = found.negated() ? governor : null;
        if (governor.isNoun()) {
          return nominal(governor);
        }
        return governor.isAdjective() ? clauses.copula(governor) : governor;
      }
      if (governor.isVerb()
          && (link.equals("ccomp") || link.equals("xcomp") && speech.contains(governor.lemma()))) {
        if (said == null && speech.contains(governor.lemma())) {
          said = governor;
        }
        return null;
      }
      boolean sameAct =
          link.equals("xcomp")
              || link.equals("ger")
              || link.equals("obj") && carriers.isLight(governor);
      return governor.isVerb() && sameAct ? governor : null;
    }

    /** Verbs coordinated without a subject of their own share what stands above the first. */
    private boolean shared(Token at, Token above) {
      return at.isVerb()
              && above.isVerb()
              && sentence.child(at, "nsubj", "nsubjpass", "expl") == null
          || at.isNoun() && above.isNoun();
    }

    private Wrapper wrapper(Token governor, String link) {
      Pos pos = governor.isVerb() ? Pos.VERB : governor.isNoun() ? Pos.NOUN : Pos.ADJECTIVE;
      boolean not =
          negation.of(governor)
              || governor.isAdjective()
                  && clauses.copula(governor) != null
                  && negation.of(clauses.copula(governor));
      Wrapper plain = null;
      for (Wrapper candidate : lexicon.wrappers(pos, governor.lemma())) {
        if (!candidate.links().contains(link) || !holds(candidate, governor)) {
          continue;
        }
        if (candidate.negated() && not) {
          return candidate;
        }
        if (!candidate.negated() && plain == null) {
          plain = candidate;
        }
      }
      return plain;
    }

    private boolean holds(Wrapper candidate, Token governor) {
      for (Condition condition : candidate.where()) {
        List<Token> there = slots.fill(governor, Pos.VERB, condition.slot());
        boolean holds =
            switch (condition.kind()) {
              case PRESENT -> !there.isEmpty();
              case ABSENT -> there.isEmpty();
              case WORD -> there.stream().anyMatch(t -> condition.words().contains(t.lemma()));
              case OTHER -> there.stream().noneMatch(t -> condition.words().contains(t.lemma()));
            };
        if (!holds) {
          return false;
        }
      }
      return true;
    }

    private String link(Token at, Token above) {
      return switch (at.label()) {
        case "xcomp" -> at.tag().equals("VBG") ? "ger" : "xcomp";
        case "ccomp" -> "ccomp";
        case "acl", "relcl" ->
            at.tag().equals("VB") && above.isNoun()
                ? "xcomp"
                : at.label().equals("acl") && above.isNoun() && sentence.child(at, "mark") != null
                    ? "ccomp"
                    : null;
        case "dobj", "nsubjpass" -> above.isVerb() ? "obj" : null;
        case "pobj", "pcomp" -> "prep";
        case "advcl" ->
            at.tag().equals("VB") && above.isVerb() && PURPOSE_VERBS.contains(above.lemma())
                ? "xcomp"
                : null;
        case "conj" -> "conj";
        default -> null;
      };
    }

    private void apply(Wrapper candidate, Token word) {
      String outer = candidate.types().get(type.quad());
      String step = "'" + word.text() + "' (" + candidate.place() + ")";
      if (!outer.equals("=")) {
        // a promise, a threat, a refusal is itself done, whatever becomes of what it is about
        because.add(step + ": " + type + " becomes " + outer);
        type = EventType.valueOf(outer);
        status = Status.ACTUAL;
        wrapper = word;
        return;
      }
      if (!candidate.status().equals("=")) {
        set(Status.valueOf(candidate.status()), step);
      }
    }

    /**
     * What is denied inside stays denied; what is only possible outside makes all of it possible.
     */
    private void set(Status outer, String why) {
      Status before = status;
      status =
          switch (outer) {
            case DENIED -> before == Status.DENIED ? Status.ACTUAL : Status.DENIED;
            case POSSIBLE -> before == Status.DENIED ? Status.DENIED : Status.POSSIBLE;
            case PLANNED -> before == Status.ACTUAL ? Status.PLANNED : before;
            case DEMANDED -> before == Status.DENIED ? Status.DENIED : Status.DEMANDED;
            case ACTUAL -> before;
          };
      because.add(why + ": " + status);
    }

    /** Cooperation that its source leaves undone is a refusal; conflict has merely not happened. */
    private void leaveUndone(Token verb) {
      boolean cooperation =
          type.quad() == Quad.VERBAL_COOPERATION || type.quad() == Quad.MATERIAL_COOPERATION;
      if (!cooperation || status != Status.ACTUAL && status != Status.PLANNED) {
        deny("negated");
        return;
      }
      because.add("not done: " + type + " becomes REJECT");
      type = EventType.REJECT;
      status = Status.ACTUAL;
      wrapper = verb;
    }

    private void deny(String why) {
      if (status == Status.ACTUAL || status == Status.PLANNED) {
        status = Status.DENIED;
        because.add(why + ": DENIED");
      }
    }
  }
}
