package org.entente.spark;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.entente.coding.ingest.Aside;
import org.entente.model.Document;
import org.entente.model.Event;
import scala.Tuple2;

/**
 * Codes the documents of a partition, one row a document. Those of one id come one after the other,
 * in the order of the input, so that a second text of an id is met and set aside as {@code entente
 * code} does. What the coder fails on, or does not end with, is set aside too.
 */
final class Coding implements Iterator<Row> {
  private final Iterator<Tuple2<String, byte[]>> items;
  private final Function<Document, List<Event>> coder;
  private final int seconds;
  private final Counters counters;
  private ExecutorService worker;
  private Row next;

  private String id;
  private String origin;
  private int hash;
  private Document last;
  private List<Event> lastEvents;

  /**
   * @param items by {@link Keys}, sorted
   * @param seconds longest time for one document
   */
  Coding(
      Iterator<Tuple2<String, byte[]>> items,
      Function<Document, List<Event>> coder,
      int seconds,
      Counters counters) {
    this.items = items;
    this.coder = coder;
    this.seconds = seconds;
    this.counters = counters;
  }

  @Override
  public boolean hasNext() {
    while (next == null && items.hasNext()) {
      next = row(DocumentBytes.item(items.next()._2()));
    }
    if (next == null) {
      close();
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  /** Lets the thread go that codes. */
  void close() {
    if (worker != null) {
      worker.shutdownNow();
      worker = null;
    }
  }

  /** The row, or null if there is none to make. */
  private Row row(DocumentBytes.Item item) {
    if (item instanceof DocumentBytes.Read read) {
      return document(read.document());
    }
    if (item instanceof DocumentBytes.SetAside aside) {
      return aside(aside.aside());
    }
    DocumentBytes.Known known = (DocumentBytes.Known) item;
    if (!known.id().equals(id)) {
      first(known.id(), known.origin(), known.hash());
    }
    return null;
  }

  private void first(String id, String origin, int hash) {
    this.id = id;
    this.origin = origin;
    this.hash = hash;
  }

  private Row document(Document document) {
    int text = document.text().hashCode();
    if (!document.id().equals(id)) {
      first(document.id(), document.origin(), text);
    } else if (hash != text) {
      return aside(
          broken(
              document,
              "its id '%s' is that of %s too; give each document an id of its own"
                  .formatted(document.id(), origin)));
    }
    List<Event> events;
    if (same(last, document)) {
      events = lastEvents;
    } else {
      long start = System.nanoTime();
      try {
        events = code(document);
      } catch (TimeoutException e) {
        return aside(
            broken(document, "the coder took more than " + seconds + " s on it; split it"));
      } catch (ExecutionException e) {
        if (e.getCause() instanceof LinkageError fatal) {
          throw fatal; // the installation is broken, not the document
        }
        return aside(broken(document, "the coder failed on it: " + e.getCause()));
      } finally {
        counters.milliseconds().add((System.nanoTime() - start) / 1_000_000);
      }
      last = document;
      lastEvents = events;
    }
    counters.documents().add(1);
    counters.events().add(events.size());
    counters.characters().add(document.text().length());
    return Columns.document(document, events);
  }

  private List<Event> code(Document document) throws ExecutionException, TimeoutException {
    if (worker == null) {
      worker =
          Executors.newSingleThreadExecutor(
              task -> {
                Thread thread = new Thread(task, "coder");
                thread.setDaemon(true);
                return thread;
              });
    }
    Future<List<Event>> coded = worker.submit(() -> coder.apply(document));
    try {
      return coded.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      coded.cancel(true);
      close(); // the thread ends when the coder does
      throw e;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  /** Whether the coder sees no difference; wire copy comes a thousand times over. */
  private static boolean same(Document a, Document b) {
    return a != null
        && a.id().equals(b.id())
        && a.text().equals(b.text())
        && a.paragraphs().equals(b.paragraphs())
        && a.published().equals(b.published())
        && Objects.equals(a.title(), b.title())
        && Objects.equals(a.byline(), b.byline())
        && Objects.equals(a.publisher(), b.publisher())
        && Objects.equals(a.url(), b.url())
        && Objects.equals(a.language(), b.language());
  }

  private Row aside(Aside aside) {
    counters.aside().add(1);
    return Columns.aside(aside);
  }

  private static Aside broken(Document document, String message) {
    return new Aside(document.origin(), Aside.Reason.BROKEN, message);
  }
}
