package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.coding.event.EventFinder;
import org.entente.coding.event.EventFinder.Cue;
import org.entente.coding.event.Found;
import org.entente.coding.mention.Mention;
import org.entente.coding.syntax.Token;
import org.entente.model.EventType;

/**
 * What the lexicon says of a pair.
 *
 * @param best the cue that decides, or null
 * @param distance 0 if it fired from source to target, 1 without a target, 2 as a cue of the core
 * @param reverse what fired from target to source, or null
 * @param types all that fired from source to target
 */
record LexiconAnswer(Cue best, int distance, Found reverse, Set<EventType> types, List<Cue> cues) {

  static LexiconAnswer of(Placed placed, Core core, EventFinder.Readings readings) {
    List<Found> forward = new ArrayList<>();
    List<Found> alone = new ArrayList<>();
    Found reverse = null;
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    for (Found found : readings.all()) {
      boolean from = isAt(found.source(), placed.source());
      boolean to = found.target() != null && isAt(found.target(), placed.target());
      if (from && found.target() == null) {
        alone.add(found);
      } else if (from && to) {
        forward.add(found);
        types.add(found.type());
      } else if (reverse == null
          && found.target() != null
          && isAt(found.source(), placed.target())
          && isAt(found.target(), placed.source())) {
        reverse = found;
      }
    }
    Set<Token> inner = new HashSet<>(core.words());
    Found found = best(forward, core, inner);
    int distance = 0;
    if (found == null) {
      found = best(alone, core, inner);
      distance = 1;
    }
    Cue best = null;
    if (found != null) {
      best = new Cue(found.trigger(), found.entry(), found.type(), found.status());
    } else {
      distance = 2;
      best = near(readings.cues(), core, inner);
    }
    return new LexiconAnswer(best, distance, reverse, types, readings.cues());
  }

  private static boolean isAt(Mention mention, Token head) {
    return head != null && mention.head() == head.index();
  }

  private static Found best(List<Found> found, Core core, Set<Token> inner) {
    Found best = null;
    double most = -1;
    for (Found one : found) {
      double score =
          one.confidence()
              + (core.path().contains(one.trigger()) ? 1 : 0)
              + (inner.contains(one.trigger()) ? 0.5 : 0)
              + (one.type() != one.entry().type() ? 0.2 : 0);
      if (score > most) {
        most = score;
        best = one;
      }
    }
    return best;
  }

  private static Cue near(List<Cue> cues, Core core, Set<Token> inner) {
    Cue best = null;
    double most = 0;
    for (Cue cue : cues) {
      double score =
          (core.path().contains(cue.trigger()) ? 2 : 0)
              + (inner.contains(cue.trigger()) ? 1 : 0)
              + (cue.entry().where().isEmpty() ? 0 : 0.5);
      if (score >= 1 && score > most) {
        most = score;
        best = cue;
      }
    }
    return best;
  }
}
