package org.entente.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.coding.relation.Relation;
import org.entente.model.EventType;
import org.entente.model.Quad;

/** The 15 roots as classes to measure: PLOVER's types, with CONCEDE and RETREAT as YIELD. */
final class Roots {
  static final List<String> LABELS =
      Arrays.stream(EventType.values()).map(Relation::root).distinct().toList();
  static final List<String> QUADS = Arrays.stream(Quad.values()).map(Quad::label).toList();

  private static final int[] QUAD_OF =
      LABELS.stream()
          .mapToInt(root -> type(root.equals("YIELD") ? "CONCEDE" : root).quad().ordinal())
          .toArray();

  /** Roots at which a quad class begins, without the first. */
  static final List<Integer> QUAD_STARTS =
      IntStream.range(1, QUAD_OF.length).filter(i -> QUAD_OF[i] != QUAD_OF[i - 1]).boxed().toList();

  private Roots() {}

  private static EventType type(String name) {
    return EventType.valueOf(name);
  }

  static int of(EventType type) {
    return LABELS.indexOf(Relation.root(type));
  }

  /** That of a known pair, all of whose types have the same. */
  static int of(Set<EventType> types) {
    return of(types.iterator().next());
  }

  /**
   * The class of a type or root by its name.
   *
   * @return −1 if there is none
   */
  static int of(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    return LABELS.indexOf(upper.equals("CONCEDE") || upper.equals("RETREAT") ? "YIELD" : upper);
  }

  /** The quad classes of roots; −1 stays. */
  static int[] quads(int[] roots) {
    return Arrays.stream(roots).map(root -> root < 0 ? root : QUAD_OF[root]).toArray();
  }
}
