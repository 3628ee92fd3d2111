package org.entente.feeds;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jsoup.Jsoup;

/**
 * A feed as it was read: RSS 0.9 to 2.0 or Atom.
 *
 * @param title or null
 * @param wish how long the feed wants to be left alone, by {@code ttl} or {@code sy:updatePeriod};
 *     zero if it does not say
 * @param items the oldest first, as far as their dates or their order tell; at most {@value #MOST}
 */
record Feed(String title, Duration wish, List<Item> items) {
  /** Feeds have 10 to 100 items; of one without end the newest are read. */
  static final int MOST = 1_000;

  /** A text of fewer characters is a teaser, whatever element it is in. */
  private static final int FULL_TEXT = 400;

  /**
   * Reads a feed. Nothing outside of it is read: a document type is refused, and with it entities.
   *
   * @param body as it came, not compressed
   * @param type {@code Content-Type} of the answer, or null
   * @param url where it came from
   * @throws IOException if it is no feed, with a message for a person
   */
  static Feed read(byte[] body, String type, URI url) throws IOException {
    SyndFeed feed;
    try {
      SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
      input.setAllowDoctypes(false);
      input.setPreserveWireFeed(true);
      feed =
          input.build(
              type == null
                  ? new XmlReader(new ByteArrayInputStream(body), true)
                  : new XmlReader(new ByteArrayInputStream(body), type, true));
    } catch (FeedException | IllegalArgumentException | IOException e) {
      throw new IOException(trouble(body, url, e), e);
    }
    Map<String, Item> items = new LinkedHashMap<>();
    for (SyndEntry entry : feed.getEntries()) {
      if (items.size() < MOST) {
        Item item = item(entry, url);
        items.putIfAbsent(item.key(), item);
      }
    }
    List<Item> ordered = new ArrayList<>(items.values());
    Collections.reverse(ordered);
    if (ordered.stream().allMatch(item -> item.published() != null)) {
      ordered.sort((one, other) -> one.published().compareTo(other.published()));
    }
    return new Feed(line(feed.getTitle()), wish(feed), ordered);
  }

  private static Item item(SyndEntry entry, URI url) {
    String link = Item.link(url, entry.getLink());
    String content = null;
    for (SyndContent one : entry.getContents()) {
      if (one.getValue() != null
          && (content == null || one.getValue().length() > content.length())) {
        content = one.getValue();
      }
    }
    String summary = entry.getDescription() == null ? null : entry.getDescription().getValue();
    if (content != null && Item.words(content).length() < FULL_TEXT) {
      summary = summary == null || summary.isBlank() ? content : summary;
      content = null;
    }
    Date date =
        entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
    SyndFeed source = entry.getSource();
    Item item =
        new Item(
            "",
            link,
            line(entry.getTitle()),
            line(entry.getAuthor()),
            source == null ? null : line(source.getTitle()),
            date == null ? null : date.toInstant(),
            content,
            summary);
    String guid =
        entry.getUri() == null || entry.getUri().isBlank() ? link : entry.getUri().strip();
    return new Item(
        guid == null ? item.hash() : guid,
        item.link(),
        item.title(),
        item.byline(),
        item.source(),
        item.published(),
        item.content(),
        item.summary());
  }

  private static String line(String text) {
    String words = Item.words(text);
    return words.isEmpty() ? null : words;
  }

  private static Duration wish(SyndFeed feed) {
    Duration wish = Duration.ZERO;
    WireFeed wire = feed.originalWireFeed();
    if (wire instanceof Channel channel && channel.getTtl() > 0) {
      wish = Duration.ofMinutes(channel.getTtl());
    }
    String period = null;
    int frequency = 1;
    if (feed.getModule(SyModule.URI) instanceof SyModule module) {
      period = module.getUpdatePeriod();
      frequency = module.getUpdateFrequency();
    }
    // ROME reads these two in RSS 1.0 and Atom only
    for (Element element : feed.getForeignMarkup()) {
      if (element.getNamespaceURI().equals(SyModule.URI)) {
        String value = element.getTextTrim();
        if (element.getName().equals("updatePeriod")) {
          period = value;
        } else if (element.getName().equals("updateFrequency") && value.matches("\\d{1,6}")) {
          frequency = Integer.parseInt(value);
        }
      }
    }
    if (period != null) {
      Duration each = period(period).dividedBy(Math.max(1, frequency));
      wish = wish.compareTo(each) > 0 ? wish : each;
    }
    return wish;
  }

  private static Duration period(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "hourly" -> Duration.ofHours(1);
      case "weekly" -> Duration.ofDays(7);
      case "monthly" -> Duration.ofDays(30);
      case "yearly" -> Duration.ofDays(365);
      default -> Duration.ofDays(1); // the module's own default is daily
    };
  }

  /** What was wrong, and the feed's address if a page names it. */
  private static String trouble(byte[] body, URI url, Exception e) {
    String head =
        new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (head.contains("<html") || head.contains("<!doctype html")) {
      org.jsoup.nodes.Element link =
          Jsoup.parse(new String(body, StandardCharsets.UTF_8), url.toString())
              .selectFirst("link[rel=alternate][type~=(?i)(rss|atom)\\+xml][href]");
      return "a web page, no feed"
          + (link == null
              ? "; name the address of its RSS or Atom feed"
              : "; it names " + link.absUrl("href") + " as its feed");
    }
    if (body.length == 0) {
      return "no feed: answered with nothing";
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("DOCTYPE")) {
      return "not read: it has a document type (DOCTYPE), which could make us read other files";
    }
    if (message.startsWith("Invalid XML")) {
      return "broken XML: " + message.replaceFirst("^Invalid XML: ", "");
    }
    return "no feed that is understood, neither RSS nor Atom: " + message;
  }
}
