package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sway} on the examples, and on real events where they are there. */
class SwayCommandTest {
  private static final Path EXAMPLES = Cli.root().resolve("examples");

  @TempDir Path folder;

  private static Path example(String name) {
    return EXAMPLES.resolve(name);
  }

  @Test
  void theFirstCase() throws IOException {
    Path html = folder.resolve("libya.html");
    Cli.Result result =
        Cli.run(
            "sway", example("libya-2015.yaml"), "--actor", "RUS", "--draws", 50, "--html", html);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(
            "What Russia can do. 12 actors, as of 2015-02-25, 7 models, 50 draws each, seed 1.")
        .contains("Nearest to what Russia wants (40) leads:")
        .contains("Join the coalition as it is")
        .contains(
            "UN Security Council: “Demand a coalition with a UN mandate” passes with a chance of")
        .contains("Won over: China")
        .contains("How far Russia can move it at all")
        .contains("Whom to persuade, who can undo it")
        .contains("No store of events was asked");
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
    assertThat(Files.readString(html))
        .contains("calculator, not an oracle")
        .contains("Actors on the scale")
        .contains("Outcomes by option and model")
        .contains("Table of votes")
        .contains("Positions round by round")
        .contains("What each number rests on")
        .doesNotContain("NaN")
        .doesNotContain("<script");
  }

  /** The levers: in words for a terminal, as a picture for a page, all of them as JSON. */
  @Test
  void whatWouldChangeTheCamps() throws IOException {
    Path html = folder.resolve("libya.html");
    Object[] command = {
      "sway", example("libya-2015.yaml"), "--actor", "RUS", "--draws", 5, "--html", html
    };
    String table = Cli.run(command).out().replaceAll("\\s+", " ");
    assertThat(table)
        .contains(
            "As things are: Russia, Egypt, Libya (Tobruk) and United Arab Emirates on one side")
        .contains("21 of 66 ties are at odds with it, with a weight of 16.13 of 84.1")
        .contains(
            "France and Italy join Russia's camp, if one of these ties changes by 0.47: Russia –"
                + " France (−1 → −0.53); Russia – Italy (1 → 1.47)")
        .contains("After “Stand aside”: Russia stands with Egypt");
    assertThat(Files.readString(html))
        .contains("aria-label=\"What would change the camps\"")
        .contains(
            "Russia – France: from −1 past −0.53; then France and Italy join Russia&#39;s camp");
    JsonNode levers =
        new JsonMapper()
            .readTree(
                Cli.run(
                        "sway",
                        example("libya-2015.yaml"),
                        "--actor",
                        "RUS",
                        "--draws",
                        5,
                        "--format",
                        "json")
                    .out())
            .at("/asIs/camps/levers");
    assertThat(levers.at("/exact").asBoolean()).isTrue();
    assertThat(levers.at("/turns/0/joins")).hasSize(2);
    assertThat(levers.at("/turns/0/ties/0/change").asDouble()).isBetween(.47, .4702);
  }

  @Test
  void twoScales() throws IOException {
    Path file = folder.resolve("river.yaml");
    Path html = folder.resolve("river.html");
    Files.writeString(
        file,
        """
        question: How are the river's water and money shared?
        scales:
          - {id: water, name: Water let through}
          - {id: money, name: Yearly payment, from: 0, to: 500}
        status_quo: [60, 20]
        actors:
          - {id: UPA, position: {water: [20, 30, 45], money: [300, 400, 480]}, capability: 10, salience: 80}
          - {id: LOW, position: {water: [70, 85, 95], money: 30}, capability: [6, 8, 9], salience: [95, 40]}
          - {id: BNK, position: {water: 55, money: 200}, capability: 5, salience: [30, 80]}
        vote: {members: {UPA: 1, LOW: 1, BNK: 1}, quota: 2}
        options:
          - {id: deal, name: Water for money, actor: UPA, proposal: {water: 50, money: 250}, vote: true}
        """
            .replace("salience: 80}", "salience: [80, 60]}"));
    Cli.Result result = Cli.run("sway", file, "--actor", "UPA", "--draws", 20, "--html", html);
    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
    assertThat(result.out())
        .contains("Water let through: as things are, the weighted mean ends at")
        .contains("Yearly payment: as things are, the weighted mean ends at")
        .contains("Whom to persuade, who can undo it: Yearly payment")
        .contains("What the outcome hangs on (weighted mean): Water let through")
        .contains("The voting body: “Water for money” passes with a chance of")
        .containsPattern("weighted median +Yearly payment")
        .doesNotContain("−0.0 ");
    assertThat(Files.readString(html))
        .contains("<h2>Yearly payment</h2>")
        .contains("Positions round by round, all numbers at their most likely: Water let through");
  }

  @Test
  void tiesOnly() throws IOException {
    Cli.Result tribes = Cli.run("sway", example("highland-tribes.yaml"));
    assertThat(tribes.out().replaceAll("\\s+", " "))
        .contains("7 of 58 ties are at odds with it, with a weight of 7 of 58: no split has less")
        .contains("59 of 68 triangles are balanced (87 %)")
        .contains("Seuve changes camps, if one of these ties changes by 1: Gama – Seuve (−1 → 0)")
        .contains("1 −44.0 62.7 Gavev Kotun Nagad Gama")
        .contains("5 minima: sides that nobody leaves by itself");
    assertThat(tribes.lines()).allMatch(line -> line.length() <= 100);
    Path sized = folder.resolve("sized.yaml");
    Files.writeString(
        sized,
        """
        question: Who sides with whom?
        actors: [{id: A, capability: 3}, {id: B, capability: 1}, {id: C, capability: 2}]
        ties: [[A, B, 1], [B, C, 2], [A, C, -3]]
        """);
    assertThat(Cli.run("sway", sized).out().replaceAll("\\s+", " "))
        .contains("capability × capability × tie")
        .contains(
            "B changes sides in the deepest minimum, if the capability of C falls below 1.5 (now 2)");
    assertThat(
            new JsonMapper()
                .readTree(Cli.run("sway", sized, "--format", "json").out())
                .at("/landscape/sizes"))
        .isNotEmpty();
  }

  @Test
  void sameSeedSameBytesOnAnyNumberOfThreads() {
    String one =
        Cli.run(
                "sway",
                example("libya-2015.yaml"),
                "--actor",
                "RUS",
                "--draws",
                40,
                "--threads",
                1,
                "--format",
                "json")
            .out();
    String two =
        Cli.run(
                "sway",
                example("libya-2015.yaml"),
                "--actor",
                "RUS",
                "--draws",
                40,
                "--threads",
                2,
                "--format",
                "json")
            .out();
    assertThat(two).isEqualTo(one);
    assertThat(
            Cli.run(
                    "sway",
                    example("libya-2015.yaml"),
                    "--actor",
                    "RUS",
                    "--draws",
                    40,
                    "--seed",
                    2,
                    "--format",
                    "json")
                .out())
        .isNotEqualTo(one);
  }

  @Test
  void answersAsJson() throws IOException {
    JsonNode json =
        new JsonMapper()
            .readTree(
                Cli.run(
                        "sway",
                        example("security-council-2011.yaml"),
                        "--actor",
                        "RUS",
                        "--draws",
                        20,
                        "--format",
                        "json")
                    .out());
    assertThat(json.at("/options/0/vote/chance").asDouble()).isEqualTo(1);
    assertThat(json.at("/options/1/vote/chance").asDouble()).isZero();
    assertThat(json.at("/options/0/vote/members")).hasSize(15);
    assertThat(json.at("/asIs/predictions")).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"emission-standards.yaml", "security-council-2011.yaml", "highland-tribes.yaml"})
  void theOtherExamples(String name) throws IOException {
    Path html = folder.resolve("x.html");
    Cli.Result result =
        Cli.run("sway", example(name), "--draws", 20, "--html", html, "--format", "csv");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSizeGreaterThan(1);
    assertThat(html).isNotEmptyFile();
  }

  @Test
  void aNewIssueRuns() {
    Path file = folder.resolve("own.yaml");
    assertThat(Cli.run("sway", "new", file).code()).isZero();
    assertThat(Cli.run("sway", file, "--actor", "AAA", "--draws", 20).err()).isEmpty();
    assertThat(Cli.run("sway", "new", file).err()).contains("is there already");
    assertThat(Cli.run("sway", "schema").out()).contains("\"$schema\"");
  }

  @Test
  void power() {
    Cli.Result result = Cli.run("sway", "power", "UNSC", "--date", "2011-03-17");
    assertThat(result.out()).contains("421/2145").contains("4/2145").contains("21/1270");
    assertThat(Cli.run("sway", "power").out()).contains("EU-COUNCIL");
    assertThat(Cli.run("sway", "power", "UNO").err()).contains("no voting body is called UNO");
  }

  @Test
  void realEvents() throws IOException {
    Path events =
        Path.of(
            System.getProperty("entente.shared", "../../shared"),
            "data/icews-2013-11-18_2015-06-30.tsv.gz");
    assumeTrue(Files.isRegularFile(events), "needs data/icews-2013-11-18_2015-06-30.tsv.gz");
    Path store = folder.resolve("i.duckdb");
    assertThat(Cli.run("import", events, "--store", store).code()).isZero();
    Cli.Result blowback = Cli.run("sway", "blowback", "--group", "ISIS", "--store", store);
    assertThat(blowback.err()).isEmpty();
    assertThat(blowback.out()).containsPattern("IRQ +2014-06-08").contains("hostile");
    Path issue = folder.resolve("derived.yaml");
    Files.writeString(
        issue,
        """
        question: Near Egypt or near Turkey?
        date: 2015-02-25
        scale: {from: 0, to: 100}
        actors:
          - {id: EGY, position: derived, capability: derived, salience: derived}
          - {id: TUR, position: derived, capability: derived, salience: derived}
          - {id: ARE, position: derived, capability: derived, salience: derived}
        derive: {from: 2014-02-25, low: [TUR], high: [EGY], about: [LBY, ISIS]}
        group: ISIS
        """);
    Cli.Result without = Cli.run("sway", issue, "--draws", 10);
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err()).contains("9 values are to be derived");
    Path filled = folder.resolve("filled.yaml");
    Cli.Result derive = Cli.run("sway", "derive", issue, "--store", store, "--out", filled);
    assertThat(derive.err()).isEmpty();
    assertThat(derive.out()).contains("position of ARE").contains("9 numbers derived, seed 1");
    assertThat(Files.readString(filled)).contains("stands for the high end of the scale");
    Cli.Result answer = Cli.run("sway", issue, "--store", store, "--draws", 10);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("Blowback: after a state used force against it");
    JsonNode json =
        new JsonMapper()
            .readTree(
                Cli.run("sway", issue, "--store", store, "--draws", 5, "--format", "json").out());
    assertThat(json.at("/blowback/force/cases/1/state").asText()).isEqualTo("IRQ");
    assertThat(json.at("/blowback/force/cases/1/counts/0/after").asInt()).isPositive();
    Cli.Result first =
        Cli.run(
            "sway", example("libya-2015.yaml"), "--actor", "RUS", "--store", store, "--draws", 10);
    assertThat(first.err()).isEmpty();
    assertThat(first.out())
        .contains("Forecast beside it: as things are, will ISIS strike at Russia within 30 days?")
        .contains("what pairs without a history do");
  }

  @Test
  void fiveHundredActors() throws IOException {
    StringBuilder text = new StringBuilder("question: Many\nscale: {from: 0, to: 100}\nactors:\n");
    for (int i = 0; i < 500; i++) {
      text.append(
          "  - {id: A%d, position: %d, capability: %d, salience: 50}%n"
              .formatted(i, i * 37 % 101, 1 + i % 7));
    }
    Path many = Files.writeString(folder.resolve("many.yaml"), text);
    Cli.Result result = Cli.run("sway", many, "--actor", "A1", "--draws", 20, "--format", "csv");
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains(
            "left out with 500 actors, which would take long: challenge model, challenge model as"
                + " printed, spatial model");
    assertThat(result.lines()).hasSize(5);
    Cli.Result table = Cli.run("sway", many, "--actor", "A1", "--draws", 20);
    assertThat(table.lines()).hasSizeLessThan(200).allMatch(line -> line.length() <= 100);
    assertThat(table.out().replaceAll("\\s+", " "))
        .contains("Not asked: challenge model, challenge model as printed, spatial model.")
        .contains("The 60 of 499 actors that can move it most; --format json has all.")
        .contains("and 2") // of the camps, 24 each are named
        .contains("only the cheapest 20 ties that local search finds are looked at");
  }

  /** Ties only: no models, and few random starts for the landscape. */
  @Test
  void fiveHundredActorsWithTiesOnly() throws IOException {
    StringBuilder text = new StringBuilder("question: Many\nactors: [A0");
    for (int i = 1; i < 500; i++) {
      text.append(", A").append(i);
    }
    text.append("]\nties:\n");
    for (int i = 0; i < 500; i++) {
      text.append("  - [A%d, A%d, %d]%n".formatted(i, (i + 7) % 500, i % 3 == 0 ? -1 : 1));
    }
    Path many = Files.writeString(folder.resolve("ties.yaml"), text);
    Cli.Result result = Cli.run("sway", many);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().replaceAll("\\s+", " "))
        .contains("share of 1,600 random starts")
        .contains("There may be more");
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void wrongUse() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "question: x\ncolour: red\n");
    assertThat(Cli.run("sway", bad).err())
        .contains("bad.yaml:2: no key 'colour' here")
        .contains("actors are missing");
    assertThat(Cli.run("sway", bad).code()).isEqualTo(2);
    assertThat(Cli.run("sway").err()).contains("no issue given");
    assertThat(Cli.run("sway", folder.resolve("none.yaml")).code()).isEqualTo(1);
    Path good = example("emission-standards.yaml");
    assertThat(Cli.run("sway", good, "--draws", 0).err()).contains("--draws: 1 to 1,000,000");
    assertThat(Cli.run("sway", good, "--threads", 0).err()).contains("--threads: at least 1");
    assertThat(Cli.run("sway", good, "--round-draws", 0).err()).contains("--round-draws");
    assertThat(Cli.run("sway", good, "--format", "pdf").err()).contains("no format 'pdf'");
    assertThat(Cli.run("sway", good, "--actor", "USA").err()).contains("is no actor of the issue");
    assertThat(Cli.run("sway", good, "--model", "oracle").err())
        .contains("there are weighted mean");
    assertThat(Cli.run("sway", good, "--store", folder.resolve("none.duckdb")).err())
        .contains("no store");
  }
}
