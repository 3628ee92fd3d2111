package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelateCommandTest {
  private static final String HEAD = "id\tsentence\tsource\ttarget\n";
  private static final String COLUMNS =
      "id\ttype\troot\tquad\tcameo\tstatus\tconfidence\tsecond\trule";

  @TempDir Path folder;

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("pairs.tsv"), text);
  }

  private static Cli.Result relate(Object... args) {
    Object[] all = new Object[args.length + 3];
    all[0] = "relate";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--model";
    all[args.length + 2] = "fast";
    return Cli.run(all);
  }

  private static String[] cells(String line) {
    return line.split("\t", -1);
  }

  @Test
  void everyRowIsAnsweredInOrder() throws IOException {
    Path out = folder.resolve("answers.tsv");
    StringBuilder rows = new StringBuilder("\uFEFF" + HEAD);
    List<String> ids = IntStream.range(0, 200).mapToObj(i -> "row " + (997 * i) % 200).toList();
    ids.forEach(
        id ->
            rows.append(id)
                .append("\tEgypt bombed ISIS positions near Derna.\tEgypt\tISIS positions\r\n"));
    Cli.Result result = relate(table(rows.toString()), "--out", out, "--threads", 3);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).isEqualTo("200 rows written to " + out + System.lineSeparator());
    assertThat(result.out()).isEmpty();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).isEqualTo(COLUMNS);
    assertThat(lines.stream().skip(1).map(line -> cells(line)[0])).containsExactlyElementsOf(ids);
    assertThat(cells(lines.get(1)))
        .hasSize(9)
        .startsWith("row 0", "ASSAULT", "ASSAULT", "material conflict", "195", "actual");
    assertThat(cells(lines.get(1))[6]).matches("[01]\\.\\d{3}");
    assertThat(cells(lines.get(1))[8]).contains("assault.tsv:", "linear ");
  }

  @Test
  void marksSayWhichAndConventionsDiffer() throws IOException {
    Path marked =
        table(
            "id\tmarked_sentence\n"
                + "x\t<t>Estonia</t> was hit by a cyber attack from <s>Russia</s>.\n");
    assertThat(cells(relate(marked).lines().get(1))[1]).isEqualTo("COERCE");
    assertThat(cells(relate(marked, "--convention", "PLV").lines().get(1))[1]).isEqualTo("ASSAULT");
  }

  @Test
  void whatCannotBeReadIsWrittenToo() throws IOException {
    Path file = folder.resolve("pairs.tsv");
    String rows =
        HEAD
            + "a\tEgypt bombed ISIS positions.\tEgypt\tISIS\n"
            + "b\t  \tEgypt\tISIS\n"
            + "\n"
            + "c\tEgypt bombed ISIS positions.\n"
            + "d\tcaf\u00e9 owners\tx\ty\n"
            + "e\tRussia accused Turkey of lying.\tRussia\tTurkey";
    Files.write(file, rows.getBytes(StandardCharsets.ISO_8859_1));
    Cli.Result result = relate(file);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.lines().stream().map(line -> cells(line)[0]))
        .containsExactly("id", "a", "b", "c", "d", "e");
    assertThat(result.lines()).allMatch(line -> cells(line).length == 9);
    assertThat(result.lines().get(2)).isEqualTo("b\t\t\t\t\t\t\t\terror: the sentence is empty");
    assertThat(result.err())
        .contains(file + ", line 3: the sentence is empty")
        .contains(file + ", line 5: 2 cells instead of 4")
        .contains(file + ", line 6: not UTF-8")
        .contains("3 of 5 rows could not be answered")
        .doesNotContain("Exception");
    assertThat(result.lines().get(5)).startsWith("e\tACCUSE\t");
  }

  @Test
  void standardInput() {
    InputStream before = System.in;
    try {
      String text = HEAD + "a\tRussia accused Turkey of lying.\tRussia\tTurkey\n";
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      Cli.Result result = relate("-");
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.lines()).hasSize(2);
      assertThat(result.lines().get(1)).startsWith("a\tACCUSE\tACCUSE\tverbal conflict\t");
      System.setIn(new ByteArrayInputStream(new byte[0]));
      assertThat(relate("-").err()).contains("standard input", "columns");
    } finally {
      System.setIn(before);
    }
  }

  private static void fails(int code, Cli.Result result, String... parts) {
    assertThat(result.err()).contains(parts).doesNotContain("Exception");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(code);
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path good = table(HEAD + "a\tRussia accused Turkey of lying.\tRussia\tTurkey\n");
    fails(1, relate(folder.resolve("none.tsv")), "no file " + folder.resolve("none.tsv"));
    fails(1, relate(folder), folder + " is a folder");
    fails(1, relate(Files.createFile(folder.resolve("empty.tsv"))), "empty.tsv is empty");
    Path lacking = Files.writeString(folder.resolve("lacking.tsv"), "id\tsentence\tsource\n");
    fails(1, relate(lacking), "lacking.tsv, line 1: no column 'target'", "tabs");
    Path headless = Files.writeString(folder.resolve("headless.tsv"), "1\tA met B.\tA\tB\n");
    fails(1, relate(headless), "headless.tsv, line 1: no column 'id'");
    Path wide = folder.resolve("wide.tsv");
    Files.write(wide, HEAD.getBytes(StandardCharsets.UTF_16));
    fails(1, relate(wide), "wide.tsv, line 1: not UTF-8");
    fails(1, relate(good, "--out", folder.resolve("no/x.tsv")), "--out: no folder");
    fails(1, relate(good, "--out", folder), "--out: " + folder + " is a folder");
    fails(1, relate(good, "--out", good), "is the input, and would be written over");
    fails(2, relate(good, "--convention", "x"), "--convention: no convention 'x'; choose plover");
    fails(2, relate(good, "--threads", 0), "--threads: at least 1");
    fails(2, Cli.run("relate", good, "--model", "x"), "--model: no model 'x'; choose fast or deep");
    assertThat(good).content().startsWith(HEAD);
  }

  @Test
  void noRoomForTheAnswers() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "needs /dev/full, which Linux has");
    Path good = table(HEAD + "a\tRussia accused Turkey of lying.\tRussia\tTurkey\n");
    fails(1, relate(good, "--out", full), "--out: /dev/full: ", "space");
  }

  @Test
  void theSharedGoldFile() throws IOException {
    Path gold = Cli.gold("plv-dev.tsv");
    Path out = folder.resolve("answers.tsv");
    Cli.Result result = relate(gold, "--convention", "plv", "--out", out);
    assertThat(result.code()).as(result.err()).isZero();
    List<String> ids = Files.readAllLines(gold).stream().map(line -> cells(line)[0]).toList();
    assertThat(Files.readAllLines(out).stream().map(line -> cells(line)[0]))
        .containsExactlyElementsOf(ids);
  }
}
