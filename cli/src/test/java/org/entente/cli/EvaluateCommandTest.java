package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final String PAIRS =
      "id\tsentence\tsource\ttarget\ttype\tother\n"
          + "1\tEgypt bombed ISIS positions near Derna.\tEgypt\tISIS\tASSAULT\tASSAULT\n"
          + "2\tRussia accused Turkey of lying.\tRussia\tTurkey\tACCUSE\tREJECT\n"
          + "3\tFrance cut ties with Syria.\tFrance\tSyria\tSANCTION\tREJECT\n"
          + "4\tChad met Niger for talks on Monday.\tChad\tNiger\tAID\tAID\n";
  private static final String RECORDS =
      "{\"id\":\"r1\",\"event\":\"FIGHT\",\"text\":\"Turkish soldiers killed Syrian rebels.\","
          + "\"source\":[{\"code\":\"TUR\"}],\"target\":[{\"code\":\"SYR\",\"sector\":\"REB\"}],"
          + "\"markup\":\"(SRC: Turkish soldiers) (EVT: killed) (TAR: Syrian rebels).\"}\n"
          + "{\"id\":\"r2\",\"event\":\"AID\",\"text\":\"Russia accused Turkey of lying.\","
          + "\"source\":[{\"code\":\"RUS\"}],\"target\":[{\"code\":\"TUR\"}],\"markup\":\"\"}\n";

  @TempDir Path folder;

  private Path pairs() throws IOException {
    return Files.writeString(folder.resolve("own.tsv"), PAIRS);
  }

  private Path records() throws IOException {
    return Files.writeString(folder.resolve("own.jsonl"), RECORDS);
  }

  private static Cli.Result fast(Object... args) {
    Object[] all = new Object[args.length + 3];
    all[0] = "evaluate";
    all[1] = "--model";
    all[2] = "fast";
    System.arraycopy(args, 0, all, 3, args.length);
    Cli.Result result = Cli.run(all);
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
    return result;
  }

  @Test
  void pairsAndRecordsAreMeasured() throws IOException {
    Cli.Result result = fast(pairs(), records(), "--against", "other");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("Relations: own.tsv", "4 pairs, convention plover")
        .contains("seed 1")
        .containsPattern("accuracy +0\\.750 +0\\.\\d+ to 1\\.000")
        .containsPattern("accuracy +0\\.750 +0\\.500 +\\+0\\.250")
        .contains("Wrong answers: 1; --wrong prints them");
    assertThat(result.out().replace("\n", " "))
        .contains("were trained on them: 0 (", "that come with Entente: 4.")
        .contains("only fast is right on 2 rows, only other on 1, p = 1.000");
    assertThat(result.out())
        .contains("Records: own.jsonl")
        .containsPattern("both countries and type +50\\.0 %")
        .containsPattern("ASSAULT +1( +100\\.0 %){6}")
        .containsPattern("AID +1 +100\\.0 % +100\\.0 % +– +0\\.0 % +100\\.0 % +0\\.0 %")
        .containsPattern("strict +2 +1 +50\\.0 %")
        .containsPattern("on the record's words +1 +1 +100\\.0 %")
        .contains("a record lists one event of a text that may tell several");
    assertThat(result.out()).doesNotContain("Changed sentences");
    assertThat(fast(pairs(), records(), "--against", "other").out()).isEqualTo(result.out());
  }

  @Test
  void whatIsWrongCanBeRead() throws IOException {
    Path page = folder.resolve("page.html");
    Path tables = folder.resolve("tables.md");
    Cli.Result result =
        fast(pairs(), records(), "--wrong", "--html", page, "--markdown", tables, "--seed", 7);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("4  gold AID, answer CONSULT", "[Chad] met {Niger} for talks", "lexicon: 'met'")
        .contains("r2  gold AID RUS → TUR, answer ACCUSE", "seed 7");
    assertThat(result.err()).contains("page written to " + page, "tables written to " + tables);
    assertThat(page)
        .content()
        .contains("<mark class=\"s\">Chad</mark> met <mark class=\"t\">Niger</mark>")
        .contains("<svg class=\"matrix\"", "<svg class=\"reliability\"");
    assertThat(tables).content().contains("| macro-F1 over the roots |").doesNotContain("Chad");
  }

  @Test
  void theChangedSentences() {
    Path home = folder.resolve("home");
    String before = System.getProperty("entente.home");
    System.setProperty("entente.home", home.toString());
    try {
      Cli.Result result = fast();
      assertThat(result.code()).as(result.err()).isZero();
      Path gold = folder.resolve("shared/gold").toAbsolutePath();
      assertThat(result.out().replace("\n", " "))
          .contains("Not measured: " + gold.resolve("plv-dev.tsv"))
          .contains("Not measured: " + gold.resolve("plover-gsr-dev.jsonl"));
      assertThat(result.out())
          .containsPattern("(?m)^unchanged .* of 220$")
          .containsPattern("(?m)^invariance .* of 1,")
          .containsPattern("(?m)^change .* of 5")
          .containsPattern("(?m)^negation: denied +change +115 ")
          .contains("-v prints them");
    } finally {
      if (before == null) {
        System.clearProperty("entente.home");
      } else {
        System.setProperty("entente.home", before);
      }
    }
  }

  private static void fails(int code, Cli.Result result, String... parts) {
    assertThat(result.err()).contains(parts).doesNotContain("Exception");
    assertThat(result.code()).isEqualTo(code);
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path none = folder.resolve("none.tsv");
    fails(1, fast(none), "no file " + none, ".jsonl");
    Path bad = folder.resolve("bad.tsv");
    Files.writeString(bad, PAIRS.replace("ACCUSE", "DANCE"));
    fails(1, fast(bad), bad + ", line 3: 'DANCE' is no type of PLOVER, nor YIELD");
    Files.writeString(bad, PAIRS.replace("type", "kind"));
    fails(1, fast(bad), bad + ", line 1: no column 'gold_root' or 'type'");
    Files.writeString(bad, PAIRS.replace("\ttarget", "\tobject"));
    fails(1, fast(bad), bad + ", line 1: no column 'target'");
    Files.writeString(bad, PAIRS.lines().findFirst().orElseThrow() + "\n");
    fails(1, fast(bad), bad + " has no rows");
    Files.writeString(bad, PAIRS + "5\tshort\n");
    fails(1, fast(bad), bad + ", line 6: 2 cells instead of 6");
    Path text = Files.writeString(folder.resolve("own.txt"), PAIRS);
    fails(2, fast(text), text + ": gold pairs end in .tsv");
    fails(1, fast(pairs(), "--against", "nobody"), "--against: 'nobody' is no column");
    fails(2, fast(records(), "--against", "other"), "--against: needs a file of pairs");
    fails(1, fast(pairs(), "--html", folder.resolve("no/p.html")), "--html: no folder");
    fails(1, fast(pairs(), "--markdown", folder), "--markdown: ", "is a folder");
    fails(2, Cli.run("evaluate", "--model", "x"), "--model: no model 'x'; choose fast, deep");
    fails(2, Cli.run("evaluate", "--convention", "x"), "--convention: no convention 'x'");
  }

  @Test
  void theSharedGoldFiles() {
    Path pairs = Cli.gold("plv-dev.tsv");
    Path records = Cli.gold("plover-gsr-dev.jsonl");
    Cli.Result result = fast(pairs, records, "--against", "zsp_root");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("1,050 pairs, convention plv", "trained on them: 1,050")
        .containsPattern("macro-F1 +0\\.\\d{3} +0\\.743")
        .contains("179 records");
  }
}
