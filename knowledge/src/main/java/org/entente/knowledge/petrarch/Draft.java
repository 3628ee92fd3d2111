package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One reading of a pattern, as the lexicon will have it. */
final class Draft {
  final List<String> where = new ArrayList<>();
  final List<String> particles = new ArrayList<>();
  final Set<String> sources = new LinkedHashSet<>();
  final Set<String> targets = new LinkedHashSet<>();
  boolean mutual;

  Draft copy() {
    Draft copy = new Draft();
    copy.where.addAll(where);
    copy.particles.addAll(particles);
    copy.sources.addAll(sources);
    copy.targets.addAll(targets);
    copy.mutual = mutual;
    return copy;
  }
}
