package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Event;
import org.entente.store.Annotation;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** events, map and corroborate, end to end. */
class AskingTest {
  @TempDir static Path folder;
  private static Path store;

  @BeforeAll
  static void fill() throws Exception {
    store = folder.resolve("s.duckdb");
    Path news = Cli.jsonl(folder.resolve("news.jsonl"), 14);
    Path derna =
        Files.writeString(
            folder.resolve("derna.txt"), "Jordan bombed ISIS positions in Derna on Monday.\n");
    for (Path input : List.of(news, derna)) {
      Cli.Result result =
          Cli.run("code", input, "--date", "2015-02-17", "--save", "--store", store);
      assertThat(result.code()).as(result.err()).isZero();
    }
  }

  private static Cli.Result ask(Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.add("--store");
    all.add(store);
    return Cli.run(all.toArray());
  }

  private static String asked(Object... words) {
    Cli.Result result = ask(words);
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  private static int count(Object... words) {
    List<Object> all = new ArrayList<>(List.of("events", "--count"));
    all.addAll(List.of(words));
    return Integer.parseInt(asked(all.toArray()).strip());
  }

  @Test
  void eventsAreListedAndCounted() {
    int all = count();
    assertThat(count("--no-dedupe")).isGreaterThanOrEqualTo(14).isGreaterThan(all);
    assertThat(count("--source", "Egypt")).isPositive().isLessThan(all);
    assertThat(count("--source", "EGY,Jordan"))
        .isEqualTo(count("--source", "EGY") + count("--source", "Jordan"));
    assertThat(count("--target", "Islamic State")).isPositive();
    assertThat(count("--actor", "ISISREB", "--with", "France")).isPositive();
    assertThat(count("--place", "Derna")).as("in the gazetteer: Darnah").isEqualTo(1);
    assertThat(count("--place", "Libya")).isEqualTo(count("--place", "LBY")).isEqualTo(all);
    assertThat(count("--from", "2015-02", "--to", "2015-02")).isEqualTo(all);
    assertThat(count("--from", "2016")).isZero();
    assertThat(count("--quad", "conflict") + count("--quad", "cooperation")).isEqualTo(all);
    assertThat(count("--text", "report 3", "--no-dedupe")).isPositive().isLessThan(all);
    assertThat(count("--dataset", "coded")).isEqualTo(all);

    String table = asked("events", "--source", "EGY", "--limit", 1, "--no-dedupe");
    assertThat(table).contains("EGY Egypt", "ISISREB", "ASSAULT", "“bombed”", "Report ", "1–1 of ");
    assertThat(table).contains("more with --page 2");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void modesAndTheirContrary() {
    int all = count();
    int strikes = count("--mode", "aerial");
    assertThat(strikes).isPositive();
    assertThat(count("--mode", "!aerial")).isEqualTo(all - strikes);
    assertThat(count("--mode", "!statement")).isEqualTo(all);
    assertThat(ask("events", "--mode", "kissing").err()).contains("'kissing'", "statement");
  }

  @Test
  void whatAReaderHasRejectedIsLeftOut() throws Exception {
    Path own = Files.copy(store, folder.resolve("own.duckdb"));
    long all;
    try (EventStore events = EventStore.open(own)) {
      all = events.count(Query.ALL);
      Event first = events.events(Query.ALL.limit(1)).get(0);
      events.annotations().add(Annotation.Verdict.REJECTED, first, null, null, "Ada");
    }
    assertThat(Cli.run("events", "--count", "--store", own).out().strip())
        .isEqualTo("" + (all - 1));
    assertThat(Cli.run("events", "--count", "--with-rejected", "--store", own).out().strip())
        .isEqualTo("" + all);
    assertThat(Cli.run("series", "--store", own).out())
        .contains("1 event that a reader has rejected left out; --with-rejected counts them.");
    assertThat(Cli.run("series", "--with-rejected", "--store", own).out())
        .doesNotContain("rejected");
  }

  @Test
  void theReportsOfAnEvent() throws Exception {
    String id;
    try (EventStore events = EventStore.open(store)) {
      List<String> ids = events.events(Query.ALL).stream().map(Event::id).toList();
      id =
          ids.stream()
              .filter(one -> events.told(ids).getOrDefault(one, 1) > 1)
              .findFirst()
              .orElseThrow();
    }
    List<String> rows = asked("events", "--reports", id, "--format", "csv").lines().toList();
    assertThat(rows.get(0)).isEqualTo("published,publisher,title,document,event,url");
    assertThat(rows).hasSizeGreaterThan(2);
    assertThat(rows.get(1)).contains(id);
    assertThat(asked("events", "--reports", id)).contains("ASSAULT", rows.size() - 1 + " reports");
    assertThat(ask("events", "--reports", "none").err()).contains("no event 'none' in s.duckdb");
  }

  @Test
  void pagesTogetherAreAll() {
    String all = asked("events", "--format", "csv");
    StringBuilder pages = new StringBuilder(all.substring(0, all.indexOf("\n") + 1));
    for (int page = 1; ; page++) {
      String one = asked("events", "--format", "csv", "--limit", 4, "--page", page);
      String rows = one.substring(one.indexOf('\n') + 1);
      if (rows.isEmpty()) {
        break;
      }
      pages.append(rows);
    }
    assertThat(pages.toString()).isEqualTo(all);
    assertThat(asked("events", "--format", "jsonl").lines().count()).isEqualTo(count());
    assertThat(asked("events", "--page", 99)).contains("nothing on this page of");
  }

  @Test
  void eventsAsPageFileAndSql() throws Exception {
    Path page = folder.resolve("events.html");
    Path out = folder.resolve("events.txt");
    assertThat(asked("events", "--html", page, "--out", out, "--sort", "newest")).isEmpty();
    assertThat(Files.readString(page)).contains("<svg", "EGY Egypt", "Content-Security-Policy");
    assertThat(Files.readString(out)).contains("EGY Egypt");
    String sql = asked("events", "--source", "EGY", "--sort", "goldstein", "--sql");
    assertThat(sql).startsWith("SELECT ").contains("source_code = 'EGY'", "ORDER BY goldstein");
    assertThat(Cli.run("events", "--sql", "--store", folder.resolve("none.duckdb")).code())
        .as("needs no store")
        .isZero();
  }

  @Test
  void whatIsWrong() {
    assertThat(ask("events", "--type", "kiss").err()).contains("'kiss'", "agree", "assault");
    assertThat(ask("events", "--quad", "love").err()).contains("'love'", "verbal-conflict");
    assertThat(ask("events", "--status", "done").err()).contains("'done'", "planned");
    assertThat(ask("events", "--from", "2015-03", "--to", "2015-02").err())
        .contains("--to 2015-02-28 is before --from 2015-03-01");
    assertThat(ask("events", "--from", "1.2.2015").err()).contains("2015-02-25");
    assertThat(ask("events", "--with", "EGY").err()).contains("--actor");
    assertThat(ask("events", "--sort", "size").err()).contains("time, newest");
    assertThat(ask("events", "--min-confidence", 2).err()).contains("0 to 1");
    assertThat(ask("events", "--limit", 0).err()).contains("--limit");
    assertThat(ask("events", "--page", 0).err()).contains("--page");
    assertThat(ask("events", "--text", " ").err()).contains("--text");
    assertThat(ask("events", "--format", "xml").err()).contains("xml", "jsonl");
    assertThat(ask("map", "--region", "moon").err()).contains("moon", "africa");
    assertThat(ask("corroborate", "x", "--days", -1).err()).contains("--days");
    assertThat(ask("corroborate", "x", "--svg", folder.resolve("x.svg")).err()).contains("--html");
    Path none = folder.resolve("none.duckdb");
    for (List<String> command :
        List.of(List.of("events"), List.of("map"), List.of("corroborate", "x"))) {
      List<Object> words = new ArrayList<>(command);
      words.add("--store");
      words.add(none);
      Cli.Result result = Cli.run(words.toArray());
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("no store " + none, "--save");
      assertThat(none).doesNotExist();
    }
  }

  @Test
  void theMap() throws Exception {
    Path svg = folder.resolve("map.svg");
    Path page = folder.resolve("map.html");
    String table = asked("map", "--svg", svg, "--html", page);
    assertThat(table).contains("place", "LBY", "mean");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
    assertThat(Files.readString(svg)).startsWith("<svg").contains("Darnah", "Natural Earth");
    assertThat(Files.readString(page)).contains("<svg", "<table");
    assertThat(asked("map", "--format", "csv")).startsWith("place,country,events,");
    assertThat(asked("map", "--sql", "--at-actor")).contains("'TARGET'").startsWith("WITH");
  }

  @Test
  void aReportIsCorroborated() throws Exception {
    Path text =
        Files.writeString(
            folder.resolve("own.txt"),
            "Egypt bombed ISIS positions in Derna on Monday.\n\nEgypt praised ISIS on Monday.\n");
    String table = asked("corroborate", text, "--date", "2015-02-18");
    assertThat(table).contains("= same", "✗ contrary", "opposite sign", "support");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
    String csv = asked("corroborate", text, "--date", "2015-02-18", "--format", "csv");
    assertThat(csv).startsWith("document_id,event_id,").contains(",same,", ",contrary,");
    Path page = folder.resolve("c.html");
    asked("corroborate", text, "--date", "2015-02-18", "--html", page);
    assertThat(Files.readString(page)).contains("<blockquote>", "= same");
    assertThat(asked("corroborate", text, "--date", "2015-02-18", "--from", "2015-03"))
        .contains("no other report");
    assertThat(asked("corroborate", text, "--sql")).contains("SELECT");

    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    Cli.Result nothing = ask("corroborate", empty);
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.err()).contains("set aside");
  }

  /** The demand on the Security Council of 18 February, in other people's data. */
  @Test
  void whatSisiDemanded() {
    Path data = Cli.article().getParent().resolveSibling("data/icews-2013-11-18_2015-06-30.tsv.gz");
    assumeTrue(Files.isRegularFile(data), "needs " + data);
    Path icews = folder.resolve("icews.duckdb");
    Cli.Result imported = Cli.run("import", data, "--id", "icews", "--store", icews);
    assertThat(imported.code()).as(imported.err()).isZero();
    for (Object[] words :
        new Object[][] {
          {"corroborate", Cli.article(), "--store", icews, "--format", "csv"},
          {
            "corroborate",
            Cli.article(),
            "--store",
            icews,
            "--format",
            "csv",
            "--date",
            "2015-02-25"
          }
        }) {
      Cli.Result result = Cli.run(words);
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.lines())
          .filteredOn(line -> line.contains("2015-02-18"))
          .filteredOn(line -> line.contains("Abdel Fattah al-Sisi,UN") || line.contains("UNSCIGO"))
          .anyMatch(line -> line.contains("Demand diplomatic cooperation"));
    }
    Cli.Result table =
        Cli.run("corroborate", Cli.article(), "--store", icews, "--date", "2015-02-25");
    assertThat(table.out())
        .containsPattern("= same +2015-02-18 +EGYGOV Abdel Fattah.*UNSCIGO.*REQUEST 102");
  }
}
