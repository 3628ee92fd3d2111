package org.entente.feeds;

import java.time.Instant;

/** The time, and waiting for it; tests have one that does not take any. */
class Wait {
  /** A clock that was set, or a machine that slept, is noticed after so long. */
  private static final long STEP_MILLIS = 30_000;

  private boolean stopped;

  Instant now() {
    return Instant.now();
  }

  /**
   * Waits.
   *
   * @return false if stopped instead
   */
  synchronized boolean until(Instant time) {
    try {
      while (!stopped && now().isBefore(time)) {
        long left = time.toEpochMilli() - now().toEpochMilli();
        wait(Math.max(1, Math.min(left, STEP_MILLIS)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
    return !stopped;
  }

  /** Ends all waiting, from any thread. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized boolean stopped() {
    return stopped;
  }
}
