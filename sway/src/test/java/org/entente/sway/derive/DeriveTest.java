package org.entente.sway.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.entente.model.EventType;
import org.entente.store.ActorFilter;
import org.entente.store.EventStore;
import org.entente.sway.StoredEvents;
import org.entente.sway.bargain.Range;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.IssueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeriveTest {
  private static final LocalDate DAY = LocalDate.of(2015, 1, 1);
  private static final String ISSUE =
      """
      question: Who is near whom?   # a comment that stays
      date: 2015-06-30
      scale: {from: 0, to: 10}
      actors:
        - {id: LOW, position: derived, capability: 5, salience: 50}
        - {id: HIG, position: derived, capability: derived, salience: derived}
        - {id: FRI, position: derived, capability: derived, salience: {value: derived, why: mine}}
        - {id: UNK, position: derived, capability: 1, salience: 1}
      derive: {low: [LOW], high: [HIG], about: [LOW]}
      """;

  @TempDir Path folder;

  private Issue issue(String text) throws IOException {
    return IssueReader.read(Files.writeString(folder.resolve("i.yaml"), text));
  }

  private EventStore store() {
    StoredEvents events = new StoredEvents();
    for (int i = 0; i < 40; i++) {
      events.add(DAY.plusDays(i), "FRI", EventType.AID, "HIG", "070", 7);
      if (i % 2 == 0) {
        events.add(DAY.plusDays(i), "LOW", EventType.THREATEN, "FRI", "130", -6);
      }
      events.add(DAY.plusDays(i), "HIG", EventType.CONSULT, "ZZZ", "040", 1);
    }
    return events.save(folder.resolve("d.duckdb"));
  }

  @Test
  void numbersComeFromEventsAndTheRestStays() throws IOException {
    try (EventStore store = store()) {
      Derived derived = Derive.fill(issue(ISSUE), store, ActorFilter::code, 1);
      assertThat(derived.estimates()).hasSize(8);
      assertThat(derived.text())
          .contains("# a comment that stays")
          .contains("why: mine")
          .doesNotContain("position: derived");
      Issue filled = derived.issue();
      assertThat(filled.derived()).isEmpty();
      assertThat(position(filled, 0)).isEqualTo(Range.of(0));
      assertThat(position(filled, 1)).isEqualTo(Range.of(10));
      Range friend = position(filled, 2);
      assertThat(friend.mode()).isBetween(8.5, 10.0);
      assertThat(friend.low()).isLessThanOrEqualTo(friend.mode());
      assertThat(friend.high()).isGreaterThanOrEqualTo(friend.mode());
      Range unknown = position(filled, 3);
      assertThat(unknown.mode()).as("nothing is known of it").isEqualTo(5);
      assertThat(unknown.low()).isBetween(1., 2.5);
      assertThat(unknown.high()).isBetween(7.5, 9.);
      assertThat(filled.actors().get(1).capability().range().mode()).isEqualTo(100);
      assertThat(filled.actors().get(2).capability().range().mode()).isBetween(74.9, 75.1);
      assertThat(filled.actors().get(2).saliences().get(0).range().mode()).isEqualTo(100);
      assertThat(filled.actors().get(1).saliences().get(0).range().mode()).isLessThan(10);
      Estimate estimate =
          derived.estimates().stream()
              .filter(one -> one.what().equals("position of FRI"))
              .findFirst()
              .orElseThrow();
      assertThat(estimate.events()).isEqualTo(60);
      assertThat(estimate.weightiest()).hasSize(3);
      assertThat(estimate.weightiest().get(0).pull()).isPositive();
      assertThat(Derive.fill(issue(ISSUE), store, ActorFilter::code, 1).text())
          .isEqualTo(derived.text());
    }
  }

  /** One event of many says little, and so does none: the interval has to show it. */
  @Test
  void fewEventsTellLittle() throws IOException {
    String issue =
        """
        question: Who cares?
        scale: {from: 0, to: 100}
        actors:
          - {id: AAA, position: 1, capability: 1, salience: derived}
          - {id: BBB, position: 2, capability: 1, salience: derived}
          - {id: CCC, position: 3, capability: 1, salience: derived}
        derive: {low: [AAA], high: [BBB], about: [XXX]}
        """;
    StoredEvents events = new StoredEvents();
    for (int i = 0; i < 300; i++) {
      events.add(DAY.plusDays(i), "AAA", EventType.CONSULT, i < 8 ? "XXX" : "ZZZ", "040", 1);
      events.add(DAY.plusDays(i), "BBB", EventType.CONSULT, "ZZZ", "040", 1);
      if (i < 30) {
        events.add(DAY.plusDays(i), "CCC", EventType.CONSULT, i == 0 ? "XXX" : "ZZZ", "040", 1);
      }
    }
    try (EventStore store = events.save(folder.resolve("few.duckdb"))) {
      Issue filled = Derive.fill(issue(issue), store, ActorFilter::code, 1).issue();
      Range often = filled.actors().get(0).saliences().get(0).range();
      Range never = filled.actors().get(1).saliences().get(0).range();
      Range once = filled.actors().get(2).saliences().get(0).range();
      assertThat(often.mode()).isEqualTo(100);
      assertThat(once.mode()).isBetween(40., 90.);
      assertThat(once.high() - once.low()).isGreaterThan(often.high() - often.low());
      assertThat(never.mode()).isLessThan(15);
      assertThat(never.high()).isBetween(20., 50.);
      Derived nobody =
          Derive.fill(issue(issue.replace("[XXX]", "[YYY]")), store, ActorFilter::code, 1);
      assertThat(nobody.issue().actors().get(0).saliences().get(0).range())
          .isEqualTo(new Range(0, 50, 100));
      assertThat(nobody.text()).contains("no actor's events touch YYY: unknown");
    }
  }

  private static Range position(Issue issue, int actor) {
    return issue.actors().get(actor).positions().get(0).range();
  }

  @Test
  void withoutSayingHow() throws IOException {
    try (EventStore store = store()) {
      Issue issue = issue(ISSUE.replaceAll("derive: .*", ""));
      assertThatThrownBy(() -> Derive.fill(issue, store, ActorFilter::code, 1))
          .hasMessageContaining(
              "the position of LOW is to be derived, but the file does not say how");
    }
  }

  @Test
  void withoutEvents() throws IOException {
    try (EventStore store = EventStore.open(folder.resolve("none.duckdb"))) {
      Issue issue = issue(ISSUE);
      assertThatThrownBy(() -> Derive.fill(issue, store, ActorFilter::code, 1))
          .hasMessageContaining("the store has no event of the issue's actors to 2015-06-30");
    }
  }

  @Test
  void nothingToDerive() throws IOException {
    try (EventStore store = store()) {
      Issue issue = issue(ISSUE.replace("derived", "1"));
      assertThat(Derive.fill(issue, store, ActorFilter::code, 1).estimates()).isEmpty();
    }
  }
}
