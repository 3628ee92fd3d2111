package org.entente.sway.bargain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Threads that share pieces of work.
 *
 * @param count how many, at least 1
 */
public record Workers(int count) {
  /**
   * @throws IllegalArgumentException if there is none
   */
  public Workers {
    if (count < 1) {
      throw new IllegalArgumentException("threads: " + count + " asked for, 1 is the least");
    }
  }

  /**
   * Does the pieces 0 to {@code pieces} − 1, in any order.
   *
   * @param workers gives what does them, one for each thread
   * @throws IllegalStateException if one fails, or this thread is interrupted
   */
  public void each(int pieces, Supplier<IntConsumer> workers) {
    int busy = Math.min(count, pieces);
    if (busy <= 1) {
      IntConsumer worker = workers.get();
      for (int i = 0; i < pieces; i++) {
        worker.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(busy);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < busy; t++) {
        running.add(
            pool.submit(
                () -> {
                  IntConsumer worker = workers.get();
                  for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                    worker.accept(i);
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while models ran", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a model failed: " + e.getCause().getMessage(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
