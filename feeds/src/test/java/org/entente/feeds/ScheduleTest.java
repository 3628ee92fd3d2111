package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Schedule QUARTER = new Schedule(Duration.ofMinutes(15));

  @Test
  void neverMoreOftenThanTheLeast() {
    assertThatThrownBy(() -> new Schedule(Duration.ofMinutes(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 min")
        .hasMessageContaining("4 min");
    assertThat(new Schedule(Schedule.LEAST).next(Duration.ZERO)).isEqualTo(Schedule.LEAST);
  }

  @Test
  void aWishMakesItLongerUpToADay() {
    assertThat(QUARTER.next(Duration.ZERO)).isEqualTo(Duration.ofMinutes(15));
    assertThat(QUARTER.next(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(15));
    assertThat(QUARTER.next(Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
    assertThat(QUARTER.next(Duration.ofDays(365))).isEqualTo(Duration.ofDays(1));
    assertThat(new Schedule(Duration.ofDays(3)).next(Duration.ofDays(5)))
        .isEqualTo(Duration.ofDays(3));
  }

  @Test
  void failuresDoubleTheWaitUpToADay() {
    assertThat(QUARTER.backoff(1, Duration.ZERO)).isEqualTo(Duration.ofMinutes(15));
    assertThat(QUARTER.backoff(2, Duration.ZERO)).isEqualTo(Duration.ofMinutes(30));
    assertThat(QUARTER.backoff(5, Duration.ZERO)).isEqualTo(Duration.ofHours(4));
    assertThat(QUARTER.backoff(1_000_000, Duration.ZERO)).isEqualTo(Duration.ofDays(1));
    assertThat(QUARTER.backoff(1, Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
    assertThat(QUARTER.backoff(8, Duration.ofHours(3))).isEqualTo(Duration.ofDays(1));
    assertThat(new Schedule(Duration.ofDays(2)).backoff(9, Duration.ZERO))
        .isEqualTo(Duration.ofDays(2));
  }

  @Property
  void backoffNeverFallsAndStaysBetweenItsBounds(
      @ForAll @IntRange(min = 1, max = 200) int failures,
      @ForAll @IntRange(min = 300, max = 200_000) int seconds) {
    Schedule schedule = new Schedule(Duration.ofSeconds(seconds));
    Duration wait = schedule.backoff(failures, Duration.ZERO);
    assertThat(wait).isGreaterThanOrEqualTo(schedule.every());
    assertThat(wait)
        .isLessThanOrEqualTo(
            schedule.every().compareTo(Schedule.MOST) > 0 ? schedule.every() : Schedule.MOST);
    assertThat(schedule.backoff(failures + 1, Duration.ZERO)).isGreaterThanOrEqualTo(wait);
  }

  @Test
  void retryAfterInSecondsOrAsADate() {
    assertThat(Schedule.retryAfter("120", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Schedule.retryAfter("Sun, 1 Mar 2026 13:00:00 GMT", NOW))
        .isEqualTo(Duration.ofHours(1));
    assertThat(Schedule.retryAfter("Sun, 1 Mar 2026 11:00:00 GMT", NOW)).isZero();
    assertThat(Schedule.retryAfter("999999999999", NOW)).isEqualTo(Duration.ofDays(7));
    for (String nothing : new String[] {null, "", "soon", "-5", "1e9", "99999999999999999999"}) {
      assertThat(Schedule.retryAfter(nothing, NOW)).as(nothing).isZero();
    }
  }

  @Test
  void maxAge() {
    assertThat(Schedule.maxAge("public, max-age=3600")).isEqualTo(Duration.ofHours(1));
    assertThat(Schedule.maxAge("Max-Age = \"60\"")).isEqualTo(Duration.ofMinutes(1));
    assertThat(Schedule.maxAge("s-maxage=3600")).isZero();
    assertThat(Schedule.maxAge("no-cache")).isZero();
    assertThat(Schedule.maxAge(null)).isZero();
  }

  @Test
  void saidAsPersonsDo() {
    assertThat(Schedule.said(Duration.ofSeconds(40))).isEqualTo("40 s");
    assertThat(Schedule.said(Duration.ofMinutes(15))).isEqualTo("15 min");
    assertThat(Schedule.said(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    assertThat(Schedule.said(Duration.ofDays(1))).isEqualTo("24 h");
  }
}
