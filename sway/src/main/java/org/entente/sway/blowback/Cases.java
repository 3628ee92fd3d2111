package org.entente.sway.blowback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;
import org.entente.store.ActorFilter;
import org.entente.store.DyadDays;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Query;
import org.entente.sway.bargain.Spread;
import org.entente.sway.blowback.Blowback.Case;
import org.entente.sway.blowback.Blowback.Count;
import org.entente.sway.blowback.Blowback.Deed;
import org.entente.sway.blowback.Blowback.Kind;
import org.entente.sway.blowback.Blowback.Window;

/**
 * Finds the cases of a group and those to compare them with.
 *
 * <p>A case is a state's first deed against the group after {@value #QUIET} days without one. It is
 * compared with up to {@value #OTHERS} states that did nothing against the group from {@value
 * #QUIET} days before to the end of the window: those of the same class of deeds suffered in the
 * days before (none, 1–2, 3–9, 10 or more), nearest in how much is reported of them. The ratio is
 * {@code ((after + ½) / (before + ½)) / ((others after + ½) / (others before + ½))}; its interval
 * is from a bootstrap that draws cases again and each sum from Gamma(sum + ½).
 */
public final class Cases {
  /** Days without a deed that make the next one the first. */
  public static final int QUIET = 180;

  /** Days before and after that are compared. */
  public static final List<Integer> WINDOWS = List.of(30, 90, 365);

  private static final int OTHERS = 5;
  private static final int TIMES = 2000;
  private static final int FEW_CASES = 5;
  private static final int FEW_DEEDS = 10;
  private static final double WIDE = 100;
  private static final double YEAR = 365.25;

  private final Predicate<String> isState;
  private final Map<Deed, Map<String, TreeMap<Integer, Integer>>> deeds = new HashMap<>();
  private final Map<String, TreeMap<Integer, Integer>> against = new TreeMap<>();
  private final Map<String, TreeMap<Integer, Integer>> reported = new TreeMap<>();
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;

  private Cases(Predicate<String> isState) {
    this.isState = isState;
  }

  /**
   * Compares.
   *
   * @param group whom it means, with all branches
   * @param name of the group
   * @param isState whether a code is that of a state
   * @param seed of the bootstrap
   */
  public static Blowback of(
      EventStore store,
      ActorFilter group,
      String name,
      Predicate<String> isState,
      Kind kind,
      long seed) {
    Cases cases = new Cases(isState);
    cases.read(store, group, kind);
    return cases.compare(name, kind, seed);
  }

  private void read(EventStore store, ActorFilter group, Kind kind) {
    Query done = Query.ALL.statuses(List.of(Status.ACTUAL));
    DyadDays all = DyadDays.of(store, done, Level.COUNTRY);
    for (DyadDays.Sum sum : all.sums()) {
      first = Math.min(first, sum.day());
      last = Math.max(last, sum.day());
      add(reported, all.actors().get(sum.source()).code(), sum);
      add(reported, all.actors().get(sum.target()).code(), sum);
    }
    deeds.put(
        Deed.HOSTILE,
        by(
            DyadDays.of(
                store, done.source(group).quads(List.of(Quad.MATERIAL_CONFLICT)), Level.COUNTRY),
            false));
    deeds.put(
        Deed.THREAT,
        by(DyadDays.of(store, done.source(group).type(EventType.THREATEN), Level.COUNTRY), false));
    Map<String, TreeMap<Integer, Integer>> force =
        by(DyadDays.of(store, done.target(group).type(EventType.ASSAULT), Level.COUNTRY), true);
    if (kind == Kind.FORCE) {
      against.putAll(force);
    } else {
      joined(store, done, force);
    }
  }

  /** Who worked together in arms with one that had used force in the last {@value #QUIET} days. */
  private void joined(EventStore store, Query done, Map<String, TreeMap<Integer, Integer>> force) {
    for (Event event : store.events(done.types(List.of(EventType.COOPERATE, EventType.AID)))) {
      if (event.target() == null
          || event.time().from() == null
          || event.cameo() == null
          || !(event.cameo().startsWith("062") || event.cameo().startsWith("072"))) {
        continue;
      }
      int day = (int) event.time().from().toEpochDay();
      join(event.source().code(), event.target().code(), day, force);
      join(event.target().code(), event.source().code(), day, force);
    }
  }

  private void join(
      String who, String with, int day, Map<String, TreeMap<Integer, Integer>> force) {
    if (isState.test(who)
        && !who.equals(with)
        && sum(force, with, day - QUIET, day) > 0
        && sum(force, who, day - QUIET, day) == 0) {
      against.computeIfAbsent(who, k -> new TreeMap<>()).merge(day, 1, Integer::sum);
    }
  }

  private Map<String, TreeMap<Integer, Integer>> by(DyadDays days, boolean source) {
    Map<String, TreeMap<Integer, Integer>> by = new TreeMap<>();
    for (DyadDays.Sum sum : days.sums()) {
      add(by, days.actors().get(source ? sum.source() : sum.target()).code(), sum);
    }
    return by;
  }

  private void add(Map<String, TreeMap<Integer, Integer>> by, String code, DyadDays.Sum sum) {
    if (isState.test(code)) {
      by.computeIfAbsent(code, k -> new TreeMap<>()).merge(sum.day(), sum.events(), Integer::sum);
    }
  }

  private static int sum(
      Map<String, TreeMap<Integer, Integer>> by, String state, int from, int to) {
    TreeMap<Integer, Integer> days = by.get(state);
    return days == null || from > to
        ? 0
        : days.subMap(from, true, to, true).values().stream().mapToInt(n -> n).sum();
  }

  private record Found(String state, int day) {}

  /** In the days before and after, of the case and of the others. */
  private record Tallied(Count own, int othersBefore, int othersAfter, List<String> others) {}

  private Blowback compare(String name, Kind kind, long seed) {
    List<Found> found = new ArrayList<>();
    against.forEach(
        (state, days) -> {
          int before = Integer.MIN_VALUE;
          for (int day : days.keySet()) {
            // what came before the data began is not known
            boolean begins =
                before == Integer.MIN_VALUE ? day - first >= WINDOWS.get(0) : day - before > QUIET;
            if (begins) {
              found.add(new Found(state, day));
            }
            before = day;
          }
        });
    found.sort(Comparator.comparingInt(Found::day).thenComparing(Found::state));
    List<Window> windows = new ArrayList<>();
    Map<Found, List<Optional<Count>>> counts = new HashMap<>();
    Map<Found, List<String>> others = new HashMap<>();
    int stream = 0;
    for (int days : WINDOWS) {
      for (Deed deed : Deed.values()) {
        List<Tallied> tallied = new ArrayList<>();
        for (Found one : found) {
          Optional<Tallied> tally = tally(one, days, deed);
          counts.computeIfAbsent(one, k -> new ArrayList<>()).add(tally.map(Tallied::own));
          tally.ifPresent(
              there -> {
                tallied.add(there);
                others.putIfAbsent(one, there.others());
              });
        }
        windows.add(window(days, deed, tallied, new SplittableRandom(seed + stream++)::nextLong));
      }
    }
    List<Case> cases = new ArrayList<>();
    for (Found one : found) {
      cases.add(
          new Case(
              one.state(),
              LocalDate.ofEpochDay(one.day()),
              counts.get(one),
              others.getOrDefault(one, List.of())));
    }
    boolean none = first > last;
    return new Blowback(
        name,
        kind,
        none ? null : LocalDate.ofEpochDay(first),
        none ? null : LocalDate.ofEpochDay(last),
        windows,
        cases,
        rate());
  }

  private double rate() {
    Map<String, TreeMap<Integer, Integer>> hostile = deeds.get(Deed.HOSTILE);
    Set<String> quiet = new HashSet<>(hostile.keySet());
    quiet.removeAll(against.keySet());
    int all = quiet.stream().mapToInt(state -> sum(hostile, state, first, last)).sum();
    return quiet.isEmpty() ? 0 : all / (double) quiet.size() / ((last - first + 1) / YEAR);
  }

  private Optional<Tallied> tally(Found one, int days, Deed deed) {
    int day = one.day();
    if (day - days < first || day + days > last) {
      return Optional.empty();
    }
    Map<String, TreeMap<Integer, Integer>> by = deeds.get(deed);
    Count own =
        new Count(
            sum(by, one.state(), day - days, day - 1), sum(by, one.state(), day + 1, day + days));
    double size = Math.log1p(sum(reported, one.state(), day - days, day - 1));
    List<String> others =
        reported.keySet().stream()
            .filter(state -> !state.equals(one.state()))
            .filter(state -> sum(against, state, day - QUIET, day + days) == 0)
            .filter(state -> grade(sum(by, state, day - days, day - 1)) == grade(own.before()))
            .sorted(
                Comparator.comparingDouble(
                        (String state) ->
                            Math.abs(size - Math.log1p(sum(reported, state, day - days, day - 1))))
                    .thenComparing(state -> state))
            .limit(OTHERS)
            .toList();
    int before = others.stream().mapToInt(state -> sum(by, state, day - days, day - 1)).sum();
    int after = others.stream().mapToInt(state -> sum(by, state, day + 1, day + days)).sum();
    return Optional.of(new Tallied(own, before, after, others));
  }

  private static int grade(int deeds) {
    return deeds == 0 ? 0 : deeds < 3 ? 1 : deeds < 10 ? 2 : 3;
  }

  private static Window window(
      int days, Deed deed, List<Tallied> cases, UniformRandomProvider random) {
    int[] sums = sums(cases, null);
    int[] chosen = new int[cases.size()];
    double[] drawn = new double[TIMES];
    for (int t = 0; t < TIMES && !cases.isEmpty(); t++) {
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = random.nextInt(chosen.length);
      }
      int[] again = sums(cases, chosen);
      drawn[t] =
          gamma(again[1] + .5, random)
              / gamma(again[0] + .5, random)
              * gamma(again[2] + .5, random)
              / gamma(again[3] + .5, random);
    }
    Spread spread = Spread.of(drawn);
    boolean none = cases.isEmpty();
    double ratio = (sums[1] + .5) / (sums[0] + .5) * (sums[2] + .5) / (sums[3] + .5);
    double low = spread.quantile(.05);
    double high = spread.quantile(.95);
    return new Window(
        days,
        deed,
        cases.size(),
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        none ? Double.NaN : ratio,
        none ? Double.NaN : low,
        none ? Double.NaN : high,
        cases.size() < FEW_CASES || sums[0] + sums[1] < FEW_DEEDS || high > WIDE * low);
  }

  private static int[] sums(List<Tallied> cases, int[] chosen) {
    int[] sums = new int[4];
    for (int i = 0; i < cases.size(); i++) {
      Tallied one = cases.get(chosen == null ? i : chosen[i]);
      sums[0] += one.own().before();
      sums[1] += one.own().after();
      sums[2] += one.othersBefore();
      sums[3] += one.othersAfter();
    }
    return sums;
  }

  private static double gamma(double shape, UniformRandomProvider random) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
  }
}
