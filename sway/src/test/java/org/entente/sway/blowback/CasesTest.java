package org.entente.sway.blowback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.entente.model.EventType;
import org.entente.store.ActorFilter;
import org.entente.store.EventStore;
import org.entente.sway.StoredEvents;
import org.entente.sway.blowback.Blowback.Count;
import org.entente.sway.blowback.Blowback.Deed;
import org.entente.sway.blowback.Blowback.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six states strike the group and are struck back twice as often; six others are left as they were.
 */
class CasesTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final LocalDate BLOW = LocalDate.of(2011, 6, 1);

  @TempDir Path folder;

  private EventStore store() {
    StoredEvents events = new StoredEvents();
    for (int i = 0; i < 12; i++) {
      String state = "S" + (char) ('A' + i) + "X";
      boolean strikes = i < 6;
      if (strikes) {
        events.add(BLOW.plusDays(i), state, EventType.ASSAULT, "GGG", "190", -10);
        events.add(BLOW.plusDays(i + 20), state, EventType.ASSAULT, "GGG", "190", -10);
        events.add(BLOW.plusDays(i + 5), state, EventType.COOPERATE, "SLX", "062", 7);
      }
      for (int day = 0; day < 1000; day += 10) {
        LocalDate when = FIRST.plusDays(day);
        events.add(when, "GGG", EventType.ASSAULT, state, "190", -10);
        events.add(when, "HHH", EventType.CONSULT, state, "040", 1);
        if (strikes && when.isAfter(BLOW)) {
          events.add(when.plusDays(5), "GGG", EventType.ASSAULT, state, "190", -10);
        }
      }
    }
    return events.save(folder.resolve("b.duckdb"));
  }

  private static Blowback of(EventStore store, Kind kind) {
    return Cases.of(store, ActorFilter.code("GGG"), "G", code -> code.startsWith("S"), kind, 1);
  }

  @Test
  void twiceAsOftenAfterABlow() {
    try (EventStore store = store()) {
      Blowback found = of(store, Kind.FORCE);
      assertThat(found.cases()).hasSize(6);
      assertThat(found.cases().get(0).day()).isEqualTo(BLOW);
      Blowback.Window month = found.window(90, Deed.HOSTILE);
      assertThat(month.cases()).isEqualTo(6);
      assertThat(month.ratio()).isBetween(1.7, 2.3);
      assertThat(month.low()).isBetween(1.0, month.ratio());
      assertThat(month.high()).isBetween(month.ratio(), 4.0);
      assertThat(month.thin()).isFalse();
      assertThat(found.window(90, Deed.THREAT).thin()).isTrue();
      assertThat(found.cases().get(0).others()).isNotEmpty().noneMatch("SAX"::equals);
      assertThat(found.cases().get(0).others())
          .as("none that strikes itself")
          .allMatch(state -> state.charAt(1) >= 'G');
      assertThat(found.cases().get(0).counts().get(0).map(Count::before)).hasValue(3);
      assertThat(found.rate()).isBetween(36.0, 37.0);
      assertThat(of(store, Kind.FORCE)).as("same seed").isEqualTo(found);
    }
  }

  @Test
  void joiningThoseThatFight() {
    try (EventStore store = store()) {
      Blowback found = of(store, Kind.JOINING);
      assertThat(found.cases()).extracting(Blowback.Case::state).containsExactly("SLX");
      assertThat(found.window(30, Deed.HOSTILE).thin()).isTrue();
    }
  }

  @Test
  void aWindowThatTheDataDoNotFill() {
    StoredEvents events = new StoredEvents();
    events.add(FIRST, "HHH", EventType.CONSULT, "SAX", "040", 1);
    events.add(FIRST.plusDays(100), "SAX", EventType.ASSAULT, "GGG", "190", -10);
    events.add(FIRST.plusDays(140), "GGG", EventType.ASSAULT, "SAX", "190", -10);
    try (EventStore store = events.save(folder.resolve("c.duckdb"))) {
      Blowback found = of(store, Kind.FORCE);
      assertThat(found.cases().get(0).counts().get(0)).hasValue(new Count(0, 0));
      assertThat(found.cases().get(0).counts().get(2)).isEqualTo(Optional.empty());
      assertThat(found.window(90, Deed.HOSTILE).cases()).isZero();
      assertThat(found.thin()).isTrue();
    }
  }

  @Test
  void anEmptyStore() {
    try (EventStore store = EventStore.open(folder.resolve("e.duckdb"))) {
      Blowback found = of(store, Kind.FORCE);
      assertThat(found.first()).isNull();
      assertThat(found.cases()).isEmpty();
      assertThat(found.thin()).isTrue();
    }
  }
}
