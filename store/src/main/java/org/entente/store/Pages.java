package org.entente.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.entente.model.Event;

/**
 * Pages of events for those who turn them. In which rows the events of an order are is asked for
 * once, and kept until something is written; a page is then a look-up by rows, and pages that are
 * wanted at the same time are one look-up.
 */
final class Pages {
  /** Of the places of rows that are kept, eight for each. */
  private static final long BYTES = 64_000_000;

  private static final String ROWS =
      Stored.SELECT + " JOIN (SELECT unnest(?::BIGINT[]) AS place) ON events.rowid = place";

  private record Wanted(long[] rows, CompletableFuture<List<Event>> events) {}

  private final EventStore store;
  private final LinkedHashMap<String, CompletableFuture<long[]>> kept =
      new LinkedHashMap<>(16, 0.75f, true);
  private long keptVersion;
  private long bytes;
  private final List<Wanted> waiting = new ArrayList<>();
  private final ReentrantLock fetching = new ReentrantLock();

  Pages(EventStore store) {
    this.store = store;
  }

  /** The page and how many match in all. */
  Page of(Query query) {
    long version = store.version();
    if (!EventStore.changing(version) && (query.offset() > 0 || query.searches())) {
      try {
        long[] rows = rows(query, version);
        int from = (int) Math.min(query.offset(), rows.length);
        int to = (int) Math.min(query.offset() + query.limit(), rows.length);
        List<Event> events = fetch(Arrays.copyOfRange(rows, from, to), version);
        // a commit may have moved rows
        if (store.version() == version) {
          return new Page(events, rows.length);
        }
      } catch (StoreException e) {
        if (store.version() == version) {
          throw e;
        }
      }
    }
    return new Page(store.events(query), store.count(query));
  }

  private long[] rows(Query query, long version) {
    String sql = "SELECT rowid FROM events" + query.where() + query.sorted();
    CompletableFuture<long[]> rows;
    boolean ask = false;
    synchronized (kept) {
      if (version > keptVersion) {
        kept.clear();
        bytes = 0;
        keptVersion = version;
      }
      rows = version == keptVersion ? kept.get(sql) : null;
      if (rows == null) {
        rows = new CompletableFuture<>();
        ask = true;
        if (version == keptVersion) {
          kept.put(sql, rows);
        }
      }
    }
    if (ask) {
      ask(sql, rows);
    }
    return join(rows);
  }

  private void ask(String sql, CompletableFuture<long[]> rows) {
    try {
      long[] found =
          store.ask(
              sql,
              result -> {
                long[] all = new long[1024];
                int n = 0;
                while (result.next()) {
                  all = n < all.length ? all : Arrays.copyOf(all, 2 * n);
                  all[n++] = result.getLong(1);
                }
                return Arrays.copyOf(all, n);
              });
      synchronized (kept) {
        if (kept.get(sql) == rows) {
          bytes += 8L * found.length;
          shrink();
        }
      }
      rows.complete(found);
    } catch (RuntimeException | Error e) {
      synchronized (kept) {
        kept.remove(sql, rows);
      }
      rows.completeExceptionally(e);
    }
  }

  /** Forgets what was asked for longest ago. */
  private void shrink() {
    Iterator<CompletableFuture<long[]>> all = kept.values().iterator();
    while (bytes > BYTES && all.hasNext()) {
      CompletableFuture<long[]> eldest = all.next();
      if (eldest.isDone()) {
        bytes -= 8L * eldest.join().length;
        all.remove();
      }
    }
  }

  /** The events in these rows, in their order. Whoever comes first asks for all that wait. */
  private List<Event> fetch(long[] rows, long version) {
    Wanted mine = new Wanted(rows, new CompletableFuture<>());
    synchronized (waiting) {
      waiting.add(mine);
    }
    fetching.lock();
    try {
      if (!mine.events().isDone()) {
        List<Wanted> all;
        synchronized (waiting) {
          all = List.copyOf(waiting);
          waiting.clear();
        }
        fetch(all, version);
      }
    } finally {
      fetching.unlock();
    }
    return join(mine.events());
  }

  private void fetch(List<Wanted> all, long version) {
    try {
      Long[] places =
          all.stream()
              .flatMapToLong(one -> Arrays.stream(one.rows()))
              .distinct()
              .boxed()
              .toArray(Long[]::new);
      Map<Long, Event> events =
          places.length == 0
              ? Map.of()
              : store.askAgain(
                  ROWS,
                  version,
                  result -> {
                    Map<Long, Event> found = new HashMap<>();
                    while (result.next()) {
                      found.put(Stored.place(result), Stored.event(result));
                    }
                    return found;
                  },
                  (Object) places);
      for (Wanted one : all) {
        one.events()
            .complete(
                Arrays.stream(one.rows())
                    .mapToObj(events::get)
                    .filter(event -> event != null)
                    .toList());
      }
    } catch (RuntimeException | Error e) {
      all.forEach(one -> one.events().completeExceptionally(e));
    }
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
