package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.model.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while a store is written: what was committed stays whole, and the next run goes on. */
class KillTest {
  private static final int DOCUMENTS = 3_000;

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void nothingCommittedIsLostAndNothingIsHalf() throws Exception {
    Path file = folder.resolve("entente.duckdb");
    List<String> committed = new ArrayList<>();
    for (int kill = 0; kill < 4; kill++) {
      Process child = Child.start(List.of(), "save", file.toString(), "1000000");
      try (BufferedReader lines = Child.output(child)) {
        for (int i = 0; i < 6; i++) {
          remember(lines.readLine(), committed);
        }
        Thread.sleep(37L * kill);
        // kill -9; Process.destroyForcibly would close the pipe as well
        child.toHandle().destroyForcibly();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        remember(lines, committed);
      }
      assertWhole(file, committed);
    }
    assertThat(committed).doesNotHaveDuplicates();

    Process child = Child.start(List.of(), "save", file.toString(), "" + DOCUMENTS);
    try (BufferedReader lines = Child.output(child)) {
      List<String> said = lines.lines().toList();
      assertThat(said).last().isEqualTo("done");
      int skipped = Integer.parseInt(said.get(said.size() - 2).substring("skipped ".length()));
      assertThat(skipped).isGreaterThanOrEqualTo(Math.min(committed.size(), DOCUMENTS));
    }
    try (EventStore store = EventStore.open(file)) {
      int last = (int) Math.max(DOCUMENTS, store.counts().documents());
      assertThat(store.counts())
          .isEqualTo(
              new Counts(
                  last,
                  IntStream.range(0, last).mapToLong(i -> Samples.eventsOf(i).size()).sum(),
                  0,
                  5));
      assertThat(store.runs().stream().filter(run -> run.finished() != null)).hasSize(1);
      assertThat(store.runs().stream().mapToLong(RunRecord::coded).sum()).isEqualTo(last);
    }
  }

  @Test
  @Timeout(120)
  void anImportThatIsKilledGoesOnAndHasEachRowOnce() throws Exception {
    Path file = folder.resolve("entente.duckdb");
    String rows = "" + (5 * Child.ROWS + 777);
    Random random = new Random(5);
    long committed = 0;
    boolean done = false;
    for (int kill = 0; !done; kill++) {
      Process child = Child.start(List.of(), "import", file.toString(), rows, "0");
      try (BufferedReader lines = Child.output(child)) {
        assertThat(lines.readLine()).isEqualTo("begin " + committed);
        if (kill < 5) {
          // the first before anything is committed, the others somewhere between two commits
          for (int commits = kill % 2; commits > 0; commits--) {
            committed = number(lines.readLine(), "committed ");
          }
          Thread.sleep(random.nextInt(300));
          child.toHandle().destroyForcibly();
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          done = line.startsWith("done ");
          committed = number(line, done ? "done " : "committed ");
        }
      }
      try (EventStore store = EventStore.open(file)) {
        // what was committed is there, and maybe two commits that the child could not tell of
        long there = number(store, "SELECT rows FROM datasets");
        assertThat(there).isBetween(committed, committed + 2 * Child.ROWS);
        committed = there;
        assertThat(number(store, "SELECT count(*) FROM events")).isEqualTo(there - there / 10);
        assertThat(number(store, "SELECT count(DISTINCT n) FROM events WHERE n <= " + there))
            .isEqualTo(there - there / 10);
        assertThat(store.aside(0)).hasSize((int) (there / 10));
        assertThat(store.event("rows-" + (there == 0 ? 0 : there - 1)).isPresent())
            .isEqualTo(there > 0 && (there - 1) % 10 != 0);
      }
    }
    assertThat(committed).isEqualTo(Long.parseLong(rows));
    try (EventStore store = EventStore.open(file)) {
      try (DatasetRun run = store.begin(Samples.dataset("rows"), "again")) {
        assertThat(run.complete()).isTrue();
        assertThat(run.events()).isEqualTo(committed - committed / 10);
      }
      assertThat(store.runs().stream().mapToLong(RunRecord::events).sum())
          .isEqualTo(committed - committed / 10);
    }
  }

  private static long number(String line, String before) {
    assertThat(line).startsWith(before);
    return Long.parseLong(line.substring(before.length()));
  }

  private static long number(EventStore store, String query) {
    return store.ask(
        query,
        result -> {
          result.next();
          return result.getLong(1);
        });
  }

  private static void remember(BufferedReader lines, List<String> committed) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      remember(line, committed);
    }
  }

  private static void remember(String line, List<String> committed) {
    assertThat(line).startsWith("committed ");
    committed.addAll(Arrays.asList(line.split(" ")).subList(1, line.split(" ").length));
  }

  private static void assertWhole(Path file, List<String> committed) {
    try (EventStore store = EventStore.open(file)) {
      // the child saves in order: what is there is d0 to dn
      int number = (int) store.counts().documents();
      Map<String, List<Event>> events =
          store.events(Query.ALL).stream().collect(Collectors.groupingBy(Event::document));
      for (int i = 0; i < number; i++) {
        assertThat(store.has(Samples.numbered(i), "coder")).as("d" + i).isTrue();
        assertThat(events.getOrDefault("d" + i, List.of()))
            .containsExactlyInAnyOrderElementsOf(Samples.eventsOf(i));
      }
      assertThat(store.counts().events())
          .isEqualTo(events.values().stream().mapToLong(List::size).sum());
      assertThat(committed).hasSizeLessThanOrEqualTo(number);
      assertThat(committed)
          .containsExactlyElementsOf(
              IntStream.range(0, number)
                  .mapToObj(i -> "d" + i)
                  .filter(committed::contains)
                  .toList());
    }
  }
}
