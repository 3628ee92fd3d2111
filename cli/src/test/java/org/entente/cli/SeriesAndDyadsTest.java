package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the sample of ICEWS events, 18 November 2013 to 30 June 2015. */
class SeriesAndDyadsTest {
  @TempDir static Path folder;
  private static Path store;

  @BeforeAll
  static void load() {
    Path events =
        Path.of(
            System.getProperty("entente.shared", "../../shared"),
            "data/icews-2013-11-18_2015-06-30.tsv.gz");
    assumeTrue(Files.isRegularFile(events), "needs " + events);
    store = folder.resolve("icews.duckdb");
    Cli.Result loaded =
        Cli.run("import", events, "--store", store, "--aside", folder.resolve("aside.tsv"));
    assertThat(loaded.code()).as(loaded.err()).isZero();
  }

  @Test
  void februaryFifteenDayByDay() {
    Cli.Result result =
        Cli.run(
            "series",
            "--store",
            store,
            "--source",
            "EGY",
            "--target",
            "LBY",
            "--from",
            "2015-02-01",
            "--to",
            "2015-03-01");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.lines()).startsWith("EGY → LBY, from 2015-02-01, to 2015-03-01");
    assertThat(result.lines().stream().filter(line -> line.startsWith("2015-0"))).hasSize(29);
    assertThat(result.out()).containsPattern("2015-02-18 +1 +1 +0 +0 +0 +3\\.4 +3\\.40");
    assertThat(result.out()).containsPattern("2015-02-19 +0 +0 +0 +0 +0 +0\\.0 +–");
  }

  @Test
  void theFallOfMosulIsAChangeOfLevel() throws IOException {
    Path svg = folder.resolve("isis.svg");
    Path html = folder.resolve("isis.html");
    Cli.Result result =
        Cli.run(
            "series", "--store", store, "--actor", "ISIS", "--by", "week", "--svg", svg, "--html",
            html);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("◆ from the week of 9 June 2014");
    assertThat(Files.readString(svg)).startsWith("<svg xmlns=").contains("2014-06-09");
    assertThat(Files.readString(html)).contains("◆ from the week of 9 June 2014");
  }

  @Test
  void theSumOfAMonthlySeriesIsTheImportedCount() {
    Cli.Result result = Cli.run("series", "--store", store, "--format", "csv");
    assertThat(result.lines()).hasSize(21);
    assertThat(
            result.lines().stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",")[1]))
                .sum())
        .isEqualTo(70_764);
  }

  @Test
  void theBusiestDyadsAndTheFastestChanging() throws IOException {
    Path svg = folder.resolve("dyads.svg");
    Cli.Result busiest = Cli.run("dyads", "--store", store, "--limit", "5", "--svg", svg);
    assertThat(busiest.code()).as(busiest.err()).isZero();
    assertThat(busiest.lines().get(4)).startsWith("BOKO Boko Haram").contains("NGA Nigeria");
    assertThat(busiest.lines().stream().filter(line -> line.contains("×"))).hasSizeGreaterThan(4);
    assertThat(Files.readString(svg)).contains("Boko Haram → Nigeria");
    Cli.Result changing =
        Cli.run(
            "dyads", "--store", store, "--sort", "changing", "--format", "jsonl", "--limit", "3");
    // the summit of June 2015 in Johannesburg, and the debt crisis
    assertThat(changing.lines()).hasSize(3);
    assertThat(changing.lines().get(0)).contains("\"ZAF\"").contains("\"change_low\":");
  }

  @Test
  void sqlIsShownAndNotRun() {
    Path none = folder.resolve("none.duckdb");
    Cli.Result series = Cli.run("series", "--store", none, "--source", "EGY", "--sql");
    assertThat(series.code()).isZero();
    assertThat(series.out()).contains("source_code = 'EGY'").endsWith(";" + System.lineSeparator());
    assertThat(Cli.run("dyads", "--store", none, "--sql").out()).contains("GROUP BY");
    assertThat(none).doesNotExist();
  }

  @Test
  void wrongWordsAreNamed() {
    assertThat(Cli.run("series", "--store", store, "--by", "year").err())
        .contains("--by: no 'year'; there are day, week, month");
    assertThat(Cli.run("series", "--store", store, "--per", "dyad", "--top", "0").code())
        .isEqualTo(2);
    assertThat(Cli.run("dyads", "--store", store, "--recent", "a month").err())
        .contains("--recent: 'a month' is no number of days or weeks");
    assertThat(Cli.run("dyads", "--store", store, "--sort", "loudest").err())
        .contains("busiest, changing, hostile, friendly");
    assertThat(Cli.run("dyads", "--store", folder.resolve("none.duckdb")).err())
        .contains("no store");
  }
}
