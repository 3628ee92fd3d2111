package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import org.entente.report.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches, and what a second run does. */
class CorpusRunTest {
  private static SparkSession spark;
  private static Coder coder;

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();

  @BeforeAll
  static void start() {
    coder = Coder.bundled();
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.debug.maxToStringFields", "100")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static List<String> expected(Path corpus, Ingest.Options options) {
    List<String> lines = new ArrayList<>();
    Ingest.read(
        corpus.toString(),
        options,
        new Ingest.Sink() {
          @Override
          public void document(Document document) {
            Report.of(
                    List.of(new Report.Coded(document, coder.code(document))),
                    Report.Format.JSONL,
                    Report.Options.PLAIN)
                .lines()
                .forEach(lines::add);
          }

          @Override
          public void aside(Aside aside) {
            throw new AssertionError(aside);
          }
        });
    lines.sort(null);
    return lines;
  }

  private CorpusRun run(Settings settings) {
    return new CorpusRun(spark, settings).batchBytes(1).progress(said::add);
  }

  private static Settings dated(String date) {
    Settings all = Settings.DEFAULT;
    return new Settings(
        all.model(),
        null,
        false,
        date,
        null,
        null,
        all.documentBytes(),
        all.seconds(),
        all.columns(),
        all.sliceBytes());
  }

  @Test
  void killedInTheMiddleItGoesOnWithoutCodingTwice() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (int i = 0; i < 3; i++) {
      Files.writeString(corpus.resolve(i + ".jsonl"), Corpus.lines(4 * i, 4 * i + 4));
    }
    Path out = folder.resolve("out");
    Process process =
        Corpus.start(
            Main.class,
            folder.resolve("said.txt"),
            folder.resolve("errors.txt"),
            List.of(
                corpus.toString(),
                "--out",
                out.toString(),
                "--master",
                "local[1]",
                "--batch-bytes",
                "1"));
    Path first = out.resolve("_entente/batches/000001.json");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!Files.exists(out.resolve("_entente/staging/000002"))
        && process.isAlive()
        && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    process.destroyForcibly().waitFor();
    assertThat(first).as(Files.readString(folder.resolve("errors.txt"))).exists();
    assertThat(out.resolve("_entente/batches/000003.json")).doesNotExist();
    String manifest = Files.readString(first);

    Summary summary = run(Settings.DEFAULT).code(List.of(corpus.toString()), out.toString());
    assertThat(Written.events(out)).isEqualTo(expected(corpus, Ingest.Options.DEFAULT));
    assertThat(Files.readString(first)).isEqualTo(manifest);
    assertThat(summary.now().known()).isPositive();
    assertThat(summary.now().known() + summary.now().batches()).isEqualTo(3);
    assertThat(summary.documents()).isEqualTo(12);
    assertThat(out.resolve("_entente/staging")).isEmptyDirectory();
  }

  @Test
  void aSecondRunCodesWhatIsNewOrChangedAlone() throws IOException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path a = Files.writeString(corpus.resolve("a.jsonl"), Corpus.lines(0, 2));
    Files.writeString(corpus.resolve("b.jsonl"), Corpus.lines(2, 4));
    Files.writeString(corpus.resolve("notes.pdf"), "no document");
    String in = corpus.toString();
    String out = folder.resolve("out").toString();
    Summary first = run(Settings.DEFAULT).batchBytes(1 << 20).code(List.of(in), out);
    assertThat(first.now().batches()).isEqualTo(1);
    assertThat(first.unsupported()).isEqualTo(1);
    assertThat(said).anyMatch(line -> line.contains("notes.pdf"));
    assertThat(run(Settings.DEFAULT).code(List.of(in), out).now().batches()).isZero();

    // c tells another story under an id of a
    Files.writeString(
        corpus.resolve("c.jsonl"),
        Corpus.lines(5, 6) + Corpus.json(6).replace("\"n6\"", "\"n0\"") + "\n");
    Summary more = run(Settings.DEFAULT).code(List.of(in), out);
    assertThat(more.now().batches()).isEqualTo(1);
    assertThat(more.now().documents()).isEqualTo(1);
    assertThat(Written.aside(Path.of(out)))
        .containsExactly(
            corpus.resolve("c.jsonl")
                + ":2: its id 'n0' is that of "
                + a
                + ":1 too; give each document an id of its own");

    Files.delete(corpus.resolve("notes.pdf"));
    Files.writeString(corpus.resolve("c.jsonl"), Corpus.lines(5, 8));
    Summary changed = run(Settings.DEFAULT).code(List.of(in), out);
    assertThat(changed.documents()).isEqualTo(7);
    assertThat(said).contains("batch 2 is coded again: a file of it has changed");
    assertThat(Written.aside(Path.of(out))).isEmpty();
    assertThat(Written.events(Path.of(out))).isEqualTo(expected(corpus, Ingest.Options.DEFAULT));
  }

  @Test
  void anOutputThatWasCodedOtherwiseIsRefusedOrCodedAgain() throws IOException {
    Path corpus = Files.writeString(folder.resolve("a.jsonl"), Corpus.lines(0, 2));
    Path out = folder.resolve("out");
    run(Settings.DEFAULT).code(List.of(corpus.toString()), out.toString());
    assertThatThrownBy(
            () -> run(dated("2014-12-24")).code(List.of(corpus.toString()), out.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another --date (null, now 2014-12-24)")
        .hasMessageContaining("--recode");
    assertThat(Written.events(out)).isEqualTo(expected(corpus, Ingest.Options.DEFAULT));
    run(dated("2014-12-24")).recode(true).code(List.of(corpus.toString()), out.toString());
    Ingest.Options options =
        Ingest.Options.DEFAULT.withDate(org.entente.coding.ingest.Dates.parse("2014-12-24"));
    assertThat(Written.events(out)).isEqualTo(expected(corpus, options));
    assertThat(Written.files(out.resolve("events/month=2014-12"), ".parquet")).isNotEmpty();
  }

  @Test
  void monthsAreFoldersAndColumnsAgreeWithTheJson() throws IOException {
    Path corpus =
        Files.writeString(
            folder.resolve("a.jsonl"),
            Corpus.json(0)
                + "\n"
                + Corpus.json(2)
                + "\n{\"id\":\"undated\",\"text\":\"Egypt bombed ISIS camps in Libya.\"}\n");
    Path out = folder.resolve("out");
    run(Settings.DEFAULT).code(List.of(corpus.toString()), out.toString());
    try (var months = Files.list(out.resolve("events"))) {
      assertThat(months.map(path -> path.getFileName().toString()))
          .contains("month=2015-01", "month=2015-03", "month=unknown");
    }
    var rows = spark.read().parquet(out.resolve("events").toString());
    assertThat(rows.columns()).containsExactlyInAnyOrder(Columns.EVENT.fieldNames());
    assertThat(
            rows.where(
                    "id != get_json_object(json, '$.id')"
                        + " or source_id != get_json_object(json, '$.source.id')"
                        + " or type != get_json_object(json, '$.type')"
                        + " or goldstein != get_json_object(json, '$.goldstein')"
                        + " or quad != get_json_object(json, '$.quad')"
                        + " or month not in ('unknown', substring(day, 1, 7))")
                .count())
        .isZero();
    assertThat(rows.where("month = 'unknown' and day is null and source = 'EGY'").count())
        .isEqualTo(1);
  }
}
