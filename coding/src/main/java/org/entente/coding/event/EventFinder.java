package org.entente.coding.event;

import java.util.List;
import java.util.Set;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.lexicon.Entry;

/** Finds the events of a sentence. Safe to share between threads. */
public final class EventFinder {
  private final Knowledge knowledge;
  private final EventNouns nouns;
  private final Set<String> light;

  public EventFinder(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.nouns = new EventNouns(knowledge.lexicon());
    this.light = knowledge.lexicon().classOf("LIGHT");
  }

  /**
   * An entry whose trigger stands in a sentence, and what came of it.
   *
   * @param outcome "fired", or why it did not
   * @param near whether one thing only was missing
   */
  public record Attempt(Token trigger, Entry entry, String outcome, boolean fired, boolean near) {}

  public List<Found> find(Sentence sentence, Mentions mentions) {
    return find(sentence, mentions, null);
  }

  /** The events, and in {@code attempts} every entry that was tried. */
  public List<Found> find(Sentence sentence, Mentions mentions, List<Attempt> attempts) {
    return new Search(sentence, mentions, knowledge, nouns, light, attempts).run();
  }
}
