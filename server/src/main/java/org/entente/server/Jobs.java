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

/**
 * Jobs, two at a time: one of those that write into the store, which has one run open at once, and
 * one of those that only work something out.
 */
final class Jobs implements AutoCloseable {
  private static final int WAITING = 50;
  private static final int KEPT = 200;
  private static final int RESULTS = 12;

  private final ExecutorService writing = single("job");
  private final ExecutorService weighing = single("weighing");
  private final TreeMap<Integer, Job> all = new TreeMap<>();
  private final Consumer<Throwable> failed;
  private int last;

  /**
   * @param failed told of what nobody foresaw
   */
  Jobs(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  private static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Queues one that writes into the store.
   *
   * @throws Problem if too many wait already
   */
  Job add(String kind, String name, Job.Work work) {
    return add(kind, name, true, work);
  }

  /**
   * Queues one that writes nothing and has a result; the last {@value RESULTS} results are kept.
   *
   * @throws Problem if too many wait already
   */
  Job weigh(String kind, String name, Job.Work work) {
    return add(kind, name, false, work);
  }

  private synchronized Job add(String kind, String name, boolean writes, Job.Work work) {
    long waiting = all.values().stream().filter(job -> !job.view().state().over()).count();
    if (waiting >= WAITING) {
      throw new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          WAITING + " jobs are waiting; try again when some are done");
    }
    Job job = new Job(++last, kind, name, writes, work);
    all.put(job.id(), job);
    all.values().stream()
        .filter(old -> old.view().state().over())
        .limit(Math.max(0, all.size() - KEPT))
        .map(Job::id)
        .toList()
        .forEach(all::remove);
    all.descendingMap().values().stream()
        .filter(old -> old.result() != null)
        .skip(RESULTS)
        .forEach(old -> old.result(null));
    (writes ? writing : weighing).execute(() -> job.run(failed));
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

  /** Stops what runs at its next document, row or step, and waits for it a while. */
  @Override
  public void close() {
    synchronized (this) {
      all.values().forEach(Job::cancel);
    }
    writing.shutdown();
    weighing.shutdown();
    try {
      writing.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
