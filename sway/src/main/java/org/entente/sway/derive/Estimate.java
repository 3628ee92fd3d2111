package org.entente.sway.derive;

import java.util.List;
import org.entente.model.Event;
import org.entente.sway.bargain.Range;

/**
 * A number read from events.
 *
 * @param what which, such as {@code position of EGY}
 * @param range 5 % quantile of the bootstrap, estimate, 95 % quantile
 * @param events how many it rests on
 * @param basis in words: from what and how
 * @param weightiest the events that weigh most in it, the weightiest first
 */
public record Estimate(
    String what, Range range, int events, String basis, List<Weighty> weightiest) {
  /**
   * An event and its weight.
   *
   * @param pull how far it pulls the number, in the number's own unit, against the same without it
   */
  public record Weighty(Event event, double pull) {}

  public Estimate {
    weightiest = List.copyOf(weightiest);
  }
}
