package org.entente.feeds;

/** Feeds to test with. */
final class Feeds {
  private Feeds() {}

  /** An RSS feed of these items. */
  static String rss(String title, String... items) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>%s</title><link>http://example.org/</link><description>News</description>
        %s
        </channel></rss>
        """
        .formatted(title, String.join("\n", items));
  }

  /** An item whose whole text is in the feed. */
  static String full(String guid, String link, String title, String text) {
    return """
        <item><guid isPermaLink="false">%s</guid><link>%s</link><title>%s</title>
        <pubDate>Tue, 17 Feb 2015 08:00:00 GMT</pubDate>
        <description>In short.</description>
        <content:encoded><![CDATA[<p>%s</p><p>%s</p>]]></content:encoded></item>
        """
        .formatted(guid, link, title, text, FILLER);
  }

  /** An item that names an article. */
  static String item(String guid, String link, String title, String summary) {
    return """
        <item><guid isPermaLink="false">%s</guid><link>%s</link><title>%s</title>
        <pubDate>Tue, 17 Feb 2015 08:00:00 GMT</pubDate>
        <description>%s</description></item>
        """
        .formatted(guid, link, title, summary);
  }

  /** Long enough for a full text, and of no event. */
  static final String FILLER =
      "The weather on the coast was mild and the streets were quiet. People who live in the old"
          + " quarter sat in front of their houses, and the shops were open until late. "
          + "It had been a long winter, and the fields behind the town were green again. "
          + "Some of the older people said that they could not remember such a spring. "
          + "There was music in the square, and the boats lay in the harbour as they always do,"
          + " waiting for the evening and for the wind that comes with it.";

  /** A page with an article. */
  static String page(String title, String text) {
    return """
        <html lang="en"><head><title>%s</title></head><body><article><h1>%s</h1>
        <p>%s</p><p>%s</p></article></body></html>
        """
        .formatted(title, title, text, FILLER);
  }
}
