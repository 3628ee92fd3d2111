package org.entente.feeds;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Fetch;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.FeedItem;
import org.entente.store.FeedState;
import org.entente.store.FeedStates;
import org.entente.store.Run;

/**
 * Follows feeds and codes what is new into a store: the one class to start from.
 *
 * <pre>{@code
 * try (EventStore store = EventStore.open(file);
 *     Run run = store.begin("watch", coder.name())) {
 *   new Watch(coder, store, run, options, sink).follow(List.of("https://example.org/feed"));
 * }
 * }</pre>
 *
 * <p>All happens on the caller's thread, one request at a time. Of the feeds and of the articles
 * whose hosts may be asked now, the one that is due first comes next. {@link FeedStates} tells why
 * a process that is killed loses nothing and codes nothing twice.
 */
public final class Watch {
  /** What comes first, and what is told of feeds, goes by this. */
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * How to follow.
   *
   * @param every how often a feed is looked at, at least 5 minutes
   * @param once whether to end after one look at each feed that is due
   * @param feedOnly whether only what feeds carry is coded, and no article is fetched
   * @param contact an address for the owners of servers, sent with each request; or null
   * @param reading limits of size and time, and which addresses may be spoken to
   */
  public record Options(
      Duration every, boolean once, boolean feedOnly, String contact, Ingest.Options reading) {
    public Options {
      new Schedule(every);
    }

    private String agent() {
      return "Entente/" + Coder.VERSION + " (event coder; reads feeds" + contacted() + ")";
    }

    private String contacted() {
      return contact == null || contact.isBlank()
          ? ""
          : "; +" + contact.strip().replaceAll("[^\\x21-\\x7E]+", " ");
    }
  }

  /** Takes what comes, on the caller's thread. */
  public interface Sink {
    /** A document that was coded and is committed. */
    void coded(Document document, List<Event> events);

    /** What the user should know: a feed or an item that fails, a feed that has moved. */
    void said(String message);
  }

  /**
   * How it ended.
   *
   * @param answered looks at feeds that went well
   * @param failed looks at feeds that failed
   * @param early feeds that were not due
   * @param coded documents coded and committed
   * @param events in them
   * @param aside items of which nothing could be coded
   */
  public record Outcome(int answered, int failed, int early, int coded, long events, int aside) {}

  private final FeedStates feeds;
  private final Options options;
  private final Sink sink;
  private final Wait time;
  private final Web web;
  private final Intake intake;
  private final Schedule schedule;

  /** Feeds that are still to be looked at, by their url. */
  private final Map<String, FeedState> states = new LinkedHashMap<>();

  private final Set<String> followed = new HashSet<>();

  /** Where feeds have moved to. */
  private final Map<String, String> moved = new HashMap<>();

  private final Articles articles;

  private int answered;
  private int failed;
  private int early;

  /**
   * @param store to which the run belongs
   * @param run to save with; not closed
   */
  public Watch(Coder coder, EventStore store, Run run, Options options, Sink sink) {
    this(coder, store, run, options, sink, new Wait());
  }

  Watch(Coder coder, EventStore store, Run run, Options options, Sink sink, Wait time) {
    this.feeds = store.feeds();
    this.options = options;
    this.sink = sink;
    this.time = time;
    this.web = new Web(options.agent(), options.reading(), time);
    this.intake = new Intake(coder, run, feeds, sink);
    this.articles =
        new Articles(web, intake, new Reader(options.reading()), feeds, options, sink, time);
    this.schedule = new Schedule(options.every());
  }

  /**
   * A feed's url as it is kept.
   *
   * @throws IllegalArgumentException if it is not one of http or https
   */
  public static String url(String feed) {
    String text = feed.strip();
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && uri.getScheme().matches("(?i)https?")) {
        return text;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "no feed's address: '" + text + "'; name it as https://example.org/feed.xml");
  }

  /**
   * Follows feeds until {@link #stop}, until all of them are gone, or, with {@code once}, until
   * each that is due was looked at.
   *
   * @param urls of the feeds, as {@link #url} gives them
   * @throws org.entente.store.StoreException if the store cannot be written
   */
  public Outcome follow(List<String> urls) {
    for (String url : urls) {
      begin(url);
    }
    while (!time.stopped() && (!states.isEmpty() || !articles.isEmpty())) {
      String feed = null;
      Instant feedDue = Instant.MAX;
      for (FeedState state : states.values()) {
        Instant due = due(state);
        if (due.isBefore(feedDue)) {
          feed = state.url();
          feedDue = due;
        }
      }
      Article article = articles.next();
      Instant articleDue = article == null ? Instant.MAX : web.free(article.item().link());
      boolean feedFirst = feed != null && !articleDue.isBefore(feedDue);
      intake.commit();
      if (!time.until(feedFirst ? feedDue : articleDue)) {
        break;
      }
      if (feedFirst) {
        look(feed);
      } else {
        articles.fetch(article);
      }
    }
    intake.commit();
    return new Outcome(answered, failed, early, intake.coded(), intake.events(), intake.aside());
  }

  /** Ends the following after the document at hand; from any thread. */
  public void stop() {
    time.stop();
  }

  private void begin(String url) {
    FeedState state = resumed(feeds.feed(url));
    followed.add(url);
    if (state.gone()) {
      sink.said(url + ": gone, its server said on " + MINUTE.format(state.checked()));
      failed++;
    } else if (options.once() && due(state).isAfter(time.now())) {
      sink.said(
          url
              + ": not due before "
              + MINUTE.format(due(state))
              + (state.lastError() == null ? "" : "; the last time: " + state.lastError()));
      early++;
    } else {
      states.put(url, state);
    }
  }

  /** A feed of which items wait is due as soon as manners allow. */
  private FeedState resumed(FeedState state) {
    if (state.checked() == null || state.failures() > 0 || feeds.waiting(state.url()).isEmpty()) {
      return state;
    }
    Instant soon = state.checked().plus(Schedule.LEAST);
    return new FeedState(
        state.url(),
        state.title(),
        state.etag(),
        state.lastModified(),
        state.checked(),
        state.nextCheck() == null || soon.isBefore(state.nextCheck()) ? soon : state.nextCheck(),
        0,
        null,
        state.gone());
  }

  private Instant due(FeedState state) {
    Instant due = state.nextCheck() == null ? Instant.MIN : state.nextCheck();
    Instant free = web.free(moved.getOrDefault(state.url(), state.url()));
    return due.isAfter(free) ? due : free;
  }

  /** Asks for a feed. */
  private void look(String url) {
    FeedState state = states.get(url);
    String asked = moved.getOrDefault(url, url);
    List<FeedItem> waiting = feeds.waiting(url);
    // the whole feed is wanted if items of it wait, and were lined up by a process that ended
    boolean all = !waiting.stream().allMatch(articles::has);
    try {
      Fetch.Answer answer =
          web.feed(asked, all ? null : state.etag(), all ? null : state.lastModified());
      if (answer.moved() != null && answer.status() < 400) {
        moved.put(url, answer.moved().toString());
        sink.said(url + ": has moved for good to " + answer.moved() + "; follow that instead");
      }
      switch (answer.status()) {
        case 200 -> read(state, waiting, answer);
        case 304 -> unchanged(state, answer);
        case 410 -> gone(state);
        default -> {
          Duration retry = Schedule.retryAfter(answer.header("retry-after"), time.now());
          if (answer.status() == 429 || answer.status() == 503) {
            web.leave(asked, time.now().plus(retry));
          }
          failed(state, "answered " + answer.status(), retry);
        }
      }
    } catch (IOException e) {
      if (!time.stopped()) {
        failed(state, e.getMessage(), Duration.ZERO);
      }
    }
  }

  private void read(FeedState state, List<FeedItem> waiting, Fetch.Answer answer)
      throws IOException {
    Feed feed =
        Feed.read(
            Web.plain(answer, options.reading().limits().documentBytes()),
            answer.header("content-type"),
            answer.url());
    Duration wait = schedule.next(longer(feed.wish(), wish(answer)));
    Instant now = now();
    List<FeedItem> rows = new ArrayList<>();
    Map<String, Article> work = new LinkedHashMap<>();
    for (FeedItem row : waiting) {
      Item left = new Item(row.item(), row.link(), null, null, null, row.published(), null, null);
      if (articles.has(row)) {
        continue; // lined up already
      }
      if (row.document() != null) {
        rows.add(row.done(row.document(), left.hash())); // it stays as it was coded
      } else {
        work.put(row.item(), new Article(left, row, origin(state, feed, row)));
      }
    }
    for (Item item : feed.items()) {
      FeedItem row = row(state.url(), item, now);
      if (row != null) {
        rows.removeIf(one -> one.item().equals(row.item()));
        rows.add(row);
        work.remove(row.item());
        if (row.waiting()) {
          work.put(row.item(), new Article(item, row, origin(state, feed, row)));
        }
      }
    }
    save(
        new FeedState(
            state.url(),
            feed.title(),
            answer.header("etag"),
            answer.header("last-modified"),
            now,
            now.plus(wait),
            0,
            null,
            false),
        rows);
    answered++;
    for (Article one : work.values()) {
      if (time.stopped()) {
        return;
      }
      articles.take(one);
    }
  }

  /** On the first look items may be of any age; later ones are as old as the time they are seen. */
  private static Reader.Origin origin(FeedState before, Feed feed, FeedItem row) {
    return new Reader.Origin(
        before.url(),
        feed.title(),
        before.checked() == null ? null : LocalDate.ofInstant(row.seen(), ZoneOffset.UTC));
  }

  /**
   * What is to be written of an item.
   *
   * @return waiting if it is to be coded; null if it is as it was
   */
  private FeedItem row(String feed, Item item, Instant now) {
    String hash = item.hash();
    FeedItem before = feeds.item(feed, item.key()).orElse(null);
    if (before != null) {
      // of an article that two feeds have, the one that had it first tells the changes
      boolean same = before.waiting() || before.contentHash().equals(hash);
      boolean ours =
          before.document() == null
              || feeds.earliest(item.link(), null).map(FeedItem::feed).orElse(feed).equals(feed);
      return same
          ? before.waiting() ? before : null
          : new FeedItem(
              feed,
              item.key(),
              item.link(),
              before.document(),
              ours ? null : hash,
              item.published(),
              before.seen());
    }
    FeedItem row = new FeedItem(feed, item.key(), item.link(), null, null, item.published(), now);
    return feeds
        .earliest(item.link(), item.content() == null ? null : hash)
        .filter(
            other ->
                other.feed().equals(feed)
                    ? hash.equals(other.contentHash())
                    : other.document() != null || followed.contains(other.feed()))
        .map(other -> row.done(other.document(), hash))
        .orElse(row);
  }

  private void unchanged(FeedState state, Fetch.Answer answer) {
    Duration wish = wish(answer);
    if (state.failures() == 0 && state.checked() != null && state.nextCheck() != null) {
      // what the feed said of itself when it was read last
      wish = longer(wish, Duration.between(state.checked(), state.nextCheck()));
    }
    Instant now = now();
    save(state.looked(now, now.plus(schedule.next(wish)), 0, null), List.of());
    answered++;
  }

  private void failed(FeedState state, String trouble, Duration retryAfter) {
    int failures = state.failures() + 1;
    Duration wait = schedule.backoff(failures, retryAfter);
    Instant now = now();
    save(state.looked(now, now.plus(wait), failures, trouble), List.of());
    failed++;
    sink.said(
        state.url()
            + ": "
            + trouble
            + "; "
            + (failures == 1 ? "" : failures + " times now; ")
            + "asked again in "
            + Schedule.said(wait));
  }

  private void gone(FeedState state) {
    save(
        new FeedState(state.url(), state.title(), null, null, now(), null, 0, "answered 410", true),
        List.of());
    states.remove(state.url());
    failed++;
    sink.said(state.url() + ": answered 410, gone for good; it is not asked for again");
  }

  /** Saves a feed's state; with {@code once} that was the only look at it. */
  private void save(FeedState state, List<FeedItem> rows) {
    feeds.save(state, rows);
    if (options.once()) {
      states.remove(state.url());
    } else {
      states.put(state.url(), state);
    }
  }

  private static Duration wish(Fetch.Answer answer) {
    return Schedule.maxAge(answer.header("cache-control"));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** As exactly as the store keeps it. */
  private Instant now() {
    return time.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
