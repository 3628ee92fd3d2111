package org.entente.feeds;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.entente.coding.ingest.Fetch;
import org.entente.coding.ingest.Ingest;

/**
 * Asks servers, one request at a time and with a pause between two to the same host, and says who
 * asks.
 */
final class Web {
  /** Between two requests to a host that does not ask for more. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final String FEEDS =
      "application/rss+xml,application/atom+xml,application/rdf+xml;q=0.9,application/xml;q=0.8,"
          + "text/xml;q=0.8,*/*;q=0.1";
  private static final String PAGES = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1";

  private final String agent;
  private final Ingest.Options options;
  private final Wait time;
  private final Robots robots;

  /** When a host may be asked again, by the pause between two requests. */
  private final Map<String, Instant> free = new HashMap<>();

  /** Until when a host is left alone, because it said so or did not answer. */
  private final Map<String, Instant> away = new HashMap<>();

  Web(String agent, Ingest.Options options, Wait time) {
    this.agent = agent;
    this.options = options;
    this.time = time;
    this.robots =
        new Robots(
            url -> Fetch.ask(url, headers("text/plain,*/*;q=0.1"), any -> {}, options), time);
  }

  /**
   * Asks for a feed.
   *
   * @param etag of the answer that is known, or null
   * @param lastModified of the answer that is known, or null
   */
  Fetch.Answer feed(String url, String etag, String lastModified) throws IOException {
    Map<String, String> headers = headers(FEEDS);
    if (etag != null) {
      headers.put("If-None-Match", etag);
    }
    if (lastModified != null) {
      headers.put("If-Modified-Since", lastModified);
    }
    return ask(url, headers, to -> pass(to, PAUSE));
  }

  /**
   * Asks for the page of an article, if its site allows it.
   *
   * @throws Robots.Refused if the site does not want it
   */
  Fetch.Answer page(String url) throws IOException {
    return ask(
        url,
        headers(PAGES),
        to -> {
          Duration delay = robots.allow(to);
          pass(to, delay.compareTo(PAUSE) > 0 ? delay : PAUSE);
        });
  }

  /** When the url's host may be asked again; in the past if now. */
  Instant free(String url) {
    String host = host(url);
    return later(free.getOrDefault(host, Instant.MIN), away.getOrDefault(host, Instant.MIN));
  }

  /** Whether the url's host is left alone for longer than a pause. */
  boolean away(String url) {
    return time.now().isBefore(away.getOrDefault(host(url), Instant.MIN));
  }

  /** Leaves the url's host alone until then. */
  void leave(String url, Instant until) {
    away.merge(host(url), until, Web::later);
  }

  private Fetch.Answer ask(String url, Map<String, String> headers, Fetch.Gate gate)
      throws IOException {
    try {
      return Fetch.ask(url, headers, gate, options);
    } finally {
      pause(url, PAUSE);
    }
  }

  private void pass(URI to, Duration pause) throws IOException {
    if (away(to.toString())) {
      throw new IOException(to.getHost() + " is left alone for a while");
    }
    if (!time.until(free(to.toString()))) {
      throw new IOException("stopped");
    }
    pause(to.toString(), pause);
  }

  private void pause(String url, Duration pause) {
    free.merge(host(url), time.now().plus(pause), Web::later);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Map<String, String> headers(String accept) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", agent);
    headers.put("Accept", accept);
    headers.put("Accept-Encoding", "gzip");
    return headers;
  }

  static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? url : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return url;
    }
  }

  /**
   * An answer's bytes, decompressed if need be.
   *
   * @param most bytes, decompressed
   * @throws IOException with a message for a person
   */
  static byte[] plain(Fetch.Answer answer, int most) throws IOException {
    byte[] body = answer.body();
    boolean gzip = body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
    if (!gzip) {
      String encoding = answer.header("content-encoding");
      if (encoding != null
          && !encoding.isBlank()
          && !encoding.strip().matches("(?i)identity|gzip|x-gzip")) {
        throw new IOException("compressed in a way that was not asked for: " + encoding.strip());
      }
      return limited(body, most);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return limited(in.readNBytes(most + 1), most);
    } catch (EOFException | ZipException e) {
      throw new IOException("its compressed data are broken or end early", e);
    }
  }

  private static byte[] limited(byte[] bytes, int most) throws IOException {
    if (bytes.length > most) {
      throw new IOException("more than " + most / 1_000_000 + " MB, the limit; not read");
    }
    return bytes;
  }
}
