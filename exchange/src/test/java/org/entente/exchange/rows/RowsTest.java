package org.entente.exchange.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  @TempDir Path folder;

  private List<Row> rows(String text, char separator, int columns) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    List<Row> rows = new ArrayList<>();
    try (Rows reader = new Rows(Input.of(file).get(0), separator, columns)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<String> shown(String text, char separator, int columns) throws IOException {
    return rows(text, separator, columns).stream()
        .map(row -> row.line() + ":" + String.join("|", row.cells()).replace('\n', '/'))
        .toList();
  }

  @Test
  void quotedCells() throws IOException {
    assertThat(shown("a,b,c\r\n1,\"x, y\",\"say \"\"so\"\"\"\n\n2,,\"\"", ',', 3))
        .containsExactly("1:a|b|c", "2:1|x, y|say \"so\"", "4:2||");
  }

  @Test
  void aCellOverSeveralLines() throws IOException {
    assertThat(shown("1,\"one\ntwo\n\nthree\",z\n2,b,c\n", ',', 3))
        .containsExactly("1:1|one/two//three|z", "5:2|b|c");
  }

  @Test
  void aQuoteThatIsNeverClosedSpoilsItsOwnLineOnly() throws IOException {
    assertThat(shown("1,\"open,z\n2,b,c\n3,\"d\",e\n", ',', 3))
        .hasSize(3)
        .endsWith("2:2|b|c", "3:3|d|e");
    assertThat(shown("1,\"open,z\n2,\"b\",c\n", ',', 3)).hasSize(2).endsWith("2:2|b|c");
  }

  @Test
  void tabsHaveNoQuotesButOneAroundAWholeCellIsTakenOff() throws IOException {
    assertThat(shown("a\t\"b\"\tthe \"c\nd\t\"\te\n", '\t', 3))
        .containsExactly("1:a|b|the \"c", "2:d|\"|e");
  }

  @Test
  void oldEncodingsLineByLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    bytes.writeBytes("Gül\t1\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("Gül\t2\n".getBytes(Charset.forName("windows-1252")));
    bytes.writeBytes("G\uFFFDl\t3".getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("old.tsv"), bytes.toByteArray());
    try (Rows rows = new Rows(Input.of(file).get(0), '\t', 2)) {
      assertThat(rows.next().cells()).containsExactly("Gül", "1");
      assertThat(rows.next().cells()).containsExactly("Gül", "2");
      assertThat(rows.next().cells()).containsExactly("G\uFFFDl", "3");
      assertThat(rows.next()).isNull();
    }
    Path wide = Files.write(folder.resolve("w.csv"), "a,b".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> Rows.first(Input.of(wide).get(0))).hasMessageContaining("UTF-16");
  }

  @Test
  void longLines() throws IOException {
    String cell = "x".repeat(200_000);
    assertThat(rows(cell + "\tb\nc\td\n", '\t', 2).get(0).cells()).containsExactly(cell, "b");
  }

  @Test
  void packedFiles() throws IOException {
    Path gzip = folder.resolve("e.2015.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write("a\tb\n".getBytes(StandardCharsets.UTF_8));
    }
    Input packed = Input.of(gzip).get(0);
    assertThat(packed.name()).isEqualTo("e.2015");
    assertThat(Rows.first(packed)).isEqualTo("a\tb");

    Path zip = folder.resolve("years.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("x/2016.tab", "x/2015.tab", "readme.pdf", "__MACOSX/._2015.tab")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    List<Input> inputs = Input.of(zip);
    assertThat(inputs.stream().map(Input::name)).containsExactly("years/2015", "years/2016");
    assertThat(Rows.first(inputs.get(1))).isEqualTo("x/2016.tab");
    assertThat(inputs.get(0).label()).endsWith("years.zip!x/2015.tab");
  }

  @Test
  void whatIsNoTable() throws IOException {
    assertThatThrownBy(() -> Input.of(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> Input.of(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    Path zip = folder.resolve("empty.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.pdf"));
    }
    assertThatThrownBy(() -> Input.of(zip)).hasMessageContaining("no table in it");
  }
}
