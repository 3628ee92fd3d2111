package org.entente.analysis.forecast.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.entente.analysis.forecast.ranking.Workers;

/**
 * Draws futures from an {@link Excitation}, each without assumed events and with them: both share
 * all that was drawn, and without assumed events nothing differs. What follows assumed events comes
 * on top; what they make rarer comes no more, with all that would have followed it. The same seed
 * draws the same futures on any number of threads.
 */
public final class RollOut {
  /** Events older than this have hardly a follower left. */
  private static final int MEMORY = 120;

  private static final int CARRIERS = 12;

  private final Excitation model;
  private final int days;
  private final int types;

  /** An event that is assumed; numbers of the history's actors, type and day. */
  public record Assumed(int day, int source, int type, int target) {}

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
    Ground ground = new Ground(model, days, assumed);
    Future.Drawn[] futures = new Future.Drawn[runs];
    AtomicInteger over = new AtomicInteger();
    workers.each(
        runs,
        4,
        (worker, run) -> {
          futures[run] =
              new Future(
                      model,
                      ground,
                      new SplittableRandom(mix(seed, 2L * run)),
                      new SplittableRandom(mix(seed, 2L * run + 1)))
                  .draw(assumed, MEMORY);
          drawn.accept(over.incrementAndGet());
        });
    TreeMap<Integer, Integer> changed = new TreeMap<>();
    long without = 0;
    long more = 0;
    for (Future.Drawn one : futures) {
      (assumed.isEmpty() ? one.without() : one.difference())
          .forEach((cell, count) -> changed.merge(cell, count, Integer::sum));
      without += sum(one.without());
      more += sum(one.difference());
    }
    List<Outlook.Row> rows =
        changed.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<Integer, Integer>>comparingInt(
                        entry -> -Math.abs(entry.getValue()))
                    .thenComparing(Map.Entry::getKey))
            .limit(top)
            .map(entry -> row(entry.getKey(), ground, futures))
            .toList();
    return new Outlook(
        model.history.date(model.end),
        days,
        runs,
        seed,
        rows,
        carriers(futures),
        without / (double) runs,
        (without + more) / (double) runs,
        model.damping,
        model.history.types(),
        model.branching());
  }

  private static long mix(long seed, long run) {
    long mixed = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L + run * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 29;
  }

  private static long sum(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }

  private Outlook.Row row(int cell, Ground ground, Future.Drawn[] drawn) {
    int runs = drawn.length;
    int[] without = new int[runs];
    int[] with = new int[runs];
    for (int run = 0; run < runs; run++) {
      without[run] = drawn[run].without().getOrDefault(cell, 0);
      with[run] = without[run] + drawn[run].difference().getOrDefault(cell, 0);
    }
    double meanWithout = Arrays.stream(without).average().orElse(0);
    double meanWith = Arrays.stream(with).average().orElse(0);
    double anyWithout = Arrays.stream(without).filter(n -> n > 0).count() / (double) runs;
    double anyWith = Arrays.stream(with).filter(n -> n > 0).count() / (double) runs;
    Arrays.sort(without);
    Arrays.sort(with);
    int low = (int) (.025 * (runs - 1));
    int high = (int) Math.ceil(.975 * (runs - 1));
    int dyad = cell / types;
    return new Outlook.Row(
        model.history.actors().get(ground.source(dyad)),
        model.history.types().get(cell % types),
        model.history.actors().get(ground.target(dyad)),
        meanWithout,
        without[low],
        without[high],
        meanWith,
        with[low],
        with[high],
        anyWithout,
        anyWith);
  }

  private List<Outlook.Carrier> carriers(Future.Drawn[] drawn) {
    int half = Excitation.PATTERNS * types * types;
    long[] sums = new long[2 * half];
    for (Future.Drawn one : drawn) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += one.carriers()[i];
      }
    }
    List<Outlook.Carrier> all = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != 0) {
        boolean rarer = i >= half;
        int k = i % half / types / types;
        int p = i / types % types;
        int q = i % types;
        all.add(
            new Outlook.Carrier(
                Pattern.values()[k],
                model.history.types().get(p),
                model.history.types().get(q),
                rarer ? ratio(k, p, q) : model.follow[k][p][q],
                rarer,
                sums[i] / (double) drawn.length));
      }
    }
    all.sort(Comparator.comparingDouble(carrier -> -Math.abs(carrier.events())));
    return all.subList(0, Math.min(CARRIERS, all.size()));
  }

  private double ratio(int pattern, int before, int after) {
    return model.damping.patterns().stream()
        .filter(
            one ->
                one.pattern().ordinal() == pattern
                    && one.before() == before
                    && one.after() == after)
        .mapToDouble(Damping.Rarer::ratio)
        .findFirst()
        .orElse(1);
  }
}
