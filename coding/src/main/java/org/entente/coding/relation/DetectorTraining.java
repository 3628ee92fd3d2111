package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.coding.event.EventFinder;
import org.entente.coding.mention.Discourse;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.relation.LinearTrainer.Case;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Parser;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.model.EventType;

/**
 * Trains the {@link Detector} on marked sentences: the marked pair is one, its reverse and other
 * pairs of the sentence are taken for none. Nobody has marked pronouns, and so none is taken.
 */
public final class DetectorTraining {
  /** What two may do to each other, so that the reverse may hold too. */
  private static final Set<EventType> MUTUAL =
      EnumSet.of(EventType.CONSULT, EventType.COOPERATE, EventType.AGREE, EventType.SUPPORT);

  /** How much a pair counts that is taken for none because it is not the marked one. */
  private static final double OTHERS = 0.5;

  /** The same where the lexicon sees something: it may be a second event of the sentence. */
  private static final double FIRED = 0.2;

  private final Knowledge knowledge;
  private final Parser parser;
  private final EventFinder finder;
  private final List<Case> cases = new ArrayList<>();

  public DetectorTraining(Knowledge knowledge, Parser parser) {
    this.knowledge = knowledge;
    this.parser = parser;
    this.finder = new EventFinder(knowledge);
  }

  public void add(Pair pair, Set<EventType> types) {
    if (pair.source() == null || pair.target() == null) {
      return;
    }
    Placed placed = Placed.of(pair, parser);
    if (!placed.pair()) {
      return;
    }
    Mentions mentions = new Discourse(pair.text(), null, knowledge).read(placed.sentence());
    Clauses clauses = new Clauses(placed.sentence());
    mentions.complete(placed.source(), placed.target());
    EventFinder.Readings readings = finder.readings(placed.sentence(), mentions);
    Detector.View view = new Detector.View(placed.sentence(), readings.cues(), readings.all());
    List<Token> withSource = clauses.coordinated(placed.source());
    List<Token> withTarget = clauses.coordinated(placed.target());
    for (Mention source : mentions.all()) {
      for (Mention target : mentions.all()) {
        if (!Detector.candidate(source, target)) {
          continue;
        }
        Token from = placed.sentence().token(source.head());
        Token to = placed.sentence().token(target.head());
        boolean yes = from == placed.source() && to == placed.target();
        boolean reverse = from == placed.target() && to == placed.source();
        boolean near =
            (withSource.contains(from) || placed.sourceWords().contains(from))
                && (withTarget.contains(to) || placed.targetWords().contains(to));
        boolean pronoun =
            source.shape() == Mention.Shape.PRONOUN || target.shape() == Mention.Shape.PRONOUN;
        if (!yes && (near || pronoun) || reverse && types.stream().anyMatch(MUTUAL::contains)) {
          continue;
        }
        List<String> features = view.features(source, target);
        if (features != null) {
          boolean fired = !yes && !reverse && features.stream().anyMatch(Detector::isFired);
          cases.add(new Case(features, yes, yes || reverse ? 1 : fired ? FIRED : OTHERS));
        }
      }
    }
  }

  public int size() {
    return cases.size();
  }

  public LinearModel train(long seed) {
    return train(LinearTrainer.standard(), seed);
  }

  LinearModel train(LinearTrainer trainer, long seed) {
    return trainer.trainTwo(cases, seed);
  }
}
