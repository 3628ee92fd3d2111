package org.entente.coding.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.coding.event.Fillers.Filler;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.lexicon.Pos;
import org.entente.model.Status;

/** Tries the words of one sentence as triggers. */
final class Search {
  private static final int MOST_EVENTS = 48;

  private final Sentence sentence;
  private final Mentions mentions;
  private final Knowledge knowledge;
  private final Conditions conditions;
  private final Casting casting;
  private final Modality modality;
  private final PredicateSpan predicate;
  private final List<EventFinder.Attempt> attempts;
  private final List<EventFinder.Cue> cues;
  private final List<Found> found = new ArrayList<>();
  private final List<Token> absorbed = new ArrayList<>();

  /**
   * @param light verbs that carry an event noun
   * @param attempts takes every entry that is tried, or null
   * @param cues takes every word whose conditions an entry meets, or null
   */
  Search(
      Sentence sentence,
      Mentions mentions,
      Knowledge knowledge,
      EventNouns nouns,
      Set<String> light,
      List<EventFinder.Attempt> attempts,
      List<EventFinder.Cue> cues) {
    this.sentence = sentence;
    this.cues = cues;
    this.mentions = mentions;
    this.knowledge = knowledge;
    this.attempts = attempts;
    Clauses clauses = new Clauses(sentence);
    Carriers carriers = new Carriers(sentence, clauses, light, nouns);
    Slots slots = new Slots(sentence, clauses, carriers);
    Fillers fillers = new Fillers(sentence, clauses, mentions, nouns);
    this.conditions = new Conditions(sentence, clauses, mentions, slots);
    this.casting = new Casting(mentions, slots, fillers, nouns);
    this.modality = new Modality(sentence, clauses, knowledge.lexicon(), slots, carriers);
    this.predicate = new PredicateSpan(sentence, mentions, carriers);
  }

  List<Found> run() {
    sentence.tokens().forEach(this::tryTrigger);
    return new Selection(found, absorbed).best();
  }

  /** All that fired, after the run. */
  List<Found> all() {
    return found;
  }

  private void tryTrigger(Token token) {
    Pos pos = pos(token);
    if (pos == null || mentions.isNamed(token)) {
      return;
    }
    boolean cued = cues == null;
    for (Entry entry : knowledge.lexicon().entries(pos, token.lemma())) {
      Supplier<String> misfit = conditions.misfit(entry, token, pos);
      boolean fits = misfit == null;
      if (fits && !cued) {
        Modality.Reading reading = modality.around(token, entry.type());
        cues.add(new EventFinder.Cue(token, entry, reading.type(), reading.status()));
        cued = true;
      }
      String why = fits ? fire(entry, token, pos) : null;
      boolean fired = fits && why == null;
      if (attempts != null && conditions.triggered(entry, token)) {
        boolean near = fits || entry.where().size() == 1;
        String outcome = fired ? "fired" : fits ? why : misfit.get();
        attempts.add(new EventFinder.Attempt(token, entry, outcome, fired, near));
      }
      if (fired) {
        return;
      }
    }
  }

  private static Pos pos(Token token) {
    if (token.isVerb() || token.tag().equals("MD") && token.label().equals("aux")) {
      return Pos.VERB;
    }
    if (token.isNoun()) {
      return Pos.NOUN;
    }
    return token.isAdjective() ? Pos.ADJECTIVE : null;
  }

  /** Why an entry that holds makes no event, or null if it makes one. */
  private String fire(Entry entry, Token token, Pos pos) {
    List<Filler> sources = casting.sources(entry, token, pos);
    if (sources.isEmpty()) {
      return "nobody in " + String.join(", ", entry.source());
    }
    List<Filler> targets = casting.targets(entry, token, pos, sources);
    boolean reciprocal =
        targets == sources
            || targets.isEmpty() && entry.target().contains("both") && sources.size() > 1;
    Modality.Reading reading = modality.around(token, entry.type());
    if (targets.isEmpty()
        && !reciprocal
        && !Plausibility.alone(
            entry.type(),
            sources.get(0).mention(),
            !entry.where().isEmpty(),
            reading.status() == Status.ACTUAL)) {
      return "nobody in " + String.join(", ", entry.target());
    }
    int before = found.size();
    if (reciprocal) {
      for (int i = 0; i < sources.size(); i++) {
        for (int j = i + 1; j < sources.size(); j++) {
          add(entry, token, pos, sources.get(i), sources.get(j), reading);
        }
      }
    } else if (targets.isEmpty()) {
      sources.forEach(source -> add(entry, token, pos, source, null, reading));
    } else {
      for (Filler source : sources) {
        for (Filler target : targets) {
          add(entry, token, pos, source, target, reading);
        }
      }
    }
    if (found.size() == before) {
      return "source and target are the same, or nobody known";
    }
    if (reading.wrapper() != null && reading.type() != entry.type()) {
      absorbed.add(reading.wrapper());
    }
    return null;
  }

  private void add(
      Entry entry, Token token, Pos pos, Filler source, Filler target, Modality.Reading reading) {
    if (found.size() > MOST_EVENTS || !Plausibility.holds(entry.type(), source, target)) {
      return;
    }
    boolean changed = reading.type() != entry.type();
    List<String> because = new ArrayList<>(reading.because());
    note(because, source);
    note(because, target);
    found.add(
        new Found(
            token,
            entry,
            source.mention(),
            target == null ? null : target.mention(),
            reading.type(),
            changed ? null : entry.mode(),
            changed ? knowledge.ontology().wrapped(reading.type(), entry.type()) : entry.cameo(),
            reading.status(),
            predicate.of(token, reading.wrapper(), pos),
            reading.said(),
            entry.rule(token.lemma()),
            Confidence.of(entry, pos, source, target, reading),
            because));
  }

  private static void note(List<String> because, Filler filler) {
    if (filler == null) {
      return;
    }
    if (filler.mention().because() != null) {
      because.add(filler.mention().because());
    }
    if (!filler.direct()) {
      because.add("'" + filler.mention().actor().text() + "' stands for what is its own here");
    }
  }
}
