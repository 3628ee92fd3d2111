package org.entente.analysis.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.entente.store.DyadDays;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Query;

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
   * The network of the busiest actors of the events that match, as of the day of the last: the same
   * as {@link #of(DyadDays, Decay, int, int)} makes of all of them.
   *
   * @param halfLife in days, above 0; infinite where all events count alike
   */
  public static SignedNetwork of(
      EventStore store, Query query, Level level, double halfLife, int least, int most) {
    boolean daily = !Double.isInfinite(halfLife);
    DyadDays.Busiest busiest = DyadDays.busiest(store, query, level, daily, most);
    Decay decay =
        new Decay(busiest.last() == null ? 0 : (int) busiest.last().toEpochDay(), halfLife);
    SignedNetwork network = of(busiest.days(), decay, least, most);
    return new SignedNetwork(
        network.actors(),
        network.events(),
        network.ties(),
        decay,
        busiest.actors() - network.actors().size(),
        network.zero());
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
    boolean[] chosen = new boolean[busy.length];
    kept.forEach(i -> chosen[i] = true);
    int[] inside = new int[busy.length];
    int zero = 0;
    for (Iterator<Map.Entry<Pair, Sums>> all = pairs.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Pair, Sums> entry = all.next();
      Pair pair = entry.getKey();
      Sums sums = entry.getValue();
      boolean taken = chosen[pair.a()] && chosen[pair.b()] && sums.events >= least;
      boolean none = Math.abs(sums.forth + sums.back) < LEAST;
      if (!taken || none) {
        zero += taken ? 1 : 0;
        all.remove();
      } else {
        inside[pair.a()] += sums.events;
        inside[pair.b()] += sums.events;
      }
    }
    int[] tied =
        kept.stream()
            .filter(i -> inside[i] > 0)
            .sorted(Comparator.comparingInt((Integer i) -> -inside[i]).thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    int[] rank = new int[busy.length];
    for (int i = 0; i < tied.length; i++) {
      rank[tied[i]] = i;
    }
    List<Tie> ties = new ArrayList<>();
    pairs.forEach(
        (pair, sums) -> {
          int a = rank[pair.a()];
          int b = rank[pair.b()];
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
        Arrays.stream(tied).mapToObj(i -> days.actors().get(i)).toList(),
        Arrays.stream(tied).mapToObj(i -> inside[i]).toList(),
        ties,
        decay,
        known - tied.length,
        zero);
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
