package org.entente.feeds;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.coding.ingest.Fetch;

/**
 * What sites allow, by their robots.txt (RFC 9309). One is kept for a day; where there is none
 * everything is allowed; where it cannot be had for now nothing is, for an hour.
 */
final class Robots {
  /** The name that we listen to. */
  static final String NAME = "entente";

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration KEPT_FAILED = Duration.ofHours(1);

  /** More than RFC 9309 wants to be read at least. */
  private static final int MOST_BYTES = 1_000_000;

  private static final int MOST_SITES = 10_000;

  /** Asks for a robots.txt. */
  @FunctionalInterface
  interface Source {
    Fetch.Answer get(String url) throws IOException;
  }

  private record Rules(SimpleRobotRules rules, Instant until, String trouble) {}

  private final Source source;
  private final Wait time;
  private final Map<String, Rules> sites = new HashMap<>();

  Robots(Source source, Wait time) {
    this.source = source;
    this.time = time;
  }

  /**
   * Lets a page be fetched.
   *
   * @return how long the site wants requests to be apart; zero if it does not say
   * @throws Refused if the site does not want it
   * @throws IOException if the site's robots.txt cannot be had for now
   */
  Duration allow(URI page) throws IOException {
    Rules site = site(page);
    if (site.trouble() != null) {
      throw new IOException("not fetched: its robots.txt cannot be had: " + site.trouble());
    }
    if (!site.rules().isAllowed(page.toString())) {
      throw new Refused("robots.txt of " + page.getAuthority() + " does not allow it");
    }
    return Duration.ofMillis(Math.max(0, site.rules().getCrawlDelay()));
  }

  private Rules site(URI page) {
    String key = (page.getScheme() + "://" + page.getRawAuthority()).toLowerCase(Locale.ROOT);
    Rules rules = sites.get(key);
    if (rules == null || !time.now().isBefore(rules.until())) {
      if (sites.size() >= MOST_SITES) {
        sites.clear();
      }
      rules = read(key + "/robots.txt");
      sites.put(key, rules);
    }
    return rules;
  }

  private Rules read(String url) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    try {
      Fetch.Answer answer = source.get(url);
      int status = answer.status();
      if (status == 429 || status >= 500) {
        return failed("answered " + status);
      }
      SimpleRobotRules rules =
          status == 200
              ? parser.parseContent(url, Web.plain(answer, MOST_BYTES), "text/plain", List.of(NAME))
              : new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
      return new Rules(rules, time.now().plus(KEPT), null);
    } catch (IOException e) {
      return failed(e.getMessage());
    }
  }

  private Rules failed(String trouble) {
    return new Rules(null, time.now().plus(KEPT_FAILED), trouble);
  }

  /** What a site does not want. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }
}
