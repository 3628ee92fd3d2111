package org.entente.coding.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;

/** The mentions of one sentence, by the index of their head word. */
public final class Mentions {
  private final TreeMap<Integer, Mention> byHead = new TreeMap<>();
  private final Map<Integer, List<Mention>> further = new HashMap<>();
  private final boolean[] named;

  Mentions(int words) {
    named = new boolean[words];
  }

  /**
   * The same sentence with two actors only: those that a user gives.
   *
   * @param source head word, or null where the sentence names none
   * @param target head word, or null where the sentence names none
   */
  public Mentions given(Token source, Token target) {
    Mentions pair = new Mentions(named.length);
    System.arraycopy(named, 0, pair.named, 0, named.length);
    pair.give("SOURCE", source, at(source), null);
    pair.give("TARGET", target, at(target), at(source));
    return pair;
  }

  /** Adds two actors that a user gives where the sentence has no mention at them. */
  public void complete(Token source, Token target) {
    if (at(source) == null) {
      give("SOURCE", source, null, null);
    }
    if (at(target) == null) {
      give("TARGET", target, null, null);
    }
  }

  private void give(String code, Token head, Mention known, Mention other) {
    if (head == null) {
      return;
    }
    named[head.index()] = false;
    ActorEntry entry = known == null ? null : known.entry();
    boolean same = other != null && other.entry() == entry;
    put(Mention.given(code, head, known, same ? null : entry));
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
