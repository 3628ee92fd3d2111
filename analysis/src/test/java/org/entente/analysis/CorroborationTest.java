package org.entente.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.entente.analysis.Corroboration.Days;
import org.entente.analysis.Corroboration.Finding;
import org.entente.analysis.Corroboration.Grade;
import org.entente.analysis.Corroboration.Match;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;

class CorroborationTest {
  private static final Actor MINISTER =
      new Actor("person/minister", "The minister", "FRA", List.of(Sector.GOV), null, null);
  private static final Actor FRANCE = new Actor("fra", "France", "FRA", List.of(), null, null);
  private static final Actor FARMERS =
      new Actor("fra/agr", "French farmers", "FRA", List.of(Sector.AGR), null, null);
  private static final Actor COUNCIL =
      new Actor("council", "Council of Wise Men", "WISECOU", List.of(Sector.IGO), null, null);
  private static final Actor WISE = new Actor("wise", "Wise Men", "WISE", List.of(), null, null);
  private static final Actor ITALY = new Actor("ita", "Italy", "ITA", List.of(), null, null);
  private static final Actor GUNMEN =
      new Actor("---/gunmen", "Gunmen", Actor.UNKNOWN_CODE, List.of(), null, null);

  private final Corroboration corroboration =
      new Corroboration(
          (actor, day) -> Set.of(actor.code().startsWith("WISE") ? "WISE" : actor.code()), 3);

  private static Event event(
      String document,
      Actor source,
      Actor target,
      EventType type,
      String cameo,
      double goldstein,
      Status status,
      TimeSpan time) {
    return new Event(
        document + cameo + time.from(),
        document,
        source,
        target,
        type,
        null,
        List.of(),
        cameo,
        goldstein,
        status,
        Attribution.NONE,
        time,
        null,
        List.of(),
        1,
        List.of(new Evidence(0, null, null, null, null, null, null, "rule", List.of())),
        "test");
  }

  private static TimeSpan day(int day) {
    return TimeSpan.day(LocalDate.of(2020, 6, day));
  }

  private static Event ours(TimeSpan time) {
    return event("ours", MINISTER, WISE, EventType.REQUEST, "022", 3.2, Status.ACTUAL, time);
  }

  private static Event theirs(EventType type, String cameo, double goldstein, TimeSpan time) {
    return event("theirs", FRANCE, COUNCIL, type, cameo, goldstein, Status.ACTUAL, time);
  }

  private Match match(Event ours, Event other) {
    return corroboration.match(ours, other);
  }

  @Test
  void aPersonStandsForItsStateAndABodyForTheWhole() {
    Match match = match(ours(day(10)), theirs(EventType.REQUEST, "022", 3.2, day(10)));
    assertThat(match.grade()).isEqualTo(Grade.SAME);
    assertThat(match.because()).isEmpty();
    assertThat(match.nearness()).isBetween(0.85, 1.0);
  }

  @Test
  void appealsAndDemandsAreOne() {
    Match demand = match(ours(day(10)), theirs(EventType.REQUEST, "102", -5, day(10)));
    Match other = match(ours(day(10)), theirs(EventType.REQUEST, "104", -5, day(10)));
    assertThat(demand.grade()).isEqualTo(Grade.SAME);
    assertThat(other.grade()).isEqualTo(Grade.SAME);
    assertThat(demand.nearness()).isGreaterThan(other.nearness());
  }

  @Test
  void theWindow() {
    assertThat(match(ours(day(10)), theirs(EventType.REQUEST, "022", 3.2, day(11))).grade())
        .isEqualTo(Grade.SAME);
    Match late = match(ours(day(10)), theirs(EventType.REQUEST, "022", 3.2, day(13)));
    assertThat(late.grade()).isEqualTo(Grade.SIMILAR);
    assertThat(late.days()).isEqualTo(3);
    assertThat(late.because()).containsExactly("3 days apart");
    assertThat(match(ours(day(10)), theirs(EventType.REQUEST, "022", 3.2, day(14)))).isNull();
    assertThat(match(ours(day(10)), theirs(EventType.REQUEST, "022", 3.2, TimeSpan.UNKNOWN)))
        .isNull();
  }

  @Test
  void aMonthIsAsWideAsItIs() {
    TimeSpan june =
        new TimeSpan(
            LocalDate.of(2020, 6, 1), LocalDate.of(2020, 6, 30), Precision.MONTH, "in June");
    Match match = match(ours(june), theirs(EventType.REQUEST, "022", 3.2, day(28)));
    assertThat(match.grade()).isEqualTo(Grade.SAME);
    assertThat(match.nearness())
        .isLessThan(
            match(ours(day(28)), theirs(EventType.REQUEST, "022", 3.2, day(28))).nearness());
    assertThat(corroboration.days(ours(june)))
        .isEqualTo(new Days(LocalDate.of(2020, 5, 29), LocalDate.of(2020, 7, 3)));
  }

  @Test
  void beforeTheReport() {
    TimeSpan before = new TimeSpan(null, LocalDate.of(2020, 6, 20), Precision.UNKNOWN, null);
    Match near = match(ours(before), theirs(EventType.REQUEST, "022", 3.2, day(19)));
    Match far = match(ours(before), theirs(EventType.REQUEST, "022", 3.2, day(7)));
    assertThat(near.grade()).isEqualTo(Grade.SAME);
    assertThat(far.grade()).isEqualTo(Grade.SAME);
    assertThat(near.nearness()).isGreaterThan(far.nearness());
    assertThat(match(ours(before), theirs(EventType.REQUEST, "022", 3.2, day(2)))).isNull();
    assertThat(match(ours(before), theirs(EventType.AID, "070", 7, day(8))))
        .as("of another day")
        .isNull();
  }

  @Test
  void withoutAnyTimeAtMostSimilar() {
    Match match = match(ours(TimeSpan.UNKNOWN), theirs(EventType.REQUEST, "022", 3.2, day(1)));
    assertThat(match.grade()).isEqualTo(Grade.SIMILAR);
    assertThat(match.days()).isEqualTo(-1);
    assertThat(corroboration.days(ours(TimeSpan.UNKNOWN))).isNull();
  }

  @Test
  void theSameClassIsSimilar() {
    Match match = match(ours(day(10)), theirs(EventType.ACCUSE, "112", -2, day(10)));
    assertThat(match.grade()).isEqualTo(Grade.SIMILAR);
    assertThat(match.because()).contains("other act of its class");
    assertThat(match(ours(day(10)), theirs(EventType.ASSAULT, "190", -10, day(10))))
        .as("a fight, and what was asked for has a positive weight: contrary in quad but not worse")
        .isNull();
  }

  @Test
  void oppositeSigns() {
    Event praise =
        event("ours", FRANCE, ITALY, EventType.SUPPORT, "051", 3.4, Status.ACTUAL, day(10));
    Event threat =
        event("theirs", FRANCE, ITALY, EventType.THREATEN, "130", -4.4, Status.ACTUAL, day(12));
    Match match = match(praise, threat);
    assertThat(match.grade()).isEqualTo(Grade.CONTRARY);
    assertThat(match.because()).containsExactly("opposite sign", "2 days apart");
    Event back =
        event("theirs", ITALY, FRANCE, EventType.THREATEN, "130", -4.4, Status.ACTUAL, day(12));
    assertThat(match(praise, back)).as("from the other").isNull();
  }

  @Test
  void denied() {
    Event denied =
        event("theirs", FRANCE, WISE, EventType.REQUEST, "022", 3.2, Status.DENIED, day(10));
    Match match = match(ours(day(10)), denied);
    assertThat(match.grade()).isEqualTo(Grade.CONTRARY);
    assertThat(match.because()).contains("denied");
    Event both = event("ours", FRANCE, WISE, EventType.REQUEST, "022", 3.2, Status.DENIED, day(10));
    assertThat(match(both, denied).grade()).as("both say no").isEqualTo(Grade.SAME);
    Event other =
        event("theirs", FRANCE, WISE, EventType.ACCUSE, "112", -2, Status.DENIED, day(10));
    assertThat(match(ours(day(10)), other)).as("denies something else").isNull();
  }

  @Test
  void howFarItHasHappened() {
    TimeSpan time = day(10);
    Event planned =
        event("ours", FRANCE, ITALY, EventType.CONSULT, "042", 1.9, Status.PLANNED, time);
    Event demanded =
        event("ours", FRANCE, ITALY, EventType.CONSULT, "042", 1.9, Status.DEMANDED, time);
    Event done = event("theirs", FRANCE, ITALY, EventType.CONSULT, "042", 1.9, Status.ACTUAL, time);
    assertThat(match(planned, done).grade()).isEqualTo(Grade.SAME);
    assertThat(match(demanded, done).grade()).isEqualTo(Grade.SIMILAR);
    assertThat(match(demanded, done).because()).contains("there actual");
  }

  @Test
  void aVisitHasNoDirection() {
    Event visit =
        event("ours", FRANCE, ITALY, EventType.CONSULT, "042", 1.9, Status.ACTUAL, day(10));
    Event host =
        event("theirs", ITALY, FRANCE, EventType.CONSULT, "043", 2.8, Status.ACTUAL, day(10));
    assertThat(match(visit, host).grade()).isEqualTo(Grade.SAME);
    Event request =
        event("ours", FRANCE, ITALY, EventType.REQUEST, "020", 3, Status.ACTUAL, day(10));
    Event back =
        event("theirs", ITALY, FRANCE, EventType.REQUEST, "020", 3, Status.ACTUAL, day(10));
    assertThat(match(request, back)).isNull();
  }

  @Test
  void otherPartsOfAWholeAreAtMostSimilar() {
    Event farmers =
        event("theirs", FARMERS, WISE, EventType.REQUEST, "022", 3.2, Status.ACTUAL, day(10));
    Match match = match(ours(day(10)), farmers);
    assertThat(match.grade()).isEqualTo(Grade.SIMILAR);
    assertThat(match.because()).contains("other part of it");
    Event atHome =
        event("ours", MINISTER, FARMERS, EventType.COERCE, "175", -9, Status.ACTUAL, day(10));
    Event vague =
        event("theirs", MINISTER, FRANCE, EventType.COERCE, "175", -9, Status.ACTUAL, day(10));
    assertThat(match(atHome, vague).grade())
        .as("within one state its name names no part")
        .isEqualTo(Grade.SIMILAR);
  }

  @Test
  void aStatementIsNoMeeting() {
    Event met = event("ours", FRANCE, ITALY, EventType.CONSULT, "040", 1, Status.ACTUAL, day(10));
    Event said =
        event("theirs", FRANCE, ITALY, EventType.CONSULT, "010", 0, Status.ACTUAL, day(10));
    assertThat(match(met, said).grade()).isEqualTo(Grade.SIMILAR);
  }

  @Test
  void ownReportsAndUnknownPartiesAreLeftOut() {
    Event own = event("ours", FRANCE, WISE, EventType.REQUEST, "020", 3, Status.ACTUAL, day(10));
    assertThat(match(ours(day(10)), own)).isNull();
    Event unknown =
        event("ours", GUNMEN, FRANCE, EventType.ASSAULT, "190", -10, Status.ACTUAL, day(10));
    Finding finding = corroboration.find(unknown, List.of(own));
    assertThat(finding.comparable()).isFalse();
    assertThat(finding.matches()).isEmpty();
  }

  @Test
  void aPersonSpeaksForWhomItServedOnTheDay() {
    Actor envoy = new Actor("person/envoy", "The envoy", "WISE", List.of(), null, null);
    Corroboration dated =
        new Corroboration(
            (actor, day) ->
                Set.of(
                    actor.id().equals("person/envoy")
                            && day != null
                            && day.isBefore(LocalDate.of(2020, 6, 5))
                        ? "FRA"
                        : actor.code()),
            3);
    Event undated =
        event("ours", envoy, ITALY, EventType.AID, "070", 7, Status.ACTUAL, TimeSpan.UNKNOWN);
    Event early = event("theirs", FRANCE, ITALY, EventType.AID, "070", 7, Status.ACTUAL, day(1));
    Event late = event("theirs", FRANCE, ITALY, EventType.AID, "070", 7, Status.ACTUAL, day(9));
    assertThat(dated.match(undated, early)).isNotNull();
    assertThat(dated.match(undated, late)).isNull();
  }

  @Test
  void nearestFirstAndTotals() {
    Event praise =
        event("ours", FRANCE, ITALY, EventType.SUPPORT, "051", 3.4, Status.ACTUAL, day(10));
    Event same =
        event("theirs", FRANCE, ITALY, EventType.SUPPORT, "051", 3.4, Status.ACTUAL, day(10));
    Event later =
        event("theirs", FRANCE, ITALY, EventType.SUPPORT, "052", 3.5, Status.ACTUAL, day(12));
    Event threat =
        event("theirs", FRANCE, ITALY, EventType.THREATEN, "130", -4.4, Status.ACTUAL, day(10));
    Finding finding = corroboration.find(praise, List.of(threat, later, same));
    assertThat(finding.matches()).extracting(Match::event).containsExactly(same, later, threat);
    assertThat(finding.support()).isEqualTo(finding.matches().get(0).nearness());
    assertThat(finding.contradiction()).isPositive();
    Finding silent = corroboration.find(ours(day(1)), List.of());
    assertThat(Corroboration.totals(List.of(finding, silent)))
        .isEqualTo(new Corroboration.Totals(2, 2, 1, 0, 1, finding.support() / 2));
    assertThat(Corroboration.totals(List.of()).support()).isZero();
  }

  @Test
  void daysAreJoined() {
    LocalDate june = LocalDate.of(2020, 6, 1);
    Days later = new Days(june.plusDays(20), june.plusDays(22));
    assertThat(
            Days.joined(
                List.of(
                    later,
                    new Days(june.plusDays(3), june.plusDays(5)),
                    new Days(june, june.plusDays(2)),
                    new Days(june, june.plusDays(1)))))
        .containsExactly(new Days(june, june.plusDays(5)), later);
    assertThat(Days.joined(List.of())).isEmpty();
  }

  @Test
  void aWindowIsNotNegative() {
    assertThatThrownBy(() -> new Corroboration((actor, day) -> Set.of(), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
