package org.entente.knowledge.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of many pieces, found in running text, the longest first. */
public final class Names<T> {
  /**
   * A name found in text.
   *
   * @param length how many pieces it takes
   * @param values what goes by that name
   */
  public record Found<T>(int length, List<T> values) {}

  private record Named<T>(List<Piece> pieces, T value) {}

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>(2);
    private final List<Named<T>> here = new ArrayList<>(1);
  }

  private static final int LONGEST_ACRONYM = 5;

  private final Node<T> root = new Node<>();
  private int size;

  public void add(String name, T value) {
    List<Piece> pieces = NameKey.pieces(name);
    Node<T> node = root;
    for (Piece piece : pieces) {
      node = node.next.computeIfAbsent(piece.key(), k -> new Node<>());
    }
    if (node != root) {
      node.here.add(new Named<>(pieces, value));
      size++;
    }
  }

  /**
   * The longest name that begins at a piece, or null. Capitals must agree with those of the name.
   */
  public Found<T> longest(List<Piece> text, int at) {
    Found<T> best = null;
    Node<T> node = root;
    for (int i = at; i < text.size(); i++) {
      node = node.next.get(text.get(i).key());
      if (node == null) {
        break;
      }
      List<T> values = new ArrayList<>(node.here.size());
      for (Named<T> named : node.here) {
        if (fits(named.pieces, text, at) && !values.contains(named.value)) {
          values.add(named.value);
        }
      }
      if (!values.isEmpty()) {
        best = new Found<>(i - at + 1, values);
      }
    }
    return best;
  }

  private static boolean fits(List<Piece> name, List<Piece> text, int at) {
    for (int i = 0; i < name.size(); i++) {
      Piece wanted = name.get(i);
      Piece there = text.get(at + i);
      if (wanted.capital() && !there.capital()) {
        return false;
      }
      if (wanted.capitals() && wanted.key().length() <= LONGEST_ACRONYM && !there.capitals()) {
        return false;
      }
      if (!wanted.capitals()
          && name.size() == 1
          && there.capitals()
          && wanted.key().length() <= 3) {
        return false;
      }
    }
    return true;
  }

  /** Values under exactly that name, whatever its capitals. */
  public List<T> exact(String name) {
    Node<T> node = root;
    for (Piece piece : NameKey.pieces(name)) {
      node = node.next.get(piece.key());
      if (node == null) {
        return List.of();
      }
    }
    return node.here.stream().map(Named::value).distinct().toList();
  }

  public int size() {
    return size;
  }
}
