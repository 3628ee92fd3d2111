package org.entente.feeds;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Fetch;
import org.entente.store.FeedItem;
import org.entente.store.FeedStates;

/** Gets the texts of items: from the feed, from the article's page, or title and summary. */
final class Articles {
  /** An article that cannot be had is tried again so long, then the feed's own words are coded. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  /** A host that does not answer is left alone by this. */
  private static final Schedule NO_ANSWER = new Schedule(Schedule.LEAST);

  private final Web web;
  private final Intake intake;
  private final Reader reader;
  private final FeedStates feeds;
  private final Watch.Options options;
  private final Watch.Sink sink;
  private final Wait time;

  /** To be fetched, by their keys, in their order. */
  private final Map<String, Article> waiting = new LinkedHashMap<>();

  /** How often in a row a host did not answer. */
  private final Map<String, Integer> silent = new HashMap<>();

  Articles(
      Web web,
      Intake intake,
      Reader reader,
      FeedStates feeds,
      Watch.Options options,
      Watch.Sink sink,
      Wait time) {
    this.web = web;
    this.intake = intake;
    this.reader = reader;
    this.feeds = feeds;
    this.options = options;
    this.sink = sink;
    this.time = time;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether the page of this item is lined up. */
  boolean has(FeedItem row) {
    return waiting.containsKey(Article.key(row));
  }

  /** The first whose host may be asked first, or null. */
  Article next() {
    Article next = null;
    Instant soonest = Instant.MAX;
    for (Article one : waiting.values()) {
      Instant free = web.free(one.item().link());
      if (free.isBefore(soonest)) {
        next = one;
        soonest = free;
      }
    }
    return next;
  }

  /** Codes what the feed carries at once; lines up what is to be fetched. */
  void take(Article article) {
    Item item = article.item();
    if (item.content() != null) {
      intake.take(article, reader.content(article.origin(), item));
    } else if (options.feedOnly() || item.link() == null) {
      intake.take(article, reader.words(article.origin(), item, null));
    } else if (!options.once() || !web.away(item.link())) {
      waiting.put(article.key(), article);
    }
  }

  /** Fetches an article's page and codes it. */
  void fetch(Article article) {
    waiting.remove(article.key());
    Item item = article.item();
    String trouble;
    try {
      Fetch.Answer answer = web.page(item.link());
      int status = answer.status();
      if (status < 500 && status != 429) {
        silent.remove(Web.host(item.link()));
      }
      if (status == 200 && answer.body().length > 0) {
        intake.take(article, reader.page(article.origin(), item, answer));
        return;
      }
      trouble = status == 200 ? "answered with nothing" : "answered " + status;
      if (status == 429 || status >= 500) {
        Duration retry = Schedule.retryAfter(answer.header("retry-after"), time.now());
        later(article, trouble, retry);
        return;
      }
    } catch (Robots.Refused e) {
      trouble = e.getMessage();
    } catch (IOException e) {
      later(article, e.getMessage(), Duration.ZERO);
      return;
    }
    without(article, trouble);
  }

  /** Leaves the host of an article alone, longer each time, and with it the host's articles. */
  private void later(Article article, String trouble, Duration retryAfter) {
    if (time.stopped()) {
      return;
    }
    String link = article.item().link();
    String host = Web.host(link);
    Duration wait = NO_ANSWER.backoff(silent.merge(host, 1, Integer::sum), retryAfter);
    web.leave(link, time.now().plus(wait));
    waiting.put(article.key(), article);
    List<Article> all =
        waiting.values().stream().filter(one -> Web.host(one.item().link()).equals(host)).toList();
    Instant patient = time.now().minus(PATIENCE);
    List<Article> over =
        all.stream()
            .filter(one -> one.row().document() == null && one.row().seen().isBefore(patient))
            .toList();
    int left = all.size() - over.size();
    if (left > 0) {
      sink.said(
          link
              + ": "
              + trouble
              + "; "
              + (left == 1 ? "it is" : left + " articles of " + host + " are")
              + " asked for again "
              + (options.once() ? "by the next run" : "in " + Schedule.said(wait)));
    }
    (options.once() ? all : over).forEach(one -> waiting.remove(one.key()));
    over.forEach(one -> without(one, trouble));
  }

  /** Codes the feed's own words of an article that cannot be had, unless it was coded before. */
  private void without(Article article, String trouble) {
    FeedItem row = article.row();
    if (row.document() != null) {
      feeds.save(List.of(row.done(row.document(), article.item().hash())));
      return;
    }
    String note = "the article was not fetched: " + trouble;
    Reader.Read read = reader.words(article.origin(), article.item(), note);
    intake.take(
        article,
        read.document() != null
            ? read
            : new Reader.Read(null, new Aside(read.aside().origin(), Aside.Reason.FETCH, trouble)));
  }
}
