package org.entente.sway.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entente.analysis.network.Frustration;

/**
 * Where a landscape comes to rest: configurations that no single change of side lowers. A start
 * belongs to the basin of the minimum that steepest descent leads to: the move that lowers the
 * energy most, of several the one of the actor listed first.
 *
 * @param landscape whose
 * @param all the deepest first
 * @param exact whether all configurations were looked at; else the minima are those found
 * @param starts how many: all 2^(n−1) configurations, or those drawn
 * @param bound no configuration has less energy
 * @param deepest whether the first of {@code all} is proven to be the deepest
 * @param seed of the draws
 */
public record Minima(
    Landscape landscape,
    List<Minimum> all,
    boolean exact,
    int starts,
    double bound,
    boolean deepest,
    long seed) {
  private static final int DRAWS = 20_000;

  /** Of pairs of actors in all draws, some seconds: with more than 141 actors fewer are drawn. */
  private static final long PAIRS = 400_000_000;

  /**
   * A minimum.
   *
   * @param sides 0 or 1 by actor; the first actor is on side 0
   * @param energy of the configuration
   * @param basin how many starts lead to it
   * @param strict whether every single move raises the energy; else some leave it the same
   */
  public record Minimum(List<Integer> sides, double energy, int basin, boolean strict) {
    public Minimum {
      sides = List.copyOf(sides);
    }
  }

  public Minima {
    all = List.copyOf(all);
  }

  /** The actors on a side of a minimum. */
  public List<String> side(Minimum minimum, int side) {
    List<String> actors = new ArrayList<>();
    for (int i = 0; i < minimum.sides().size(); i++) {
      if (minimum.sides().get(i) == side) {
        actors.add(landscape.actors().get(i));
      }
    }
    return actors;
  }

  /** How many minima are strict. */
  public long strict() {
    return all.stream().filter(Minimum::strict).count();
  }

  static Minima of(Landscape landscape, long seed) {
    double[][] costs = landscape.costs();
    return costs.length <= Configurations.MOST
        ? listed(landscape, costs, seed)
        : drawn(landscape, costs, seed);
  }

  private static Minima listed(Landscape landscape, double[][] costs, long seed) {
    Configurations splits = new Configurations(costs);
    int n = splits.n;
    double[] energies = splits.energies;
    int[] down = new int[energies.length];
    boolean[] flat = new boolean[energies.length];
    for (int split = 0; split < energies.length; split++) {
      double least = energies[split] - splits.close;
      int to = split;
      for (int actor = 0; actor < n; actor++) {
        int next = splits.flip(split, actor);
        flat[split] |= Math.abs(energies[next] - energies[split]) <= splits.close;
        if (energies[next] < least) {
          least = energies[next] - splits.close;
          to = next;
        }
      }
      down[split] = to;
    }
    int[] basin = new int[energies.length];
    for (int split = 0; split < down.length; split++) {
      int at = split;
      while (down[at] != at) {
        at = down[at];
      }
      basin[at]++;
      for (int on = split; down[on] != on; ) { // the way down once is enough
        int next = down[on];
        down[on] = at;
        on = next;
      }
    }
    List<Minimum> all = new ArrayList<>();
    for (int split = 0; split < down.length; split++) {
      if (down[split] == split) {
        all.add(
            minimum(Configurations.sides(split, n), energies[split], basin[split], !flat[split]));
      }
    }
    all.sort(Comparator.comparingDouble(Minimum::energy));
    return new Minima(landscape, all, true, energies.length, all.get(0).energy(), true, seed);
  }

  private static Minimum minimum(int[] sides, double energy, int basin, boolean strict) {
    return new Minimum(Arrays.stream(sides).boxed().toList(), energy, basin, strict);
  }

  /**
   * Random starts, and the best split that {@link Frustration} finds, which has no basin of its
   * own.
   */
  private static Minima drawn(Landscape landscape, double[][] costs, long seed) {
    int n = costs.length;
    double close = Configurations.close(costs);
    SplittableRandom random = new SplittableRandom(seed);
    Map<List<Integer>, Integer> basins = new HashMap<>();
    Frustration best = Frustration.of(costs, random.split().nextLong());
    int[] deepest = best.camps().clone();
    descend(costs, deepest, close);
    basins.put(normal(deepest), 0);
    int draws = (int) Math.min(DRAWS, PAIRS / ((long) n * n));
    for (int draw = 0; draw < draws; draw++) {
      int[] sides = IntStream.range(0, n).map(i -> random.nextInt(2)).toArray();
      descend(costs, sides, close);
      basins.merge(normal(sides), 1, Integer::sum);
    }
    double foes = 0; // energy and frustration differ by what all foes cost on one side
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        foes += Math.max(0, -costs[i][j]);
      }
    }
    List<Minimum> all = new ArrayList<>();
    basins.forEach(
        (sides, basin) -> {
          int[] at = sides.stream().mapToInt(i -> i).toArray();
          double energy = landscape.energy(at);
          boolean strict = true;
          for (int actor = 0; actor < n; actor++) {
            strict &= change(costs, at, actor) > close;
          }
          all.add(minimum(at, energy, basin, strict));
        });
    all.sort(
        Comparator.comparingDouble(Minimum::energy)
            .thenComparing(minimum -> minimum.sides().toString()));
    double bound = best.bound() - foes;
    return new Minima(landscape, all, false, draws, bound, best.exact(), seed);
  }

  private static List<Integer> normal(int[] sides) {
    return Arrays.stream(sides).map(side -> side ^ sides[0]).boxed().toList();
  }

  private static double change(double[][] costs, int[] sides, int actor) {
    double change = 0;
    for (int j = 0; j < sides.length; j++) {
      if (j != actor) {
        change += sides[j] == sides[actor] ? costs[actor][j] : -costs[actor][j];
      }
    }
    return change;
  }

  private static void descend(double[][] costs, int[] sides, double close) {
    double[] change = new double[sides.length];
    for (int i = 0; i < sides.length; i++) {
      change[i] = change(costs, sides, i);
    }
    while (true) {
      int best = -1;
      double least = -close;
      for (int i = 0; i < sides.length; i++) {
        if (change[i] < least) {
          least = change[i] - close;
          best = i;
        }
      }
      if (best < 0) {
        return;
      }
      for (int j = 0; j < sides.length; j++) {
        if (j != best) {
          change[j] += 2 * (sides[j] == sides[best] ? -costs[best][j] : costs[best][j]);
        }
      }
      change[best] = -change[best];
      sides[best] ^= 1;
    }
  }
}
