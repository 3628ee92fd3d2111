package org.entente.sway.vote;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Voting power before anything is known of an issue: every member votes yes or no. Exact to {@value
 * #MOST} members; else, or where weights have too many different sums, from seeded draws.
 *
 * @param body whose
 * @param members in the order of the body
 * @param winning how many of the 2^n sets of members can pass a proposal; null if drawn
 * @param swings sum of all members' swings; null if drawn
 * @param exact whether all sets were counted
 * @param draws how many orders of members were drawn; 0 if exact
 * @param seed of the draws
 */
public record Power(
    Body body,
    List<Index> members,
    BigInteger winning,
    BigInteger swings,
    boolean exact,
    int draws,
    long seed) {
  /** The most members whose sets are counted one and all. */
  public static final int MOST = 60;

  private static final int DRAWS = 100_000;

  /**
   * A member's power.
   *
   * @param swings sets of other members that fail without it and pass with it; null if drawn
   * @param shapley chance of turning the vote if members join in random order (Shapley and Shubik
   *     1954); all add up to 1
   * @param banzhaf its share of all swings (Banzhaf 1965); all add up to 1
   * @param penrose chance that its vote decides if all others toss a coin (Penrose 1946)
   */
  public record Index(
      String member,
      BigInteger swings,
      BigFraction shapley,
      BigFraction banzhaf,
      BigFraction penrose) {}

  public Power {
    members = List.copyOf(members);
  }

  /** The member's index. */
  public Index of(String member) {
    return members.get(body.place(member));
  }

  /**
   * @param seed of the draws, if it needs any
   */
  public static Power of(Body body, long seed) {
    if (body.members().size() <= MOST) {
      try {
        return counted(body, new Diagram(body.formula(), body.members().size(), false));
      } catch (Diagram.TooLarge e) {
        return drawn(body, seed, DRAWS);
      }
    }
    return drawn(body, seed, DRAWS);
  }

  /**
   * Ways from the start to each node, by how many said yes, times ways from there to passing. All
   * numbers are at most 2^{@value #MOST}.
   */
  private static Power counted(Body body, Diagram diagram) {
    int n = diagram.order.length;
    long[][] binomial = new long[n + 1][];
    for (int row = 0; row <= n; row++) {
      binomial[row] = new long[row + 1];
      binomial[row][0] = binomial[row][row] = 1;
      for (int k = 1; k < row; k++) {
        binomial[row][k] = binomial[row - 1][k - 1] + binomial[row - 1][k];
      }
    }
    long[][][] behind = new long[n][][];
    for (int layer = n - 1; layer >= 0; layer--) {
      int[] yes = diagram.to[layer][0];
      int[] no = diagram.to[layer][1];
      behind[layer] = new long[yes.length][];
      for (int node = 0; node < yes.length; node++) {
        long[] ways = new long[n - layer + 1];
        add(ways, ways(yes[node], layer + 1, behind, binomial), 1);
        add(ways, ways(no[node], layer + 1, behind, binomial), 0);
        behind[layer][node] = ways;
      }
    }
    long[][] with = new long[n][];
    long[] passed = new long[1];
    long[][] here = {{1}};
    for (int layer = 0; layer < n; layer++) {
      long[] count = new long[n + 1];
      multiply(count, passed, binomial[n - layer - 1]);
      int wide = layer + 1 < n ? diagram.to[layer + 1][0].length : 0;
      long[][] next = new long[wide][];
      long[] then = new long[layer + 2];
      add(then, passed, 0);
      add(then, passed, 1);
      for (int node = 0; node < here.length; node++) {
        int yes = diagram.to[layer][0][node];
        long[] ways = ways(yes, layer + 1, behind, binomial);
        multiply(count, here[node], ways);
        for (int choice = 0; choice < 2; choice++) {
          int to = diagram.to[layer][choice][node];
          if (to == Diagram.PASS) {
            add(then, here[node], 1 - choice);
          } else if (to != Diagram.FAIL) {
            if (next[to] == null) {
              next[to] = new long[layer + 2];
            }
            add(next[to], here[node], 1 - choice);
          }
        }
      }
      with[diagram.order[layer]] = count;
      passed = then;
      here = next;
    }
    return of(body, passed, with);
  }

  private static long[] ways(int to, int layer, long[][][] behind, long[][] binomial) {
    return to == Diagram.FAIL
        ? new long[0]
        : to == Diagram.PASS ? binomial[binomial.length - 1 - layer] : behind[layer][to];
  }

  private static void add(long[] sum, long[] ways, int shift) {
    for (int i = 0; i < ways.length; i++) {
      sum[i + shift] += ways[i];
    }
  }

  /** Adds the product, each one yes larger. */
  private static void multiply(long[] sum, long[] a, long[] b) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] != 0) {
        for (int j = 0; j < b.length; j++) {
          sum[i + 1 + j] += a[i] * b[j];
        }
      }
    }
  }

  /**
   * @param winning sets that pass, by size
   * @param with of each member, those among them with it
   */
  private static Power of(Body body, long[] winning, long[][] with) {
    int n = body.members().size();
    BigInteger[] factorial = new BigInteger[n + 1];
    factorial[0] = BigInteger.ONE;
    for (int i = 1; i <= n; i++) {
      factorial[i] = factorial[i - 1].multiply(BigInteger.valueOf(i));
    }
    long all = 0;
    for (long sets : winning) {
      all += sets;
    }
    BigInteger total = BigInteger.ZERO;
    BigInteger[] swings = new BigInteger[n];
    for (int i = 0; i < n; i++) {
      long in = 0;
      for (long sets : with[i]) {
        in += sets;
      }
      swings[i] = BigInteger.valueOf(in - (all - in));
      total = total.add(swings[i]);
    }
    Map<BigInteger, BigFraction> shares = new HashMap<>();
    Map<BigInteger, BigFraction> turns = new HashMap<>();
    List<Index> members = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      BigInteger sum = BigInteger.ZERO;
      for (int size = 1; size <= n; size++) {
        BigInteger in = BigInteger.valueOf(with[i][size]);
        sum = sum.add(in.multiply(factorial[size - 1]).multiply(factorial[n - size]));
        if (size < n) {
          BigInteger out = BigInteger.valueOf(winning[size] - with[i][size]);
          sum = sum.subtract(out.multiply(factorial[size]).multiply(factorial[n - size - 1]));
        }
      }
      members.add(
          new Index(
              body.members().get(i).id(),
              swings[i],
              turns.computeIfAbsent(sum, k -> BigFraction.of(k, factorial[n])),
              shares.computeIfAbsent(swings[i], shareOf(total)),
              BigFraction.of(swings[i], BigInteger.TWO.pow(n - 1))));
    }
    return new Power(body, members, BigInteger.valueOf(all), total, true, 0, 0);
  }

  private static Function<BigInteger, BigFraction> shareOf(BigInteger total) {
    return swings -> BigFraction.of(swings, total);
  }

  /**
   * From random orders of the members (Castro, Gómez and Tejada 2009) and random sets; those that
   * are alike by the rule share their mean.
   */
  static Power drawn(Body body, long seed, int draws) {
    int n = body.members().size();
    Formula formula = body.formula();
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    long[] turned = new long[n];
    long[] decided = new long[n];
    int kinds = formula.thresholds.size();
    long[] sums = new long[kinds];
    boolean[] yes = new boolean[n];
    for (int draw = 0; draw < draws; draw++) {
      for (int i = n - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      turned[order[turn(formula, order, sums)]]++;
      for (int i = 0; i < n; i++) {
        yes[i] = random.nextBoolean();
      }
      swing(formula, yes, sums, decided);
    }
    Map<List<Long>, List<Integer>> alike = new HashMap<>();
    for (int i = 0; i < n; i++) {
      List<Long> kind = new ArrayList<>();
      for (Threshold threshold : formula.thresholds) {
        kind.add(threshold.yes()[i]);
        kind.add(threshold.no()[i]);
      }
      alike.computeIfAbsent(kind, k -> new ArrayList<>()).add(i);
    }
    long all = 0;
    for (long swings : decided) {
      all += swings;
    }
    Index[] members = new Index[n];
    for (List<Integer> group : alike.values()) {
      long turns = group.stream().mapToLong(i -> turned[i]).sum();
      long swings = group.stream().mapToLong(i -> decided[i]).sum();
      for (int i : group) {
        members[i] =
            new Index(
                body.members().get(i).id(),
                null,
                BigFraction.of(turns, (long) draws * group.size()),
                BigFraction.of(swings, Math.max(1, all) * group.size()),
                BigFraction.of(swings, (long) draws * group.size()));
      }
    }
    return new Power(body, List.of(members), null, null, false, draws, seed);
  }

  /** The place in the order at which the vote passes, all before saying yes and all behind no. */
  private static int turn(Formula formula, int[] order, long[] sums) {
    for (int t = 0; t < sums.length; t++) {
      sums[t] = 0;
      for (long no : formula.thresholds.get(t).no()) {
        sums[t] += no;
      }
    }
    int at = -1;
    do {
      at++;
      for (int t = 0; t < sums.length; t++) {
        Threshold threshold = formula.thresholds.get(t);
        sums[t] += threshold.yes()[order[at]] - threshold.no()[order[at]];
      }
    } while (!formula.passes(sums));
    return at;
  }

  private static void swing(Formula formula, boolean[] yes, long[] sums, long[] decided) {
    for (int t = 0; t < sums.length; t++) {
      Threshold threshold = formula.thresholds.get(t);
      sums[t] = 0;
      for (int i = 0; i < yes.length; i++) {
        sums[t] += yes[i] ? threshold.yes()[i] : threshold.no()[i];
      }
    }
    boolean passes = formula.passes(sums);
    long[] other = new long[sums.length];
    for (int i = 0; i < yes.length; i++) {
      for (int t = 0; t < sums.length; t++) {
        Threshold threshold = formula.thresholds.get(t);
        long change = threshold.yes()[i] - threshold.no()[i];
        other[t] = sums[t] + (yes[i] ? -change : change);
      }
      decided[i] += formula.passes(other) != passes ? 1 : 0;
    }
  }
}
