package org.entente.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much one client may ask for: a bucket of tokens that fills again with time. The clients that
 * were not heard of for longest are forgotten, so that memory does not grow.
 */
final class Rates {
  private static final int CLIENTS = 10_000;

  private static final class Bucket {
    double tokens;
    long at;
  }

  private final double most;
  private final double second;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CLIENTS;
        }
      };

  /**
   * @param most at once
   * @param second so many more each second
   * @param nanos clock
   */
  Rates(double most, double second, LongSupplier nanos) {
    this.most = most;
    this.second = second;
    this.nanos = nanos;
  }

  /** Takes a token; false if the client has none left. */
  synchronized boolean take(String client) {
    long now = nanos.getAsLong();
    Bucket bucket =
        buckets.computeIfAbsent(
            client,
            any -> {
              Bucket full = new Bucket();
              full.tokens = most;
              full.at = now;
              return full;
            });
    bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.at) / 1e9 * second);
    bucket.at = now;
    if (bucket.tokens < 1) {
      return false;
    }
    bucket.tokens--;
    return true;
  }
}
