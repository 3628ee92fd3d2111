package org.entente.server.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.entente.store.Run;

/**
 * Reads documents, codes them on several threads, and hands them on in the order in which they were
 * read.
 */
public final class CodingRun {
  /** Takes what comes of a document, on the caller's thread. */
  public interface Sink {
    void coded(Document document, List<Event> events) throws IOException;

    void aside(Aside aside);
  }

  /**
   * How a run ended.
   *
   * @param coded documents coded now
   * @param known documents that the store had already
   * @param aside documents set aside
   */
  public record Outcome(int coded, int known, int aside, int events, int sentences) {
    public boolean anything() {
      return coded + known > 0;
    }
  }

  /** Is told how far it is. */
  public interface Progress {
    /** Bytes were read. */
    void read(long bytes);

    /** A document is done. */
    void coded();

    /** All is done, or the run has failed. */
    void done();
  }

  private record Job(Document document, Future<Coder.Reading> reading, List<Event> known) {}

  private final Coder coder;
  private final EventStore store;
  private final Run run;
  private final Progress progress;

  /** Where a document of an id stands, and a hash of its text. */
  private record Seen(String origin, int text) {}

  private final Map<String, Seen> seen = new HashMap<>();
  private final Deque<Job> jobs = new ArrayDeque<>();
  private final int threads;
  private int coded;
  private int known;
  private int aside;
  private int events;
  private int sentences;

  /**
   * @param store to save to, or null
   * @param run of that store, or null
   * @param threads that code, at least 1
   */
  public CodingRun(Coder coder, EventStore store, Run run, int threads, Progress progress) {
    this.coder = coder;
    this.store = store;
    this.run = run;
    this.threads = threads;
    this.progress = progress;
  }

  /** Codes files, folders, URLs or standard input. */
  public Outcome code(List<String> inputs, Ingest.Options options, Sink sink) {
    return code(documents -> Ingest.read(inputs, options, documents), sink);
  }

  /**
   * Codes whatever documents somebody reads.
   *
   * @param reading hands them over, and what it sets aside
   */
  public Outcome code(Consumer<Ingest.Sink> reading, Sink sink) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "coder");
              thread.setDaemon(true);
              return thread;
            });
    try {
      reading.accept(
          new Ingest.Sink() {
            @Override
            public void document(Document document) {
              Seen now = new Seen(document.origin(), document.text().hashCode());
              Seen before = seen.putIfAbsent(document.id(), now);
              if (before != null && before.text() != now.text()) {
                String message =
                    "its id '%s' is that of %s too; give each document an id of its own";
                aside(
                    new Aside(
                        document.origin(),
                        Aside.Reason.BROKEN,
                        message.formatted(document.id(), before.origin())));
                return;
              }
              if (run != null && run.has(document)) {
                jobs.add(
                    new Job(
                        document,
                        null,
                        store.events(Query.ALL.document(document.id()).duplicates(true))));
              } else {
                jobs.add(new Job(document, pool.submit(() -> coder.read(document)), null));
              }
              while (jobs.size() > 4 * threads) {
                next(sink);
              }
            }

            @Override
            public void aside(Aside one) {
              while (!jobs.isEmpty()) {
                next(sink);
              }
              aside++;
              if (run != null) {
                run.aside(one.origin(), one.reason().name(), one.message());
              }
              sink.aside(one);
            }

            @Override
            public void progress(long bytes) {
              progress.read(bytes);
            }
          });
      while (!jobs.isEmpty()) {
        next(sink);
      }
      if (run != null) {
        run.commit();
      }
    } finally {
      pool.shutdownNow();
      progress.done();
    }
    return new Outcome(coded, known, aside, events, sentences);
  }

  private void next(Sink sink) {
    Job job = jobs.remove();
    try {
      List<Event> found = job.known();
      if (found == null) {
        Coder.Reading reading = job.reading().get();
        found = reading.events();
        sentences += reading.sentences().size();
        if (run != null) {
          run.save(job.document(), found);
        }
        coded++;
      } else {
        known++;
      }
      events += found.size();
      progress.coded();
      sink.coded(job.document(), found);
    } catch (ExecutionException e) {
      String message = "the coder failed on it: " + e.getCause();
      aside++;
      if (run != null) {
        run.aside(job.document().origin(), "BROKEN", message);
      }
      sink.aside(new Aside(job.document().origin(), Aside.Reason.BROKEN, message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
