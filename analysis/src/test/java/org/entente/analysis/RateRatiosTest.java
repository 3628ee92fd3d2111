package org.entente.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.analysis.RateRatios.Counts;
import org.entente.analysis.RateRatios.Ratio;
import org.junit.jupiter.api.Test;

class RateRatiosTest {
  @Test
  void ofFewDyadsEachSpeaksForItselfWithTheWeightOfOneEvent() {
    // equal windows: the prior is Beta(½, ½), Jeffreys'
    RateRatios ratios = RateRatios.fit(List.of(new Counts(3, 1)), 10, 10);
    assertThat(ratios.a()).isEqualTo(0.5);
    assertThat(ratios.b()).isEqualTo(0.5);
    // Brown, Cai and DasGupta (2001): Jeffreys' interval for a share of 0 in 10 ends at 0.217
    Ratio none = ratios.ratio(new Counts(0, 10));
    assertThat(none.high() / (1 + none.high())).isCloseTo(0.217, within(0.001));
    // without an event all is open, and the median is no change
    Ratio open = ratios.ratio(new Counts(0, 0));
    assertThat(open.ratio()).isCloseTo(1, within(1e-9));
    assertThat(open.low()).isLessThan(0.01);
    assertThat(open.high()).isGreaterThan(100);
  }

  @Test
  void aRatioIsOfRatesNotOfCounts() {
    RateRatios ratios = RateRatios.fit(List.of(), 28, 336);
    Ratio same = ratios.ratio(new Counts(1000, 12000));
    assertThat(same.ratio()).isCloseTo(1, within(0.001));
    Ratio twice = ratios.ratio(new Counts(2000, 12000));
    assertThat(twice.ratio()).isCloseTo(2, within(0.002));
    // normal approximation of the log ratio: exp(±1.96 √(1/2000 + 1/12000))
    assertThat(twice.high() / twice.ratio())
        .isCloseTo(Math.exp(1.96 * Math.sqrt(1 / 2000.0 + 1 / 12000.0)), within(0.001));
  }

  @Test
  void whatAllShowIsLearnedBack() {
    // shares of Beta(6, 14), each seen in 40 events
    Random random = new Random(7);
    List<Counts> all = new ArrayList<>();
    for (int dyad = 0; dyad < 3000; dyad++) {
      double p = beta(random, 6, 14);
      long recent = 0;
      for (int event = 0; event < 40; event++) {
        recent += random.nextDouble() < p ? 1 : 0;
      }
      all.add(new Counts(recent, 40 - recent));
    }
    RateRatios ratios = RateRatios.fit(all, 1, 1);
    assertThat(ratios.a() / (ratios.a() + ratios.b())).isCloseTo(0.3, within(0.01));
    assertThat(ratios.a() + ratios.b()).isCloseTo(20, within(2.5));
    // conjugate: the mean of Beta(a + 4, b) is pulled to all
    Ratio thin = ratios.ratio(new Counts(4, 0));
    assertThat(thin.ratio()).isBetween(0.43, 1.2);
  }

  @Test
  void whereNothingChangesNothingIsSure() {
    Random random = new Random(11);
    List<Counts> all = new ArrayList<>();
    for (int dyad = 0; dyad < 2000; dyad++) {
      long recent = 0;
      int events = 1 + random.nextInt(30);
      for (int event = 0; event < events; event++) {
        recent += random.nextInt(13) == 0 ? 1 : 0;
      }
      all.add(new Counts(recent, events - recent));
    }
    RateRatios ratios = RateRatios.fit(all, 28, 336);
    long sure = all.stream().map(ratios::ratio).filter(r -> r.low() > 1 || r.high() < 1).count();
    assertThat(sure).isLessThan(10);
  }

  @Property(tries = 200)
  void moreEventsLatelyAreNoLess(
      @ForAll @IntRange(max = 50) int recent, @ForAll @IntRange(max = 50) int before) {
    RateRatios ratios = RateRatios.fit(List.of(), 28, 100);
    Ratio one = ratios.ratio(new Counts(recent, before));
    Ratio more = ratios.ratio(new Counts(recent + 1, before));
    assertThat(one.low()).isLessThanOrEqualTo(one.ratio());
    assertThat(one.ratio()).isLessThanOrEqualTo(one.high());
    assertThat(more.ratio()).isGreaterThan(one.ratio());
  }

  @Test
  void extremesAreNoTrouble() {
    for (Counts all : List.of(new Counts(0, 5), new Counts(5, 0), new Counts(100_000, 3))) {
      RateRatios ratios = RateRatios.fit(Collections.nCopies(50, all), 28, 336);
      Ratio ratio = ratios.ratio(all);
      assertThat(ratio.low()).isBetween(0.0, ratio.high());
      assertThat(Double.isFinite(ratio.high())).isTrue();
    }
    assertThatThrownBy(() -> RateRatios.fit(List.of(), 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double beta(Random random, int a, int b) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < a; i++) {
      x -= Math.log(random.nextDouble());
    }
    for (int i = 0; i < b; i++) {
      y -= Math.log(random.nextDouble());
    }
    return x / (x + y);
  }
}
