package org.entente.server;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Work that takes longer than a request should, and how far it is. */
final class Job {
  private static final int NOTES = 200;

  /** Where it stands. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    boolean over() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /**
   * What is to be seen of it.
   *
   * @param done so many documents, rows or steps
   * @param of as many as there are, or 0 where that is not known
   * @param aside so many of them set aside
   * @param events that came of it
   * @param message how it ended, or null
   * @param notes what was set aside and why; the first of them
   */
  record View(
      int id,
      String kind,
      String name,
      State state,
      long done,
      long of,
      long aside,
      long events,
      String message,
      List<String> notes,
      Instant begun) {}

  /** What is to be done. */
  interface Work {
    void run(Job job) throws Exception;
  }

  private final int id;
  private final String kind;
  private final String name;
  private final Work work;
  private final boolean keeps;
  private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final List<Consumer<View>> watchers = new CopyOnWriteArrayList<>();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private State state = State.QUEUED;
  private volatile boolean cancelled;
  private long done;
  private long of;
  private byte[] result;
  private long aside;
  private long events;
  private String message;

  /**
   * @param keeps whether what was done until it was cancelled stays
   */
  Job(int id, String kind, String name, boolean keeps, Work work) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.keeps = keeps;
    this.work = work;
  }

  int id() {
    return id;
  }

  synchronized View view() {
    return new View(
        id, kind, name, state, done, of, aside, events, message, List.copyOf(notes), begun);
  }

  void run(Consumer<Throwable> failed) {
    synchronized (this) {
      if (cancelled) {
        return;
      }
      state = State.RUNNING;
    }
    tell();
    try {
      work.run(this);
      end(State.DONE, null);
    } catch (CancellationException e) {
      end(State.CANCELLED, "cancelled" + (keeps ? "; what was done until then is kept" : ""));
    } catch (Exception | Error e) {
      boolean expected = e instanceof IllegalArgumentException || e instanceof IOException;
      if (!expected) {
        failed.accept(e);
      }
      end(State.FAILED, expected ? e.getMessage() : "it failed; the server's log says why");
    }
  }

  /** Asks it to stop; it does so at the next document, row or step. */
  void cancel() {
    synchronized (this) {
      cancelled = true;
      if (state != State.QUEUED) {
        return;
      }
    }
    end(State.CANCELLED, "cancelled before it began");
  }

  /**
   * One document or row more.
   *
   * @throws CancellationException if it is to stop
   */
  void progress(long documents, long found) {
    boolean stop;
    synchronized (this) {
      done += documents;
      events += found;
      stop = cancelled;
    }
    tell();
    if (stop) {
      throw new CancellationException();
    }
  }

  /**
   * So many steps are over.
   *
   * @throws CancellationException if it is to stop
   */
  void step(int over, int all) {
    synchronized (this) {
      of = all;
      done = over;
    }
    progress(0, 0);
  }

  /**
   * Goes on, unless it is to stop.
   *
   * @throws CancellationException if it is to stop
   */
  void check() {
    if (cancelled) {
      throw new CancellationException();
    }
  }

  /** What came of it, as JSON; null until it is done, or where it wrote into the store instead. */
  synchronized byte[] result() {
    return result;
  }

  synchronized void result(byte[] json) {
    result = json;
  }

  void aside(String note) {
    synchronized (this) {
      aside++;
      if (notes.size() < NOTES) {
        notes.add(note);
      }
    }
    tell();
  }

  synchronized void found(long all, long set) {
    events = all;
    aside = set;
  }

  /** Calls it now, with every change, and last when the job is over. */
  void watch(Consumer<View> watcher) {
    watchers.add(watcher);
    watcher.accept(view());
  }

  void leave(Consumer<View> watcher) {
    watchers.remove(watcher);
  }

  private void end(State how, String why) {
    synchronized (this) {
      state = how;
      message = why;
    }
    tell();
  }

  private void tell() {
    if (!watchers.isEmpty()) {
      View now = view();
      watchers.forEach(watcher -> watcher.accept(now));
    }
  }
}
