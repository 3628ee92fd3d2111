package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the feeds that are followed, and of their items. Every method throws as those of
 * {@link EventStore} do.
 *
 * <p>An item is written down as waiting in the transaction that keeps the feed's {@code ETag}, and
 * as dealt with after its document is committed. A process killed in between finds it waiting and
 * codes it again, in place of what is there: nothing is lost, and nothing is there twice.
 */
public final class FeedStates {
  private static final String ITEM =
      "SELECT feed, item, link, document, content_hash, published, seen FROM feed_items";

  private final EventStore store;

  FeedStates(EventStore store) {
    this.store = store;
  }

  /** The feed with this url; one that was never looked at if the store does not know it. */
  public FeedState feed(String url) {
    return store.ask(
        "SELECT url, title, etag, last_modified, checked, next_check, failures, last_error, gone"
            + " FROM feeds WHERE url = ?",
        result ->
            result.next()
                ? new FeedState(
                    result.getString(1),
                    result.getString(2),
                    result.getString(3),
                    result.getString(4),
                    instant(result, 5),
                    instant(result, 6),
                    result.getInt(7),
                    result.getString(8),
                    result.getBoolean(9))
                : FeedState.of(url),
        Texts.clean(url));
  }

  /** The item of a feed. */
  public Optional<FeedItem> item(String feed, String item) {
    return first(ITEM + " WHERE feed = ? AND item = ?", Texts.clean(feed), Texts.clean(item));
  }

  /** The items of a feed that wait to be dealt with, the first seen first. */
  public List<FeedItem> waiting(String feed) {
    return store.ask(
        ITEM + " WHERE feed = ? AND content_hash IS NULL ORDER BY seen, published, item",
        FeedStates::items,
        Texts.clean(feed));
  }

  /**
   * The item, of whatever feed, that was first seen with this link or with these words.
   *
   * @param link or null
   * @param contentHash or null
   */
  public Optional<FeedItem> earliest(String link, String contentHash) {
    return first(
        ITEM + " WHERE link = ? OR content_hash = ? ORDER BY seen, feed, item LIMIT 1",
        Texts.clean(link),
        contentHash);
  }

  /** Saves how far a feed is, and items of it, together or not at all. */
  public void save(FeedState feed, List<FeedItem> items) {
    store.write(
        "saving a feed",
        () -> {
          store.update(
              "INSERT OR REPLACE INTO feeds (url, title, etag, last_modified, checked, next_check,"
                  + " failures, last_error, gone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              Texts.clean(feed.url()),
              Texts.clean(feed.title()),
              Texts.clean(feed.etag()),
              Texts.clean(feed.lastModified()),
              utc(feed.checked()),
              utc(feed.nextCheck()),
              feed.failures(),
              Texts.clean(feed.lastError()),
              feed.gone());
          for (FeedItem item : items) {
            put(item);
          }
        });
  }

  /** Saves items, together or not at all. */
  public void save(List<FeedItem> items) {
    store.write(
        "saving a feed's items",
        () -> {
          for (FeedItem item : items) {
            put(item);
          }
        });
  }

  private void put(FeedItem item) throws SQLException {
    store.update(
        "INSERT OR REPLACE INTO feed_items (feed, item, link, document, content_hash, published,"
            + " seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
        Texts.clean(item.feed()),
        Texts.clean(item.item()),
        Texts.clean(item.link()),
        Texts.clean(item.document()),
        item.contentHash(),
        utc(item.published()),
        utc(item.seen()));
  }

  private Optional<FeedItem> first(String sql, Object... values) {
    return store.ask(sql, FeedStates::items, values).stream().findFirst();
  }

  private static List<FeedItem> items(ResultSet result) throws SQLException {
    List<FeedItem> items = new ArrayList<>();
    while (result.next()) {
      items.add(
          new FeedItem(
              result.getString(1),
              result.getString(2),
              result.getString(3),
              result.getString(4),
              result.getString(5),
              instant(result, 6),
              instant(result, 7)));
    }
    return List.copyOf(items);
  }

  private static LocalDateTime utc(Instant time) {
    return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet result, int column) throws SQLException {
    LocalDateTime utc = result.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }
}
