package org.entente.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.entente.store.DyadsQuery;
import org.entente.store.EventStore;
import org.entente.store.Pairing;
import org.entente.store.Period;
import org.entente.store.Query;
import org.entente.store.SeriesQuery;
import org.entente.store.SeriesQuery.Per;
import org.entente.store.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series and dyads of a small store: A makes peace with B until April, and war from then on. */
class SeriesTest {
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 5);

  @TempDir Path folder;
  private EventStore store;
  private final List<Event> events = new ArrayList<>();

  @BeforeEach
  void fill() {
    store = EventStore.open(folder.resolve("s.duckdb"));
    for (int day = 0; day < 168; day++) {
      add("A", "B", day < 84 ? EventType.AID : EventType.ASSAULT, FIRST.plusDays(day));
      if (day % 3 == 0) {
        add("C", "B", EventType.CONSULT, FIRST.plusDays(day));
      }
    }
    add("C", "A", EventType.CONSULT, FIRST.plusDays(160));
    store.save(
        new Document(
            "d",
            "d.txt",
            null,
            null,
            null,
            TimeSpan.day(FIRST),
            null,
            "en",
            "x",
            List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, 1))),
            List.of()),
        events,
        "coder");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void add(String source, String target, EventType type, LocalDate day) {
    events.add(
        new Event(
            "e" + events.size(),
            "d",
            actor(source),
            actor(target),
            type,
            null,
            List.of(),
            null,
            type.quad().isCooperation() ? 5 : -10,
            Status.ACTUAL,
            new Attribution(null, null, null),
            TimeSpan.day(day),
            null,
            List.of(),
            1,
            List.of(new Evidence(0, new Span(0, 1), null, null, null, null, null, null, List.of())),
            null));
  }

  private static Actor actor(String code) {
    return new Actor(code, "Land " + code, code, List.of(), null, null);
  }

  private Series.Answer series(Query query, Period period, Per per) {
    return Series.of(new SeriesQuery(query, period, per, Pairing.COUNTRIES, 3), store);
  }

  @Test
  void warInsteadOfPeaceIsAChangeOfLevel() {
    Series one = series(Query.ALL, Period.WEEK, Per.ALL).series().get(0);
    assertThat(one.points()).hasSize(24);
    assertThat(one.changes()).hasSize(1);
    Series.Change change = one.changes().get(0);
    assertThat(change.start()).isEqualTo(FIRST.plusDays(84));
    assertThat(change.conflictBefore()).isZero();
    assertThat(change.conflictAfter()).isCloseTo(1, within(1e-9));
    assertThat(change.cooperationBefore()).isCloseTo(112 / 84.0, within(1e-9));
    assertThat(change.chance()).isLessThan(1e-6);
    assertThat(one.changeAt(change.index())).isSameAs(change);
    assertThat(one.changeAt(0)).isNull();
  }

  @Test
  void gapsAreFilledAndHaveNoMean() {
    Series one = series(Query.ALL.source("C").target("B"), Period.DAY, Per.ALL).series().get(0);
    assertThat(one.points()).hasSize(166);
    assertThat(one.points().get(1).tally()).isEqualTo(Tally.NONE);
    assertThat(one.points().get(1).tally().goldsteinMean()).isNaN();
    assertThat(one.points().get(3).tally().goldsteinMean()).isEqualTo(5);
    assertThat(one.changes()).isEmpty();
  }

  @Test
  void allSeriesBeginAndEndAlikeTheBusiestFirst() {
    Series.Answer answer = series(Query.ALL, Period.MONTH, Per.DYAD);
    assertThat(answer.series())
        .extracting(one -> one.key().source() + one.key().target())
        .containsExactly("AB", "CB", "CA");
    assertThat(answer.series()).allMatch(one -> one.points().size() == 6);
    assertThat(answer.series().get(2).points().get(0).tally()).isEqualTo(Tally.NONE);
    assertThat(answer.events()).isEqualTo(events.size());
    // January from the 5th, June up to the 21st
    assertThat(answer.series().get(0).points())
        .extracting(Series.Point::days)
        .containsExactly(27, 28, 31, 30, 31, 21);
  }

  @Test
  void daysThatAreAskedForBoundTheSeries() {
    Query march = Query.ALL.from(LocalDate.of(2015, 3, 3)).to(LocalDate.of(2015, 3, 20));
    Series one = series(march, Period.WEEK, Per.ALL).series().get(0);
    assertThat(one.points())
        .extracting(Series.Point::start)
        .containsExactly(
            LocalDate.of(2015, 3, 2), LocalDate.of(2015, 3, 9), LocalDate.of(2015, 3, 16));
    assertThat(one.points()).extracting(Series.Point::days).containsExactly(6, 7, 5);
  }

  @Test
  void noEventsNoSeries() {
    assertThat(series(Query.ALL.source("X"), Period.DAY, Per.ALL).series()).isEmpty();
  }

  @Test
  void aSeriesHasAnEnd() {
    Query ages = Query.ALL.from(LocalDate.of(1900, 1, 1)).to(LocalDate.of(2020, 1, 1));
    assertThatThrownBy(() -> series(ages, Period.DAY, Per.ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are 43,830 days")
        .hasMessageContaining("--by month");
  }

  @Test
  void theFastestChangingDyadComesFirst() {
    Query conflict = Query.ALL.quads(List.of(EventType.ASSAULT.quad(), EventType.CONSULT.quad()));
    RankedDyads dyads =
        RankedDyads.of(
            new DyadsQuery(conflict, Pairing.COUNTRIES, 84), RankedDyads.Order.CHANGING, 2, store);
    assertThat(dyads.dyads()).isEqualTo(3);
    assertThat(dyads.rows()).hasSize(2);
    assertThat(dyads.rows().get(0).dyad().source()).isEqualTo("A");
    assertThat(dyads.rows().get(0).change().sure()).isTrue();
    assertThat(dyads.rows().get(1).change().sure()).isFalse();
    assertThat(dyads.before()).isEqualTo(84);
    assertThat(dyads.overall()).isCloseTo((84 + 28 + 1) / 28.0, within(1e-9));
  }

  @Test
  void hostileAndFriendlyAreOppositeEnds() {
    DyadsQuery query = new DyadsQuery(Query.ALL, Pairing.COUNTRIES, 28);
    assertThat(first(query, RankedDyads.Order.HOSTILE)).isEqualTo("AB");
    assertThat(first(query, RankedDyads.Order.FRIENDLY)).isEqualTo("CB");
    assertThat(first(query, RankedDyads.Order.BUSIEST)).isEqualTo("AB");
  }

  private String first(DyadsQuery query, RankedDyads.Order order) {
    RankedDyads.Row row = RankedDyads.of(query, order, 1, store).rows().get(0);
    return row.dyad().source() + row.dyad().target();
  }

  @Test
  void changeNeedsATimeBefore() {
    DyadsQuery query = new DyadsQuery(Query.ALL, Pairing.COUNTRIES, 400);
    assertThatThrownBy(() -> RankedDyads.of(query, RankedDyads.Order.CHANGING, 5, store))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to compare the last 400 days with");
    assertThat(RankedDyads.of(query, RankedDyads.Order.BUSIEST, 5, store).rows())
        .allMatch(row -> row.change() == null);
  }
}
