package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** import and export. */
class ImportExportTest {
  private static final String ROWS =
      "date\tsource\tevent\ttarget\n"
          + "2015-02-16\tAbdel Fattah Al-Sisi\tMake an appeal or request\tUN Security Council\n"
          + "2015-02-17\tPolice (Egypt)\tArrest, detain, or charge with legal action\tNobody\n"
          + "soon\tEgypt\tConsult\tLibya\n";

  @TempDir Path folder;

  private Path rows() throws IOException {
    return Files.writeString(folder.resolve("rows.tsv"), ROWS);
  }

  @Test
  void rowsGoInAndOut() throws IOException {
    Path store = folder.resolve("s.duckdb");
    Path aside = folder.resolve("wrong.tsv");
    Cli.Result first = Cli.run("import", rows(), "--store", store, "--aside", aside);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("(plain): 2 events in " + store + ", as rows", "1 row set aside: " + aside);
    assertThat(Files.readString(aside)).contains("\t4\t'soon' is no date");

    Cli.Result second = Cli.run("import", rows(), "--store", store, "--aside", aside);
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("is in " + store + " already, as rows: 2 events");

    for (String format :
        List.of("icews", "polecat", "csv", "jsonl", "parquet", "graphml", "gexf")) {
      Path out = folder.resolve("out." + format);
      Cli.Result export =
          Cli.run("export", "--format", format, "--out", out, "--store", store, "--actor", "EGY");
      assertThat(export.code()).as(export.err()).isZero();
      assertThat(export.out()).contains(" written to " + out + " (" + format + ")");
      assertThat(out).isNotEmptyFile();
    }
    assertThat(Files.readAllLines(folder.resolve("out.icews"))).hasSize(3);
    Cli.Result network =
        Cli.run("export", "--format", "GEXF", "--out", folder.resolve("n"), "--store", store);
    assertThat(network.out()).contains("1 event written", "2 nodes, 1 edges", "1 left out");
  }

  @Test
  void theSampleOfIcewsLoadsWholly() {
    Path sample =
        Path.of(
            System.getProperty("entente.shared", "../../shared"),
            "data/icews-2013-11-18_2015-06-30.tsv.gz");
    assumeTrue(Files.isRegularFile(sample), "needs " + sample);
    Cli.Result result = Cli.run("import", sample, "--store", folder.resolve("s.duckdb"));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("(plain): 70,764 events").doesNotContain("aside");
  }

  @Test
  void wrongUse() throws IOException {
    Path store = folder.resolve("s.duckdb");
    Path none = folder.resolve("none.tsv");
    assertThat(Cli.run("import", none, "--store", store).err()).contains("no file " + none);
    assertThat(store).doesNotExist();
    Cli.Result two = Cli.run("import", rows(), rows(), "--id", "x", "--store", store);
    assertThat(two.code()).isEqualTo(2);
    assertThat(two.err()).contains("--id: import one file at a time");
    Cli.Result format = Cli.run("import", rows(), "--format", "xyz", "--store", store);
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.err()).contains("--format: no 'xyz'", "polecat");
    Path out = folder.resolve("o");
    Cli.Result missing = Cli.run("export", "--format", "csv", "--out", out, "--store", none);
    assertThat(missing.err()).contains("no store " + none);
    assertThat(Cli.run("import", rows(), "--store", store, "--aside", out).code()).isZero();
    Cli.Result unknown = Cli.run("export", "--format", "xls", "--out", out, "--store", store);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("no 'xls'", "geojson");
    assertThat(Cli.run("export", "--format", "csv", "--out", store, "--store", store).err())
        .contains("is the store");
  }

  @Test
  void helpHasExamples() {
    assertThat(Cli.run("import", "--help").out()).contains("Example: entente import");
    assertThat(Cli.run("export", "--help").out()).contains("Example: entente export");
  }
}
