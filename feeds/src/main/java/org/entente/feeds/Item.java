package org.entente.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * An item of a feed.
 *
 * @param key by which the feed knows it: its guid or id, else its link, else its hash
 * @param link to the article, absolute, without what only counts readers; or null
 * @param title or null
 * @param byline or null
 * @param source publisher that the item itself names, or null
 * @param published or null
 * @param content full text, plain or HTML, if the feed carries it, or null
 * @param summary plain or HTML, or null
 */
record Item(
    String key,
    String link,
    String title,
    String byline,
    String source,
    Instant published,
    String content,
    String summary) {
  private static final Pattern COUNTING =
      Pattern.compile(
          "(?:utm_|at_|ns_|mtm_|pk_)\\w+|fbclid|gclid|msclkid|cmpid|ocid|ftag|traffic_source|CMP",
          Pattern.CASE_INSENSITIVE);

  /** Hash of the words of title and text: changes of markup, or of an address in it, are none. */
  String hash() {
    return sha256(words(title) + '\n' + words(content != null ? content : summary));
  }

  /**
   * Id of its document: the same for the same article in every feed.
   *
   * @param feed that it is in
   */
  String document(String feed) {
    return "feed-" + sha256(link != null ? link : feed + '\n' + key).substring(0, 12);
  }

  /** The words of a text, plain or HTML, in one line; empty for null. */
  static String words(String text) {
    return text == null ? "" : Jsoup.parseBodyFragment(text).text().strip();
  }

  /**
   * A link made absolute, without fragment and without parameters that only count readers.
   *
   * @return null if it does not lead to a page of the Web
   */
  static String link(URI base, String link) {
    if (link == null || link.isBlank()) {
      return null;
    }
    URI uri;
    try {
      uri = base.resolve(new URI(link.strip().replace(" ", "%20"))).normalize();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || uri.getHost() == null) {
      return null;
    }
    String query =
        uri.getRawQuery() == null
            ? ""
            : Arrays.stream(uri.getRawQuery().split("&"))
                .filter(part -> !COUNTING.matcher(part.split("=", 2)[0]).matches())
                .collect(Collectors.joining("&"));
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return scheme
        + "://"
        + uri.getRawAuthority().toLowerCase(Locale.ROOT)
        + path
        + (query.isEmpty() ? "" : "?" + query);
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
