package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetRunTest {
  private static final Dataset ROWS = Samples.dataset("rows");

  private static final int DUE = 1_000;

  @TempDir Path folder;

  private EventStore open() {
    return EventStore.open(folder.resolve("entente.duckdb"));
  }

  private static void add(DatasetRun run, int first, int last) {
    for (int row = first; row <= last; row++) {
      run.add(row, Samples.row("rows", row), "{\"row\":" + row + "}");
    }
  }

  @Test
  void eventsComeBackFromTheColumnsAsTheyWere() {
    List<Event> added = new ArrayList<>();
    try (EventStore store = open()) {
      try (DatasetRun run = store.begin(ROWS, "import rows.tsv")) {
        assertThat(run.complete()).isFalse();
        assertThat(run.done()).isZero();
        add(run, 1, 300);
        run.finish();
        assertThat(run.done()).isEqualTo(300);
        assertThat(run.events()).isEqualTo(300);
      }
      for (int row = 1; row <= 300; row++) {
        added.add(Samples.row("rows", row));
      }
      assertThat(store.events(Query.ALL)).containsExactlyInAnyOrderElementsOf(added);
      assertThat(store.event("rows-7")).contains(added.get(6));
      List<String> originals = new ArrayList<>();
      store.events(
          Query.ALL,
          (event, original) ->
              originals.add(event.id().replace("rows-", "{\"row\":") + "}=" + original));
      assertThat(originals)
          .hasSize(300)
          .allMatch(one -> one.split("=")[0].equals(one.split("=")[1]));
      assertThat(json(store)).as("kept as JSON").isZero();
      assertThat(store.counts()).isEqualTo(new Counts(0, 300, 0, 1));
      RunRecord run = store.runs().get(0);
      assertThat(run.command()).isEqualTo("import rows.tsv");
      assertThat(run.events()).isEqualTo(300);
      assertThat(run.finished()).isNotNull();
    }
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Samples.events("set").list().ofMaxSize(4).uniqueElements(e -> Texts.clean(e.id()));
  }

  /** What the columns cannot hold is kept as JSON. */
  @Property(tries = 100)
  void anyEventComesBack(@ForAll("events") List<Event> events) throws IOException {
    Path temporary = Files.createTempDirectory("entente-store");
    Path file = temporary.resolve("s.duckdb");
    try (EventStore store = EventStore.open(file)) {
      try (DatasetRun run = store.begin(Samples.dataset("set"), "import")) {
        for (int i = 0; i < events.size(); i++) {
          run.add(i + 1, events.get(i), null);
        }
        run.finish();
      }
      assertThat(store.events(Query.ALL)).containsExactlyInAnyOrderElementsOf(events);
    } finally {
      Files.delete(file);
      Files.delete(temporary);
    }
  }

  @Test
  void anEventThatSaysMoreThanTheColumnsIsKeptAsJson() {
    Event coded =
        Samples.event("rows", 1, Samples.EGYPT, Samples.ISIS, EventType.ASSAULT, Status.ACTUAL, 16);
    try (EventStore store = open();
        DatasetRun run = store.begin(ROWS, "import")) {
      run.add(1, coded, null);
      run.add(2, Samples.row("rows", 2), null);
      run.finish();
      assertThat(store.event(coded.id())).contains(coded);
      assertThat(json(store)).isEqualTo(1);
    }
  }

  private static long json(EventStore store) {
    return store.ask(
        "SELECT count(json) FROM events",
        result -> {
          result.next();
          return result.getLong(1);
        });
  }

  @Test
  void anImportCutShortGoesOnBehindTheLastCommit() {
    try (EventStore store = open()) {
      try (DatasetRun run = store.begin(ROWS, "first", DUE)) {
        add(run, 1, DUE + 50);
        run.close();
        assertThatThrownBy(() -> run.add(DUE + 51, Samples.row("rows", 1), null))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("rows");
      }
      assertThat(store.count(Query.ALL)).isEqualTo(DUE);
    }
    try (EventStore store = open()) {
      try (DatasetRun run = store.begin(ROWS, "second", DUE)) {
        assertThat(run.complete()).isFalse();
        assertThat(run.done()).isEqualTo(DUE);
        assertThatThrownBy(() -> run.add(DUE, Samples.row("rows", 1), null))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("row " + DUE);
        add(run, DUE + 1, DUE + 100);
        run.finish();
        assertThat(run.events()).isEqualTo(DUE + 100);
      }
      try (DatasetRun run = store.begin(ROWS, "third", DUE)) {
        assertThat(run.complete()).isTrue();
        assertThat(run.done()).isEqualTo(DUE + 100);
      }
      assertThat(store.count(Query.ALL)).isEqualTo(DUE + 100);
      assertThat(store.runs()).extracting(RunRecord::events).containsExactly((long) DUE, 100L, 0L);
      assertThat(store.runs())
          .extracting(run -> run.finished() != null)
          .containsExactly(false, true, true);
    }
  }

  @Test
  void anotherFileTakesThePlaceOfTheFirst() {
    try (EventStore store = open()) {
      store.save(Samples.numbered(3), Samples.eventsOf(3), "coder");
      try (DatasetRun run = store.begin(ROWS, "first")) {
        add(run, 1, 20);
        run.finish();
      }
      try (DatasetRun run = store.begin(Samples.dataset("others"), "others")) {
        run.add(1, Samples.row("others", 1), null);
        run.finish();
      }
      Dataset newer = new Dataset("rows", "icews", "rows.tsv", "another hash");
      try (DatasetRun run = store.begin(newer, "second")) {
        assertThat(run.complete()).isFalse();
        assertThat(run.done()).isZero();
        assertThat(store.count(Query.ALL.dataset("rows"))).isZero();
        add(run, 1, 5);
        run.finish();
      }
      assertThat(store.count(Query.ALL.dataset("rows"))).isEqualTo(5);
      assertThat(store.count(Query.ALL.document("others"))).isEqualTo(1);
      assertThat(store.count(Query.ALL.dataset(""))).isEqualTo(3);
      assertThat(store.count(Query.ALL)).isEqualTo(9);
    }
  }

  @Test
  void wrongRowsAreSetAsideWithTheirReason() {
    try (EventStore store = open()) {
      try (DatasetRun run = store.begin(ROWS, "import")) {
        run.aside(2, "no date", "'32.13.2014' is no day");
        run.add(3, Samples.row("rows", 3), null);
        run.aside(4, "no \ud800 code", null);
        assertThat(store.aside(0)).isEmpty();
        run.finish();
        assertThat(run.aside()).isEqualTo(2);
      }
      assertThat(store.aside(1))
          .containsExactly(
              new Aside(1, "rows.tsv:2", "no date", "'32.13.2014' is no day"),
              new Aside(1, "rows.tsv:4", "no \ufffd code", null));
      assertThat(store.runs().get(0).aside()).isEqualTo(2);
      assertThat(store.counts()).isEqualTo(new Counts(0, 1, 2, 1));
    }
  }

  @Test
  void rowsComeInOrderAndAreOfTheDataSet() {
    try (EventStore store = open();
        DatasetRun run = store.begin(ROWS, "import")) {
      run.add(5, Samples.row("rows", 5), null);
      assertThatThrownBy(() -> run.add(5, Samples.row("rows", 5), null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 5 comes after row 5");
      assertThatThrownBy(() -> run.aside(4, "wrong", "wrong"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> run.add(6, Samples.row("others", 6), null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("others");
      run.add(7, Samples.row("rows", 7), null);
      run.finish();
      assertThat(store.count(Query.ALL)).isEqualTo(2);
    }
    assertThatThrownBy(() -> new Dataset(" ", "icews", "f", "h"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneAtATimeWrites() {
    try (EventStore store = open()) {
      DatasetRun run = store.begin(ROWS, "import");
      assertThatThrownBy(() -> store.begin(ROWS, "again"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("close it first");
      assertThatThrownBy(() -> store.begin("code", "coder"))
          .isInstanceOf(IllegalStateException.class);
      add(run, 1, 3);
      run.close();
      run.close();
      try (Run coding = store.begin("code", "coder")) {
        assertThatThrownBy(() -> store.begin(ROWS, "again"))
            .isInstanceOf(IllegalStateException.class);
        coding.save(Samples.numbered(1), Samples.eventsOf(1));
      }
      assertThat(store.count(Query.ALL)).isEqualTo(1);
      DatasetRun left = store.begin(ROWS, "import");
      add(left, 1, 3);
      store.close();
      assertThatThrownBy(left::finish).isInstanceOf(IllegalStateException.class);
    }
    try (EventStore store = open()) {
      assertThat(store.count(Query.ALL)).isEqualTo(1);
    }
  }
}
