package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.entente.coding.Coder;
import org.entente.feeds.Watch;
import org.entente.store.EventStore;
import org.entente.store.Run;
import org.entente.store.StoreException;

/** Follows feeds until it is told to end; Ctrl-C and SIGTERM let it end the document at hand. */
final class WatchRun {
  /** A document takes less; what waits for a server's answer is cut off. */
  private static final int SECONDS = 3;

  private final EventStore store;
  private final WatchOutput output;
  private final PrintWriter errors;

  WatchRun(EventStore store, WatchOutput output, PrintWriter errors) {
    this.store = store;
    this.output = output;
    this.errors = errors;
  }

  Watch.Outcome follow(Coder coder, List<String> urls, Watch.Options options) {
    AtomicBoolean stopped = new AtomicBoolean();
    AtomicReference<Watch.Outcome> outcome = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    try (Run run = store.begin("watch " + String.join(" ", urls), coder.name())) {
      Watch watch = new Watch(coder, store, run, options, output);
      output.whenUnread(watch::stop);
      Thread closing =
          new Thread(
              () -> {
                stopped.set(true);
                watch.stop();
                try {
                  ended.await(SECONDS, TimeUnit.SECONDS);
                  store.close();
                  errors.println(stoppedLine(outcome.get()));
                } catch (StoreException e) {
                  errors.println("entente: " + e.getMessage());
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                errors.flush();
              },
              "closing the store");
      Runtime.getRuntime().addShutdownHook(closing);
      try {
        outcome.set(watch.follow(urls));
      } finally {
        ended.countDown();
        try {
          Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException e) {
          LockSupport.park(); // the process is ending, and the hook at work
        }
      }
      return outcome.get();
    } catch (IllegalStateException e) {
      if (stopped.get()) {
        LockSupport.park();
      }
      throw e;
    }
  }

  /** What was done, in a line. */
  static String said(Watch.Outcome outcome, Path store) {
    return String.format(
        Locale.ROOT,
        "%s coded, %s, %,d set aside; saved in %s",
        counted(outcome.coded(), "document"),
        counted(outcome.events(), "event"),
        outcome.aside(),
        store);
  }

  private String stoppedLine(Watch.Outcome outcome) {
    return "stopped: "
        + (outcome == null
            ? "what was coded is saved in " + store.file()
            : said(outcome, store.file()))
        + "; run the same again and it goes on there";
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
