package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.store.Samples.EGYPT;
import static org.entente.store.Samples.ISIS;
import static org.entente.store.Samples.SISI;
import static org.entente.store.Samples.UN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
import org.entente.model.Paragraph;
import org.entente.model.Place;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
  private static final String CODER = "0.1.0+abc";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("entente.duckdb");
  }

  @Test
  void theSameStoryInFivePapersIsOneEvent() {
    List<String> story = words(1, 300);
    try (EventStore store = EventStore.open(file())) {
      for (int paper = 4; paper >= 0; paper--) {
        String id = "paper" + paper;
        save(store, report(id, edited(story, paper), 20 + (paper + 2) % 5), strikes(id, 2));
      }
      save(store, report("other", words(2, 300), 20), strikes("other", 2));

      // papers 0 to 4 came out on the 22nd, 23rd, 24th, 20th and 21st
      assertThat(store.events(Query.ALL))
          .extracting(Event::id)
          .containsExactly("other-0", "paper3-0", "other-1", "paper3-1");
      assertThat(store.count(Query.ALL)).isEqualTo(4);
      assertThat(store.count(Query.ALL.duplicates(true))).isEqualTo(12);
      assertThat(store.events(Query.ALL.document("paper0").duplicates(true))).hasSize(2);
      assertThat(
              new DyadsQuery(Query.ALL, Pairing.COUNTRIES, 1)
                  .ask(store)
                  .dyads()
                  .get(0)
                  .tally()
                  .events())
          .isEqualTo(4);

      List<Reported> reports = store.reports("paper0-1");
      assertThat(reports).isEqualTo(store.reports("paper3-1"));
      assertThat(reports)
          .extracting(Reported::event)
          .containsExactly("paper3-1", "paper4-1", "paper0-1", "paper1-1", "paper2-1");
      assertThat(reports.get(1))
          .isEqualTo(
              new Reported(
                  "paper4-1",
                  "paper4",
                  "Title of paper4",
                  "Publisher of paper4",
                  LocalDate.of(2015, 2, 21),
                  "https://example.org/paper4"));
      assertThat(store.reports("other-0")).extracting(Reported::event).containsExactly("other-0");
      assertThat(store.reports("nothing")).isEmpty();
      assertThat(store.told(List.of("paper3-0", "paper3-1", "other-0", "paper0-0", "'")))
          .isEqualTo(Map.of("paper3-0", 5, "paper3-1", 5));
      assertThat(store.told(List.of())).isEmpty();
    }
  }

  @Test
  void anEventThatDiffersInWhatCountsIsAnother() {
    List<String> story = words(1, 300);
    Event strike = strikes("a", 1).get(0);
    List<Event> others =
        List.of(
            Samples.event("b", 0, ISIS, EGYPT, EventType.ASSAULT, Status.ACTUAL, 1),
            Samples.event("b", 1, EGYPT, UN, EventType.ASSAULT, Status.ACTUAL, 1),
            Samples.event("b", 2, EGYPT, null, EventType.ASSAULT, Status.ACTUAL, 1),
            Samples.event("b", 3, SISI, ISIS, EventType.ASSAULT, Status.ACTUAL, 1),
            Samples.event("b", 4, EGYPT, ISIS, EventType.COERCE, Status.ACTUAL, 1),
            Samples.event("b", 5, EGYPT, ISIS, EventType.ASSAULT, Status.DENIED, 1),
            Samples.event("b", 6, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 2),
            with(Samples.event("b", 7, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1), "aerial"),
            with(
                Samples.event("b", 8, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1),
                new Place("Sirte", "LYB", null, null, null, null, null)),
            with(
                Samples.event("b", 9, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1),
                (Place) null));
    try (EventStore store = EventStore.open(file())) {
      save(store, report("a", story, 20), List.of(strike));
      save(store, report("b", story, 21), others);
      assertThat(store.count(Query.ALL)).isEqualTo(1 + others.size());
    }
  }

  @Test
  void whatADocumentTellsTwiceStaysTwo() {
    List<String> story = words(1, 300);
    List<Event> twice =
        List.of(
            Samples.event("b", 0, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1),
            Samples.event("b", 1, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1));
    try (EventStore store = EventStore.open(file())) {
      save(store, report("a", story, 20), strikes("a", 1));
      save(store, report("b", story, 21), twice);
      assertThat(store.events(Query.ALL)).extracting(Event::id).containsExactly("a-0", "b-1");
    }
  }

  @Test
  void storiesThatShareBackgroundStayApart() {
    try (EventStore store = EventStore.open(file())) {
      for (int i = 0; i < 8; i++) {
        // half of each is the agency's background on the conflict
        List<String> story = new ArrayList<>(words(10 + i, 200));
        story.addAll(words(9, 200));
        save(store, report("d" + i, story, 20), strikes("d" + i, 1));
      }
      // what is not the body of an article does not count
      String stamp = String.join(" ", words(8, 500));
      for (int i = 0; i < 4; i++) {
        String body = String.join(" ", words(20 + i, 100));
        Document document = report("s" + i, List.of(), 20);
        save(
            store,
            new Document(
                document.id(),
                null,
                null,
                null,
                null,
                document.published(),
                null,
                "en",
                body + "\n\n" + stamp,
                List.of(
                    new Paragraph(Paragraph.Kind.BODY, new Span(0, body.length())),
                    new Paragraph(
                        Paragraph.Kind.DISCLAIMER,
                        new Span(body.length() + 2, body.length() + 2 + stamp.length()))),
                List.of()),
            strikes("s" + i, 1));
      }
      assertThat(store.count(Query.ALL)).isEqualTo(12);
    }
  }

  @Test
  void aReportThatIsReplacedLeavesItsGroup() {
    List<String> story = words(1, 300);
    try (EventStore store = EventStore.open(file())) {
      for (String id : List.of("a", "b", "c")) {
        save(store, report(id, story, 20), strikes(id, 1));
      }
      assertThat(marks(store)).isEqualTo(groups("a-0=null", "b-0=a-0", "c-0=a-0"));
      save(store, report("a", words(2, 300), 20), strikes("a", 1));
      assertThat(marks(store)).isEqualTo(groups("a-0=null", "b-0=null", "c-0=b-0"));
      save(store, report("b", story, 20), List.of());
      assertThat(marks(store)).isEqualTo(groups("a-0=null", "c-0=null"));
      save(store, report("a", story, 21), strikes("a", 1));
      assertThat(marks(store)).isEqualTo(groups("a-0=c-0", "c-0=null"));
    }
  }

  @Test
  void importedEventsAreLeftAlone() {
    try (EventStore store = EventStore.open(file())) {
      save(store, report("a", words(1, 300), 20), strikes("a", 1));
      try (DatasetRun run = store.begin(new Dataset("icews", "icews", "f", "h"), "import f")) {
        run.add(1, strikes("icews", 1).get(0), null);
        run.add(2, strikes("icews", 2).get(1), null);
        run.finish();
      }
      assertThat(store.count(Query.ALL)).isEqualTo(3);
      assertThat(store.reports("icews-0")).extracting(Reported::document).containsExactly("icews");
    }
  }

  record Saved(int story, int edit, int day, int events) {}

  @Provide
  Arbitrary<List<Saved>> reports() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 2))
        .as(Saved::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(14);
  }

  /** What was replaced, in which order and in how many runs: only what is there counts. */
  @Property(tries = 40)
  void groupsDependOnWhatIsThereOnly(
      @ForAll("reports") List<Saved> reports,
      @ForAll("reports") List<Saved> before,
      @ForAll long seed)
      throws Exception {
    Path temporary = Files.createTempDirectory("entente-store");
    try {
      Map<String, String> expected;
      try (EventStore store = EventStore.open(temporary.resolve("once.duckdb"));
          Run run = store.begin("once", CODER)) {
        for (int i = 0; i < reports.size(); i++) {
          save(run, i, reports.get(i));
        }
        run.commit();
        expected = marks(store);
      }
      Random random = new Random(seed);
      List<Integer> order = new ArrayList<>(IntStream.range(0, reports.size()).boxed().toList());
      java.util.Collections.shuffle(order, random);
      Path other = temporary.resolve("other.duckdb");
      try (EventStore store = EventStore.open(other);
          Run run = store.begin("before", CODER)) {
        for (int i = 0; i < Math.min(before.size(), reports.size()); i++) {
          save(run, i, before.get(i));
        }
      }
      try (EventStore store = EventStore.open(other);
          Run run = store.begin("again", CODER)) {
        for (int i : order) {
          save(run, i, reports.get(i));
          if (random.nextInt(3) == 0) {
            run.commit();
          }
        }
        run.commit();
        assertThat(marks(store)).isEqualTo(expected);
      }
    } finally {
      delete(temporary);
    }
  }

  @Test
  void twoThreadsMakeTheSameGroups() throws Exception {
    List<Map<String, String>> marks = new ArrayList<>();
    for (int threads : new int[] {1, 2}) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try (EventStore store = EventStore.open(folder.resolve(threads + ".duckdb"));
          Run run = store.begin("test", CODER)) {
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
          int number = i;
          done.add(
              pool.submit(
                  () -> save(run, number, new Saved(number % 300, number % 7, 1 + number % 3, 2))));
        }
        for (Future<?> one : done) {
          one.get();
        }
        run.commit();
        marks.add(marks(store));
        assertThat(store.count(Query.ALL)).isEqualTo(600);
      } finally {
        pool.shutdownNow();
      }
    }
    assertThat(marks.get(0)).isEqualTo(marks.get(1));
  }

  @Test
  void textsOfFewWordsAndOfNone() {
    try (EventStore store = EventStore.open(file())) {
      save(store, report("a", List.of("Egypt", "struck"), 20), strikes("a", 1));
      save(store, report("b", List.of("egypt", "STRUCK"), 20), strikes("b", 1));
      save(store, report("c", List.of("Libya", "struck"), 20), strikes("c", 1));
      save(store, report("d", List.of(), 20), strikes("d", 1));
      save(store, report("e", List.of(), 20), strikes("e", 1));
      assertThat(marks(store))
          .isEqualTo(groups("a-0=null", "b-0=a-0", "c-0=null", "d-0=null", "e-0=null"));
    }
  }

  @Test
  void theEstimateIsNearTheTruth() {
    for (int shared = 0; shared <= 400; shared += 50) {
      List<String> common = words(1, shared);
      List<String> one = new ArrayList<>(common);
      List<String> two = new ArrayList<>(common);
      one.addAll(words(2, 400 - shared));
      two.addAll(words(3, 400 - shared));
      double truth = Math.max(0, shared - 3) / (800.0 - 6 - Math.max(0, shared - 3));
      assertThat(
              MinHash.similarity(MinHash.of(report("a", one, 1)), MinHash.of(report("b", two, 1))))
          .as(shared + " of 400 words shared")
          .isBetween(truth - 0.12, truth + 0.12);
    }
  }

  /** Figures of docs/store.md. */
  @Test
  void nearlyAllNearDuplicatesAndNothingElse() {
    int near = 0;
    int apart = 0;
    for (int i = 0; i < 300; i++) {
      Document story = report("a", words(3 * i, 250 + i), 1);
      Document copy = report("b", edited(words(3 * i, 250 + i), 1 + i % 8), 1);
      near += similar(story, copy) ? 1 : 0;
      // another story with a third to a half of its words from the same background
      List<String> background = words(3 * i + 1, (250 + i) / (2 + i % 2));
      List<String> other = new ArrayList<>(background);
      other.addAll(words(3 * i + 2, 250 + i - background.size()));
      List<String> first = new ArrayList<>(words(3 * i, 250 + i - background.size()));
      first.addAll(background);
      apart += similar(report("c", first, 1), report("d", other, 1)) ? 1 : 0;
    }
    assertThat(near).as("recognised of 300 copies").isGreaterThanOrEqualTo(290);
    assertThat(apart).as("of 300 other stories").isZero();
  }

  private static boolean similar(Document one, Document two) {
    return MinHash.similarity(MinHash.of(one), MinHash.of(two)) >= Duplicates.LEAST;
  }

  private static void save(EventStore store, Document document, List<Event> events) {
    store.save(document, events, CODER);
  }

  private static void save(Run run, int number, Saved saved) {
    String id = String.format("d%04d", number);
    run.save(
        report(id, edited(words(saved.story(), 300), saved.edit()), saved.day()),
        strikes(id, saved.events()));
  }

  /** What the store says each event is a duplicate of. */
  private static Map<String, String> marks(EventStore store) {
    return store.ask(
        "SELECT id, duplicate_of FROM events",
        result -> {
          Map<String, String> marks = new TreeMap<>();
          while (result.next()) {
            marks.put(result.getString(1), String.valueOf(result.getString(2)));
          }
          return marks;
        });
  }

  private static Map<String, String> groups(String... marks) {
    Map<String, String> groups = new TreeMap<>();
    for (String mark : marks) {
      groups.put(mark.split("=")[0], mark.split("=")[1]);
    }
    return groups;
  }

  private static List<Event> strikes(String document, int number) {
    return IntStream.range(0, number)
        .mapToObj(
            n -> Samples.event(document, n, EGYPT, ISIS, EventType.ASSAULT, Status.ACTUAL, 1 + n))
        .toList();
  }

  private static Event with(Event event, String mode) {
    return EventJson.readEvent(
        EventJson.write(event).replace("\"contexts\"", "\"mode\":\"" + mode + "\",\"contexts\""));
  }

  private static Event with(Event e, Place place) {
    return new Event(
        e.id(),
        e.document(),
        e.source(),
        e.target(),
        e.type(),
        e.mode(),
        e.contexts(),
        e.cameo(),
        e.goldstein(),
        e.status(),
        e.attribution(),
        e.time(),
        place,
        e.magnitudes(),
        e.confidence(),
        e.evidence(),
        e.coder());
  }

  private static Document report(String id, List<String> words, int day) {
    String text = String.join(" ", words);
    return new Document(
        id,
        null,
        "Title of " + id,
        null,
        "Publisher of " + id,
        TimeSpan.day(LocalDate.of(2015, 2, day)),
        "https://example.org/" + id,
        "en",
        text,
        List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, text.length()))),
        List.of());
  }

  /** Words as often as in texts: the n-th of 5,000 with a share of 1/n. */
  private static List<String> words(int seed, int number) {
    Random random = new Random(seed);
    return random.doubles(number).mapToObj(d -> "w" + (int) Math.pow(5_000, d)).toList();
  }

  /** As desks edit: a line of the agency, a shorter end, other words here and there. */
  private static List<String> edited(List<String> story, int edit) {
    if (edit == 0) {
      return story;
    }
    Random random = new Random(edit);
    List<String> words = new ArrayList<>(Arrays.asList("CAIRO", "(Agency", edit + ")", "-"));
    words.addAll(story.subList(0, story.size() - random.nextInt(1 + story.size() / 5)));
    for (int i = random.nextInt(3 + edit); i > 0; i--) {
      words.set(4 + random.nextInt(words.size() - 4), "edited" + edit + i);
    }
    return words;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
