package org.entente.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** What a source pushes, for one who pulls; the source runs on a thread of its own. */
final class Pulled<T> implements Iterator<T> {
  /** Pushes all it has. */
  interface Source<T> {
    void push(Consumer<T> to) throws Exception;
  }

  /** Behind the last one: null, or what the source failed on. */
  private record End(Throwable failure) {}

  private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(32);
  private final Thread thread;
  private Object next;

  Pulled(Source<T> source) {
    thread =
        new Thread(
            () -> {
              Throwable failure = null;
              try {
                source.push(this::put);
              } catch (Throwable e) {
                failure = e;
              }
              try {
                queue.put(new End(failure));
              } catch (InterruptedException e) {
                // nobody pulls any more
              }
            },
            "reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void put(T one) {
    try {
      queue.put(one);
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped", e);
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        next = queue.take();
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped", e);
      }
    }
    if (next instanceof End end) {
      if (end.failure() != null) {
        throw new IllegalStateException(end.failure().getMessage(), end.failure());
      }
      return false;
    }
    return true;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T one = (T) next;
    next = null;
    return one;
  }

  /** Stops the source. */
  void close() {
    thread.interrupt();
  }
}
