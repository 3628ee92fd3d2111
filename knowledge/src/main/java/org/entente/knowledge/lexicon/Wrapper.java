package org.entente.knowledge.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.model.Quad;

/**
 * A word that says how far what it governs is real, and by that may change its type.
 *
 * @param negated whether it holds only where the trigger is negated
 * @param links how the inner event hangs on it: {@code aux}, {@code neg}, {@code xcomp}, {@code
 *     ccomp}, {@code obj}, {@code mod}, {@code acomp}, or a preposition
 * @param where further conditions on the trigger
 * @param types what the inner type becomes, by its quad class: a type, or {@code =} to keep it
 * @param status the event's status from here on, or {@code =} to keep it
 */
public record Wrapper(
    String file,
    int line,
    List<Trigger> triggers,
    Pos pos,
    boolean negated,
    Set<String> links,
    List<Condition> where,
    Map<Quad, String> types,
    String status) {

  public String place() {
    return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
  }
}
