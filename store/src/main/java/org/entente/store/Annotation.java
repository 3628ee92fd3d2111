package org.entente.store;

import java.time.Instant;
import org.entente.model.Event;

/**
 * What a reader said of an event.
 *
 * @param id from 1, in the order in which they were made
 * @param verdict what was said
 * @param original the event as it was coded
 * @param corrected the event as it ought to be; null unless {@link Verdict#CORRECTED}
 * @param note why, or null
 * @param who said so
 * @param made when
 */
public record Annotation(
    int id,
    Verdict verdict,
    Event original,
    Event corrected,
    String note,
    String who,
    Instant made) {
  /** What a reader can say. */
  public enum Verdict {
    /** It is right as it stands. */
    CONFIRMED,
    /** It is right but for what was corrected. */
    CORRECTED,
    /** The text tells no such event. */
    REJECTED,
    /** What was said before is taken back. */
    WITHDRAWN
  }

  public Annotation {
    if ((verdict == Verdict.CORRECTED) != (corrected != null)) {
      throw new IllegalArgumentException(
          "a correction, and nothing else, needs the corrected event: " + verdict);
    }
  }
}
