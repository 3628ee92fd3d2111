package org.entente.feeds;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Fetch;
import org.entente.coding.ingest.Ingest;
import org.entente.coding.ingest.Known;
import org.entente.model.Document;
import org.entente.model.Paragraph;
import org.entente.model.TimeSpan;

/**
 * Makes documents of items. What the feed tells goes before what a page says of itself: the title,
 * the day of publication (UTC), the publisher, which is the source that the item names or else the
 * feed's title.
 */
final class Reader {
  private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");

  private final Ingest.Options options;

  Reader(Ingest.Options options) {
    this.options = options;
  }

  /**
   * What came of an item.
   *
   * @param document or null
   * @param aside why there is none, or null
   */
  record Read(Document document, Aside aside) {}

  /**
   * What a feed says of an item, beside its words.
   *
   * @param url of the feed
   * @param title of the feed, or null
   * @param undated day that is taken for that of publication if the item has none; null to leave it
   *     to the text
   */
  record Origin(String url, String title, LocalDate undated) {}

  /** Reads the full text that the feed carries. */
  Read content(Origin origin, Item item) {
    Gather gather = new Gather();
    Ingest.read(known(origin, item, List.of()), item.content(), options, gather);
    return gather.read(origin, item);
  }

  /** Reads the page of an item. */
  Read page(Origin origin, Item item, Fetch.Answer page) {
    Gather gather = new Gather();
    Ingest.read(known(origin, item, List.of()), page, options, gather);
    return gather.read(origin, item);
  }

  /**
   * Reads title and summary, and both are to be coded.
   *
   * @param note why not the article, or null
   */
  Read words(Origin origin, Item item, String note) {
    Gather gather = new Gather();
    String summary = item.content() != null ? item.content() : item.summary();
    Known known =
        known(origin, item, note == null ? List.of() : List.of(note + "; title and summary coded"));
    Ingest.read(known, summary == null ? "" : summary, options, gather);
    Read read = gather.read(origin, item);
    return read.document() == null ? read : new Read(titled(read.document()), null);
  }

  private static Known known(Origin origin, Item item, List<String> notes) {
    TimeSpan published = null;
    if (item.published() != null) {
      published = TimeSpan.day(LocalDate.ofInstant(item.published(), ZoneOffset.UTC));
    } else if (origin.undated() != null) {
      published = TimeSpan.day(origin.undated());
    }
    return new Known(
        item.document(origin.url()),
        place(origin, item),
        item.title(),
        byline(item.byline()),
        item.source() != null ? item.source() : origin.title(),
        published,
        item.link(),
        notes);
  }

  private static String place(Origin origin, Item item) {
    return item.link() != null ? item.link() : origin.url() + "#" + item.key();
  }

  private static String byline(String author) {
    Matcher matcher = MAIL_AND_NAME.matcher(author == null ? "" : author);
    return matcher.matches() ? matcher.group(1) : author;
  }

  /** The document with its title as text to code. */
  private static Document titled(Document d) {
    List<Paragraph> paragraphs =
        d.paragraphs().stream()
            .map(
                one ->
                    one.kind() == Paragraph.Kind.TITLE
                        ? new Paragraph(Paragraph.Kind.BODY, one.span())
                        : one)
            .toList();
    return new Document(
        d.id(),
        d.origin(),
        d.title(),
        d.byline(),
        d.publisher(),
        d.published(),
        d.url(),
        d.language(),
        d.text(),
        paragraphs,
        d.notes());
  }

  /** Keeps the one document, or why there is none. */
  private static final class Gather implements Ingest.Sink {
    private Document document;
    private Aside aside;

    @Override
    public void document(Document one) {
      document = document == null ? one : document;
    }

    @Override
    public void aside(Aside one) {
      aside = one;
    }

    Read read(Origin origin, Item item) {
      if (document != null) {
        return new Read(document, null);
      }
      String place = place(origin, item);
      return new Read(
          null, aside != null ? aside : new Aside(place, Aside.Reason.EMPTY, "no text in it"));
    }
  }
}
