package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  /** Exit and what was said; without Spark, as nothing here comes so far. */
  private static String run(String... words) {
    CommandLine line = Main.commandLine();
    StringWriter said = new StringWriter();
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    return line.execute(words) + " " + said;
  }

  @Test
  void wrongUseEndsWith2() {
    assertThat(run("news")).startsWith("2 ").contains("--out=DIR");
    assertThat(run("news", "--out", "o", "--date", "soon")).startsWith("2 ").contains("soon");
    assertThat(run("news", "--out", "o", "--columns", "body=text"))
        .startsWith("2 ")
        .contains("--columns: 'body=text' is not understood");
    assertThat(run("news", "--out", "o", "--slice-bytes", "much"))
        .startsWith("2 ")
        .contains("--slice-bytes: 'much' is no number of bytes");
    assertThat(run("news", "--out", "o", "--format", "pdf")).startsWith("2 ");
    assertThat(run("--help")).startsWith("0 ").contains("spark-submit", "--recode");
  }

  @Test
  void bytesAreReadWithTheirUnits() {
    assertThat(Main.bytes("--x", "20000000")).isEqualTo(20_000_000);
    assertThat(Main.bytes("--x", "512m")).isEqualTo(512L << 20);
    assertThat(Main.bytes("--x", "4G")).isEqualTo(4L << 30);
    assertThatThrownBy(() -> Main.bytes("--x", "")).isInstanceOf(IllegalArgumentException.class);
  }
}
