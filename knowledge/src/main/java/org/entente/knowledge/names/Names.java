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

  /** Most nodes lead on to one other or to none, and end one name or none. */
  private static final class Node<T> {
    private Map<String, Node<T>> next = Map.of();
    private List<Named<T>> here = List.of();

    Node<T> make(String key) {
      Node<T> node = next.get(key);
      if (node == null) {
        node = new Node<>();
        if (next.isEmpty()) {
          next = Map.of(key, node);
        } else {
          if (next.size() == 1) {
            next = new HashMap<>(next);
          }
          next.put(key, node);
        }
      }
      return node;
    }

    void end(Named<T> named) {
      if (here.isEmpty()) {
        here = List.of(named);
      } else {
        if (here.size() == 1) {
          here = new ArrayList<>(here);
        }
        here.add(named);
      }
    }

    boolean ends(T value) {
      for (Named<T> named : here) {
        if (named.value.equals(value)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A name that nobody has asked for yet. */
  private record Waiting<T>(String name, T value, boolean again) {}

  /** Names that begin with the same piece; most texts ask for few of these. */
  private static final class Beginning<T> {
    private List<Waiting<T>> waiting = new ArrayList<>(1);
    private volatile Node<T> node;
    private int size;

    Node<T> node() {
      Node<T> ready = node;
      return ready == null ? sorted() : ready;
    }

    private synchronized Node<T> sorted() {
      if (node == null) {
        Node<T> first = new Node<>();
        for (Waiting<T> one : waiting) {
          List<Piece> pieces = NameKey.pieces(one.name);
          Node<T> last = first;
          for (Piece piece : pieces.subList(1, pieces.size())) {
            last = last.make(piece.key());
          }
          if (one.again || !last.ends(one.value)) {
            last.end(new Named<>(pieces, one.value));
            size++;
          }
        }
        waiting = null;
        node = first;
      }
      return node;
    }
  }

  private static final int LONGEST_ACRONYM = 5;

  private final Map<String, Beginning<T>> beginnings = new HashMap<>();

  /** Adds a name; all must be there before the first is looked up. */
  public void add(String name, T value) {
    add(new Waiting<>(name, value, true));
  }

  /** Adds a name unless it stands for that value already. */
  public void addOnce(String name, T value) {
    add(new Waiting<>(name, value, false));
  }

  private void add(Waiting<T> one) {
    String first = NameKey.first(one.name);
    if (first != null) {
      Beginning<T> beginning = beginnings.computeIfAbsent(first, k -> new Beginning<>());
      if (beginning.waiting == null) {
        throw new IllegalStateException("names are in use already");
      }
      beginning.waiting.add(one);
    }
  }

  private Node<T> begin(String key) {
    Beginning<T> beginning = beginnings.get(key);
    return beginning == null ? null : beginning.node();
  }

  /**
   * The longest name that begins at a piece, or null. Capitals must agree with those of the name.
   */
  public Found<T> longest(List<Piece> text, int at) {
    Found<T> best = null;
    Node<T> node = null;
    for (int i = at; i < text.size(); i++) {
      node = i == at ? begin(text.get(i).key()) : node.next.get(text.get(i).key());
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
    List<Piece> pieces = NameKey.pieces(name);
    Node<T> node = pieces.isEmpty() ? null : begin(pieces.get(0).key());
    for (int i = 1; node != null && i < pieces.size(); i++) {
      node = node.next.get(pieces.get(i).key());
    }
    return node == null ? List.of() : node.here.stream().map(Named::value).distinct().toList();
  }

  public int size() {
    int size = 0;
    for (Beginning<T> beginning : beginnings.values()) {
      beginning.node();
      size += beginning.size;
    }
    return size;
  }
}
