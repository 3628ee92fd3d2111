package org.entente.coding.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.TimeSpan;

/** One fact told twice in a document is one event with two evidences. */
public final class Merger {
  private Merger() {}

  /** Events in the order of their first evidence; the id of the first telling stays. */
  public static List<Event> merge(List<Event> events) {
    List<Event> merged = new ArrayList<>();
    for (Event event : events) {
      int same = -1;
      for (int i = 0; i < merged.size() && same < 0; i++) {
        if (sameFact(merged.get(i), event)) {
          same = i;
        }
      }
      if (same < 0) {
        merged.add(event);
      } else {
        merged.set(same, join(merged.get(same), event));
      }
    }
    return merged;
  }

  private static boolean sameFact(Event a, Event b) {
    return a.type() == b.type()
        && a.status() == b.status()
        && a.source().id().equals(b.source().id())
        && Objects.equals(
            a.target() == null ? null : a.target().id(),
            b.target() == null ? null : b.target().id())
        && sameTime(a.time(), b.time())
        && (a.mode() == null || b.mode() == null || a.mode().equals(b.mode()))
        && samePlace(a.place(), b.place());
  }

  private static boolean sameTime(TimeSpan a, TimeSpan b) {
    if (a.text() == null || b.text() == null) {
      return true;
    }
    if (!a.known() || !b.known()) {
      return Objects.equals(a.text(), b.text());
    }
    return a.from() != null
        && b.from() != null
        && a.to() != null
        && b.to() != null
        && !a.to().isBefore(b.from())
        && !b.to().isBefore(a.from());
  }

  private static boolean samePlace(Place a, Place b) {
    if (a == null || b == null || a.country() == null || b.country() == null) {
      return true;
    }
    boolean oneIsWide = a.kind().equals("country") || b.kind().equals("country");
    return a.country().equals(b.country()) && (oneIsWide || a.name().equals(b.name()));
  }

  private static Event join(Event first, Event second) {
    List<Evidence> evidence = new ArrayList<>(first.evidence());
    evidence.addAll(second.evidence());
    Set<Magnitude> magnitudes = new LinkedHashSet<>(first.magnitudes());
    for (Magnitude magnitude : second.magnitudes()) {
      if (magnitudes.stream()
          .noneMatch(m -> m.kind() == magnitude.kind() && m.low() == magnitude.low())) {
        magnitudes.add(magnitude);
      }
    }
    Set<String> contexts = new LinkedHashSet<>(first.contexts());
    contexts.addAll(second.contexts());
    boolean deeper =
        second.cameo().length() > first.cameo().length()
            && second.cameo().startsWith(first.cameo());
    return new Event(
        first.id(),
        first.document(),
        first.source(),
        first.target(),
        first.type(),
        first.mode() == null ? second.mode() : first.mode(),
        contexts.stream().limit(4).toList(),
        deeper ? second.cameo() : first.cameo(),
        deeper ? second.goldstein() : first.goldstein(),
        first.status(),
        first.attribution().speaker() == null && first.attribution().words() == null
            ? second.attribution()
            : first.attribution(),
        first.time().text() == null ? second.time() : first.time(),
        first.place() == null || second.place() != null && first.place().kind().equals("country")
            ? (second.place() == null ? first.place() : second.place())
            : first.place(),
        List.copyOf(magnitudes),
        Math.round(100 * (1 - (1 - first.confidence()) * (1 - second.confidence() / 2))) / 100.0,
        evidence,
        first.coder());
  }
}
