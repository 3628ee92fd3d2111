package org.entente.store;

import java.time.Instant;

/**
 * An item of a feed that was seen.
 *
 * @param feed url of the feed
 * @param item guid, id or link by which the feed knows it
 * @param link to the article, or null
 * @param document id of the document that was coded from it; null if there is none
 * @param contentHash of the words that were dealt with last; null as long as they wait to be
 * @param published or null
 * @param seen when this version of it was first seen
 */
public record FeedItem(
    String feed,
    String item,
    String link,
    String document,
    String contentHash,
    Instant published,
    Instant seen) {
  /** Whether it is still to be dealt with. */
  public boolean waiting() {
    return contentHash == null;
  }

  /** Dealt with. */
  public FeedItem done(String documentId, String hash) {
    return new FeedItem(feed, item, link, documentId, hash, published, seen);
  }
}
