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

  /**
   * What was read of a sentence.
   *
   * @param found what fired and was selected
   * @param all all that fired
   * @param cues every word whose conditions an entry meets
   */
  public record Readings(List<Found> found, List<Found> all, List<Cue> cues) {}

  public List<Found> find(Sentence sentence, Mentions mentions) {
    return find(sentence, mentions, null);
  }

  public Readings readings(Sentence sentence, Mentions mentions) {
    return readings(sentence, mentions, null);
  }

  /** The same, and in {@code attempts} every entry that was tried; it may be null. */
  public Readings readings(Sentence sentence, Mentions mentions, List<Attempt> attempts) {
    List<Cue> cues = new ArrayList<>();
    Search search = new Search(sentence, mentions, knowledge, nouns, light, attempts, cues);
    List<Found> found = search.run();
    return new Readings(found, search.all(), cues);
  }

  /** The events, and in {@code attempts} every entry that was tried. */
  public List<Found> find(Sentence sentence, Mentions mentions, List<Attempt> attempts) {
    return new Search(sentence, mentions, knowledge, nouns, light, attempts, null).run();
  }
}
