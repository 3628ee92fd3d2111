package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.store.Samples.EGYPT;
import static org.entente.store.Samples.ISIS;
import static org.entente.store.Samples.SISI;
import static org.entente.store.Samples.UN;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {
  private static final List<String> EVIL =
      List.of(
          "'",
          "''",
          "' OR true --",
          "'; DROP TABLE events; --",
          "\\' OR 1=1 --",
          "\" OR true",
          "%",
          "_",
          "$$",
          "\0",
          "?",
          "{}",
          "E'\\x27'",
          "\ud800");

  @TempDir Path folder;
  private EventStore store;

  @BeforeEach
  void fill() {
    store = EventStore.open(folder.resolve("entente.duckdb"));
    Actor brien = new Actor("o'brien", "O'Brien 100%", "O'B", List.of(), null, "Mr. O'Brien");
    store.save(
        Samples.document("a", "Egypt bombed Derna. The UN met."),
        List.of(
            Samples.event("a", 0, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 10),
            Samples.event("a", 1, SISI, UN, EventType.REQUEST, Status.PLANNED, 11),
            Samples.event("a", 2, ISIS, EGYPT, EventType.THREATEN, Status.DENIED, 12),
            Samples.event("a", 3, UN, null, EventType.AID, Status.ACTUAL, 13),
            Samples.event("a", 4, brien, EGYPT, EventType.SUPPORT, Status.ACTUAL, 14)),
        "coder");
    try (DatasetRun run = store.begin(Samples.dataset("rows"), "import")) {
      run.add(1, Samples.row("rows", 1), null);
      run.add(2, Samples.row("rows", 2), null);
      run.finish();
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<String> ids(UnaryOperator<Query> asked) {
    Query query = asked.apply(Query.ALL);
    List<String> ids = store.events(query).stream().map(Event::id).toList();
    if (query.limit() == Integer.MAX_VALUE) {
      assertThat(store.count(query)).isEqualTo(ids.size() + query.offset());
    }
    return ids;
  }

  @Test
  void byActors() {
    assertThat(ids(q -> q.document("a").source("EGY"))).containsExactly("a-0", "a-1");
    assertThat(ids(q -> q.source(new ActorFilter(Set.of("egy"), Set.of(), null, Set.of()))))
        .containsExactly("rows-1", "rows-2", "a-0");
    assertThat(ids(q -> q.document("a").target(ActorFilter.named("UNITED nat"))))
        .containsExactly("a-1");
    assertThat(ids(q -> q.source(ActorFilter.named("mr. o'brien")))).containsExactly("a-4");
    assertThat(ids(q -> q.document("a").source(ActorFilter.ANY.sectors(Set.of(Sector.GOV)))))
        .containsExactly("a-1");
    assertThat(ids(q -> q.source(ActorFilter.code("EGY").sectors(Set.of(Sector.GOV, Sector.MIL)))))
        .containsExactly("a-1");
    assertThat(ids(q -> q.document("a").actor(ActorFilter.code("UNO"))))
        .containsExactly("a-1", "a-3");
    assertThat(ids(q -> q.document("a").between(ActorFilter.code("ISIS"), ActorFilter.code("EGY"))))
        .containsExactly("a-0", "a-2");
    assertThat(
            ids(q -> q.source(new ActorFilter(Set.of("un"), Set.of("ISIS"), "o'brien", Set.of()))))
        .as("any of id, code and name")
        .containsExactly("a-2", "a-3", "a-4");
  }

  @Test
  void byWhatAndHow() {
    assertThat(ids(q -> q.document("a").types(Set.of(EventType.AID, EventType.ASSAULT))))
        .containsExactly("a-0", "a-3");
    assertThat(ids(q -> q.document("a").quads(Set.of(Quad.VERBAL_CONFLICT))))
        .containsExactly("a-1", "a-2");
    assertThat(ids(q -> q.document("a").statuses(Set.of(Status.DENIED, Status.PLANNED))))
        .containsExactly("a-1", "a-2");
    assertThat(ids(q -> q.confidence(0.76))).containsExactly("rows-1", "rows-2");
    assertThat(ids(q -> q.confidence(1e-5))).hasSize(7);
    assertThatThrownBy(() -> Query.ALL.confidence(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void byWhereAndWords() {
    assertThat(ids(q -> q.document("a").places(Set.of("LYB")))).hasSize(5);
    assertThat(ids(q -> q.places(Set.of("dern")))).hasSize(6);
    assertThat(ids(q -> q.places(Set.of("EGY", "Cairo")))).isEmpty();
    assertThat(ids(q -> q.text("egyptian PRESIDENT"))).containsExactly("a-1");
    assertThat(ids(q -> q.text("Egyp").document("a")))
        .as("in the sentence that is the evidence")
        .hasSize(5);
    assertThat(ids(q -> q.text("nowhere"))).isEmpty();
  }

  @Test
  void byDays() {
    LocalDate day = LocalDate.of(2015, 2, 12);
    assertThat(ids(q -> q.from(day))).containsExactly("a-2", "a-3", "a-4");
    assertThat(ids(q -> q.to(day).document("a"))).containsExactly("a-0", "a-1", "a-2");
    assertThat(ids(q -> q.from(day).to(day))).containsExactly("a-2");
    assertThatThrownBy(() -> Query.ALL.from(day).to(day.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void byWhereItIsFrom() {
    assertThat(ids(q -> q.dataset("rows"))).containsExactly("rows-1", "rows-2");
    assertThat(ids(q -> q.dataset(""))).hasSize(5);
    assertThat(ids(q -> q.dataset("others"))).isEmpty();
  }

  @Test
  void inOrderAndByPages() {
    assertThat(ids(q -> q.document("a").order(Query.Order.NEWEST)))
        .containsExactly("a-4", "a-3", "a-2", "a-1", "a-0");
    assertThat(ids(q -> q.document("a").order(Query.Order.GOLDSTEIN)))
        .containsExactly("a-0", "a-1", "a-2", "a-3", "a-4");
    assertThat(ids(q -> q.order(Query.Order.CONFIDENCE).limit(3)))
        .containsExactly("rows-1", "rows-2", "a-0");
    assertThat(ids(q -> q.limit(2).offset(1))).containsExactly("rows-2", "a-0");
    assertThat(ids(q -> q.offset(5))).containsExactly("a-3", "a-4");
    assertThat(store.count(Query.ALL.limit(1).offset(2))).as("of all pages").isEqualTo(7);
    assertThatThrownBy(() -> Query.ALL.limit(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Query.ALL.offset(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void valuesAreValuesAndNeverSql() {
    for (String evil : EVIL) {
      for (UnaryOperator<Query> asked :
          List.<UnaryOperator<Query>>of(
              q -> q.document(evil),
              q -> q.dataset(evil),
              q -> q.source(evil),
              q -> q.target(new ActorFilter(Set.of(evil), Set.of(), null, Set.of())),
              q -> q.actor(ActorFilter.code(evil)))) {
        assertThat(ids(asked)).as(evil).isEmpty();
      }
      boolean inName = "O'Brien 100%".contains(evil);
      assertThat(ids(q -> q.source(ActorFilter.named(evil)))).as(evil).hasSize(inName ? 1 : 0);
      assertThat(ids(q -> q.places(Set.of(evil)))).as(evil).isEmpty();
      assertThat(ids(q -> q.text(evil))).as(evil).hasSize(inName ? 1 : 0);
      assertThat(store.reports(evil)).isEmpty();
      assertThat(store.told(List.of(evil))).isEmpty();
    }
    assertThat(store.count(Query.ALL)).isEqualTo(7);
  }

  @Test
  void theSqlThatIsShownRuns() throws SQLException {
    String sql =
        EventStore.sql(Query.ALL.source(ActorFilter.named("o'brien")).text("egypt").limit(3));
    store.close();
    try (var connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("entente.duckdb"));
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString("id")).isEqualTo("a-4");
      assertThat(result.next()).isFalse();
    }
  }

  @Test
  void aQueryIsNeverChanged() {
    Query egypt = Query.ALL.source("EGY");
    egypt.target("ISIS").limit(1).duplicates(true);
    assertThat(egypt.where()).isEqualTo(Query.ALL.source("EGY").where());
    assertThat(Query.ALL.where()).isEqualTo(" WHERE duplicate_of IS NULL AND rejected IS NULL");
    assertThat(Query.ALL.duplicates(true).rejected(true).where()).isEmpty();
  }
}
