package org.entente.coding.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.lexicon.Entry;
import org.entente.model.EventType;
import org.entente.model.Status;

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

  /**
   * A word whose conditions an entry meets, whoever its source and target may be.
   *
   * @param type after modality
   */
  public record Cue(Token trigger, Entry entry, EventType type, Status status) {}

  /** What fired between actors, and every cue of the sentence. */
  public record Readings(List<Found> found, List<Cue> cues) {}

  public List<Found> find(Sentence sentence, Mentions mentions) {
    return find(sentence, mentions, null);
  }

  /** All that fires, unselected, and all cues. */
  public Readings readings(Sentence sentence, Mentions mentions) {
    List<Cue> cues = new ArrayList<>();
    List<Found> found = new Search(sentence, mentions, knowledge, nouns, light, null, cues).all();
    return new Readings(found, cues);
  }

  /** The events, and in {@code attempts} every entry that was tried. */
  public List<Found> find(Sentence sentence, Mentions mentions, List<Attempt> attempts) {
    return new Search(sentence, mentions, knowledge, nouns, light, attempts, null).run();
  }
}
