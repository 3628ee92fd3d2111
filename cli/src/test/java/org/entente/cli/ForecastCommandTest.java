package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {
  private static final Path SAMPLE =
      Cli.root().resolve("../shared/data/icews-2013-11-18_2015-06-30.tsv.gz");

  @TempDir static Path folder;
  private static Path store;
  private static Path table;

  @BeforeAll
  static void fill() throws IOException {
    String[] who = {"Egypt", "Libya", "Iran", "Iraq", "China", "Japan"};
    String[] what = {
      "Consult", "Criticize or denounce", "Use unconventional violence", "Make statement"
    };
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("date\tsource\tevent\ttarget\n");
    for (int day = 0; day < 150; day++) {
      for (int i = 0; i < 8; i++) {
        int source = (int) (6 * Math.pow(random.nextDouble(), 2));
        int target = (source + 1 + random.nextInt(2)) % 6;
        text.append(LocalDate.of(2014, 6, 1).plusDays(day))
            .append('\t')
            .append(who[source])
            .append('\t')
            .append(what[random.nextDouble() < .7 ? source % 4 : random.nextInt(4)])
            .append('\t')
            .append(who[target])
            .append('\n');
      }
    }
    table = Files.writeString(folder.resolve("events.tsv"), text);
    store = folder.resolve("store.duckdb");
    Cli.Result imported = Cli.run("import", table, "--store", store);
    assertThat(imported.code()).as(imported.err()).isZero();
  }

  @Test
  void ranksWithEvidenceAndPicture() throws IOException {
    Path html = folder.resolve("forecast.html");
    Cli.Result found =
        Cli.run(
            "forecast",
            "--source",
            "Egypt",
            "--top",
            5,
            "--store",
            store,
            "--html",
            html,
            "--format",
            "jsonl");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.lines()).hasSize(5);
    JsonNode first = new ObjectMapper().readTree(found.lines().get(0));
    assertThat(first.get("source").asText()).isEqualTo("EGY");
    assertThat(first.get("type").asText()).isEqualTo("CONSULT");
    assertThat(first.get("probability").asDouble()).isBetween(.05, 1.0);
    assertThat(first.get("evidence_1").asText()).contains("EGY").contains("2014-");
    assertThat(Files.readString(html)).contains("<svg").contains("What is likely next");
  }

  @Test
  void weightsAreSavedAndUsed() {
    Path weights = folder.resolve("weights.txt");
    Cli.Result trained = Cli.run("forecast", "train", "--weights", weights, "--store", store);
    assertThat(trained.code()).as(trained.err()).isZero();
    Cli.Result with =
        Cli.run("forecast", "--source", "EGY", "--weights", weights, "--store", store);
    assertThat(with.out())
        .isEqualTo(Cli.run("forecast", "--source", "EGY", "--store", store).out());
  }

  @Test
  void answersAQuestionWrittenInOneText() throws IOException {
    Path html = folder.resolve("question.html");
    Cli.Result found =
        Cli.run(
            "forecast",
            "question",
            "--source Egypt --target LBY --quad VERBAL_COOPERATION --within 7d",
            "--store",
            store,
            "--html",
            html);
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out()).contains("within 7 days").contains("own past").contains("world");
    assertThat(found.out()).contains("Reliability").contains("ECE").contains("●");
    assertThat(Files.readString(html)).contains("aria-label=\"Reliability\"");
    Cli.Result apart =
        Cli.run(
            "forecast",
            "question",
            "--source",
            "Egypt",
            "--target",
            "LBY",
            "--quad",
            "verbal-cooperation",
            "--within",
            "7d",
            "--store",
            store);
    assertThat(apart.out()).isEqualTo(found.out());
    Cli.Result file =
        Cli.run(
            "forecast",
            "question",
            "--source Egypt --target LBY --quad VERBAL_COOPERATION --within 7d",
            "--store",
            store,
            "--format",
            "jsonl");
    JsonNode row = new ObjectMapper().readTree(file.lines().get(0));
    assertThat(row.get("ece").asDouble()).isBetween(0.0, .3);
    assertThat(row.at("/reliability/0/forecast").asDouble()).isBetween(0.0, 1.0);
    Cli.Result unseen =
        Cli.run(
            "forecast",
            "question",
            "--source",
            "EGY",
            "--target",
            "JPN",
            "--quad",
            "MATERIAL_CONFLICT",
            "--store",
            store);
    assertThat(unseen.out()).contains("was ever reported");
  }

  /** One event of long ago would make a history of a hundred years of days. */
  @Test
  void whatIsOlderThanThreeYearsIsLeftOut() throws IOException {
    String rows = Files.readString(table).strip() + "\n1921-01-01\tEgypt\tConsult\tLibya\n";
    Path aged = folder.resolve("aged.duckdb");
    Cli.Result imported =
        Cli.run("import", Files.writeString(folder.resolve("aged.tsv"), rows), "--store", aged);
    assertThat(imported.code()).as(imported.err()).isZero();
    String question = "--source EGY --target LBY --quad VERBAL_COOPERATION --within 7d";
    Cli.Result found = Cli.run("forecast", "question", question, "--store", aged);
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out().replace("aged.duckdb", "store.duckdb"))
        .isEqualTo(Cli.run("forecast", "question", question, "--store", store).out());
  }

  @Test
  void assumesEvents() {
    Object[] words = {
      "forecast",
      "--assume",
      "2014-10-28 EGY ASSAULT LBY",
      "--days",
      20,
      "--runs",
      100,
      "--store",
      store
    };
    Cli.Result found = Cli.run(words);
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out()).contains("not cause").contains("Learned patterns").contains("seed 1");
    assertThat(Cli.run(words).out()).isEqualTo(found.out());
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(Cli.run("forecast", "--store", store).err()).contains("name --source or --target");
    assertThat(Cli.run("forecast", "--source", "Atlantis", "--store", store).err())
        .contains("no event of 'Atlantis'");
    assertThat(Cli.run("forecast", "--assume", "RUS ASSAULT", "--store", store).err())
        .contains("is no event");
    assertThat(Cli.run("forecast", "--assume", "today EGY ASSAULT LBY", "--store", store).err())
        .contains("'today' is no day");
    assertThat(Cli.run("forecast", "question", "--source", "EGY", "--store", store).err())
        .contains("needs --source, --target and --quad");
    assertThat(
            Cli.run("forecast", "--source", "EGY", "--from", "2001-01-01", "--store", store).err())
        .contains("not after the first event");
    assertThat(Cli.run("forecast", "--source", "EGY", "--store", folder.resolve("no")).err())
        .contains("no store");
    Cli.Result sql = Cli.run("forecast", "--sql");
    assertThat(sql.out()).contains("SELECT day, source_code");
  }

  @Test
  void backtestsAFile() throws IOException {
    Path html = folder.resolve("backtest.html");
    Cli.Result found =
        Cli.run(
            "backtest",
            table,
            "--from",
            "2014-10-01",
            "--to",
            "2014-10-20",
            "--train",
            30,
            "--horizon",
            7,
            "--html",
            html);
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out()).contains("recurrence").contains("log-linear").contains("climatology");
    assertThat(Files.readString(html)).contains("within 7 days").contains("<svg");
    Cli.Result stored =
        Cli.run(
            "backtest",
            store,
            "--from",
            "2014-10-01",
            "--to",
            "2014-10-10",
            "--train",
            30,
            "--only",
            "ranking");
    assertThat(stored.code()).as(stored.err()).isZero();
    assertThat(Cli.run("backtest", table, "--from", "2019-01-01", "--to", "2019-02-01").err())
        .contains("leaves none");
    assertThat(Cli.run("backtest", table, "--from", "2014-09-01", "--to", "2014-08-01").err())
        .contains("is before --from");
    assertThat(Cli.run("backtest", table, "--from", "2014-06-20", "--to", "2014-06-30").err())
        .contains("do not fit");
    assertThat(
            Cli.run("backtest", folder.resolve("none"), "--from", "2014-06-20", "--to", "2014-07")
                .err())
        .contains("no file or folder");
  }

  @Test
  void questionsOnTheSampleBeatTheDyadsOwnFrequencies() throws IOException {
    assumeTrue(Files.exists(SAMPLE), "../shared/data is absent");
    Cli.Result found =
        Cli.run(
            "backtest",
            SAMPLE,
            "--from",
            "2015-02-01",
            "--to",
            "2015-06-30",
            "--only",
            "questions",
            "--horizon",
            7,
            "--format",
            "jsonl");
    assertThat(found.code()).as(found.err()).isZero();
    JsonNode all = new ObjectMapper().readTree(found.lines().get(0));
    assertThat(all.get("quad").asText()).isEqualTo("all");
    assertThat(all.get("skill").asDouble()).isGreaterThan(.05);
    assertThat(all.get("ece").asDouble()).isLessThan(.02);
  }
}
