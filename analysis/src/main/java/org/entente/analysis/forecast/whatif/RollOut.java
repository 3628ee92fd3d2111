package org.entente.analysis.forecast.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.ranking.Workers;

/**
 * Draws futures from an {@link Excitation}. The model is additive, so what follows assumed events
 * comes on top of the future without them, run by run: both share all that was drawn, and without
 * assumed events nothing differs. The same seed draws the same futures on any number of threads.
 */
public final class RollOut {
  /** Events older than this have hardly a follower left. */
  private static final int MEMORY = 120;

  private static final int CARRIERS = 12;

  private final Excitation model;
  private final int days;
  private final long actors;
  private final int types;
  private final double[][] mean;
  private final double[] baseUpTo;
  private final double baseRate;

  /** An event that is assumed; numbers of the history's actors, type and day. */
  public record Assumed(int day, int source, int type, int target) {}

  private record Drawn(long[] keys, int[] counts, int[] carriers) {}

  /**
   * @param days to roll forward, at least 1
   */
  public RollOut(Excitation model, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("at least one day, not " + days);
    }
    this.model = model;
    this.days = days;
    types = model.types;
    actors = model.history.actors().size();
    mean = new double[Excitation.PATTERNS][types];
    for (int k = 0; k < mean.length; k++) {
      for (int p = 0; p < types; p++) {
        mean[k][p] = Arrays.stream(model.follow[k][p]).sum();
      }
    }
    baseUpTo = model.base.clone();
    Arrays.parallelPrefix(baseUpTo, Double::sum);
    baseRate = baseUpTo.length == 0 ? 0 : baseUpTo[baseUpTo.length - 1];
  }

  /**
   * Rolls forward from the day that the model was fitted to.
   *
   * @param runs how many futures, at least 1
   * @param top most rows
   */
  public Outlook run(List<Assumed> assumed, int runs, long seed, int top, Workers workers) {
    return run(assumed, runs, seed, top, workers, drawn -> {});
  }

  /**
   * The same.
   *
   * @param drawn told of each future that is drawn, how many there are then; by any of the threads,
   *     and may throw to stop
   */
  public Outlook run(
      List<Assumed> assumed, int runs, long seed, int top, Workers workers, IntConsumer drawn) {
    if (runs < 1 || top < 1) {
      throw new IllegalArgumentException("at least one run and one row: " + runs + ", " + top);
    }
    Drawn[] added = new Drawn[runs];
    Drawn[] plain = new Drawn[runs];
    AtomicInteger over = new AtomicInteger();
    workers.each(
        runs,
        4,
        (worker, run) -> {
          plain[run] = plain(new SplittableRandom(mix(seed, 2L * run)));
          added[run] = follow(assumed, new SplittableRandom(mix(seed, 2L * run + 1)));
          drawn.accept(over.incrementAndGet());
        });
    Map<Long, Integer> changed = new HashMap<>();
    for (Drawn one : assumed.isEmpty() ? plain : added) {
      for (int i = 0; i < one.keys().length; i++) {
        changed.merge(one.keys()[i], one.counts()[i], Integer::sum);
      }
    }
    List<Long> keys =
        changed.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Long, Integer>>comparingInt(entry -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(top)
            .map(Map.Entry::getKey)
            .toList();
    double without = Arrays.stream(plain).mapToLong(RollOut::events).sum() / (double) runs;
    double more = Arrays.stream(added).mapToLong(RollOut::events).sum() / (double) runs;
    return new Outlook(
        model.history.date(model.end),
        days,
        runs,
        seed,
        keys.stream().map(key -> row(key, plain, added)).toList(),
        carriers(added),
        without,
        without + more,
        model.branching());
  }

  private static long mix(long seed, long run) {
    long mixed = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L + run * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 29;
  }

  private static long events(Drawn drawn) {
    return Arrays.stream(drawn.counts()).asLongStream().sum();
  }

  private long key(int source, int type, int target) {
    return (source * actors + target) * types + type;
  }

  private final class Future {
    private final SplittableRandom random;
    private final List<int[]> open = new ArrayList<>();
    private final TreeMap<Long, Integer> counts = new TreeMap<>();
    private final int[] carriers = new int[Excitation.PATTERNS * types * types];

    Future(SplittableRandom random) {
      this.random = random;
    }

    /** Draws what follows an event, and what follows that. */
    void after(int day, int source, int type, int target) {
      open.add(new int[] {day, source, type, target});
      while (!open.isEmpty()) {
        int[] one = open.remove(open.size() - 1);
        for (int k = 0; k < Excitation.PATTERNS; k++) {
          for (int i = poisson(mean[k][one[2]]); i > 0; i--) {
            follower(k, one);
          }
        }
      }
    }

    private void follower(int k, int[] before) {
      int day = before[0] + delay();
      double[] row = model.follow[k][before[2]];
      double at = random.nextDouble() * mean[k][before[2]];
      int type = 0;
      while (type < types - 1 && (at -= row[type]) > 0) {
        type++;
      }
      double uniform = random.nextDouble();
      if (day < model.end || day >= model.end + days) {
        return;
      }
      int source = before[1];
      int target = before[3];
      switch (Pattern.values()[k]) {
        case AGAIN -> {}
        case RETURN -> {
          source = before[3];
          target = before[1];
        }
        case PASSED_ON -> {
          source = before[3];
          target = model.targets.draw(source, uniform);
          if (target == before[1]) {
            return;
          }
        }
        case JOINED -> {
          source = model.sources.draw(target, uniform);
          if (source == before[1]) {
            return;
          }
        }
      }
      if (source >= 0 && target >= 0) {
        carriers[(k * types + before[2]) * types + type]++;
        happens(day, source, type, target);
      }
    }

    void happens(int day, int source, int type, int target) {
      counts.merge(key(source, type, target), 1, Integer::sum);
      open.add(new int[] {day, source, type, target});
    }

    private int delay() {
      double keep = Excitation.keep(random.nextInt(Excitation.halfLives()));
      return 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(keep));
    }

    private int poisson(double mean) {
      double limit = Math.exp(-mean);
      int n = 0;
      for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
        n++;
      }
      return n;
    }

    Drawn drawn() {
      return new Drawn(
          counts.keySet().stream().mapToLong(Long::longValue).toArray(),
          counts.values().stream().mapToInt(Integer::intValue).toArray(),
          carriers);
    }
  }

  private Drawn follow(List<Assumed> assumed, SplittableRandom random) {
    Future future = new Future(random);
    for (Assumed one : assumed) {
      future.after(one.day(), one.source(), one.type(), one.target());
    }
    return future.drawn();
  }

  private Drawn plain(SplittableRandom random) {
    Future future = new Future(random);
    History history = model.history;
    for (int e = history.from(model.end - MEMORY); e < history.from(model.end); e++) {
      future.after(history.dayOf(e), history.source(e), history.type(e), history.target(e));
    }
    for (int day = model.end; day < model.end + days; day++) {
      // in portions, since exp(−mean) of a large mean is nothing
      int portions = 1 + (int) (baseRate / 50);
      for (int portion = 0; portion < portions; portion++) {
        for (int i = future.poisson(baseRate / portions); i > 0; i--) {
          int at = Arrays.binarySearch(baseUpTo, random.nextDouble() * baseRate);
          int cell = Math.min(baseUpTo.length - 1, at < 0 ? -at - 1 : at);
          long dyad = model.dyads[cell / types];
          int source = (int) (dyad / actors);
          int target = (int) (dyad % actors);
          future.counts.merge(key(source, cell % types, target), 1, Integer::sum);
          future.after(day, source, cell % types, target);
        }
      }
    }
    Drawn drawn = future.drawn();
    return new Drawn(drawn.keys(), drawn.counts(), new int[0]);
  }

  private Outlook.Row row(long key, Drawn[] plain, Drawn[] added) {
    int runs = plain.length;
    int[] without = new int[runs];
    int[] with = new int[runs];
    for (int run = 0; run < runs; run++) {
      without[run] = count(plain[run], key);
      with[run] = without[run] + count(added[run], key);
    }
    double meanWithout = Arrays.stream(without).average().orElse(0);
    double meanWith = Arrays.stream(with).average().orElse(0);
    double anyWithout = Arrays.stream(without).filter(n -> n > 0).count() / (double) runs;
    double anyWith = Arrays.stream(with).filter(n -> n > 0).count() / (double) runs;
    Arrays.sort(without);
    Arrays.sort(with);
    int low = (int) (.025 * (runs - 1));
    int high = (int) Math.ceil(.975 * (runs - 1));
    long dyad = key / types;
    return new Outlook.Row(
        model.history.actors().get((int) (dyad / actors)),
        model.history.types().get((int) (key % types)),
        model.history.actors().get((int) (dyad % actors)),
        meanWithout,
        without[low],
        without[high],
        meanWith,
        with[low],
        with[high],
        anyWithout,
        anyWith);
  }

  private static int count(Drawn drawn, long key) {
    int at = Arrays.binarySearch(drawn.keys(), key);
    return at < 0 ? 0 : drawn.counts()[at];
  }

  private List<Outlook.Carrier> carriers(Drawn[] added) {
    long[] sums = new long[Excitation.PATTERNS * types * types];
    for (Drawn one : added) {
      for (int i = 0; i < one.carriers().length; i++) {
        sums[i] += one.carriers()[i];
      }
    }
    List<Outlook.Carrier> all = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > 0) {
        int k = i / types / types;
        int p = i / types % types;
        int q = i % types;
        all.add(
            new Outlook.Carrier(
                Pattern.values()[k],
                model.history.types().get(p),
                model.history.types().get(q),
                model.follow[k][p][q],
                sums[i] / (double) added.length));
      }
    }
    all.sort(Comparator.comparingDouble(carrier -> -carrier.events()));
    return all.subList(0, Math.min(CARRIERS, all.size()));
  }
}
