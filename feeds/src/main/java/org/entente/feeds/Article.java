package org.entente.feeds;

import org.entente.store.FeedItem;

/**
 * An item that is to be dealt with.
 *
 * @param row as the store has it
 * @param origin what its feed says of it
 */
record Article(Item item, FeedItem row, Reader.Origin origin) {
  String key() {
    return key(row);
  }

  /** Of all feeds. */
  static String key(FeedItem row) {
    return row.feed() + '\n' + row.item();
  }
}
