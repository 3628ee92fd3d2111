package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages from rows that are kept are those that a plain question gives. */
class PagesTest {
  private static final List<Query> FILTERS =
      List.of(
          Query.ALL,
          Query.ALL.source("EGY"),
          Query.ALL.actor(ActorFilter.code("ISIS")),
          Query.ALL.type(EventType.ASSAULT),
          Query.ALL.quads(Set.of(Quad.MATERIAL_CONFLICT)),
          Query.ALL.status(Status.ACTUAL),
          Query.ALL.from(LocalDate.of(2015, 2, 3)).to(LocalDate.of(2015, 2, 5)),
          Query.ALL.confidence(.5),
          Query.ALL.text("egypt"),
          Query.ALL.text("nowhere to be found"),
          Query.ALL.dataset("rows"),
          Query.ALL.dataset(""),
          Query.ALL.duplicates(true),
          Query.ALL.rejected(true),
          Query.ALL.withoutModes(Set.of("statement")));

  @TempDir Path folder;

  private EventStore open() {
    return EventStore.open(folder.resolve("pages.duckdb"));
  }

  private static void save(EventStore store, int from, int to) {
    for (int i = from; i < to; i++) {
      store.save(Samples.numbered(i), Samples.eventsOf(i), "coder");
    }
  }

  private static void add(EventStore store, String id, int rows) {
    try (DatasetRun run = store.begin(Samples.dataset(id), "import " + id)) {
      for (int row = 1; row <= rows; row++) {
        run.add(row, Samples.row(id, row), null);
      }
      run.finish();
    }
  }

  private static void compare(EventStore store, List<Query> filters) {
    for (Query filter : filters) {
      for (Query.Order order : Query.Order.values()) {
        Query query = filter.order(order);
        List<Event> all = store.events(query);
        for (int[] page : new int[][] {{7, 0}, {50, 7}, {10, 100_000}}) {
          Page found = store.page(query.limit(page[0]).offset(page[1]));
          int from = Math.min(all.size(), page[1]);
          assertThat(found.events())
              .as("%s, %d from %d", query.where(), page[0], page[1])
              .isEqualTo(all.subList(from, Math.min(all.size(), from + page[0])));
          assertThat(found.total()).isEqualTo(all.size());
        }
      }
    }
  }

  @Test
  void pagesAreThoseOfTheWholeAndFollowWhatIsWritten() {
    try (EventStore store = open()) {
      List<Query> few = FILTERS.subList(0, 2);
      compare(store, few);
      save(store, 0, 12);
      compare(store, few);
      add(store, "rows", 300);
      compare(store, FILTERS);
      // written anew, so in other rows than before
      save(store, 5, 9);
      compare(store, few);
      store.save(Samples.numbered(6), List.of(), "coder");
      add(store, "others", 40);
      compare(store, few);
    }
  }

  @Test
  void pagesAreInOrderWhileOthersWrite() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(4);
    try (EventStore store = open()) {
      save(store, 0, 25);
      AtomicBoolean done = new AtomicBoolean();
      List<Future<Integer>> reading = new ArrayList<>();
      for (int reader = 0; reader < 4; reader++) {
        int first = 1 + 10 * reader;
        reading.add(
            CompletableFuture.supplyAsync(
                () -> {
                  int pages = 0;
                  do {
                    List<Event> events = store.page(Query.ALL.limit(30).offset(first)).events();
                    List<LocalDate> days = events.stream().map(e -> e.time().from()).toList();
                    assertThat(days).isSorted();
                    assertThat(new HashSet<>(events)).hasSameSizeAs(events);
                    pages++;
                  } while (!done.get());
                  return pages;
                },
                readers));
      }
      try {
        for (int round = 0; round < 2; round++) {
          save(store, 0, 25);
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> one : reading) {
        assertThat(one.get()).isPositive();
      }
      compare(store, FILTERS.subList(0, 1));
    } finally {
      readers.shutdown();
    }
  }
}
