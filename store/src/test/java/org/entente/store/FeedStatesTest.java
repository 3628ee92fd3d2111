package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedStatesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final String FEED = "https://example.org/feed";
  private static final FeedState STATE =
      new FeedState(
          FEED, "News", "\"1\"", "Sun, 01 Mar 2026 11:00:00 GMT", NOON, NOON, 3, "404", false);

  @TempDir Path folder;
  private EventStore store;
  private FeedStates feeds;

  @BeforeEach
  void open() {
    store = EventStore.open(folder.resolve("s.duckdb"));
    feeds = store.feeds();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static FeedItem item(String feed, String key, String link, String hash, int second) {
    return new FeedItem(feed, key, link, null, hash, null, NOON.plusSeconds(second));
  }

  @Test
  void aFeedReadsBackAsItWasSaved() {
    assertThat(feeds.feed(FEED)).isEqualTo(FeedState.of(FEED));
    feeds.save(STATE, List.of());
    assertThat(feeds.feed(FEED)).isEqualTo(STATE);
    feeds.save(FeedState.of(FEED), List.of());
    assertThat(feeds.feed(FEED)).isEqualTo(FeedState.of(FEED));
  }

  @Test
  void anItemReadsBackAndIsReplaced() {
    FeedItem item = new FeedItem(FEED, "g", "https://example.org/1", "d", null, NOON, NOON);
    feeds.save(STATE, List.of(item));
    assertThat(feeds.item(FEED, "g")).contains(item);
    assertThat(feeds.item(FEED, "h")).isEmpty();
    assertThat(feeds.item("https://example.org/other", "g")).isEmpty();
    assertThat(item.waiting()).isTrue();
    feeds.save(List.of(item.done("e", "hash")));
    assertThat(feeds.item(FEED, "g")).contains(item.done("e", "hash"));
    assertThat(feeds.item(FEED, "g").orElseThrow().waiting()).isFalse();
  }

  @Test
  void thoseThatWaitComeAsTheyWereSeen() {
    FeedItem late = item(FEED, "a", null, null, 2);
    FeedItem early = item(FEED, "b", null, null, 1);
    feeds.save(
        STATE, List.of(late, early, item(FEED, "c", null, "x", 0), item("f", "a", null, null, 0)));
    assertThat(feeds.waiting(FEED)).containsExactly(early, late);
  }

  @Test
  void theEarliestByLinkOrByWords() {
    FeedItem first = item("f", "1", "https://example.org/1", "x", 0);
    FeedItem second = item("g", "2", "https://example.org/1", "y", 1);
    feeds.save(STATE, List.of(second, first));
    assertThat(feeds.earliest("https://example.org/1", null)).contains(first);
    assertThat(feeds.earliest(null, "y")).contains(second);
    assertThat(feeds.earliest("https://example.org/1", "y")).contains(first);
    assertThat(feeds.earliest(null, null)).isEmpty();
    assertThat(feeds.earliest("https://example.org/2", "z")).isEmpty();
  }

  @Test
  void aFeedAndItsItemsAreSavedTogetherOrNotAtAll() {
    FeedItem broken = new FeedItem(FEED, "g", null, null, null, null, null);
    assertThatThrownBy(() -> feeds.save(STATE, List.of(item(FEED, "a", null, null, 0), broken)))
        .isInstanceOf(StoreException.class);
    assertThat(feeds.feed(FEED)).isEqualTo(FeedState.of(FEED));
    assertThat(feeds.item(FEED, "a")).isEmpty();
  }

  @Test
  void theyOutliveTheProcessAndEndWithTheStore() {
    feeds.save(STATE, List.of(item(FEED, "a\uD800", null, null, 0)));
    store.close();
    assertThatThrownBy(() -> feeds.feed(FEED)).isInstanceOf(IllegalStateException.class);
    open();
    assertThat(feeds.feed(FEED)).isEqualTo(STATE);
    assertThat(feeds.item(FEED, "a\uD800")).isPresent();
  }
}
