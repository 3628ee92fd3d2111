package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.coding.syntax.EnglishParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {
  private static final String SENTENCE = "Russia may send arms to Egypt.";

  @TempDir Path folder;

  @Test
  void aTable() {
    Cli.Result result = Cli.run("parse", SENTENCE);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("1\\s+Russia\\s+russia\\s+NNP\\s+nsubj\\s+3 send")
        .containsPattern("3\\s+send\\s+send\\s+VB\\s+root\\s+–");
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void conlluOfTheArticle() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(Files.readAllBytes(Cli.article())));
    try {
      Cli.Result result = Cli.run("parse", "-", "--format", "conllu");
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.lines().stream().filter(line -> line.startsWith("# sent_id")))
          .hasSizeGreaterThan(30);
      assertThat(result.lines())
          .allMatch(
              line -> line.isEmpty() || line.startsWith("# ") || line.split("\t").length == 10);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aPicture() throws IOException {
    Path out = folder.resolve("tree.svg");
    Cli.Result result = Cli.run("parse", SENTENCE, "--format", "SVG", "--out", out);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(Files.readString(out))
        .startsWith("<svg ")
        .contains(">nsubj</text>", ">Egypt</text>");
  }

  @Test
  void wrongUse() {
    Cli.Result format = Cli.run("parse", SENTENCE, "--format", "png");
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.err()).contains("no format 'png'; choose table, conllu or svg");
    assertThat(Cli.run("parse", "  ").err()).contains("nothing to parse");
    Path nowhere = folder.resolve("none/tree.svg");
    Cli.Result out = Cli.run("parse", SENTENCE, "--out", nowhere);
    assertThat(out.code()).isEqualTo(1);
    assertThat(out.err()).contains("--out: " + nowhere);
  }

  @Test
  void aBadModelIsToldAtTheStart() throws Exception {
    Path model =
        folder.resolve(
            EnglishParser.class.getPackageName().replace('.', '/') + "/" + EnglishParser.MODEL);
    Files.createDirectories(model.getParent());
    byte[] good;
    try (InputStream in = EnglishParser.class.getResourceAsStream(EnglishParser.MODEL)) {
      good = in.readAllBytes();
    }
    good[good.length / 2] ^= 4;
    Files.write(model, good);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                "org.entente.cli.Main",
                "parse",
                SENTENCE)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines().toList())
        .isEqualTo(
            List.of(
                "entente: The parser's model english.model was changed: its checksum is wrong."
                    + " Restore it from the repository, or write it anew with ./entente-tools"
                    + " convert-parser."));
  }
}
