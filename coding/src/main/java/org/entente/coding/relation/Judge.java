package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.coding.event.EventFinder.Readings;
import org.entente.coding.event.Found;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.EventType;
import org.entente.model.Status;

/**
 * Decides which events of a sentence stand: how sure those are that the lexicon fired on, and which
 * it has missed. Safe to share between threads.
 */
public final class Judge {
  /** Below it an event of the lexicon is dropped. */
  private static final double DROPPED = 0.005;

  /** From it on a pair that the lexicon is silent on makes an event. */
  private static final double ADDED = 0.35;

  /** How sure the models must be of another type than the lexicon's. */
  private static final double OTHERWISE = 0.8;

  /** How far the lexicon is believed where it names nobody to whom it is done. */
  private static final double ALONE = 0.2;

  /**
   * How much the detector counts, as a power of its probability, where the lexicon fired: that it
   * did tells already that there is an event. Read events say so; with 1 those of which only the
   * detector is unsure are right as often as others.
   */
  private static final double DOUBT = 0.25;

  /** How far the models are believed where the lexicon is silent. */
  private static final double SILENT = 0.4;

  /** Of a pair that the detector does not judge. */
  private static final double UNKNOWN = 0.5;

  /** Below it a pair that the lexicon is silent on makes no event, its type considered. */
  private static final double LEAST = 0.45;

  /** The same where no word of the lexicon says the type. */
  private static final double UNCUED = 0.55;

  /** What two do together, so that "X and Y" may do it to each other. */
  private static final Set<EventType> MUTUAL =
      EnumSet.of(EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT);

  private static final Pattern OWN = Pattern.compile("(?i)(its|their|his|her)\\b");

  private final Relations relations;

  public Judge(Relations relations) {
    this.relations = relations;
  }

  private record Candidate(Mention source, Mention target, double probability) {}

  private record PairOf(int source, int target) {
    static PairOf of(Found found) {
      return new PairOf(found.source().head(), found.target().head());
    }
  }

  public List<Found> judge(Sentence sentence, Mentions mentions, Readings readings, Tier tier) {
    if (relations.importedOnly()) {
      return readings.found();
    }
    Map<PairOf, Candidate> candidates = candidates(sentence, mentions, readings);
    Map<Token, Double> there = new HashMap<>();
    for (Found found : readings.found()) {
      if (found.target() != null) {
        there.merge(found.trigger(), probability(found, candidates), Math::max);
      }
    }
    List<Found> kept = new ArrayList<>();
    for (Found found : readings.found()) {
      if (found.target() == null) {
        double sure = round(confidence(ALONE * found.confidence(), tier));
        kept.add(found.withConfidence(sure));
        continue;
      }
      candidates.remove(PairOf.of(found));
      // of "X, Y and Z met" the nearest pair tells for all
      double probability = there.get(found.trigger());
      if (probability >= DROPPED) {
        kept.add(judged(sentence, mentions, readings, found, probability, tier));
      }
    }
    candidates.values().stream()
        .filter(candidate -> candidate.probability >= ADDED)
        .sorted(
            Comparator.comparingDouble((Candidate c) -> c.probability)
                .reversed()
                .thenComparing(c -> c.source.head())
                .thenComparing(c -> c.target.head()))
        .forEach(candidate -> add(sentence, mentions, readings, candidate, tier, kept));
    return kept;
  }

  private static double probability(Found found, Map<PairOf, Candidate> candidates) {
    Candidate candidate = candidates.get(PairOf.of(found));
    return candidate == null ? UNKNOWN : candidate.probability;
  }

  private Map<PairOf, Candidate> candidates(
      Sentence sentence, Mentions mentions, Readings readings) {
    Detector.View view = new Detector.View(sentence, readings.cues(), readings.all());
    Map<PairOf, Candidate> candidates = new HashMap<>();
    for (Mention source : mentions.all()) {
      for (Mention target : mentions.all()) {
        if (Detector.candidate(source, target)) {
          List<String> features = view.features(source, target);
          if (features != null) {
            double probability = Detector.bundled().probability(features);
            candidates.put(
                new PairOf(source.head(), target.head()),
                new Candidate(source, target, probability));
          }
        }
      }
    }
    return candidates;
  }

  private Found judged(
      Sentence sentence,
      Mentions mentions,
      Readings readings,
      Found found,
      double there,
      Tier tier) {
    Relation relation =
        relations.relate(
            relations.read(sentence, mentions, readings, found.source(), found.target()),
            tier,
            Convention.PLOVER);
    boolean other =
        !found.entry().imported()
            && found.status() != Status.POSSIBLE
            && !relation.root().equals(Relation.root(found.type()))
            && relation.confidence() >= OTHERWISE;
    List<String> because = new ArrayList<>(found.because());
    because.addAll(relation.because());
    because.add(likely(there));
    double sure = other ? relation.confidence() : relation.probability(found.type());
    return new Found(
        found.trigger(),
        other ? null : found.entry(),
        found.source(),
        found.target(),
        other ? relation.type() : found.type(),
        other ? null : found.mode(),
        other ? relation.cameo() : found.cameo(),
        other ? relation.status() : found.status(),
        found.predicate(),
        found.said(),
        other ? relation.rule() : found.rule(),
        round(confidence(Math.pow(there, DOUBT) * sure, tier)),
        because);
  }

  private void add(
      Sentence sentence,
      Mentions mentions,
      Readings readings,
      Candidate candidate,
      Tier tier,
      List<Found> kept) {
    PairReading reading =
        relations.read(sentence, mentions, readings, candidate.source, candidate.target);
    Relation relation = relations.relate(reading, tier, Convention.PLOVER);
    boolean told =
        kept.stream()
            .anyMatch(
                found ->
                    found.target() != null
                        && (same(found.source(), candidate.source)
                                && same(found.target(), candidate.target)
                            || Relation.root(found.type()).equals(relation.root())
                                && same(found.source(), candidate.target)
                                && same(found.target(), candidate.source)));
    Token trigger = reading.trigger(relation.type());
    if (told
        || trigger == null
        || candidate.probability * relation.confidence()
            < (reading.cued(relation.type()) ? LEAST : UNCUED)
        || ofItsOwn(candidate)
        || sameDeed(readings.all(), trigger, candidate)
        || together(sentence, candidate)
            && (!MUTUAL.contains(relation.type()) || !acting(sentence, candidate))) {
      return;
    }
    List<String> because = new ArrayList<>(relation.because());
    because.add(likely(candidate.probability));
    kept.add(
        new Found(
            trigger,
            null,
            candidate.source,
            candidate.target,
            relation.type(),
            null,
            relation.cameo(),
            relation.status(),
            trigger.span(),
            null,
            relation.rule(),
            round(confidence(SILENT * candidate.probability * relation.confidence(), tier)),
            because));
  }

  /** Whether the lexicon has found what is done here, and one of the two as its own. */
  private static boolean sameDeed(List<Found> fired, Token trigger, Candidate candidate) {
    return fired.stream()
        .anyMatch(
            found ->
                found.trigger() == trigger
                    && (same(found.source(), candidate.source)
                        || found.target() != null && same(found.target(), candidate.target)));
  }

  /** "Nauru's plan to close its schools": hardly an event between Nauru and its schools. */
  private static boolean ofItsOwn(Candidate candidate) {
    String words = candidate.target.actor().text();
    return words != null
        && candidate.source.actor().code().equals(candidate.target.actor().code())
        && OWN.matcher(words).lookingAt();
  }

  /** "X and Y": the one hangs on the other as a member of one list. */
  private static boolean together(Sentence sentence, Candidate candidate) {
    Clauses clauses = new Clauses(sentence);
    Token from = sentence.token(candidate.source.head());
    Token to = sentence.token(candidate.target.head());
    return clauses.coordinated(from).contains(to)
        || clauses.coordinated(to).contains(from)
        || within(sentence, from, to)
        || within(sentence, to, from);
  }

  /** "Soldiers of X and Y": the one hangs on a word of the other. */
  private static boolean within(Sentence sentence, Token outer, Token inner) {
    return inner.label().equals("conj")
        && sentence
            .head(inner)
            .filter(word -> word.label().equals("pobj"))
            .flatMap(sentence::head)
            .filter(preposition -> preposition.label().equals("prep"))
            .flatMap(sentence::head)
            .filter(word -> word == outer)
            .isPresent();
  }

  /** "X and Y met", "between X and Y", "by X and Y"; not "in X and Y". */
  private static boolean acting(Sentence sentence, Candidate candidate) {
    Token first = sentence.token(Math.min(candidate.source.head(), candidate.target.head()));
    while (first.label().equals("conj") && first.head() >= 0) {
      first = sentence.token(first.head());
    }
    return first.labelled("nsubj", "nsubjpass", "poss", "nmod", "amod")
        || sentence.head(first).map(above -> above.is("between", "by", "of")).orElse(false);
  }

  private static boolean same(Mention a, Mention b) {
    return a.actor().id().equals(b.actor().id()) || a.actor().code().equals(b.actor().code());
  }

  private double confidence(double raw, Tier tier) {
    return relations.settings().events().get(tier).of(raw);
  }

  private static String likely(double there) {
    return String.format(Locale.ROOT, "an event between the two: %.2f", there);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
