package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.entente.model.Actor;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.entente.store.DyadDays.Party;
import org.entente.store.DyadDays.Sum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DyadDaysTest {
  private static final Actor GUNMEN =
      new Actor("gunmen", "gunmen", Actor.UNKNOWN_CODE, List.of(), null, "gunmen");

  private static int day(int ofFebruary) {
    return (int) LocalDate.of(2015, 2, ofFebruary).toEpochDay();
  }

  private static EventStore store(Path folder) {
    EventStore store = EventStore.open(folder.resolve("store.duckdb"));
    store.save(
        Samples.document("d", "Some text."),
        List.of(
            Samples.event("d", 0, Samples.SISI, Samples.ISIS, EventType.ASSAULT, Status.ACTUAL, 3),
            Samples.event("d", 1, Samples.EGYPT, Samples.ISIS, EventType.ASSAULT, Status.ACTUAL, 3),
            Samples.event("d", 2, Samples.EGYPT, Samples.ISIS, EventType.AID, Status.PLANNED, 4),
            Samples.event("d", 3, Samples.EGYPT, Samples.UN, EventType.AID, Status.DENIED, 4),
            Samples.event("d", 4, Samples.SISI, Samples.EGYPT, EventType.AID, Status.ACTUAL, 5),
            Samples.event("d", 5, GUNMEN, Samples.EGYPT, EventType.ASSAULT, Status.ACTUAL, 5),
            Samples.event("d", 6, Samples.UN, null, EventType.AID, Status.ACTUAL, 5)),
        "test");
    return store;
  }

  @Test
  void countriesWithTheirPeople(@TempDir Path folder) {
    try (EventStore store = store(folder)) {
      DyadDays days = DyadDays.of(store, Query.ALL, Level.COUNTRY);
      assertThat(days.actors())
          .containsExactly(new Party("EGY", "EGY", "Egypt"), new Party("ISIS", "ISIS", "ISIS"));
      assertThat(days.sums())
          .containsExactly(new Sum(0, 1, day(3), 2, -19), new Sum(0, 1, day(4), 1, 3.4));
      assertThat(days.find("egypt")).isZero();
      assertThat(days.find("isis")).isEqualTo(1);
      assertThat(days.find("UNO")).isEqualTo(-1);
    }
  }

  @Test
  void eachOfItsOwn(@TempDir Path folder) {
    try (EventStore store = store(folder)) {
      DyadDays days = DyadDays.of(store, Query.ALL, Level.ACTOR);
      assertThat(days.actors())
          .containsExactly(
              new Party("egy", "EGY", "Egypt"),
              new Party("egy/abdel-fattah-al-sisi", "EGY", "Abdel Fattah al-Sisi"),
              new Party("isis", "ISIS", "ISIS"));
      assertThat(days.sums())
          .containsExactly(
              new Sum(0, 2, day(3), 1, -9.5),
              new Sum(0, 2, day(4), 1, 3.4),
              new Sum(1, 0, day(5), 1, 3.4),
              new Sum(1, 2, day(3), 1, -9.5));
    }
  }

  @Test
  void filters(@TempDir Path folder) {
    try (EventStore store = store(folder)) {
      assertThat(DyadDays.of(store, Query.ALL.from(LocalDate.of(2015, 2, 4)), Level.COUNTRY).sums())
          .hasSize(1);
      assertThat(DyadDays.of(store, Query.ALL.source("UNO"), Level.COUNTRY).actors()).isEmpty();
    }
    assertThat(DyadDays.sql(Query.ALL.source("EGY"), Level.ACTOR))
        .contains("source_code = 'EGY'", "GROUP BY source_id, target_id, day");
  }
}
