package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Ingest;
import org.entente.feeds.Site.Page;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.TimeSpan;
import org.entente.store.EventStore;
import org.entente.store.FeedItem;
import org.entente.store.FeedState;
import org.entente.store.Query;
import org.entente.store.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WatchTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BOMBED = "Egypt bombed ISIS camps near Derna in Libya on Monday.";
  private static final String AIDED = "Turkey sent food aid to Iraq on Monday.";

  @TempDir Path folder;
  private Site site;
  private EventStore store;
  private final Clock time = new Clock();
  private final Kept kept = new Kept();

  /** Time that passes at once, and what happens in it. */
  private static final class Clock extends Wait {
    private Instant now = START;
    private Instant end = START;
    private final TreeMap<Instant, Runnable> happens = new TreeMap<>();

    @Override
    Instant now() {
      return now;
    }

    @Override
    synchronized boolean until(Instant until) {
      while (!happens.isEmpty() && !happens.firstKey().isAfter(until)) {
        now = happens.firstKey().isAfter(now) ? happens.firstKey() : now;
        happens.pollFirstEntry().getValue().run();
      }
      if (until.isAfter(end)) {
        now = end;
        stop();
        return false;
      }
      now = until.isAfter(now) ? until : now;
      return !stopped();
    }

    void after(Duration wait, Runnable action) {
      happens.put(START.plus(wait), action);
    }
  }

  private static final class Kept implements Watch.Sink {
    private final List<Document> documents = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Override
    public void coded(Document document, List<Event> found) {
      documents.add(document);
      events.addAll(found);
    }

    @Override
    public void said(String message) {
      said.add(message);
    }
  }

  @BeforeEach
  void start() throws IOException {
    site = new Site("127.0.0.1");
    store = EventStore.open(folder.resolve("s.duckdb"));
  }

  @AfterEach
  void stop() {
    store.close();
    site.close();
  }

  private static Watch.Options options(boolean once, boolean feedOnly) {
    return new Watch.Options(
        Duration.ofMinutes(15),
        once,
        feedOnly,
        "desk@example.org",
        Ingest.Options.DEFAULT.withAllowPrivate(true));
  }

  private Watch.Outcome once(String... feeds) {
    return follow(options(true, false), time, feeds);
  }

  /** Follows for so long, from the start on or from where the clock stands. */
  private Watch.Outcome during(Duration length, String... feeds) {
    Clock clock = new Clock();
    clock.now = time.now;
    clock.end = time.now.plus(length);
    clock.happens.putAll(time.happens);
    time.happens.clear();
    time.now = clock.end;
    Watch.Outcome outcome = follow(options(false, false), clock, feeds);
    time.happens.putAll(clock.happens);
    return outcome;
  }

  private Watch.Outcome follow(Watch.Options options, Wait clock, String... feeds) {
    clock.until(clock.now());
    if (clock == time) {
      time.end = Instant.MAX;
    }
    try (Run run = store.begin("watch", Coder.bundled().name())) {
      return new Watch(Coder.bundled(), store, run, options, kept, clock).follow(List.of(feeds));
    }
  }

  private String feed(String path, Page page) {
    site.put(path, page);
    return site.url(path);
  }

  private String article(String path) {
    return site.url(path);
  }

  @Test
  void aNewItemIsCodedOnceAndTheNextLookIsConditional() {
    String url =
        feed(
            "/f",
            Page.feed(
                    Feeds.rss(
                        "The Desk", Feeds.full("g1", article("/1"), "Egypt bombs ISIS", BOMBED)))
                .with("ETag", "\"v1\"")
                .with("Last-Modified", "Tue, 17 Feb 2015 08:00:00 GMT"));
    Watch.Outcome outcome = during(Duration.ofMinutes(40), url);
    assertThat(outcome).isEqualTo(new Watch.Outcome(3, 0, 0, 1, kept.events.size(), 0));
    assertThat(kept.events)
        .anySatisfy(
            event -> {
              assertThat(event.source().code()).isEqualTo("EGY");
              assertThat(event.type()).isEqualTo(EventType.ASSAULT);
              assertThat(event.time().from()).isEqualTo(LocalDate.of(2015, 2, 16));
            });
    assertThat(store.events(Query.ALL)).containsExactlyInAnyOrderElementsOf(kept.events);
    Document document = kept.documents.get(0);
    assertThat(document.publisher()).isEqualTo("The Desk");
    assertThat(document.title()).isEqualTo("Egypt bombs ISIS");
    assertThat(document.published()).isEqualTo(TimeSpan.day(LocalDate.of(2015, 2, 17)));
    assertThat(document.url()).isEqualTo(article("/1"));
    assertThat(store.document(document.id())).contains(document);

    assertThat(site.paths()).containsExactly("/f", "/f", "/f");
    assertThat(site.asked.get(0).header("If-none-match")).isNull();
    assertThat(site.asked.get(1).header("If-none-match")).isEqualTo("\"v1\"");
    assertThat(site.asked.get(1).header("If-modified-since"))
        .isEqualTo("Tue, 17 Feb 2015 08:00:00 GMT");
    assertThat(site.asked.get(0).header("User-agent"))
        .startsWith("Entente/" + Coder.VERSION)
        .contains("+desk@example.org");
    assertThat(store.feeds().feed(url))
        .isEqualTo(
            new FeedState(
                url,
                "The Desk",
                "\"v1\"",
                "Tue, 17 Feb 2015 08:00:00 GMT",
                START.plus(Duration.ofMinutes(30)),
                START.plus(Duration.ofMinutes(45)),
                0,
                null,
                false));
    assertThat(store.feeds().item(url, "g1").orElseThrow().document()).isEqualTo(document.id());
    assertThat(kept.said).isEmpty();
  }

  @Test
  void anItemThatChangesIsCodedAgainInPlaceOfWhatWasThere() {
    String url =
        feed("/f", Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "News", BOMBED))));
    time.after(
        Duration.ofMinutes(10),
        () ->
            site.put(
                "/f", Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "News", AIDED)))));
    assertThat(during(Duration.ofMinutes(50), url).coded()).isEqualTo(2);
    assertThat(store.counts().documents()).isEqualTo(1);
    assertThat(store.events(Query.ALL))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.source().code()).isEqualTo("TUR"));
  }

  @Test
  void theNextStartGoesOnWhereItWas() {
    String url =
        feed("/f", Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "News", BOMBED))));
    during(Duration.ofMinutes(5), url);
    during(Duration.ofMinutes(5), url);
    assertThat(site.paths()).as("not due yet").containsExactly("/f");
    site.put(
        "/f",
        Page.feed(
            Feeds.rss(
                "D",
                Feeds.full("h", article("/2"), "More", AIDED),
                Feeds.full("g", article("/1"), "News", BOMBED))));
    during(Duration.ofMinutes(10), url);
    assertThat(kept.documents).extracting(Document::title).containsExactly("News", "More");
    assertThat(site.paths()).hasSize(2);
    assertThat(store.runs()).hasSize(3).allMatch(run -> run.finished() != null);
  }

  @Test
  void whatWaitsIsTakenUpAfterTheLeastTime() {
    String url =
        feed(
            "/f",
            Page.feed(Feeds.rss("D", Feeds.item("g", article("/1"), "News", "Short.")))
                .with("Cache-Control", "max-age=36000"));
    site.put("/1", Page.status(503));
    assertThat(once(url).coded()).isZero();
    assertThat(kept.said.get(0)).endsWith("answered 503; it is asked for again by the next run");
    site.put("/1", Page.of("text/html", Feeds.page("News", BOMBED)));
    time.now = START.plus(Duration.ofMinutes(4));
    assertThat(once(url).early()).isEqualTo(1);
    assertThat(kept.said.get(1)).endsWith("not due before 2026-03-01 12:05 UTC");
    time.now = START.plus(Duration.ofMinutes(6));
    assertThat(once(url).coded()).isEqualTo(1);
  }

  @Test
  void onceLooksOnlyAtWhatIsDue() {
    String url =
        feed("/f", Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "News", BOMBED))));
    assertThat(once(url)).isEqualTo(new Watch.Outcome(1, 0, 0, 1, kept.events.size(), 0));
    assertThat(once(url)).isEqualTo(new Watch.Outcome(0, 0, 1, 0, 0, 0));
    assertThat(kept.said).containsExactly(url + ": not due before 2026-03-01 12:15 UTC");
    time.now = START.plus(Duration.ofMinutes(15));
    assertThat(once(url)).isEqualTo(new Watch.Outcome(1, 0, 0, 0, 0, 0));
  }

  /** As a kill leaves it: the feed's ETag is kept, an item waits. */
  @Test
  void anItemThatWaitsIsCodedThoughTheFeedIsUnchanged() {
    String url =
        feed(
            "/f",
            Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "News", BOMBED)))
                .with("ETag", "\"v1\""));
    store
        .feeds()
        .save(
            new FeedState(url, "D", "\"v1\"", null, START, START, 0, null, false),
            List.of(new FeedItem(url, "g", article("/1"), null, null, null, START)));
    once(url);
    assertThat(site.asked.get(0).header("If-none-match")).isNull();
    assertThat(kept.documents).hasSize(1);
    assertThat(store.feeds().waiting(url)).isEmpty();
    // and killed after the commit of the document: it is not there twice
    store.feeds().save(List.of(new FeedItem(url, "g", article("/1"), null, null, null, START)));
    time.now = START.plus(Duration.ofHours(1));
    assertThat(once(url).coded()).isZero();
    assertThat(store.counts().documents()).isEqualTo(1);
    assertThat(store.feeds().waiting(url)).isEmpty();
  }

  @Test
  void anArticleThatWaitsIsFetchedThoughTheFeedHasItNoMore() {
    String url = feed("/f", Page.feed(Feeds.rss("D")));
    site.put("/1", Page.of("text/html", Feeds.page("News", BOMBED)));
    Instant published = Instant.parse("2015-02-17T08:00:00Z");
    store
        .feeds()
        .save(
            new FeedState(url, "D", null, null, START, START, 0, null, false),
            List.of(
                new FeedItem(url, "g", article("/1"), null, null, published, START),
                new FeedItem(url, "h", null, null, null, published, START)));
    Watch.Outcome outcome = once(url);
    assertThat(outcome.coded()).isEqualTo(1);
    assertThat(outcome.aside()).isEqualTo(1);
    assertThat(kept.documents.get(0).published().from()).isEqualTo(LocalDate.of(2015, 2, 17));
    assertThat(store.feeds().waiting(url)).isEmpty();
  }

  @Test
  void aBadFeedStopsNothingAndIsAskedLessAndLess() {
    String bad = feed("/bad", Page.feed("<rss><channel><title>x"));
    String good =
        feed("/good", Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "N", BOMBED))));
    Watch.Outcome outcome = during(Duration.ofMinutes(119), bad, good);
    assertThat(outcome.answered()).isEqualTo(8);
    assertThat(outcome.failed()).as("at 0, 15, 45 and 105 minutes").isEqualTo(4);
    assertThat(kept.documents).hasSize(1);
    assertThat(kept.said).hasSize(4).allMatch(line -> line.startsWith(bad + ": broken XML: "));
    assertThat(kept.said.get(3)).endsWith("; 4 times now; asked again in 2 h");
    assertThat(store.feeds().feed(bad).failures()).isEqualTo(4);
    assertThat(store.feeds().feed(bad).lastError()).startsWith("broken XML");
    site.put("/bad", Page.feed(Feeds.rss("Mended")));
    during(Duration.ofHours(2), bad);
    assertThat(store.feeds().feed(bad).failures()).isZero();
    assertThat(store.feeds().feed(bad).lastError()).isNull();
  }

  @Test
  void aFeedThatIsNotThere() {
    String none = site.url("/none");
    assertThat(once(none).failed()).isEqualTo(1);
    assertThat(kept.said).containsExactly(none + ": answered 404; asked again in 15 min");
    assertThat(once(none).early()).isEqualTo(1);
    assertThat(kept.said.get(1)).endsWith("the last time: answered 404");
  }

  @Test
  void retryAfterIsHeeded() {
    String busy = feed("/f", Page.status(503).with("Retry-After", "7200"));
    String other = feed("/g", Page.feed(Feeds.rss("D")));
    during(Duration.ofMinutes(119), busy);
    assertThat(site.asked("/f")).hasSize(1);
    assertThat(kept.said).containsExactly(busy + ": answered 503; asked again in 2 h");
    site.put("/f", Page.feed(Feeds.rss("D")));
    during(Duration.ofMinutes(2), busy, other);
    assertThat(site.asked("/f")).hasSize(2);
  }

  @Test
  void goneIsGone() {
    String gone = feed("/f", Page.status(410));
    assertThat(during(Duration.ofDays(3), gone).failed()).isEqualTo(1);
    assertThat(during(Duration.ofDays(3), gone).failed()).isEqualTo(1);
    assertThat(site.paths()).containsExactly("/f");
    assertThat(kept.said.get(0)).contains("gone for good");
    assertThat(kept.said.get(1)).endsWith(": gone, its server said on 2026-03-01 12:00 UTC");
  }

  @Test
  void whereAFeedHasMovedIsToldOnceAndAskedThere() {
    String old = feed("/old", Page.status(301).with("Location", "/new"));
    site.put("/new", Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "N", BOMBED))));
    during(Duration.ofMinutes(40), old);
    assertThat(site.paths()).containsExactly("/old", "/new", "/new", "/new");
    assertThat(kept.said)
        .containsExactly(
            old + ": has moved for good to " + site.url("/new") + "; follow that instead");
    String passing = feed("/passing", Page.status(302).with("Location", "/new"));
    during(Duration.ofMinutes(20), passing);
    assertThat(site.asked("/passing")).hasSize(2);
  }

  @Test
  void whatAFeedWishesIsHeeded() {
    String url =
        feed(
            "/f", Page.feed(Feeds.rss("D").replace("<description>", "<ttl>60</ttl><description>")));
    String cached =
        feed(
            "/g",
            Page.feed(Feeds.rss("E")).with("Cache-Control", "max-age=7200").with("ETag", "\"1\""));
    during(Duration.ofMinutes(179), url, cached);
    assertThat(site.asked("/f")).hasSize(3);
    assertThat(site.asked("/g")).hasSize(2);
  }

  @Test
  void theSameArticleInTwoFeedsIsCodedOnce() {
    String one =
        feed(
            "/f",
            Page.feed(
                Feeds.rss(
                    "One",
                    Feeds.full("g1", article("/1") + "?utm_source=f", "News", BOMBED),
                    Feeds.full("x1", article("/x"), "Wire", AIDED))));
    String two =
        feed(
            "/g",
            Page.feed(
                Feeds.rss(
                    "Two",
                    Feeds.full("g2", article("/1"), "News, retitled", BOMBED),
                    Feeds.full("x2", article("/elsewhere"), "Wire", AIDED))));
    during(Duration.ofMinutes(50), one, two);
    assertThat(kept.documents).extracting(Document::publisher).containsExactly("One", "One");
    assertThat(store.counts().documents()).isEqualTo(2);
    assertThat(store.feeds().item(two, "g2").orElseThrow().document())
        .isEqualTo(store.feeds().item(one, "g1").orElseThrow().document());
    // changes are told by the feed that had it first
    site.put("/g", Page.feed(Feeds.rss("Two", Feeds.full("g2", article("/1"), "Third", AIDED))));
    during(Duration.ofMinutes(20), one, two);
    assertThat(kept.documents).hasSize(2);
    site.put("/f", Page.feed(Feeds.rss("One", Feeds.full("g1", article("/1"), "Changed", AIDED))));
    during(Duration.ofMinutes(20), one, two);
    assertThat(kept.documents).extracting(Document::title).endsWith("Changed").hasSize(3);
    assertThat(store.counts().documents()).isEqualTo(2);
  }

  @Test
  void compressedFeedsAndPages() {
    String url =
        feed(
            "/f",
            Page.feed(Feeds.rss("D", Feeds.item("g", article("/1"), "News", "Short."))).gzipped());
    site.put("/1", Page.of("text/html", Feeds.page("News", BOMBED)).gzipped());
    site.put("/robots.txt", Page.of("text/plain", "User-agent: *\nDisallow: /x").gzipped());
    assertThat(once(url).coded()).isEqualTo(1);
    assertThat(site.asked("/f").get(0).header("Accept-encoding")).isEqualTo("gzip");
    String broken =
        feed("/b", new Page(200, java.util.Map.of(), new byte[] {0x1F, (byte) 0x8B, 8, 0, 1}));
    once(broken);
    assertThat(kept.said.get(0)).contains("compressed data are broken or end early");
  }

  @Test
  void articlesAreFetchedAsRobotsTxtAllows() {
    site.put(
        "/robots.txt",
        Page.of(
            "text/plain",
            "User-agent: *\nDisallow: /\n\nUser-agent: Entente\nCrawl-delay: 30\nDisallow: /closed"));
    String url =
        feed(
            "/f",
            Page.feed(
                Feeds.rss(
                    "D",
                    Feeds.item("a", article("/open/1"), "First", "Short."),
                    Feeds.item("b", article("/open/2"), "Second", "Short."),
                    Feeds.item("c", article("/closed/3"), "Egypt bombs ISIS in Libya", AIDED))));
    site.put("/open/1", Page.of("text/html", Feeds.page("First", BOMBED)));
    site.put("/open/2", Page.of("text/html", Feeds.page("Second", AIDED)));
    site.put("/closed/3", Page.of("text/html", Feeds.page("Third", "Secret.")));
    Watch.Outcome outcome = once(url);
    assertThat(outcome.coded()).isEqualTo(3);
    assertThat(site.asked("/robots.txt")).hasSize(1);
    assertThat(site.asked("/closed/3")).isEmpty();
    assertThat(time.now()).isAfterOrEqualTo(START.plusSeconds(30));
    Document closed =
        kept.documents.stream()
            .filter(one -> one.url().endsWith("/closed/3"))
            .findFirst()
            .orElseThrow();
    assertThat(closed.notes())
        .anyMatch(note -> note.contains("robots.txt") && note.contains("title and summary coded"));
    assertThat(closed.text()).contains("Egypt bombs ISIS in Libya").contains(AIDED);
    assertThat(store.events(Query.ALL.document(closed.id())))
        .extracting(event -> event.source().code())
        .contains("EGY", "TUR");
    Document open =
        kept.documents.stream()
            .filter(one -> one.url().endsWith("/open/1"))
            .findFirst()
            .orElseThrow();
    assertThat(open.publisher()).isEqualTo("D");
    assertThat(open.text()).contains(BOMBED).contains("old quarter");
  }

  @Test
  void whereRobotsTxtCannotBeHadNothingIsFetchedForNow() {
    site.put("/robots.txt", Page.status(500));
    site.put("/1", Page.of("text/html", Feeds.page("News", BOMBED)));
    String url =
        feed("/f", Page.feed(Feeds.rss("D", Feeds.item("a", article("/1"), "News", "Short."))));
    once(url);
    assertThat(site.asked("/1")).isEmpty();
    assertThat(kept.said).singleElement().asString().contains("robots.txt cannot be had");
    site.put("/robots.txt", Page.status(404));
    time.now = START.plus(Duration.ofMinutes(20));
    assertThat(once(url).coded()).isEqualTo(1);
  }

  @Test
  void anArticleThatCannotBeHadIsTriedAgainForADay() {
    String url =
        feed(
            "/f",
            Page.feed(
                    Feeds.rss(
                        "D",
                        Feeds.item("b", article("/2"), "Two", AIDED),
                        Feeds.item("a", article("/1"), "Egypt bombs ISIS in Libya", "Short.")))
                .with("ETag", "\"1\""));
    url = url.replace("127.0.0.1", "localhost"); // another host than that of the articles
    site.put("/1", Page.status(429).with("Retry-After", "1800"));
    site.put("/2", Page.of("text/html", Feeds.page("Two", AIDED)));
    time.after(Duration.ofHours(6), () -> site.put("/1", Page.status(503)));
    during(Duration.ofMinutes(25), url);
    assertThat(site.asked("/1")).hasSize(1);
    assertThat(site.asked("/2")).as("the host is left alone").isEmpty();
    assertThat(kept.said.get(0))
        .contains("answered 429; 2 articles of 127.0.0.1 are asked for again in 30 min");
    assertThat(site.asked("/f").get(1).header("If-none-match"))
        .as("what waits is lined up here")
        .isEqualTo("\"1\"");
    during(Duration.ofHours(60), url);
    assertThat(site.asked("/1").size()).isBetween(4, 110);
    assertThat(kept.documents).extracting(Document::title).contains("Egypt bombs ISIS in Libya");
    assertThat(store.feeds().waiting(url)).isEmpty();
    Document words =
        kept.documents.stream().filter(one -> one.title().startsWith("Egypt")).findFirst().get();
    assertThat(words.notes()).anyMatch(note -> note.contains("not fetched: answered 503"));
  }

  @Test
  void feedOnlyFetchesNoArticle() {
    String url =
        feed(
            "/f",
            Page.feed(
                Feeds.rss(
                    "D",
                    Feeds.item("a", article("/1"), "Egypt bombs ISIS in Libya", AIDED),
                    Feeds.full("b", article("/2"), "Full", BOMBED))));
    follow(options(true, true), time, url);
    assertThat(site.paths()).containsExactly("/f");
    assertThat(kept.documents).hasSize(2);
    assertThat(kept.events).extracting(event -> event.source().code()).contains("EGY", "TUR");
  }

  @Test
  void whatCannotBeCodedIsSetAsideAndNotTriedAgain() {
    String french =
        "Le président de la République a rencontré le ministre dans la capitale. Les deux hommes"
            + " ont parlé de la situation dans la région, et ils ont décidé de se revoir bientôt. "
                .repeat(12);
    String url =
        feed(
            "/f",
            Page.feed(
                Feeds.rss(
                    "D",
                    Feeds.full("a", article("/1"), "Nouvelles", french),
                    Feeds.item("b", article("/2.pdf"), "Paper", "Short."))));
    site.put("/2.pdf", Page.of("application/pdf", "%PDF-1.4"));
    Watch.Outcome outcome = during(Duration.ofMinutes(50), url);
    assertThat(outcome.aside()).isEqualTo(2);
    assertThat(outcome.coded()).isZero();
    assertThat(kept.said).hasSize(2).allMatch(line -> line.startsWith("set aside: "));
    assertThat(site.asked("/2.pdf")).hasSize(1);
    assertThat(store.counts().aside()).isEqualTo(2);
  }

  @Test
  void privateAddressesAreRefused() {
    String url = feed("/f", Page.feed(Feeds.rss("D")));
    Watch.Options strict =
        new Watch.Options(Duration.ofHours(1), true, false, null, Ingest.Options.DEFAULT);
    assertThat(follow(strict, time, url).failed()).isEqualTo(1);
    assertThat(kept.said.get(0)).contains("--allow-private");
    assertThat(site.asked).isEmpty();
  }

  @Test
  void tooLarge() {
    Ingest.Limits limits = Ingest.Limits.DEFAULT;
    Watch.Options small =
        new Watch.Options(
            Duration.ofHours(1),
            true,
            false,
            null,
            Ingest.Options.DEFAULT
                .withAllowPrivate(true)
                .withLimits(
                    new Ingest.Limits(
                        20_000, 5, limits.connect(), limits.total(), limits.layout())));
    String bomb = feed("/f", Page.feed(" ".repeat(2_000_000)).gzipped());
    String plain = feed("/g", Page.feed(" ".repeat(30_000)));
    assertThat(follow(small, time, bomb, plain).failed()).isEqualTo(2);
    assertThat(kept.said).allMatch(line -> line.contains("more than"));
  }

  @Test
  void itIsStoppedFromAnotherThread() throws Exception {
    String url = feed("/f", Page.feed(Feeds.rss("D", Feeds.full("g", article("/1"), "N", BOMBED))));
    Watch[] watch = new Watch[1];
    Watch.Sink stopping =
        new Watch.Sink() {
          @Override
          public void coded(Document document, List<Event> events) {
            new Thread(() -> watch[0].stop()).start();
          }

          @Override
          public void said(String message) {}
        };
    try (Run run = store.begin("watch", Coder.bundled().name())) {
      watch[0] = new Watch(Coder.bundled(), store, run, options(false, false), stopping);
      assertThat(watch[0].follow(List.of(url)).coded()).isEqualTo(1);
    }
  }

  @Test
  void addressesOfFeeds() {
    assertThat(Watch.url(" https://example.org/feed ")).isEqualTo("https://example.org/feed");
    for (String bad :
        List.of("", "feed.xml", "file:///etc/passwd", "ftp://x/y", "http://", "a b")) {
      assertThatThrownBy(() -> Watch.url(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("https://example.org/feed.xml");
    }
  }
}
