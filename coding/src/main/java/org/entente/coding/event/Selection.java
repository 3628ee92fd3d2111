package org.entente.coding.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.entente.coding.syntax.Token;

/** Which of the events found in a sentence are kept. */
final class Selection {
  private final List<Found> found;
  private final List<Token> absorbed;

  /**
   * @param absorbed triggers that changed the type of another event
   */
  Selection(List<Found> found, List<Token> absorbed) {
    this.found = found;
    this.absorbed = absorbed;
  }

  /** Without what a wrapper has absorbed, and one event for each pair and type of a sentence. */
  List<Found> best() {
    List<Found> kept = new ArrayList<>();
    found.stream()
        .filter(event -> !absorbed.contains(event.trigger()) || !toldByAnother(event))
        .sorted(
            Comparator.comparingDouble(Found::confidence)
                .reversed()
                .thenComparing(event -> event.trigger().index()))
        .forEach(
            event -> {
              if (kept.stream().noneMatch(other -> covers(other, event))) {
                kept.add(event);
              }
            });
    kept.sort(Comparator.comparing(event -> event.trigger().index()));
    return kept;
  }

  private boolean toldByAnother(Found event) {
    return found.stream()
        .anyMatch(
            other ->
                other.trigger() != event.trigger()
                    && other.source().actor().id().equals(event.source().actor().id())
                    && other.type() == event.type());
  }

  private static boolean covers(Found kept, Found event) {
    return kept.type() == event.type()
        && kept.source().actor().id().equals(event.source().actor().id())
        && Objects.equals(
            kept.target() == null ? null : kept.target().actor().id(),
            event.target() == null ? null : event.target().actor().id());
  }
}
