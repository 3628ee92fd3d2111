package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.store.Samples.EGYPT;
import static org.entente.store.Samples.ISIS;
import static org.entente.store.Samples.SISI;
import static org.entente.store.Samples.UN;
import static org.entente.store.Samples.event;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DyadsQueryTest {
  @TempDir Path folder;
  private EventStore store;

  @BeforeEach
  void fill() {
    store = EventStore.open(folder.resolve("s.duckdb"));
    store.save(
        Samples.document("a", "a"),
        List.of(
            event("a", 0, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 16),
            event("a", 1, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 17),
            event("a", 2, EGYPT, ISIS, EventType.RETREAT, Status.ACTUAL, 18),
            event("a", 3, EGYPT, ISIS, EventType.AID, Status.DENIED, 18),
            event("a", 4, SISI, EGYPT, EventType.AID, Status.ACTUAL, 18),
            event("a", 5, SISI, null, EventType.AID, Status.ACTUAL, 18),
            event("a", 6, UN, EGYPT, EventType.SUPPORT, Status.ACTUAL, 18),
            event("a", 7, ISIS, EGYPT, EventType.ASSAULT, Status.ACTUAL, 20)),
        "coder");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Dyad dyad(List<Dyad> dyads, String source, String target) {
    return dyads.stream()
        .filter(one -> one.source().equals(source) && one.target().equals(target))
        .findAny()
        .orElseThrow();
  }

  @Test
  void countsByCodesWithoutDenialsAndWhatAnActorDoesToItself() {
    DyadsQuery query = new DyadsQuery(Query.ALL, Pairing.COUNTRIES, 2);
    DyadsQuery.Answer answer = query.ask(store);
    assertThat(answer.dyads()).hasSize(3);
    Dyad first = query.named(store, answer.dyads()).get(0);
    assertThat(first)
        .isEqualTo(
            new Dyad(
                "EGY",
                "Egypt",
                "ISIS",
                "ISIS",
                new Tally(0, 1, 0, 2, -15.6, 3),
                0,
                3,
                LocalDate.of(2015, 2, 18)));
    assertThat(first.tally().goldsteinMean()).isEqualTo(-5.2);
    assertThat(answer.leftOut()).isEqualTo(new LeftOut(1, 0, 0));
    assertThat(answer.last()).isEqualTo(LocalDate.of(2015, 2, 20));
    // the 16th to the 18th; the 19th and 20th are the window
    assertThat(answer.before()).isEqualTo(3);
    assertThat(dyad(answer.dyads(), "ISIS", "EGY").recent()).isEqualTo(1);
  }

  @Test
  void theWindowEndsWhereTheQueryDoes() {
    Query query = Query.ALL.from(LocalDate.of(2015, 2, 1)).to(LocalDate.of(2015, 2, 28));
    DyadsQuery.Answer answer = new DyadsQuery(query, Pairing.COUNTRIES, 11).ask(store);
    assertThat(answer.last()).isEqualTo(LocalDate.of(2015, 2, 28));
    assertThat(answer.before()).isEqualTo(17);
    Dyad egyptIsis = dyad(answer.dyads(), "EGY", "ISIS");
    assertThat(List.of(egyptIsis.recent(), egyptIsis.before())).containsExactly(1L, 2L);
    assertThat(new DyadsQuery(query, Pairing.COUNTRIES, 1).ask(store).before()).isEqualTo(12);
    assertThat(new DyadsQuery(query, Pairing.COUNTRIES, 28).ask(store).before()).isZero();
  }

  @Test
  void withoutDirectionBothWaysAreOneDyad() {
    DyadsQuery.Answer answer =
        new DyadsQuery(Query.ALL, new Pairing(Level.COUNTRY, true, false), 2).ask(store);
    assertThat(answer.dyads()).hasSize(2);
    assertThat(dyad(answer.dyads(), "EGY", "ISIS").tally().events()).isEqualTo(4);
  }

  @Test
  void atTheLevelOfActorsAPresidentIsHimself() {
    DyadsQuery query = new DyadsQuery(Query.ALL, new Pairing(Level.ACTOR, false, false), 2);
    List<Dyad> dyads = query.named(store, query.ask(store).dyads());
    assertThat(dyads).extracting(Dyad::sourceName).contains("Abdel Fattah al-Sisi", "Egypt");
    assertThat(dyad(dyads, "egy/abdel-fattah-al-sisi", "egy").tally().events()).isEqualTo(1);
  }

  @Test
  void whatHappensAtHomeCountsIfItIsAskedFor() {
    DyadsQuery.Answer answer =
        new DyadsQuery(Query.ALL, new Pairing(Level.COUNTRY, false, true), 2).ask(store);
    assertThat(dyad(answer.dyads(), "EGY", "EGY").tally().events()).isEqualTo(1);
  }

  @Test
  void deniedEventsCountIfTheyAreAskedFor() {
    DyadsQuery.Answer answer =
        new DyadsQuery(Query.ALL.statuses(Set.of(Status.DENIED)), Pairing.COUNTRIES, 2).ask(store);
    assertThat(answer.dyads()).hasSize(1);
    assertThat(answer.leftOut()).isEqualTo(new LeftOut(0, 0, 0));
  }

  @Test
  void nothingFoundIsAnEmptyAnswer() {
    DyadsQuery.Answer answer =
        new DyadsQuery(Query.ALL.source("FRA"), Pairing.COUNTRIES, 28).ask(store);
    assertThat(answer.dyads()).isEmpty();
    assertThat(answer.before()).isZero();
    assertThat(answer.last()).isNull();
  }

  @Test
  void aWindowHasDays() {
    assertThatThrownBy(() -> new DyadsQuery(Query.ALL, Pairing.COUNTRIES, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 100000 days");
  }
}
