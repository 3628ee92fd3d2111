package org.entente.knowledge.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gathers mistakes, so that one run names them all. */
public final class Mistakes {
  private final List<Mistake> found = new ArrayList<>();

  public void add(String file, int line, String field, String message) {
    found.add(new Mistake(file, line, field, message));
  }

  public boolean none() {
    return found.isEmpty();
  }

  public List<Mistake> all() {
    return Collections.unmodifiableList(found);
  }
}
