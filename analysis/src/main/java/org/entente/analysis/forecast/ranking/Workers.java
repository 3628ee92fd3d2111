package org.entente.analysis.forecast.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share out numbered tasks. Which of them does which must not matter. */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /** A numbered task, done by one of the workers. */
  public interface Task {
    void run(int worker, int task);
  }

  /**
   * Starts them.
   *
   * @param threads at least 1
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread, not " + threads);
    }
    this.threads = threads;
    pool =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1,
                run -> {
                  Thread thread = new Thread(run, "forecast");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  public int threads() {
    return threads;
  }

  /** Does all tasks, in stretches of some; returns when the last is done. */
  public void each(int tasks, int stretch, Task task) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int w = 1; w < threads && w * stretch < tasks; w++) {
      int worker = w;
      running.add(pool.submit(() -> work(worker, tasks, stretch, task, next)));
    }
    work(0, tasks, stretch, task, next);
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
  }

  private static void work(int worker, int tasks, int stretch, Task task, AtomicInteger next) {
    for (int from = next.getAndAdd(stretch); from < tasks; from = next.getAndAdd(stretch)) {
      for (int i = from; i < Math.min(tasks, from + stretch); i++) {
        task.run(worker, i);
      }
    }
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
