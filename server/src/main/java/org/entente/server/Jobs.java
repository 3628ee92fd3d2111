package org.entente.server;

import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Jobs, one at a time: each writes into the store, which has one run open at once. */
final class Jobs implements AutoCloseable {
  private static final int WAITING = 50;
  private static final int KEPT = 200;

  private final ExecutorService one =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "job");
            thread.setDaemon(true);
            return thread;
          });
  private final TreeMap<Integer, Job> all = new TreeMap<>();
  private final Consumer<Throwable> failed;
  private int last;

  /**
   * @param failed told of what nobody foresaw
   */
  Jobs(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  /**
   * Queues one.
   *
   * @throws Problem if too many wait already
   */
  synchronized Job add(String kind, String name, Job.Work work) {
    long waiting = all.values().stream().filter(job -> !job.view().state().over()).count();
    if (waiting >= WAITING) {
      throw new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          WAITING + " jobs are waiting; try again when some are done");
    }
    Job job = new Job(++last, kind, name, work);
    all.put(job.id(), job);
    all.values().stream()
        .filter(old -> old.view().state().over())
        .limit(Math.max(0, all.size() - KEPT))
        .map(Job::id)
        .toList()
        .forEach(all::remove);
    one.execute(() -> job.run(failed));
    return job;
  }

  /**
   * @throws Problem if there is none
   */
  synchronized Job get(String id) {
    Job job = id.matches("\\d{1,9}") ? all.get(Integer.valueOf(id)) : null;
    if (job == null) {
      throw new Problem(HttpStatus.NOT_FOUND, "no such job since the server began");
    }
    return job;
  }

  /** The last first. */
  synchronized List<Job.View> views() {
    Collection<Job> jobs = all.values();
    List<Job.View> views = new ArrayList<>(jobs.stream().map(Job::view).toList());
    views.sort(Comparator.comparingInt(Job.View::id).reversed());
    return views;
  }

  /** Stops what runs at its next document or row, and waits for it a while. */
  @Override
  public void close() {
    synchronized (this) {
      all.values().forEach(Job::cancel);
    }
    one.shutdown();
    try {
      one.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
