package org.entente.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.ZipException;
import org.entente.exchange.layout.Layout;
import org.entente.exchange.layout.Layouts;
import org.entente.exchange.layout.Setting;
import org.entente.exchange.layout.WrongRow;
import org.entente.exchange.rows.Input;
import org.entente.exchange.rows.Row;
import org.entente.exchange.rows.Rows;

/** Reads rows on a thread of its own, some hundreds ahead of who takes them. */
final class Reading implements AutoCloseable {
  private static final int SOME = 500;
  private static final int AHEAD = 8;

  /**
   * A row and what it became, or why it became nothing.
   *
   * @param read null if {@code wrong} is there
   */
  record Item(Row row, Layout.Read read, WrongRow wrong) {}

  private final BlockingQueue<List<Item>> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private volatile Throwable failure;

  private Reading(Input input, Layouts layout, Setting setting) {
    thread = new Thread(() -> run(input, layout, setting), "reading " + input.label());
    thread.setDaemon(true);
  }

  static Reading of(Input input, Layouts layout, Setting setting) {
    Reading reading = new Reading(input, layout, setting);
    reading.thread.start();
    return reading;
  }

  private void run(Input input, Layouts layout, Setting setting) {
    try {
      try {
        read(input, layout, setting);
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
      ready.put(List.of());
    } catch (InterruptedException e) {
      // nobody wants more
    }
  }

  private void read(Input input, Layouts layout, Setting setting)
      throws IOException, InterruptedException {
    Layout reader = layout.open(setting);
    List<Item> some = new ArrayList<>(SOME);
    try (Rows rows = new Rows(input, layout.separator(), layout.cells())) {
      if (layout.header()) {
        rows.next();
      }
      long line = 0;
      try {
        for (Row row = rows.next(); row != null; row = rows.next()) {
          line = row.line();
          some.add(item(reader, row));
          if (some.size() == SOME) {
            ready.put(some);
            some = new ArrayList<>(SOME);
          }
        }
      } catch (EOFException | ZipException e) {
        some.add(
            new Item(
                new Row(line + 1, "", new String[0]),
                null,
                WrongRow.cutShort("the file is damaged from here on: " + e.getMessage())));
      }
    }
    if (!some.isEmpty()) {
      ready.put(some);
    }
  }

  private static Item item(Layout reader, Row row) {
    try {
      return new Item(row, reader.read(row), null);
    } catch (WrongRow e) {
      return new Item(row, null, e);
    }
  }

  /** The next rows; none at the end. */
  List<Item> next() throws IOException {
    try {
      List<Item> some = ready.take();
      if (some.isEmpty() && failure != null) {
        if (failure instanceof IOException io) {
          throw io;
        }
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
      return some;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
