package org.entente.analysis.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.store.DyadDays;

/**
 * Actors and the signed ties between them. A tie's weight is the sum of the Goldstein weights of
 * all events between the two, in both directions, each by its age ({@link Decay}): positive between
 * friends, negative between foes.
 *
 * @param actors in the order of their events, busiest first; each has a tie
 * @param events of each actor with another of them
 * @param ties the strongest first
 * @param decay how events were weighed
 * @param left actors with events that are not among them: not of the busiest, or without a tie
 * @param zero pairs with events whose weights add up to nothing, which have no tie
 */
public record SignedNetwork(
    List<DyadDays.Party> actors,
    List<Integer> events,
    List<Tie> ties,
    Decay decay,
    int left,
    int zero) {
  /** Weights below it are taken as 0. */
  static final double LEAST = 1e-9;

  /**
   * A tie of two actors.
   *
   * @param a index into {@link SignedNetwork#actors}
   * @param b index into {@link SignedNetwork#actors}, above {@code a}
   * @param weight sum of weighed Goldstein weights, not 0
   * @param forth what of it {@code a} did to {@code b}
   * @param back what of it {@code b} did to {@code a}
   * @param events how many events, unweighed
   */
  public record Tie(int a, int b, double weight, double forth, double back, int events) {}

  private record Pair(int a, int b) {}

  private static final class Sums {
    double forth;
    double back;
    int events;
  }

  public SignedNetwork {
    actors = List.copyOf(actors);
    events = List.copyOf(events);
    ties = List.copyOf(ties);
  }

  /**
   * The network of the busiest actors.
   *
   * @param least fewest events of a tie, at least 1
   * @param most actors at most, at least 2
   */
  public static SignedNetwork of(DyadDays days, Decay decay, int least, int most) {
    if (least < 1 || most < 2) {
      throw new IllegalArgumentException(
          "a network needs ties of at least 1 event and 2 actors, not " + least + " and " + most);
    }
    Map<Pair, Sums> pairs = new HashMap<>();
    int[] busy = new int[days.actors().size()];
    for (DyadDays.Sum sum : days.sums()) {
      double weight = decay.weight(sum.day());
      if (sum.day() > decay.at()) {
        continue;
      }
      busy[sum.source()] += sum.events();
      busy[sum.target()] += sum.events();
      boolean forth = sum.source() < sum.target();
      Sums sums =
          pairs.computeIfAbsent(
              forth ? new Pair(sum.source(), sum.target()) : new Pair(sum.target(), sum.source()),
              k -> new Sums());
      sums.events += sum.events();
      if (forth) {
        sums.forth += weight * sum.goldstein();
      } else {
        sums.back += weight * sum.goldstein();
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < busy.length; i++) {
      if (busy[i] > 0) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingInt((Integer i) -> -busy[i]).thenComparing(i -> i));
    int known = order.size();
    List<Integer> kept = order.subList(0, Math.min(most, known));
    int[] rank = new int[busy.length];
    java.util.Arrays.fill(rank, -1);
    int[] zero = {0};
    boolean[] tied = new boolean[busy.length];
    kept.forEach(i -> rank[i] = 0);
    pairs
        .entrySet()
        .removeIf(
            e -> {
              Pair pair = e.getKey();
              if (rank[pair.a()] < 0 || rank[pair.b()] < 0 || e.getValue().events < least) {
                return true;
              }
              if (Math.abs(e.getValue().forth + e.getValue().back) < LEAST) {
                zero[0]++;
                return true;
              }
              tied[pair.a()] = tied[pair.b()] = true;
              return false;
            });
    List<DyadDays.Party> actors = new ArrayList<>();
    for (int i : kept) {
      if (tied[i]) {
        rank[i] = actors.size();
        actors.add(days.actors().get(i));
      }
    }
    int[] events = new int[actors.size()];
    List<Tie> ties = new ArrayList<>();
    pairs.forEach(
        (pair, sums) -> {
          int a = rank[pair.a()];
          int b = rank[pair.b()];
          events[a] += sums.events;
          events[b] += sums.events;
          double weight = sums.forth + sums.back;
          ties.add(
              a < b
                  ? new Tie(a, b, weight, sums.forth, sums.back, sums.events)
                  : new Tie(b, a, weight, sums.back, sums.forth, sums.events));
        });
    ties.sort(
        Comparator.comparingDouble((Tie tie) -> -Math.abs(tie.weight()))
            .thenComparingInt(Tie::a)
            .thenComparingInt(Tie::b));
    return new SignedNetwork(
        actors,
        java.util.Arrays.stream(events).boxed().toList(),
        ties,
        decay,
        known - actors.size(),
        zero[0]);
  }

  /** The ties as a symmetric matrix, 0 where there is none. */
  double[][] matrix() {
    double[][] matrix = new double[actors.size()][actors.size()];
    for (Tie tie : ties) {
      matrix[tie.a()][tie.b()] = matrix[tie.b()][tie.a()] = tie.weight();
    }
    return matrix;
  }

  /** What the row did to the column, 0 where there is no tie. */
  double[][] directed() {
    double[][] matrix = new double[actors.size()][actors.size()];
    for (Tie tie : ties) {
      matrix[tie.a()][tie.b()] = tie.forth();
      matrix[tie.b()][tie.a()] = tie.back();
    }
    return matrix;
  }
}
