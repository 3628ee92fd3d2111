package org.entente.knowledge.lexicon;

import java.util.List;
import org.entente.model.EventType;

/**
 * An entry of the lexicon.
 *
 * @param file and line say where it stands
 * @param source slots, best first
 * @param target slots, best first
 * @param weight how specific it is: of two entries that fit, the heavier wins
 * @param layer 0 if it comes from the uppermost folder of knowledge, which wins over others
 */
public record Entry(
    String file,
    int line,
    List<Trigger> triggers,
    Pos pos,
    List<Condition> where,
    EventType type,
    String mode,
    String cameo,
    List<String> source,
    List<String> target,
    String example,
    int weight,
    int layer) {

  /** {@code assault.tsv:120}. */
  public String place() {
    return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
  }

  /** Whether it comes from somebody else's dictionary, of which our models know nothing. */
  public boolean imported() {
    return file.substring(file.lastIndexOf('/') + 1).startsWith("petrarch");
  }

  /** Where it stands and the trigger of this lemma: {@code assault.tsv:120 cut down}. */
  public String rule(String lemma) {
    for (Trigger trigger : triggers) {
      if (trigger.lemma().equals(lemma)) {
        return place() + " " + trigger;
      }
    }
    return place() + " " + lemma;
  }
}
