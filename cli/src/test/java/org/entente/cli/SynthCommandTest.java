package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
  @TempDir Path folder;

  @Test
  void madeUpEventsAreImported() throws IOException {
    Path plain = folder.resolve("a.tsv");
    Path packed = folder.resolve("a.tsv.gz");
    Cli.Result made = Cli.run("synth", 300, "--seed", 5, "--out", plain);
    assertThat(made.code()).isZero();
    assertThat(made.err()).contains("300 made-up events", plain.toString(), "seed 5");
    assertThat(Cli.run("synth", 300, "--seed", 5, "--out", packed).code()).isZero();
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
    }
    Cli.Result imported = Cli.run("import", packed, "--store", folder.resolve("s.duckdb"));
    assertThat(imported.code()).isZero();
    assertThat(imported.out()).contains("300 events").doesNotContain("set aside");
  }

  @Test
  void wrongArgumentsAreTold() {
    assertThat(Cli.run("synth", "many", "--out", folder.resolve("a")).code()).isNotZero();
    assertThat(Cli.run("synth", 5).err()).contains("--out");
    Cli.Result none = Cli.run("synth", 0, "--out", folder.resolve("a"));
    assertThat(none.code()).isNotZero();
    assertThat(none.err()).contains("at least 1");
    assertThat(Cli.run("synth", 5, "--out", folder.resolve("no/a")).err()).contains("no folder");
  }
}
