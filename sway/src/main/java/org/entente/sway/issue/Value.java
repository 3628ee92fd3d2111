package org.entente.sway.issue;

import java.util.Objects;
import org.entente.sway.bargain.Range;

/**
 * A number of an issue file: sure, between bounds, or to be derived from events.
 *
 * @param range null where it is to be derived
 * @param why what it rests on, may be empty
 * @param from where it stands in the text of the file: its first character
 * @param to the character after its last
 */
public record Value(Range range, String why, int from, int to) {
  public Value {
    Objects.requireNonNull(why);
  }

  /** A sure number that stands in no file. */
  public static Value of(double number) {
    return new Value(Range.of(number), "", 0, 0);
  }

  public boolean isDerived() {
    return range == null;
  }
}
