package org.entente.feeds;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a feed is looked at again.
 *
 * @param every how often, if nothing speaks against it; at least {@link #LEAST}
 */
record Schedule(Duration every) {
  /** No feed is asked more often. */
  static final Duration LEAST = Duration.ofMinutes(5);

  /** What a feed wishes, and what failures add, ends here. */
  static final Duration MOST = Duration.ofDays(1);

  /** A server may send us away for so long. */
  private static final Duration LONGEST_RETRY = Duration.ofDays(7);

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,18})", Pattern.CASE_INSENSITIVE);

  Schedule {
    if (every.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "at least " + said(LEAST) + ", so as not to burden the servers, not " + said(every));
    }
  }

  /**
   * The wait after a look that went well.
   *
   * @param wish the longest that the feed or its server asks for
   */
  Duration next(Duration wish) {
    Duration wished = least(wish, MOST);
    return every.compareTo(wished) > 0 ? every : wished;
  }

  /**
   * The wait after looks that failed: twice as long after each, up to a day.
   *
   * @param failures in a row, from 1
   * @param retryAfter what the server said, or zero
   */
  Duration backoff(int failures, Duration retryAfter) {
    Duration most = every.compareTo(MOST) > 0 ? every : MOST;
    Duration wait = every;
    for (int i = 1; i < failures && wait.compareTo(most) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    wait = least(wait, most);
    return wait.compareTo(retryAfter) > 0 ? wait : retryAfter;
  }

  /**
   * What {@code Retry-After} says, seconds or a date (RFC 9110, 10.2.3), up to a week.
   *
   * @param header or null
   * @return zero if it says nothing
   */
  static Duration retryAfter(String header, Instant now) {
    if (header == null) {
      return Duration.ZERO;
    }
    String value = header.strip();
    if (value.matches("\\d{1,18}")) {
      return least(Duration.ofSeconds(Long.parseLong(value)), LONGEST_RETRY);
    }
    try {
      Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return until.isBefore(now)
          ? Duration.ZERO
          : least(Duration.between(now, until), LONGEST_RETRY);
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  /**
   * What {@code Cache-Control} says of {@code max-age}.
   *
   * @param header or null
   * @return zero if it says nothing
   */
  static Duration maxAge(String header) {
    Matcher matcher = MAX_AGE.matcher(header == null ? "" : header);
    return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : Duration.ZERO;
  }

  /** {@code 15 min}, {@code 2 h 5 min}, {@code 40 s}. */
  static String said(Duration time) {
    long minutes = (time.toSeconds() + 59) / 60;
    if (time.toSeconds() < 60) {
      return time.toSeconds() + " s";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
