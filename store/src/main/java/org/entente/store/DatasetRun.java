package org.entente.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.model.Event;

/**
 * An import of a data set. Its rows are committed together, {@value #ROWS} at a time, with how far
 * it is: an import that is cut short, by whatever, goes on behind the last row that was committed,
 * and no row is there twice.
 *
 * <pre>{@code
 * try (DatasetRun run = store.begin(dataset, "import events.tsv")) {
 *   for (long row = run.done() + 1; row <= rows; row++) {
 *     run.add(row, event, null);
 *   }
 *   run.finish();
 * }
 * }</pre>
 *
 * They are written on a thread of its own while the next rows are read, so that {@link #done()} and
 * failures come a commit later. Events are kept in columns; one that they cannot hold, such as one
 * whose speaker is an actor, is kept as JSON too, which takes room and time. Safe for use by
 * several threads, but rows have to come in their order.
 */
public final class DatasetRun implements AutoCloseable {
  /** As many as DuckDB keeps together and packs at once: fewer would be packed again and again. */
  static final int ROWS = 122_880;

  private record Pending(int row, Event event, String original) {}

  private record Wrong(long row, String reason, String message) {}

  /**
   * What is committed together.
   *
   * @param read the last row
   */
  private record Batch(List<Pending> pending, List<Wrong> wrong, long read) {}

  private final EventStore store;
  private final Dataset dataset;
  private final int run;
  private final boolean complete;
  private final int due;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(DatasetRun::thread);
  private List<Pending> pending = new ArrayList<>();
  private List<Wrong> wrong = new ArrayList<>();
  private Batch underway;
  private Future<?> writing;
  private long committed;
  private long read;
  private long events;
  private long aside;
  private boolean failed;
  private boolean closed;

  private DatasetRun(
      EventStore store, Dataset dataset, int run, boolean complete, long[] before, int due) {
    this.due = due;
    this.store = store;
    this.dataset = dataset;
    this.run = run;
    this.complete = complete;
    this.committed = before[0];
    this.read = before[0];
    this.events = before[1];
    this.aside = before[2];
  }

  /**
   * @param due rows to a commit
   */
  static DatasetRun begin(EventStore store, Dataset dataset, String command, int due) {
    record Before(String hash, long[] counts, boolean finished) {}
    Before before =
        store.ask(
            "SELECT hash, rows, events, aside, finished FROM datasets WHERE id = ?",
            result ->
                result.next()
                    ? new Before(
                        result.getString(1),
                        new long[] {result.getLong(2), result.getLong(3), result.getLong(4)},
                        result.getObject(5) != null)
                    : null,
            Texts.clean(dataset.id()));
    boolean same = before != null && before.hash().equals(dataset.hash());
    int run = store.enter(command, null);
    if (same && before.finished()) {
      store.finish(run);
    } else if (!same) {
      store.write(
          "beginning an import",
          () -> {
            store.update("DELETE FROM events WHERE dataset = ?", Texts.clean(dataset.id()));
            store.update("DELETE FROM datasets WHERE id = ?", Texts.clean(dataset.id()));
            store.update(
                "INSERT INTO datasets VALUES (?, ?, ?, ?, ?, 0, 0, 0, NULL)",
                Texts.clean(dataset.id()),
                Texts.clean(dataset.format()),
                Texts.clean(dataset.origin()),
                dataset.hash(),
                run);
          });
    }
    return new DatasetRun(
        store, dataset, run, same && before.finished(), same ? before.counts() : new long[3], due);
  }

  /** Whether it is in the store already, to the last row: nothing needs to be added. */
  public boolean complete() {
    return complete;
  }

  /** Rows that are committed, those set aside included: the next to be read is the one after. */
  public synchronized long done() {
    return committed;
  }

  /**
   * Adds a row's event.
   *
   * @param row its number, from 1; greater than those before it
   * @param event its document is the data set's id, and its evidence names the row: {@code
   *     "icews-2014, row 7"}, without spans
   * @param original what the row says beyond the event, as JSON, or null
   * @throws StoreException if the commit before has failed: nothing since the last one is there,
   *     and the import has to be begun again
   */
  public synchronized void add(long row, Event event, String original) {
    next(row);
    if (!dataset.id().equals(event.document())) {
      throw new IllegalArgumentException(
          "event " + event.id() + " is of " + event.document() + ", not of " + dataset.id());
    }
    pending.add(new Pending(Math.toIntExact(row), event, original));
    commitIfDue();
  }

  /**
   * Adds an event that is kept as it is, with its document and its evidence.
   *
   * @param row its number, from 1; greater than those before it
   * @param event its document need not be in the store
   * @param original what the row says beyond the event, as JSON, or null
   * @throws StoreException if the commit before has failed: nothing since the last one is there,
   *     and the import has to be begun again
   */
  public synchronized void addWhole(long row, Event event, String original) {
    next(row);
    pending.add(new Pending(Math.toIntExact(row), event, original));
    commitIfDue();
  }

  /** Writes down that a row could not be taken, and why. */
  public synchronized void aside(long row, String reason, String message) {
    next(row);
    wrong.add(new Wrong(row, reason, message));
    commitIfDue();
  }

  private void next(long row) {
    ensureOpen();
    if (row <= read) {
      throw new IllegalArgumentException("row " + row + " comes after row " + read);
    }
    read = row;
  }

  private void commitIfDue() {
    if (pending.size() + wrong.size() >= due) {
      commit(false);
    }
  }

  private void ensureOpen() {
    if (closed || failed) {
      throw new IllegalStateException(
          "the import of "
              + dataset.id()
              + (closed ? " is closed" : " has failed: begin it again"));
    }
  }

  /**
   * Commits what was added and marks the data set as complete.
   *
   * @throws StoreException if it fails: nothing since the last commit is there
   */
  public synchronized void finish() {
    ensureOpen();
    commit(true);
    await();
  }

  /** Has the rows committed on another thread, while the next are read. */
  private void commit(boolean last) {
    await();
    Batch batch = new Batch(pending, wrong, read);
    underway = batch;
    writing = writer.submit(() -> write(batch, last));
    pending = new ArrayList<>();
    wrong = new ArrayList<>();
  }

  /** Until nothing is being committed. */
  private void await() {
    boolean interrupted = false;
    while (writing != null) {
      try {
        writing.get();
        writing = null;
        committed = underway.read();
        events += underway.pending().size();
        aside += underway.wrong().size();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        writing = null;
        failed = true;
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Batch batch, boolean last) {
    store.write(
        "importing",
        () -> {
          try (Rows rows = new Rows(store.connection());
              Staged staged = new Staged(store.connection(), dataset.id())) {
            for (Pending one : batch.pending()) {
              if (!staged.append(one.event(), one.row(), one.original())) {
                rows.append(one.event(), dataset.id(), one.row(), one.original());
              }
            }
            staged.insert();
            for (Wrong one : batch.wrong()) {
              rows.append(new Aside(run, origin() + ":" + one.row(), one.reason(), one.message()));
            }
            rows.flush();
          }
          Annotations.mark(store);
          progress(batch, last);
        });
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "import");
    thread.setDaemon(true);
    return thread;
  }

  private String origin() {
    return dataset.origin() == null ? dataset.id() : dataset.origin();
  }

  private void progress(Batch batch, boolean last) throws SQLException {
    store.update(
        "UPDATE datasets SET rows = ?, events = events + ?, aside = aside + ?, finished = ?"
            + " WHERE id = ?",
        batch.read(),
        batch.pending().size(),
        batch.wrong().size(),
        last ? EventStore.now() : null,
        Texts.clean(dataset.id()));
    store.update(
        "UPDATE runs SET events = events + ?, aside = aside + ?, finished = ? WHERE id = ?",
        batch.pending().size(),
        batch.wrong().size(),
        last ? EventStore.now() : null,
        run);
  }

  /** Events of the data set that are committed, those of an earlier import included. */
  public synchronized long events() {
    return events;
  }

  /** Rows that were set aside, those of an earlier import included. */
  public synchronized long aside() {
    return aside;
  }

  /** Drops what is not committed nor about to be. Once is enough; more does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    pending.clear();
    wrong.clear();
    try {
      await();
    } catch (StoreException e) {
      // nothing was promised of these rows, and the next import begins with them
    } finally {
      writer.shutdown();
      store.ended(this);
    }
  }
}
