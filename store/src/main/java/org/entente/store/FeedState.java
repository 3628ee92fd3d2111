package org.entente.store;

import java.time.Instant;

/**
 * How far a feed has been followed.
 *
 * @param url as the user named it
 * @param title that it gave itself, or null
 * @param etag of the answer that was read last, to ask with {@code If-None-Match}; or null
 * @param lastModified of that answer, to ask with {@code If-Modified-Since}, as the server wrote
 *     it; or null
 * @param checked when it was last asked for, or null
 * @param nextCheck before which it is not to be asked again, or null
 * @param failures looks in a row that failed
 * @param lastError what the last of these said, or null
 * @param gone whether the server has said that there is no such feed any more
 */
public record FeedState(
    String url,
    String title,
    String etag,
    String lastModified,
    Instant checked,
    Instant nextCheck,
    int failures,
    String lastError,
    boolean gone) {
  /** A feed that was never looked at. */
  public static FeedState of(String url) {
    return new FeedState(url, null, null, null, null, null, 0, null, false);
  }

  /**
   * The same after a look at it that brought nothing new to read.
   *
   * @param failed looks in a row that failed, this one included
   * @param error what this one said, or null
   */
  public FeedState looked(Instant now, Instant next, int failed, String error) {
    return new FeedState(url, title, etag, lastModified, now, next, failed, error, false);
  }
}
