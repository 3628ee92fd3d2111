package org.entente.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.model.Document;
import org.entente.model.Event;

/**
 * A run that codes documents into a store. Documents are collected and committed together, at the
 * latest {@value #SECONDS} s after the first of them when the next one comes, on {@link #commit()}
 * and on {@link #close()}; each is in the store as a whole or not at all. What is not committed
 * when the process is killed is coded again by the next run.
 *
 * <pre>{@code
 * try (EventStore store = EventStore.open(file);
 *     Run run = store.begin("code news/", coder.version())) {
 *   for (Document document : documents) {
 *     if (!run.has(document)) {
 *       run.save(document, coder.code(document));
 *     }
 *   }
 * }
 * }</pre>
 *
 * Safe for use by several threads.
 */
public final class Run implements AutoCloseable {
  static final int SECONDS = 2;
  private static final int DOCUMENTS = 500;
  private static final int EVENTS = 5_000;
  private static final long CHARACTERS = 16_000_000;

  private final EventStore store;
  private final int id;
  private final String coder;
  private final Map<String, Coding> pending = new LinkedHashMap<>();
  private long pendingEvents;
  private long pendingCharacters;
  private long pendingSince;
  private long coded;
  private long replaced;
  private long aside;
  private long events;
  private boolean failed;
  private boolean closed;

  Run(EventStore store, int id, String coder) {
    this.store = store;
    this.id = id;
    this.coder = coder;
  }

  /** Id of the run in the store, from 1. */
  public int id() {
    return id;
  }

  /**
   * Whether this very document, coded by this run's coder, is saved already or will be with the
   * next commit. A document whose text, title, date or publisher differs is not the same.
   */
  public boolean has(Document document) {
    synchronized (store) {
      Coding waiting = pending.get(Texts.clean(document.id()));
      return waiting == null
          ? store.has(document, coder)
          : Coding.fingerprint(waiting.document()).equals(Coding.fingerprint(document));
    }
  }

  /**
   * Saves a document and its events, in place of what the store has of a document with this id.
   *
   * @param found its events, in their order; may be empty
   * @throws IllegalArgumentException if an event is of another document, or two have one id
   * @throws StoreException if a commit is due and fails: nothing since the last commit is saved
   */
  public void save(Document document, List<Event> found) {
    synchronized (store) {
      open();
      Coding coding = new Coding(document, found, coder);
      if (pending.isEmpty()) {
        pendingSince = System.nanoTime();
      }
      pending.remove(Texts.clean(document.id()));
      pending.put(Texts.clean(document.id()), coding);
      pendingEvents += found.size();
      pendingCharacters += document.text().length();
      if (pending.size() >= DOCUMENTS
          || pendingEvents >= EVENTS
          || pendingCharacters >= CHARACTERS
          || System.nanoTime() - pendingSince >= SECONDS * 1_000_000_000L) {
        commit();
      }
    }
  }

  /**
   * Writes down, at once, that a document could not be coded.
   *
   * @param origin where it was read from
   * @param reason in a word, so that they can be counted: {@code "not English"}
   * @param message the whole of it, and what to do
   * @throws StoreException if it cannot be written
   */
  public void aside(String origin, String reason, String message) {
    synchronized (store) {
      open();
      store.aside(id, origin, reason, message);
      aside++;
    }
  }

  /**
   * Commits what was saved so far.
   *
   * @throws StoreException if it fails: nothing since the last commit is saved
   */
  public void commit() {
    synchronized (store) {
      open();
      if (pending.isEmpty()) {
        return;
      }
      List<Coding> codings = List.copyOf(pending.values());
      pending.clear();
      pendingEvents = 0;
      pendingCharacters = 0;
      failed = true;
      replaced += store.save(codings, id);
      failed = false;
      coded += codings.size();
      events += codings.stream().mapToLong(coding -> coding.events().size()).sum();
    }
  }

  /** Documents committed. */
  public long coded() {
    synchronized (store) {
      return coded;
    }
  }

  /** Documents committed that took the place of an earlier coding. */
  public long replaced() {
    synchronized (store) {
      return replaced;
    }
  }

  /** Documents set aside. */
  public long aside() {
    synchronized (store) {
      return aside;
    }
  }

  /** Events committed. */
  public long events() {
    synchronized (store) {
      return events;
    }
  }

  /**
   * Commits the rest and marks the run as finished, unless a commit has failed. Once is enough;
   * more does nothing.
   *
   * @throws StoreException if it fails: nothing since the last commit is saved
   */
  @Override
  public void close() {
    synchronized (store) {
      if (closed) {
        return;
      }
      try {
        commit();
        if (!failed) {
          store.finish(id);
        }
      } finally {
        closed = true;
        store.ended(this);
      }
    }
  }

  private void open() {
    if (closed) {
      throw new IllegalStateException("run " + id + " is closed");
    }
  }
}
