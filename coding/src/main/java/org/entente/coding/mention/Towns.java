package org.entente.coding.mention;

import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.gazetteer.Location;
import org.entente.model.Span;

/** Reads a town that something is done to as its state, if the text speaks of it or it is large. */
final class Towns {
  private static final long LARGE = 150_000;

  private final Sentence sentence;
  private final Background background;
  private final Spans spans;

  Towns(Sentence sentence, Background background, Spans spans) {
    this.sentence = sentence;
    this.background = background;
    this.spans = spans;
  }

  Mention of(Token token) {
    if (token.labelled("compound", "nmod", "appos") || sentence.child(token, "appos") != null) {
      return null;
    }
    Span span = spans.ofName(token);
    String name = span.in(background.text());
    if (background.memory().named(name) != null) {
      return null;
    }
    Location town = likeliest(name);
    ActorEntry state = town == null ? null : background.registry().find(town.country());
    if (state == null) {
      return null;
    }
    return Mention.town(token, span, background.actor(state, span), state)
        .withBecause(name + " is in " + state.name());
  }

  private Location likeliest(String name) {
    Location best = null;
    for (Location candidate : background.knowledge().gazetteer().find(name)) {
      boolean likely =
          candidate.country() != null
              && (background.spokenOf().containsKey(candidate.country())
                  || candidate.population() >= LARGE);
      if (likely && (best == null || rank(candidate) > rank(best))) {
        best = candidate;
      }
    }
    return best;
  }

  private long rank(Location location) {
    return background.spokenOf().getOrDefault(location.country(), 0) * 10_000_000L
        + location.population();
  }
}
