package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.store.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code network} and {@code affinity} on the ICEWS events of 2013 to 2015. */
class NetworkCommandTest {
  @TempDir static Path folder;
  private static Path store;

  @BeforeAll
  static void load() {
    Path events =
        Path.of(
            System.getProperty("entente.shared", "../../shared"),
            "data/icews-2013-11-18_2015-06-30.tsv.gz");
    if (Files.isRegularFile(events)) {
      store = folder.resolve("icews.duckdb");
      assertThat(Cli.run("import", events, "--store", store).code()).isZero();
    }
  }

  private static Path store() {
    assumeTrue(store != null, "needs data/icews-2013-11-18_2015-06-30.tsv.gz");
    return store;
  }

  @Test
  void networkOfCountries() throws IOException {
    Path svg = folder.resolve("network.svg");
    Path html = folder.resolve("network.html");
    Cli.Result result =
        Cli.run("network", "--store", store(), "--at", "2015-03-31", "--svg", svg, "--html", html);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("Signed network: All events")
        .contains("as of 2015-03-31, half-life 90 days")
        .contains("triangles are balanced")
        .contains("signed modularity")
        .containsPattern("CHN +China +A ")
        .containsPattern("BOKO +Boko Haram +B ")
        .containsPattern("NGA +Nigeria +BOKO +Boko Haram +−");
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
    assertThat(Files.readString(svg))
        .startsWith("<svg")
        .contains(">Boko Haram</text>")
        .contains("prefers-color-scheme:dark")
        .contains("less busy actors not shown");
    assertThat(Files.readString(html)).contains("<h1>Signed network").contains("class=\"grid\"");
    Path again = folder.resolve("again.svg");
    Cli.run("network", "--store", store, "--at", "2015-03-31", "--svg", again);
    assertThat(again).hasSameBinaryContentAs(svg);
  }

  @Test
  void networkAsFiles() {
    Cli.Result nodes =
        Cli.run("network", "--store", store(), "--top", "40", "--format", "csv", "--min-events", 5);
    assertThat(nodes.out())
        .startsWith(
            "actor,name,camp,community,events,friendly,hostile,pagerank,betweenness\r\nCHN,China,");
    assertThat(nodes.lines()).hasSizeBetween(36, 41);
    Cli.Result ties =
        Cli.run("network", "--store", store, "--ties", "--format", "jsonl", "--level", "actor");
    assertThat(ties.lines()).hasSizeGreaterThan(200);
    assertThat(ties.lines().get(0)).startsWith("{\"a\":").contains("\"weight\":");
    assertThat(Cli.run("network", "--store", store, "--source", "EGY", "--sql").out())
        .contains("source_code = 'EGY'");
  }

  @Test
  void affinityOfCountries() throws IOException {
    Path svg = folder.resolve("affinity.svg");
    Cli.Result result = Cli.run("affinity", "--store", store(), "--svg", svg);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("20 actors")
        .contains("bootstrap samples of days (seed 1)")
        .containsPattern("Boko Haram .*−0\\.6");
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
    assertThat(Files.readString(svg)).contains("cell conf s10").contains("cell coop");
    Path other = folder.resolve("other.svg");
    Cli.run("affinity", "--store", store, "--svg", other);
    assertThat(other).hasSameBinaryContentAs(svg);
  }

  @Test
  void affinityOfChosenActors() {
    Cli.Result result =
        Cli.run("affinity", "--store", store(), "--actors", "EGY,Turkey,qat,Saudi Arabia");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("4 actors").contains("\nMatrix\n").contains("TUR");
    Cli.Result similar =
        Cli.run(
            "affinity",
            "--store",
            store,
            "--measure",
            "similar",
            "--bootstrap",
            60,
            "--format",
            "csv");
    assertThat(similar.out())
        .startsWith("a,a_name,b,b_name,affinity,low,high,thirds,raw,credibility\r\n");
    assertThat(similar.lines()).hasSizeGreaterThan(100);
    Cli.Result unknown = Cli.run("affinity", "--store", store, "--actors", "EGY,Atlantis");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("'Atlantis'").contains("--level actor");
    assertThat(Cli.run("affinity", "--store", store, "--actors", "EGY,Egypt").err())
        .contains("name two at least");
  }

  @Test
  void nothingFound() {
    for (String command : new String[] {"network", "affinity"}) {
      Path empty = folder.resolve(command + ".duckdb");
      EventStore.open(empty).close();
      Path svg = folder.resolve(command + "-empty.svg");
      Cli.Result result = Cli.run(command, "--store", empty, "--svg", svg);
      assertThat(result.err()).isEmpty();
      assertThat(result.code()).isZero();
      assertThat(result.out()).contains("0 actors");
      assertThat(svg).content().contains("No");
    }
  }

  @Test
  void wrongUse() {
    String none = folder.resolve("none.duckdb").toString();
    fails("no store", "network", "--store", none);
    fails("--half-life: no half-life 'soon'", "network", "--half-life", "soon");
    fails("--level: no level 'town'", "affinity", "--level", "town");
    fails("--measure: no measure 'x'", "affinity", "--measure", "x");
    fails("--top: from 2 to 1000, not 1", "network", "--top", "1");
    fails("--top: from 2 to 60", "affinity", "--top", "61");
    fails("--min-events: at least 1", "network", "--min-events", "0");
    fails("--rows: at least 1", "network", "--rows", "0");
    fails("--bootstrap: from 50", "affinity", "--measure", "similar", "--bootstrap", "0");
    fails("--bootstrap: from 0", "affinity", "--bootstrap", "-1");
    assertThat(Path.of(none)).doesNotExist();
  }

  private static void fails(String message, Object... args) {
    Cli.Result result = Cli.run(args);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(message);
    assertThat(result.out()).isEmpty();
  }
}
