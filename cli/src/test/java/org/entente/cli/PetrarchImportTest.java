package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** knowledge import petrarch, and --knowledge-mode. */
class PetrarchImportTest {
  @TempDir Path folder;

  private Path dictionaries() throws IOException {
    Path from = Files.createDirectories(folder.resolve("dictionaries"));
    Files.writeString(
        from.resolve("own.actors.txt"),
        """
        EGYPT_ [EGY]
        LIBYA_ [LBY]
        +LIBYAN_
        RUPERT_OF_HENTZAU_
        +RUPERT_
        \t[RURGOV 20100101-20141231]
        \t[RURREB >20150101]
        """);
    Files.writeString(from.resolve("own.agents.txt"), "BALLOON_CORPS {} [~MIL]\n");
    Files.writeString(from.resolve("own.discards.txt"), "CROQUET\n+REGATTA\n");
    Files.writeString(
        from.resolve("own.verbs.txt"),
        """
        --- BLESS [051] ---
        BLESS
        - * (WITH WINE) [070]
        - * BRIDGE [---]
        - nothing to see
        """);
    return from;
  }

  private Path imported() throws IOException {
    Path out = folder.resolve("knowledge");
    Cli.Result result = Cli.run("knowledge", "import", "petrarch", dictionaries(), "--out", out);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("own.verbs.txt +5 +4 +0 +1")
        .containsPattern("together +15 +14 +0 +1")
        .contains("1  a pattern without its [CODE]", "import-report.txt");
    return out;
  }

  private String code(Path knowledge, String mode, String text) throws IOException {
    Path news = Files.writeString(folder.resolve("news.txt"), text);
    Cli.Result result =
        Cli.run(
            "code",
            news,
            "--date",
            "2016-02-01",
            "--format",
            "csv",
            "--knowledge",
            knowledge,
            "--knowledge-mode",
            mode);
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  @Test
  void whatIsImportedIsCodedWith() throws IOException {
    Path knowledge = imported();
    Cli.Result check = Cli.run("knowledge", "check", knowledge);
    assertThat(check.code()).as(check.out()).isZero();
    assertThat(check.out()).contains("no mistakes");

    String text =
        "Rupert blessed Egypt with wine on Friday.\n\nThe Libyan balloon corps blessed Egypt.\n\n"
            + "Egypt blessed Libya, a croquet fan said.\n\nEgypt bombed Libya.\n";
    assertThat(code(knowledge, "alone", text).lines().skip(1))
        .hasSize(2)
        .anyMatch(line -> line.contains("RUR") && line.contains("REB") && line.contains(",AID,"))
        .anyMatch(
            line -> line.contains("LBY") && line.contains("MIL") && line.contains(",SUPPORT,"));
    assertThat(code(knowledge, "over", text).lines().skip(1))
        .hasSize(3)
        .anyMatch(line -> line.contains(",ASSAULT,"));
    assertThat(code(knowledge, "over", text + "\nIt was a regatta.\n").lines().skip(1)).isEmpty();
  }

  @Test
  void theDiscardIsExplained() throws IOException {
    Cli.Result result =
        Cli.run("explain", "Egypt blessed Libya at croquet.", "--knowledge", imported());
    assertThat(result.out())
        .contains("nothing: the sentence is discarded for 'croquet' (discards.tsv:");
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    Cli.Result none = Cli.run("knowledge", "import", "petrarch", folder.resolve("none"));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no folder of dictionaries: ");

    Path empty = Files.createDirectory(folder.resolve("empty"));
    Cli.Result nothing = Cli.run("knowledge", "import", "petrarch", empty, "--out", empty);
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.err()).contains("no dictionaries of PETRARCH in " + empty);

    Path full = dictionaries();
    Cli.Result taken = Cli.run("knowledge", "import", "petrarch", full, "--out", full);
    assertThat(taken.code()).isEqualTo(1);
    assertThat(taken.err()).contains("--out: " + full + " is not an empty folder");

    Cli.Result mode = Cli.run("explain", "Egypt met Libya.", "--knowledge-mode", "over");
    assertThat(mode.code()).isEqualTo(2);
    assertThat(mode.err()).contains("--knowledge-mode: name the folder");

    Cli.Result wrong = Cli.run("explain", "x", "--knowledge", full, "--knowledge-mode", "under");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--knowledge-mode", "under");
  }

  @Test
  void theirOwnDictionaries() throws IOException {
    Path shared =
        Path.of(System.getProperty("entente.shared", "../../shared"), "data/petrarch-dictionaries");
    assumeTrue(Files.isDirectory(shared), "needs " + shared);
    Path out = folder.resolve("petrarch");
    Cli.Result result = Cli.run("knowledge", "import", "petrarch", shared, "--out", out);
    assertThat(result.code()).as(result.err()).isZero();
    Cli.Result check = Cli.run("knowledge", "check", out);
    assertThat(check.code()).as(check.out()).isZero();

    String text =
        "Russia accused Ukraine of violating the ceasefire. Ukrainian police arrested three"
            + " Russian journalists.\n\nIran signed a trade agreement with Turkey.\n";
    for (String mode : new String[] {"alone", "over"}) {
      assertThat(code(out, mode, text).lines().skip(1))
          .hasSize(3)
          .anyMatch(
              line -> line.contains(",RUS,") && line.contains(",UKR,") && line.contains("112"))
          .anyMatch(line -> line.contains("COERCE") && line.contains("MED"))
          .anyMatch(line -> line.contains(",IRN,") && line.contains("0311"));
    }
  }
}
