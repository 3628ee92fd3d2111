package org.entente.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.entente.coding.Coder;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Pair;
import org.entente.coding.relation.PairFile;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import org.entente.knowledge.Knowledge;
import org.entente.model.Document;

/**
 * How much faster two threads are than one, warm, in turns in one process: by the clock, and by the
 * processor time that a piece of work takes, which does not depend on what else the machine does
 * (two threads that hinder each other, or share a core, take more of it).
 */
public final class ThreadScaling {
  /** Until then the just-in-time compiler takes part of the second core. */
  private static final double WARM_SECONDS = 25;

  private ThreadScaling() {}

  private record Took(double wall, double processor) {}

  /**
   * Arguments: rounds (default 7), gold pairs (default {@code ../shared/gold/plv-dev.tsv}).
   *
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    Path gold = Path.of(args.length > 1 ? args[1] : "../shared/gold/plv-dev.tsv");
    List<Document> documents = DemoCorpus.read(DemoCorpus.FILE);
    List<Pair> pairs =
        PairFile.read(gold).rows().stream()
            .map(PairFile.Row::pair)
            .filter(Objects::nonNull)
            .toList();
    Relations relations = Relations.bundled(Knowledge.bundled(), EnglishParser.shared());
    for (Tier tier : Tier.values()) {
      String name = tier.name().toLowerCase(Locale.ROOT);
      int times = tier == Tier.FAST ? 4 : 1;
      compare(
          name + ", pairs",
          rounds,
          pairs.size() * times,
          i -> relations.relate(pairs.get(i % pairs.size()), tier, Convention.PLV));
      Coder coder = new Coder(Knowledge.bundled(), EnglishParser.shared(), tier);
      compare(
          name + ", documents",
          rounds,
          documents.size() * 10 * times,
          i -> coder.code(documents.get(i % documents.size())));
    }
  }

  private static void compare(String name, int rounds, int pieces, IntConsumer work)
      throws InterruptedException {
    for (double warm = 0; warm < WARM_SECONDS; ) {
      warm += run(2, pieces, work).wall();
    }
    double[] wall = new double[rounds];
    double[] processor = new double[rounds];
    double rate = 0;
    for (int round = 0; round < rounds; round++) {
      Took one = run(1, pieces, work);
      Took two = run(2, pieces, work);
      wall[round] = one.wall() / two.wall();
      processor[round] = 2 * one.processor() / two.processor();
      rate = Math.max(rate, pieces / one.wall());
    }
    double byClock = median(wall);
    double byProcessor = median(processor);
    System.out.printf(
        Locale.ROOT,
        "%-16s one thread %,6.0f/s; two threads %.2f times by the clock (%.2f to %.2f), %.2f by"
            + " processor time (%.2f to %.2f)%n",
        name,
        rate,
        byClock,
        wall[0],
        wall[rounds - 1],
        byProcessor,
        processor[0],
        processor[rounds - 1]);
  }

  /** Sorts. */
  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Took run(int threads, int pieces, IntConsumer work) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicLong processor = new AtomicLong();
    List<Thread> all = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                var clock = ManagementFactory.getThreadMXBean();
                long before = clock.getCurrentThreadCpuTime();
                for (int piece = next.getAndIncrement();
                    piece < pieces;
                    piece = next.getAndIncrement()) {
                  work.accept(piece);
                }
                processor.addAndGet(clock.getCurrentThreadCpuTime() - before);
              });
      thread.start();
      all.add(thread);
    }
    for (Thread thread : all) {
      thread.join();
    }
    return new Took((System.nanoTime() - start) / 1e9, processor.get() / 1e9);
  }
}
