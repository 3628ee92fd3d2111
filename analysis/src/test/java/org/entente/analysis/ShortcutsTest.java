package org.entente.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.entente.analysis.network.Decay;
import org.entente.analysis.network.SignedNetwork;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.entente.store.Dataset;
import org.entente.store.DatasetRun;
import org.entente.store.Dyad;
import org.entente.store.DyadDays;
import org.entente.store.DyadsQuery;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Pairing;
import org.entente.store.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a part of the events is what all of them would say of that part. */
class ShortcutsTest {
  private static final RecursiveComparisonConfiguration ROUNDED =
      RecursiveComparisonConfiguration.builder()
          .withComparatorForType(
              (a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
          .build();

  @TempDir static Path folder;
  private static EventStore store;

  @BeforeAll
  static void fill() {
    store = EventStore.open(folder.resolve("s.duckdb"));
    SplittableRandom random = new SplittableRandom(7);
    Dataset rows = new Dataset("rows", "icews", "rows.tsv", "hash");
    try (DatasetRun run = store.begin(rows, "import rows.tsv")) {
      for (int row = 1; row <= 2_000; row++) {
        run.add(row, event(row, random), null);
      }
      run.finish();
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  /** Of 30 actors the first have the most events. */
  private static Actor actor(SplittableRandom random) {
    int number = Math.min(random.nextInt(30), random.nextInt(30));
    String code = "A" + (char) ('A' + number / 5) + (char) ('A' + number % 5);
    return number % 3 == 2
        ? new Actor("person/" + code, "Somebody of " + code, code, List.of(), null, null)
        : new Actor(
            code.toLowerCase(java.util.Locale.ROOT), code + " Land", code, List.of(), null, null);
  }

  private static Event event(int row, SplittableRandom random) {
    EventType type = EventType.values()[random.nextInt(16)];
    return new Event(
        "rows-" + row,
        "rows",
        actor(random),
        random.nextInt(9) == 0 ? null : actor(random),
        type,
        null,
        List.of(),
        "190",
        Math.round((random.nextDouble() * 20 - 10) * 1e4) / 1e4,
        Status.values()[random.nextInt(5)],
        Attribution.NONE,
        TimeSpan.day(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(500))),
        null,
        List.of(),
        1,
        List.of(new Evidence(0, null, null, null, null, null, null, "rows, row " + row, List.of())),
        "icews");
  }

  @Test
  void aNetworkOfTheBusiest() {
    for (Query query : List.of(Query.ALL, Query.ALL.source("AAA"), Query.ALL.source("QQQ"))) {
      for (Level level : Level.values()) {
        DyadDays days = DyadDays.of(store, query, level);
        for (double halfLife : new double[] {Double.POSITIVE_INFINITY, 90}) {
          Decay decay = Decay.of(days, null, halfLife);
          for (int most : new int[] {2, 7, 100}) {
            assertThat(SignedNetwork.of(store, query, level, halfLife, 2, most))
                .as("%s, %s, half-life %f, %d", query, level, halfLife, most)
                .usingRecursiveComparison(ROUNDED)
                .isEqualTo(SignedNetwork.of(days, decay, 2, most));
          }
        }
      }
    }
  }

  @Test
  void theFirstDyadsAndHowManyThereAre() {
    for (Query query :
        List.of(
            Query.ALL,
            Query.ALL.from(LocalDate.of(2015, 6, 1)).to(LocalDate.of(2015, 12, 31)),
            Query.ALL.source("QQQ"))) {
      for (Pairing pairing :
          List.of(
              Pairing.COUNTRIES,
              new Pairing(Level.ACTOR, true, false),
              new Pairing(Level.COUNTRY, false, true))) {
        DyadsQuery asked = new DyadsQuery(query, pairing, 60);
        DyadsQuery.Answer all = asked.ask(store);
        for (DyadsQuery.Order order : DyadsQuery.Order.values()) {
          DyadsQuery.Summary found = asked.summary(store, order, 10);
          List<Dyad> sorted = new ArrayList<>(all.dyads());
          switch (order) {
            case BUSIEST -> {}
            case HOSTILE -> sorted.sort(Comparator.comparingDouble(d -> d.tally().goldsteinSum()));
            case FRIENDLY ->
                sorted.sort(Comparator.comparingDouble(d -> -d.tally().goldsteinSum()));
          }
          assertThat(found.first().dyads())
              .isEqualTo(sorted.subList(0, Math.min(10, sorted.size())));
          assertThat(found.first().first()).isEqualTo(all.first());
          assertThat(found.first().last()).isEqualTo(all.last());
          assertThat(found.first().before()).isEqualTo(all.before());
          assertThat(found.first().leftOut()).isEqualTo(all.leftOut());
          assertThat(found.alike().stream().mapToLong(DyadsQuery.Alike::dyads).sum())
              .isEqualTo(all.dyads().size());
          assertThat(found.alike().stream().mapToLong(DyadsQuery.Alike::events).sum())
              .isEqualTo(all.dyads().stream().mapToLong(d -> d.tally().events()).sum());
          assertThat(found.alike().stream().mapToLong(one -> one.recent() * one.dyads()).sum())
              .isEqualTo(all.dyads().stream().mapToLong(Dyad::recent).sum());
        }
      }
    }
  }
}
