package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two executor processes give, byte for byte, what {@code entente code} gives. */
class LocalClusterTest {
  @TempDir Path folder;

  @Test
  void twoExecutorsGiveTheSameEventsAsTheCommandLine() throws Exception {
    Path corpus = Corpus.folder(folder.resolve("corpus"));
    Path lines = folder.resolve("lines.jsonl");
    Path errors = folder.resolve("errors.txt");
    Process code =
        Corpus.start(
            org.entente.cli.Main.class,
            lines,
            errors,
            List.of("code", corpus.toString(), "--format", "jsonl"));

    Path home = Path.of(System.getenv().getOrDefault("SPARK_HOME", "."));
    Files.createDirectories(home.resolve("jars"));
    long before = executors(home);
    Path out = folder.resolve("out");
    CommandLine line = Main.commandLine();
    StringWriter said = new StringWriter();
    StringWriter errorsSaid = new StringWriter();
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(errorsSaid));
    int exit =
        line.execute(
            corpus.toString(),
            "--out",
            out.toString(),
            "--master",
            "local-cluster[2,1,1024]",
            "--batch-bytes",
            "20m");
    assertThat(exit).as(errorsSaid.toString()).isZero();
    assertThat(code.waitFor()).as(Files.readString(errors)).isZero();

    assertThat(executors(home) - before).as("executor processes").isEqualTo(2);
    List<String> expected = Files.readAllLines(lines).stream().sorted().toList();
    assertThat(expected).hasSizeGreaterThan(60);
    assertThat(Written.events(out)).isEqualTo(expected);
    List<String> aside =
        Files.readAllLines(errors).stream()
            .filter(text -> text.startsWith("set aside: "))
            .map(text -> text.substring("set aside: ".length()))
            .sorted()
            .toList();
    assertThat(aside).hasSize(7);
    assertThat(Written.aside(out)).isEqualTo(aside);
    assertThat(errorsSaid.toString()).contains("batch 1 of 2", "batch 2 of 2");
    assertThat(said.toString()).contains("\"documents\" : 39", "\"NOT_ENGLISH\" : 2");
    assertThat(Written.files(out.resolve("events"), ".parquet"))
        .anyMatch(file -> file.toString().contains("month=2015-02"));
  }

  /** Folders that workers made for executors. */
  private static long executors(Path home) throws Exception {
    Path work = home.resolve("work");
    if (!Files.isDirectory(work)) {
      return 0;
    }
    try (Stream<Path> walk = Files.walk(work, 2)) {
      return walk.filter(path -> path.getFileName().toString().matches("\\d+")).count();
    }
  }
}
