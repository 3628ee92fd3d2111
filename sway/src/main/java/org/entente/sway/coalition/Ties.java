package org.entente.sway.coalition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.network.SignedNetwork;
import org.entente.store.DyadDays;

/**
 * Actors and the signed ties between them.
 *
 * @param actors names, each once
 * @param ties each pair at most once
 */
public record Ties(List<String> actors, List<Tie> ties) {
  /**
   * A tie of two actors.
   *
   * @param a index into {@link Ties#actors}
   * @param b index into {@link Ties#actors}
   * @param weight positive between friends, negative between foes, not 0
   */
  public record Tie(int a, int b, double weight) {}

  /**
   * @throws IllegalArgumentException if an actor or a pair is listed twice, an actor tied to itself
   *     or to none of the list, a weight 0 or no number
   */
  public Ties {
    actors = List.copyOf(actors);
    ties = List.copyOf(ties);
    Map<String, Integer> known = new HashMap<>();
    for (String actor : actors) {
      if (known.put(actor, known.size()) != null) {
        throw new IllegalArgumentException("actor " + actor + " is listed twice");
      }
    }
    Map<Long, Tie> pairs = new HashMap<>();
    int n = actors.size();
    for (Tie tie : ties) {
      if (tie.a() < 0 || tie.a() >= n || tie.b() < 0 || tie.b() >= n) {
        throw new IllegalArgumentException(
            "a tie of actors %d and %d, but there are %d".formatted(tie.a(), tie.b(), n));
      }
      String pair = actors.get(tie.a()) + " and " + actors.get(tie.b());
      if (tie.a() == tie.b()) {
        throw new IllegalArgumentException(actors.get(tie.a()) + " has a tie to itself");
      }
      if (tie.weight() == 0 || !Double.isFinite(tie.weight())) {
        throw new IllegalArgumentException(
            "the tie of %s weighs %s; leave it out or give it a weight above or below 0"
                .formatted(pair, tie.weight()));
      }
      long key = (long) Math.min(tie.a(), tie.b()) * n + Math.max(tie.a(), tie.b());
      if (pairs.put(key, tie) != null) {
        throw new IllegalArgumentException("the tie of " + pair + " is listed twice");
      }
    }
  }

  /** Collects ties by the actors' names; actors are in the order in which they are first named. */
  public static final class Builder {
    private final Map<String, Integer> actors = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();

    /** Adds an actor that may have no tie. */
    public Builder actor(String name) {
      actors.putIfAbsent(name, actors.size());
      return this;
    }

    public Builder tie(String a, String b, double weight) {
      actor(a).actor(b);
      ties.add(new Tie(actors.get(a), actors.get(b), weight));
      return this;
    }

    public Ties build() {
      return new Ties(List.copyOf(actors.keySet()), ties);
    }
  }

  /** Those of a network from the store; actors are called by their ids. */
  public static Ties of(SignedNetwork network) {
    return new Ties(
        network.actors().stream().map(DyadDays.Party::id).toList(),
        network.ties().stream().map(tie -> new Tie(tie.a(), tie.b(), tie.weight())).toList());
  }

  /** Of a symmetric matrix, 0 where there is no tie. */
  public static Ties of(List<String> actors, double[][] matrix) {
    List<Tie> ties = new ArrayList<>();
    for (int a = 0; a < matrix.length; a++) {
      for (int b = a + 1; b < matrix.length; b++) {
        if (matrix[a][b] != matrix[b][a]) {
          throw new IllegalArgumentException(
              "the tie of %s and %s is %s one way and %s the other; it needs one weight"
                  .formatted(actors.get(a), actors.get(b), matrix[a][b], matrix[b][a]));
        }
        if (matrix[a][b] != 0) {
          ties.add(new Tie(a, b, matrix[a][b]));
        }
      }
    }
    return new Ties(actors, ties);
  }

  /** As a symmetric matrix, 0 where there is none. */
  public double[][] matrix() {
    double[][] matrix = new double[actors.size()][actors.size()];
    for (Tie tie : ties) {
      matrix[tie.a()][tie.b()] = matrix[tie.b()][tie.a()] = tie.weight();
    }
    return matrix;
  }
}
