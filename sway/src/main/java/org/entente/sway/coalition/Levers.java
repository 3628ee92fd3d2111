package org.entente.sway.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.analysis.network.Frustration;

/**
 * Which single changes turn the best split into another one, the smallest first. Two actors that
 * stand together in the best split stand apart in the best one once their tie has fallen by more
 * than the difference between the best split and the best of those that have them apart; the same
 * the other way round.
 *
 * @param camps of the best split, 0 or 1 by actor
 * @param pairs a change to a tie of two actors, whether they have one or not
 * @param sizes a change to the size of an actor, in a landscape; empty for plain ties
 * @param exact whether all that is listed is proven; else see {@link Pair#exact}
 * @param seed of the searches
 */
public record Levers(int[] camps, List<Pair> pairs, List<Size> sizes, boolean exact, long seed) {
  /**
   * The most actors whose splits are listed one and all, so that every pair is exact, with a tie or
   * without. For more, a local search ranks the ties, and those that are listed are then proven.
   */
  public static final int LISTED = Configurations.MOST;

  /** Of the ties, those by whose loosest actor the split is soonest another one. */
  private static final int SEARCHED = 2_000;

  /** With more, what local search finds is not proven. */
  private static final int PROVEN = 64;

  /** Of the proof for a pair, some 15 ms. */
  private static final long STEPS = 100_000;

  /**
   * A pair of actors whose tie, if changed enough, changes the split.
   *
   * @param now weight of the tie, 0 if there is none; in a landscape the mean of both propensities
   * @param then the split changes once the weight is past this
   * @param atLeast a smaller change than this does not do; equal to {@link #change} if exact
   * @param exact whether the change is proven to be the smallest that does
   * @param moved actors that change camps against the others: of the two groups that part, the one
   *     with fewer
   */
  public record Pair(
      String a,
      String b,
      double now,
      double then,
      double atLeast,
      boolean exact,
      List<String> moved) {
    public Pair {
      moved = List.copyOf(moved);
    }

    /** By how much the tie must change. */
    public double change() {
      return Math.abs(then - now);
    }
  }

  /**
   * An actor whose size, if changed enough, changes the deepest minimum.
   *
   * @param now its size
   * @param then the minimum changes once the size is past this
   * @param moved as in {@link Pair}
   */
  public record Size(String actor, double now, double then, List<String> moved) {
    public Size {
      moved = List.copyOf(moved);
    }

    /** The change as a share of the size. */
    public double change() {
      return Math.abs(then - now) / now;
    }
  }

  /**
   * Another split, and the pairs that lead to it: a change to any one of them does.
   *
   * @param moved as in {@link Pair}
   * @param pairs the least change first
   */
  public record Turn(List<String> moved, List<Pair> pairs) {
    public Turn {
      moved = List.copyOf(moved);
      pairs = List.copyOf(pairs);
    }

    /** The least change that does. */
    public double change() {
      return pairs.get(0).change();
    }
  }

  /** The pairs by what they lead to, the least change first. */
  public List<Turn> turns() {
    Map<List<String>, List<Pair>> turns = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      turns.computeIfAbsent(pair.moved(), moved -> new ArrayList<>()).add(pair);
    }
    return turns.entrySet().stream().map(turn -> new Turn(turn.getKey(), turn.getValue())).toList();
  }

  public Levers {
    pairs = List.copyOf(pairs);
    sizes = List.copyOf(sizes);
  }

  /**
   * What changes the best split of ties.
   *
   * @param most how many pairs to list
   */
  public static Levers of(Ties ties, long seed, int most) {
    double[][] costs = ties.matrix();
    return of(ties, costs, Frustration.of(costs, seed), seed, most);
  }

  /**
   * The same for camps that are known already, with their seed.
   *
   * @param most how many pairs to list
   */
  public static Levers of(Camps camps, int most) {
    return of(camps.ties(), camps.ties().matrix(), camps.frustration(), camps.seed(), most);
  }

  private static Levers of(Ties ties, double[][] costs, Frustration found, long seed, int most) {
    return new Search(ties.actors(), costs, found, seed)
        .levers(costs, unit(costs.length), most, List.of());
  }

  /**
   * What changes the deepest minimum of a landscape: both propensities of a pair by the same, or
   * the size of one actor. Sizes are looked at only where all configurations are listed.
   *
   * @param most how many pairs to list
   */
  public static Levers of(Landscape landscape, long seed, int most) {
    int n = landscape.sizes().length;
    double[][] mean = new double[n][n];
    double[][] unit = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          mean[i][j] = (landscape.propensities()[i][j] + landscape.propensities()[j][i]) / 2;
          unit[i][j] = 2 * landscape.sizes()[i] * landscape.sizes()[j];
        }
      }
    }
    double[][] costs = landscape.costs();
    Search search = new Search(landscape.actors(), costs, Frustration.of(costs, seed), seed);
    return search.levers(mean, unit, most, search.sizes(landscape));
  }

  private static double[][] unit(int n) {
    double[][] unit = new double[n][n];
    for (double[] row : unit) {
      Arrays.fill(row, 1);
    }
    return unit;
  }

  private static final class Search {
    private static final Comparator<Pair> ORDER =
        Comparator.comparingDouble(Pair::change).thenComparing(Pair::a).thenComparing(Pair::b);

    private final List<String> actors;
    private final double[][] costs;
    private final long seed;
    private final int n;
    private final int[] best;
    private final Configurations splits;
    private final Frustration found;
    private final double close;

    Search(List<String> actors, double[][] costs, Frustration found, long seed) {
      this.actors = actors;
      this.costs = costs;
      this.seed = seed;
      this.n = costs.length;
      if (n < 2) {
        throw new IllegalArgumentException("levers need at least 2 actors, not " + n);
      }
      this.found = found;
      this.close = Configurations.close(costs);
      if (n <= Configurations.MOST) {
        splits = new Configurations(costs);
        int least = Configurations.split(found.camps());
        best = Configurations.sides(least, n);
      } else {
        splits = null;
        best = found.camps();
      }
    }

    /**
     * @param now of each pair, in the unit of the answer
     * @param unit what one of it costs
     */
    Levers levers(double[][] now, double[][] unit, int most, List<Size> sizes) {
      List<Pair> pairs = splits != null ? listed(now, unit) : searched(now, unit, most);
      pairs.sort(ORDER);
      pairs = pairs.subList(0, Math.min(most, pairs.size()));
      boolean exact = found.exact() && pairs.stream().allMatch(Pair::exact);
      return new Levers(best, pairs, sizes, exact, seed);
    }

    /** For each pair the best split that has it otherwise, by looking at all. */
    private List<Pair> listed(double[][] now, double[][] unit) {
      int from = Configurations.split(best);
      double[][] least = new double[n][n];
      int[][] at = new int[n][n];
      for (double[] row : least) {
        Arrays.fill(row, Double.POSITIVE_INFINITY);
      }
      double worst = Double.POSITIVE_INFINITY;
      for (int split = 0; split < splits.energies.length; split++) {
        double energy = splits.energies[split];
        if (energy >= worst) {
          continue;
        }
        int odd = (split ^ from) << 1;
        worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
          for (int j = i + 1; j < n; j++) {
            if ((odd >> i & 1) != (odd >> j & 1) && energy < least[i][j]) {
              least[i][j] = energy;
              at[i][j] = split;
            }
            worst = Math.max(worst, least[i][j]);
          }
        }
      }
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          if (unit[i][j] > 0) {
            double gap = Math.max(0, least[i][j] - splits.energies[from]);
            pairs.add(pair(i, j, gap, gap, true, Configurations.sides(at[i][j], n), now, unit));
          }
        }
      }
      return pairs;
    }

    private Pair pair(
        int i,
        int j,
        double gap,
        double atLeast,
        boolean exact,
        int[] sides,
        double[][] now,
        double[][] unit) {
      double change = gap / unit[i][j];
      return new Pair(
          actors.get(i),
          actors.get(j),
          now[i][j],
          now[i][j] + (best[i] == best[j] ? -change : change),
          atLeast / unit[i][j],
          exact,
          moved(sides));
    }

    private List<String> moved(int[] sides) {
      List<String> same = new ArrayList<>();
      List<String> other = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        (sides[i] == best[i] ? same : other).add(actors.get(i));
      }
      return other.size() <= same.size() ? other : same;
    }

    /** The cheapest ties by local search, proven where there are not too many actors. */
    private List<Pair> searched(double[][] now, double[][] unit, int most) {
      double[] rise = new double[n]; // of the cost, if an actor changes camps alone
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          rise[i] += best[i] == best[j] ? costs[i][j] : -costs[i][j];
        }
      }
      List<int[]> tied = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          if (costs[i][j] != 0 && unit[i][j] != 0) {
            tied.add(new int[] {i, j});
          }
        }
      }
      tied.sort(
          Comparator.comparingDouble(
              pair -> Math.min(rise[pair[0]], rise[pair[1]]) / unit[pair[0]][pair[1]]));
      List<Pair> pairs = new ArrayList<>();
      for (int[] pair : tied.subList(0, Math.min(SEARCHED, tied.size()))) {
        Parted one = parted(pair[0], pair[1], rise);
        Parted other = parted(pair[1], pair[0], rise);
        Parted less = one.gap <= other.gap ? one : other;
        pairs.add(pair(pair[0], pair[1], Math.max(0, less.gap), 0, false, less.sides, now, unit));
      }
      if (n > PROVEN) {
        return pairs;
      }
      return IntStream.range(0, pairs.size())
          .boxed()
          .sorted(Comparator.comparing(pairs::get, ORDER))
          .limit(most)
          .map(k -> proven(tied.get(k)[0], tied.get(k)[1], pairs.get(k), now, unit))
          .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A split, and how much more it costs than the best. */
    private record Parted(int[] sides, double gap) {}

    /** One actor changes camps, then others as long as that helps; the two of the pair stay. */
    private Parted parted(int mover, int stays, double[] rise) {
      int[] sides = best.clone();
      double[] now = rise.clone();
      double gap = 0;
      for (int next = mover; next >= 0; ) {
        gap += now[next];
        sides[next] ^= 1;
        now[next] = -now[next];
        int least = -1;
        for (int a = 0; a < n; a++) {
          if (a != next) {
            now[a] += 2 * (sides[a] == sides[next] ? costs[a][next] : -costs[a][next]);
          }
          if (a != mover && a != stays && now[a] < (least < 0 ? -close : now[least])) {
            least = a;
          }
        }
        next = least;
      }
      return new Parted(sides, gap);
    }

    /** The best split that has a pair otherwise: the two made one, or foes made one. */
    private Pair proven(int i, int j, Pair sought, double[][] now, double[][] unit) {
      int sign = best[i] == best[j] ? -1 : 1; // of j, seen from i, in the other split
      double[][] merged = new double[n - 1][n - 1];
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          if (a != b && a != j && b != j) {
            merged[place(a, j)][place(b, j)] = costs[a][b];
          }
        }
      }
      for (int a = 0; a < n; a++) {
        if (a != i && a != j) {
          merged[place(i, j)][place(a, j)] += sign * costs[j][a];
          merged[place(a, j)][place(i, j)] += sign * costs[j][a];
        }
      }
      Frustration other = Frustration.of(merged, seed, STEPS);
      int[] sides = new int[n];
      for (int a = 0; a < n; a++) {
        sides[a] = other.camps()[place(a == j ? i : a, j)] ^ (a == j && sign < 0 ? 1 : 0);
      }
      // two ties that cancel at the merged actor are at odds once, whatever the split
      double fixed = value(sides) - other.weight();
      double gap = Math.max(0, value(sides) - found.weight());
      double atLeast = Math.max(0, other.bound() + fixed - found.weight());
      boolean exact = other.exact() && found.exact();
      Pair proven = pair(i, j, gap, atLeast, exact, sides, now, unit);
      return exact || proven.change() <= sought.change()
          ? proven
          : new Pair(
              sought.a(),
              sought.b(),
              sought.now(),
              sought.then(),
              proven.atLeast(),
              false,
              sought.moved());
    }

    private static int place(int actor, int without) {
      return actor > without ? actor - 1 : actor;
    }

    private double value(int[] sides) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          sum += costs[i][j] > 0 != (sides[i] == sides[j]) ? Math.abs(costs[i][j]) : 0;
        }
      }
      return sum;
    }

    /** For each actor the nearest sizes below and above at which another split is as good. */
    List<Size> sizes(Landscape landscape) {
      List<Size> sizes = new ArrayList<>();
      if (splits == null) {
        return sizes;
      }
      int from = Configurations.split(best);
      for (int actor = 0; actor < n; actor++) {
        double size = landscape.sizes()[actor];
        if (size == 0) {
          continue;
        }
        double[] own = own(actor);
        double rest = splits.energies[from] - own[from];
        double below = Double.NEGATIVE_INFINITY;
        double above = Double.POSITIVE_INFINITY;
        int less = -1;
        int more = -1;
        for (int split = 0; split < own.length; split++) {
          double slope = own[split] - own[from];
          if (split == from || Math.abs(slope) <= splits.close) {
            continue;
          }
          // rest and own part of the two are equal at this factor of the size
          double factor = (rest - (splits.energies[split] - own[split])) / slope;
          if (slope > 0 && factor > below) {
            below = factor;
            less = split;
          } else if (slope < 0 && factor < above) {
            above = factor;
            more = split;
          }
        }
        if (below >= 0) {
          add(sizes, actor, size, Math.min(1, below), less);
        }
        if (more >= 0) {
          add(sizes, actor, size, Math.max(1, above), more);
        }
      }
      sizes.sort(Comparator.comparingDouble(Size::change).thenComparing(Size::actor));
      return sizes;
    }

    private void add(List<Size> sizes, int actor, double size, double factor, int split) {
      sizes.add(
          new Size(actors.get(actor), size, size * factor, moved(Configurations.sides(split, n))));
    }

    /** What of the energy of each split grows with an actor's size. */
    private double[] own(int actor) {
      double[][] alone = new double[n][n];
      for (int j = 0; j < n; j++) {
        alone[actor][j] = alone[j][actor] = costs[actor][j];
      }
      return new Configurations(alone).energies;
    }
  }
}
