package org.entente.cli;

import java.util.Locale;
import org.entente.server.run.CodingRun;

/** One line on a terminal with rate and time left, from the third second on; nothing in a pipe. */
final class Progress implements CodingRun.Progress {
  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long STEP_NANOS = 200_000_000L;

  private final boolean shown = Terminal.errors();
  private long started;
  private final long bytes;
  private final String what;
  private long bytesDone;
  private long documents;
  private long last;
  private boolean dirty;

  /**
   * @param bytes to read in all, 0 if unknown
   */
  Progress(long bytes) {
    this(bytes, "documents");
  }

  /**
   * @param what is counted
   */
  Progress(long bytes, String what) {
    this.bytes = bytes;
    this.what = what;
  }

  void say(String what) {
    if (shown) {
      line(what);
    }
  }

  /** The clock starts with the first document, not with the loading of the parser. */
  private void start() {
    if (started == 0) {
      started = System.nanoTime();
    }
  }

  @Override
  public synchronized void read(long count) {
    start();
    bytesDone += count;
  }

  @Override
  public synchronized void coded() {
    start();
    documents++;
    long now = System.nanoTime();
    if (!shown || now - started < QUIET_NANOS || now - last < STEP_NANOS) {
      return;
    }
    last = now;
    double seconds = (now - started) / 1e9;
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%,d %s · %.1f a second", documents, what, documents / seconds));
    if (bytes > 0 && bytesDone > 0) {
      double share = Math.min(1, (double) bytesDone / bytes);
      text.append(
          String.format(
              Locale.ROOT,
              " · %.0f %% read · about %.0f s left",
              100 * share,
              seconds / share - seconds));
    }
    line(text.toString());
  }

  private void line(String text) {
    System.err.print("\r\u001B[2K" + text);
    System.err.flush();
    dirty = true;
  }

  @Override
  public void done() {
    if (dirty) {
      System.err.print("\r\u001B[2K");
      System.err.flush();
      dirty = false;
    }
  }
}
