package org.entente.coding.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.coding.syntax.Token;

/** The mentions of one sentence, by the index of their head word. */
public final class Mentions {
  private final TreeMap<Integer, Mention> byHead = new TreeMap<>();
  private final Map<Integer, List<Mention>> further = new HashMap<>();
  private final boolean[] named;

  Mentions(int words) {
    named = new boolean[words];
  }

  void put(Mention mention) {
    byHead.put(mention.head(), mention);
  }

  /** A further actor that the same word stands for: "Egyptian and Libyan officials", "they". */
  void putFurther(int head, Mention mention) {
    further.computeIfAbsent(head, k -> new ArrayList<>(1)).add(mention);
  }

  void markNamed(int from, int to) {
    for (int i = from; i < to; i++) {
      named[i] = true;
    }
  }

  /** The mention that a word heads, or null. */
  public Mention at(Token token) {
    return token == null ? null : byHead.get(token.index());
  }

  /** Further actors that the same word stands for. */
  public List<Mention> further(Token token) {
    return further.getOrDefault(token.index(), List.of());
  }

  /** Whether a word is part of a name, and so no trigger. */
  public boolean isNamed(Token token) {
    return named[token.index()];
  }

  public Collection<Mention> all() {
    return Collections.unmodifiableCollection(byHead.values());
  }

  /** Those before a word, the nearest first. */
  List<Mention> before(int head) {
    return new ArrayList<>(byHead.headMap(head, false).descendingMap().values());
  }
}
