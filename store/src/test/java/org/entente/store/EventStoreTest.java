package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.store.Samples.EGYPT;
import static org.entente.store.Samples.ISIS;
import static org.entente.store.Samples.SISI;
import static org.entente.store.Samples.UN;
import static org.entente.store.Samples.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoreTest {
  @TempDir Path folder;

  private static final String CODER = "0.1.0+abc";

  private Path file() {
    return folder.resolve("entente.duckdb");
  }

  @Test
  void whatIsSavedIsReadBackAfterOpeningAgain() {
    Document document = Samples.document("d", "Egypt bombed Derna.");
    List<Event> events =
        List.of(
            event("d", 0, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 16),
            event("d", 1, SISI, null, EventType.REQUEST, Status.PLANNED, 16));
    try (EventStore store = EventStore.open(file())) {
      assertThat(store.save(document, events, CODER)).isFalse();
    }
    try (EventStore store = EventStore.open(file())) {
      assertThat(store.document("d")).contains(document);
      assertThat(store.events(Query.ALL)).isEqualTo(events);
      assertThat(store.event("d-1")).contains(events.get(1));
      assertThat(store.event("no")).isEmpty();
      assertThat(store.document("no")).isEmpty();
      assertThat(store.counts()).isEqualTo(new Counts(1, 2, 0, 0));
    }
  }

  record Sample(Document document, List<Event> events) {}

  @Provide
  Arbitrary<List<Sample>> samples() {
    return Samples.documents()
        .flatMap(
            d ->
                Combinators.combine(
                        Arbitraries.just(d),
                        Samples.events(d.id()).list().ofMaxSize(4).uniqueElements(Event::id))
                    .as(Sample::new))
        .list()
        .ofMaxSize(4);
  }

  /** Whatever the strings, the columns take them and the records come back. */
  @Property(tries = 100)
  void anyDocumentAndItsEventsComeBack(@ForAll("samples") List<Sample> samples) throws IOException {
    Path temporary = Files.createTempDirectory("entente-store");
    Path path = temporary.resolve("s.duckdb");
    Map<String, Sample> last = new LinkedHashMap<>();
    try (EventStore store = EventStore.open(path);
        Run run = store.begin("test", CODER)) {
      for (Sample sample : samples) {
        run.save(sample.document(), sample.events());
        // ids that differ by what UTF-8 cannot hold are one id to the store
        last.put(Texts.clean(sample.document().id()), sample);
      }
    }
    try (EventStore store = EventStore.open(path)) {
      for (Sample sample : last.values()) {
        String id = sample.document().id();
        assertThat(store.document(id)).contains(sample.document());
        assertThat(store.events(Query.ALL.document(id)))
            .containsExactlyInAnyOrderElementsOf(sample.events());
        assertThat(store.has(sample.document(), CODER)).isTrue();
      }
      assertThat(store.counts().documents()).isEqualTo(last.size());
    } finally {
      Files.delete(path);
      Files.delete(temporary);
    }
  }

  @Test
  void aDocumentCodedAgainReplacesItsEventsAndEvidence() throws SQLException {
    Document document = Samples.document("d", "Egypt bombed Derna.");
    Document other = Samples.document("e", "Egypt bombed Derna.");
    Document longer = Samples.document("d", "Egypt bombed Derna, and more.");
    List<Event> others = List.of(event("e", 0, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 16));
    List<Event> later = List.of(event("d", 7, UN, EGYPT, EventType.ACCUSE, Status.ACTUAL, 17));
    try (EventStore store = EventStore.open(file())) {
      store.save(
          document,
          IntStream.range(0, 5)
              .mapToObj(n -> event("d", n, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 16))
              .toList(),
          CODER);
      store.save(other, others, CODER);
      assertThat(store.save(longer, later, "0.2.0")).isTrue();
      assertThat(store.counts()).isEqualTo(new Counts(2, 2, 0, 0));
      assertThat(store.document("d")).contains(longer);
      assertThat(store.events(Query.ALL.document("d"))).isEqualTo(later);
      assertThat(store.events(Query.ALL.document("e"))).isEqualTo(others);
    }
    assertThat(sql("SELECT event FROM evidence ORDER BY event")).isEqualTo("d-7 e-0");
  }

  @Test
  void aRunThatIsRunAgainSavesNothingTwice() {
    for (int time = 0; time < 3; time++) {
      try (EventStore store = EventStore.open(file());
          Run run = store.begin("code news/", CODER)) {
        for (int i = 0; i < 1200; i++) {
          Document document = Samples.numbered(i);
          assertThat(run.has(document)).isEqualTo(time > 0);
          if (!run.has(document)) {
            run.save(document, Samples.eventsOf(i));
            assertThat(run.has(document)).isTrue();
          }
        }
        run.aside("x.bin", "binary", "a binary file");
        run.commit();
        assertThat(run.coded()).isEqualTo(time == 0 ? 1200 : 0);
        assertThat(run.replaced()).isZero();
        assertThat(run.aside()).isEqualTo(1);
      }
    }
    long events = IntStream.range(0, 1200).mapToLong(i -> Samples.eventsOf(i).size()).sum();
    try (EventStore store = EventStore.open(file())) {
      assertThat(store.counts()).isEqualTo(new Counts(1200, events, 3, 3));
      assertThat(store.aside(2)).containsExactly(new Aside(2, "x.bin", "binary", "a binary file"));
      assertThat(store.aside(0)).hasSize(3);
      List<RunRecord> runs = store.runs();
      assertThat(runs).extracting(RunRecord::id).containsExactly(1, 2, 3);
      assertThat(runs).extracting(RunRecord::coded).containsExactly(1200L, 0L, 0L);
      assertThat(runs).extracting(RunRecord::events).containsExactly(events, 0L, 0L);
      assertThat(runs).extracting(RunRecord::aside).containsExactly(1L, 1L, 1L);
      assertThat(runs).allMatch(r -> !r.finished().isBefore(r.started()));
      assertThat(runs.get(0).coder()).isEqualTo(CODER);
      assertThat(runs.get(0).command()).isEqualTo("code news/");
    }
  }

  @Test
  void theSameDocumentTwiceInARunIsSavedOnce() {
    try (EventStore store = EventStore.open(file())) {
      try (Run run = store.begin("test", CODER)) {
        run.save(
            Samples.document("d", "one"),
            List.of(event("d", 0, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1)));
        run.save(Samples.document("d", "two"), List.of());
        run.commit();
        assertThat(run.coded()).isEqualTo(1);
        run.save(Samples.document("d", "three"), List.of());
      }
      assertThat(store.counts()).isEqualTo(new Counts(1, 0, 0, 1));
      assertThat(store.document("d").orElseThrow().text()).isEqualTo("three");
      assertThat(store.runs().get(0).replaced()).isEqualTo(1);
    }
  }

  @Test
  void hasAsksForTextAndCoderAndWhatElseEventsDependOn() {
    Document document = Samples.document("d", "text");
    Document undated =
        new Document(
            "d",
            "elsewhere",
            document.title(),
            null,
            document.publisher(),
            TimeSpan.UNKNOWN,
            null,
            "en",
            "text",
            document.paragraphs(),
            List.of());
    try (EventStore store = EventStore.open(file())) {
      store.save(document, List.of(), CODER);
      assertThat(store.has("d", EventStore.textHash("text"), CODER)).isTrue();
      assertThat(store.has("d", EventStore.textHash("texts"), CODER)).isFalse();
      assertThat(store.has("d", EventStore.textHash("text"), "0.2.0")).isFalse();
      assertThat(store.has("d", EventStore.textHash("text"), null)).isFalse();
      assertThat(store.has("e", EventStore.textHash("text"), CODER)).isFalse();
      assertThat(store.has(document, CODER)).isTrue();
      assertThat(store.has(undated, CODER)).as("its times would differ").isFalse();
    }
  }

  @Test
  void eventsAreAskedForByWhatTheyAre() {
    try (EventStore store = EventStore.open(file())) {
      Event strike = event("a", 0, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 16);
      Event call = event("a", 1, SISI, UN, EventType.REQUEST, Status.ACTUAL, 17);
      Event threat = event("b", 0, ISIS, EGYPT, EventType.THREATEN, Status.POSSIBLE, 20);
      Event timeless =
          EventJson.readEvent(
              EventJson.write(event("b", 1, EGYPT, UN, EventType.AID, Status.PLANNED, 1))
                  .replaceFirst("\"time\":\\{[^}]*}", "\"time\":{\"precision\":\"UNKNOWN\"}"));
      store.save(Samples.document("b", "b"), List.of(threat, timeless), CODER);
      store.save(Samples.document("a", "a"), List.of(strike, call), CODER);

      assertThat(store.events(Query.ALL)).containsExactly(strike, call, threat, timeless);
      assertThat(store.events(Query.ALL.limit(2))).containsExactly(strike, call);
      assertThat(store.events(Query.ALL.limit(0))).isEmpty();
      assertThat(store.events(Query.ALL.document("b"))).containsExactly(threat, timeless);
      assertThat(store.events(Query.ALL.source("EGY"))).containsExactly(strike, call, timeless);
      assertThat(store.events(Query.ALL.target("UNO"))).containsExactly(call, timeless);
      assertThat(store.events(Query.ALL.type(EventType.AID))).containsExactly(timeless);
      assertThat(store.events(Query.ALL.status(Status.POSSIBLE))).containsExactly(threat);
      assertThat(store.events(Query.ALL.from(LocalDate.of(2015, 2, 17))))
          .containsExactly(call, threat);
      assertThat(store.events(Query.ALL.to(LocalDate.of(2015, 2, 17))))
          .containsExactly(strike, call);
      assertThat(
              store.events(
                  Query.ALL
                      .source("EGY")
                      .from(LocalDate.of(2015, 2, 17))
                      .to(LocalDate.of(2015, 2, 17))))
          .containsExactly(call);
      assertThat(store.events(Query.ALL.source("' OR true --"))).isEmpty();
    }
    assertThatThrownBy(() -> Query.ALL.from(LocalDate.of(2015, 2, 2)).to(LocalDate.of(2015, 2, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTablesCanBeReadWithSql() throws SQLException {
    try (EventStore store = EventStore.open(file());
        Run run = store.begin("test", CODER)) {
      run.save(
          Samples.document("d", "text"),
          List.of(event("d", 0, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 16)));
    }
    assertThat(
            sql(
                "SELECT source_id, source_name, source_code, source_sectors, source_role,"
                    + " source_text, target_id, target_code, target_role, type, mode, contexts,"
                    + " cameo, goldstein, quad, status, speaker_id, publisher, time_from, time_to,"
                    + " precision, place_name, place_country, latitude, longitude, geonames,"
                    + " magnitudes->0->>'kind', confidence, coder, json->>'id' FROM events"))
        .isEqualTo(
            "egy/abdel-fattah-al-sisi|Abdel Fattah al-Sisi|EGY|[GOV]|president|the Egyptian"
                + " president|isis|ISIS|null|ASSAULT|null|[military]|190|-9.5|MATERIAL_CONFLICT"
                + "|ACTUAL|egy/abdel-fattah-al-sisi|La Stampa|2015-02-16|2015-02-16|DAY|Derna|LYB"
                + "|32.767|22.637|87205|KILLED|0.75|0.1.0+abc|d-0");
    assertThat(
            sql(
                "SELECT event, n, sentence, span_start, span_end, source_start, source_end,"
                    + " predicate_start, predicate_end, target_start, rule, because FROM evidence"))
        .isEqualTo(
            "d-0|0|0|0|4|0|1|1|2|null|assault.tsv:120 launch airstrike|[passive, 'it' is Egypt]");
    assertThat(
            sql(
                "SELECT id, origin, title, publisher, published_from, published_precision,"
                    + " language, text, text_hash, coder, run FROM documents"))
        .isEqualTo(
            "d|news/d.txt|Title of d|La Stampa|2015-02-25|DAY|en|text|"
                + EventStore.textHash("text")
                + "|0.1.0+abc|1");
  }

  @Test
  void eventsOfAnotherDocumentAndDoubleIdsAreRefused() {
    Document document = Samples.document("d", "text");
    Event event = event("d", 0, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 16);
    Event other = event("e", 0, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 16);
    try (EventStore store = EventStore.open(file())) {
      assertThatThrownBy(() -> store.save(document, List.of(other), CODER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("document e");
      assertThatThrownBy(() -> store.save(document, List.of(event, event), CODER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("d-0");
      assertThat(store.counts()).isEqualTo(new Counts(0, 0, 0, 0));
    }
  }

  @Test
  void closingTheStoreCommitsTheRun() {
    try (EventStore store = EventStore.open(file())) {
      Run run = store.begin("test", CODER);
      assertThatThrownBy(() -> store.begin("second", CODER))
          .isInstanceOf(IllegalStateException.class);
      run.save(Samples.numbered(3), Samples.eventsOf(3));
      store.close();
      store.close();
      run.close();
      assertThatThrownBy(() -> run.save(Samples.numbered(4), List.of()))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(store::counts).isInstanceOf(IllegalStateException.class);
    }
    try (EventStore store = EventStore.open(file())) {
      assertThat(store.counts()).isEqualTo(new Counts(1, 3, 0, 1));
      assertThat(store.runs().get(0).finished()).isNotNull();
    }
  }

  @Test
  void severalThreadsSaveIntoOneRun() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (EventStore store = EventStore.open(file())) {
      try (Run run = store.begin("test", CODER)) {
        List<Future<?>> done =
            IntStream.range(0, 1500)
                .<Future<?>>mapToObj(
                    i -> threads.submit(() -> run.save(Samples.numbered(i), Samples.eventsOf(i))))
                .toList();
        for (Future<?> one : done) {
          one.get();
        }
      }
      assertThat(store.counts().documents()).isEqualTo(1500);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The rows of a query on the file, as DuckDB's shell would see them. */
  private String sql(String query) throws SQLException {
    StringBuilder rows = new StringBuilder();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.append(rows.isEmpty() ? "" : " ");
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          rows.append(i == 1 ? "" : "|").append(result.getObject(i));
        }
      }
    }
    return rows.toString();
  }
}
