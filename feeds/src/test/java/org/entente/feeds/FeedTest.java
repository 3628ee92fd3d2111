package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {
  private static final URI URL = URI.create("http://example.org/news/feed.xml");

  private static Feed read(String xml) throws IOException {
    return Feed.read(xml.getBytes(StandardCharsets.UTF_8), "application/xml; charset=utf-8", URL);
  }

  @Test
  void rssWithFullTextAndWithout() throws IOException {
    Feed feed =
        read(
            Feeds.rss(
                "The Example &amp; Mail",
                Feeds.item("b", "/b?utm_source=rss&amp;id=7#top", "Second", "Short."),
                Feeds.full("a", "http://example.org/a", "First", "Egypt bombed Derna.")));
    assertThat(feed.title()).isEqualTo("The Example & Mail");
    assertThat(feed.items()).extracting(Item::key).containsExactly("a", "b");
    Item full = feed.items().get(0);
    assertThat(full.content()).contains("Egypt bombed Derna.");
    assertThat(full.published()).isEqualTo(Instant.parse("2015-02-17T08:00:00Z"));
    Item short_ = feed.items().get(1);
    assertThat(short_.content()).isNull();
    assertThat(short_.summary()).isEqualTo("Short.");
    assertThat(short_.link()).isEqualTo("http://example.org/b?id=7");
  }

  @Test
  void atom() throws IOException {
    Feed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Atoms</title><id>urn:x</id>
            <updated>2015-02-18T10:00:00Z</updated>
            <entry><title>New &lt;b&gt;talks&lt;/b&gt;</title><id>urn:x:2</id>
              <link rel="alternate" href="../two"/><updated>2015-02-18T10:00:00+02:00</updated>
              <author><name>A. Writer</name></author>
              <source><title>Elsewhere Times</title><id>urn:e</id></source>
              <content type="html">%s</content></entry>
            <entry><title>Old</title><id>urn:x:1</id><link href="http://example.org/one"/>
              <published>2015-02-16T00:00:00Z</published><updated>2015-02-18T10:00:00Z</updated>
              <summary>Old one.</summary></entry>
            </feed>
            """
                .formatted("&lt;p&gt;" + Feeds.FILLER + "&lt;/p&gt;"));
    assertThat(feed.items()).extracting(Item::key).containsExactly("urn:x:1", "urn:x:2");
    Item two = feed.items().get(1);
    assertThat(two.link()).isEqualTo("http://example.org/two");
    assertThat(two.published()).isEqualTo(Instant.parse("2015-02-18T08:00:00Z"));
    assertThat(two.source()).isEqualTo("Elsewhere Times");
    assertThat(two.byline()).isEqualTo("A. Writer");
    assertThat(two.content()).contains("old quarter");
    assertThat(feed.items().get(0).published()).isEqualTo(Instant.parse("2015-02-16T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "<ttl>90</ttl>,PT90M",
    "<ttl>x</ttl>,PT0S",
    "<sy:updatePeriod>hourly</sy:updatePeriod>,PT1H",
    "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>,PT15M",
    "<sy:updatePeriod>daily</sy:updatePeriod><ttl>5</ttl>,PT24H",
    "'',PT0S",
  })
  void howLongAFeedWantsToBeLeftAlone(String words, String wish) throws IOException {
    Feed feed =
        read(
            ("<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
                    + "<title>T</title><link>http://example.org/</link><description>d</description>%s"
                    + "</channel></rss>")
                .formatted(words));
    assertThat(feed.wish()).isEqualTo(Duration.parse(wish));
  }

  @Test
  void anEncodingThatIsDeclaredInTheXml() throws IOException {
    byte[] bytes =
        ("<?xml version='1.0' encoding='windows-1252'?><rss version='2.0'><channel><title>Café –"
                + " news</title><link>x</link><description>d</description></channel></rss>")
            .getBytes(Charset.forName("windows-1252"));
    assertThat(Feed.read(bytes, "application/rss+xml", URL).title()).isEqualTo("Café – news");
    assertThat(Feed.read(bytes, null, URL).title()).isEqualTo("Café – news");
  }

  @Test
  void noOtherFileIsRead(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    String entity =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"%s\">]><rss version='2.0'><channel><title>&x;</title>"
            .formatted(secret.toUri());
    assertThatThrownBy(() -> read(entity + "</channel></rss>"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("DOCTYPE")
        .hasMessageNotContaining("the secret");
    String laughs =
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss version='2.0'><channel>"
            + "<title>&b;</title></channel></rss>";
    assertThatThrownBy(() -> read(laughs)).hasMessageContaining("DOCTYPE");
  }

  @Test
  void whatIsNoFeedIsSaidPlainly() {
    assertThatThrownBy(() -> read("<rss version='2.0'><channel><title>x"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("broken XML: ");
    assertThatThrownBy(() -> read("")).hasMessage("no feed: answered with nothing");
    assertThatThrownBy(() -> read("{\"a\":1}"))
        .hasMessageStartingWith("broken XML: Error on line 1");
    assertThatThrownBy(() -> read("<opml version='1.0'><body/></opml>x"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("<note/>")).hasMessageContaining("neither RSS nor Atom");
    assertThatThrownBy(
            () ->
                read(
                    "<!doctype html><html><head><link rel='alternate' type='application/rss+xml'"
                        + " href='/rss.xml'></head><body><br></body></html>"))
        .hasMessage("a web page, no feed; it names http://example.org/rss.xml as its feed");
    assertThatThrownBy(() -> read("<html><body>Hello</body></html>"))
        .hasMessageContaining("name the address of its RSS or Atom feed");
  }

  @Test
  void itemsWithoutGuidLinkOrDate() throws IOException {
    Feed feed =
        read(
            Feeds.rss(
                "T",
                "<item><title>Newest</title><link>http://example.org/n</link></item>",
                "<item><title>No link</title><description>One.</description></item>",
                "<item><title>Oldest</title><link>javascript:x()</link></item>"));
    assertThat(feed.items()).extracting(Item::title).containsExactly("Oldest", "No link", "Newest");
    assertThat(feed.items()).extracting(Item::key).doesNotHaveDuplicates().doesNotContainNull();
    assertThat(feed.items().get(2).key()).isEqualTo("http://example.org/n");
    assertThat(feed.items().get(0).link()).isNull();
  }

  @Test
  void anEndlessFeedIsCut() throws IOException {
    String[] items = new String[Feed.MOST + 50];
    for (int i = 0; i < items.length; i++) {
      items[i] = Feeds.item("g" + i, "http://example.org/" + i, "T" + i, "s");
    }
    assertThat(read(Feeds.rss("T", items)).items()).hasSize(Feed.MOST);
  }

  @Test
  void changesOfMarkupAreNoChanges() {
    Item one =
        new Item("k", null, "T", null, null, null, "<p>Egypt <b>bombed</b> Derna.</p>", null);
    Item two =
        new Item(
            "k", null, "T", null, null, null, "<div>Egypt bombed  Derna.<img src=x?1></div>", null);
    Item three = new Item("k", null, "T", null, null, null, "<p>Egypt bombed Sirte.</p>", null);
    assertThat(one.hash()).isEqualTo(two.hash()).isNotEqualTo(three.hash());
  }

  @Test
  void anArticleHasOneIdInEveryFeed() {
    Item one = new Item("a", "http://example.org/1", "T", null, null, null, null, "s");
    Item two = new Item("b", "http://example.org/1", "U", null, null, null, null, "t");
    Item bare = new Item("a", null, "T", null, null, null, null, "s");
    assertThat(one.document("f")).isEqualTo(two.document("g")).matches("feed-[0-9a-f]{12}");
    assertThat(bare.document("f")).isNotEqualTo(bare.document("g"));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.ORG,http://example.org/",
    "http://example.org/a?x=1&utm_source=rss&at_medium=z&y=2#c,http://example.org/a?x=1&y=2",
    "http://example.org/a?fbclid=q,http://example.org/a",
    "/b c,http://example.org/b%20c",
    "mailto:a@b,",
    "http://[,",
    "'',",
  })
  void links(String link, String clean) {
    assertThat(Item.link(URL, link)).isEqualTo(clean);
  }
}
