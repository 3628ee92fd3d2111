package org.entente.server;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that were worked out, kept until the store changes. Many who ask the same at once wait
 * for one answer; nobody waits longer than the limit.
 */
final class Answers {
  private static final int KEPT = 2_000;
  private static final long BYTES = 64_000_000;

  private record Key(String question, long version) {}

  private final LongSupplier version;
  private final Executor pool;
  private final Duration limit;
  private final LinkedHashMap<Key, CompletableFuture<byte[]>> kept =
      new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param version of what the answers are from
   * @param pool that works them out
   * @param limit longest wait
   */
  Answers(LongSupplier version, Executor pool, Duration limit) {
    this.version = version;
    this.pool = pool;
    this.limit = limit;
  }

  /**
   * @param question the whole of it
   * @param work that answers it
   * @throws Problem if it takes too long
   */
  byte[] get(String question, Supplier<byte[]> work) {
    return get(question, work, pool);
  }

  /** As {@link #get(String, Supplier)}, worked out by whoever asks first: what takes no time. */
  byte[] getHere(String question, Supplier<byte[]> work) {
    return get(question, work, Runnable::run);
  }

  private byte[] get(String question, Supplier<byte[]> work, Executor worker) {
    Key key = new Key(question, version.getAsLong());
    CompletableFuture<byte[]> answer;
    boolean ask = false;
    synchronized (kept) {
      answer = kept.get(key);
      if (answer == null) {
        answer = new CompletableFuture<>();
        kept.put(key, answer);
        ask = true;
        shrink(key.version());
      }
    }
    if (ask) {
      CompletableFuture<byte[]> asked = answer;
      try {
        worker.execute(() -> work(key, asked, work));
      } catch (RejectedExecutionException e) {
        // nobody may wait for what nobody works out
        synchronized (kept) {
          kept.remove(key, asked);
        }
        asked.completeExceptionally(
            new Problem(
                HttpStatus.SERVICE_UNAVAILABLE, "too many questions wait; try again later"));
      }
    }
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "no answer within "
              + limit.toSeconds()
              + " s; narrow the filters, or try again: it is still being worked out");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "the server is stopping");
    }
  }

  private void work(Key key, CompletableFuture<byte[]> answer, Supplier<byte[]> work) {
    try {
      byte[] found = work.get();
      synchronized (kept) {
        if (kept.get(key) == answer) {
          bytes += found.length;
          shrink(key.version());
        }
      }
      answer.complete(found);
    } catch (RuntimeException | Error e) {
      synchronized (kept) {
        kept.remove(key, answer);
      }
      answer.completeExceptionally(e);
    }
  }

  /** Forgets what is out of date, then what was asked for longest ago. */
  private void shrink(long now) {
    var all = kept.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Key, CompletableFuture<byte[]>> eldest = all.next();
      boolean old = eldest.getKey().version() < now;
      if (!old && kept.size() <= KEPT && bytes <= BYTES) {
        if (eldest.getKey().version() == now) {
          return;
        }
        continue;
      }
      if (eldest.getValue().isDone()) {
        if (!eldest.getValue().isCompletedExceptionally()) {
          bytes -= eldest.getValue().join().length;
        }
        all.remove();
      } else if (!old) {
        return;
      }
    }
  }
}
