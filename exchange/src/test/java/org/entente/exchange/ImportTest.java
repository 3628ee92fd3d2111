package org.entente.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once, again, cut short, and of wrong files. */
class ImportTest {
  private static final String HEADER = "date\tsource\tevent\ttarget\n";

  @TempDir Path folder;
  private Exchange exchange;

  @BeforeEach
  void exchange() {
    exchange = new Exchange(folder);
  }

  @Test
  void aSecondImportAddsNothing() throws IOException {
    Path store = exchange.newStore();
    Path file = exchange.sample("plain.tsv");
    Import.Result first = exchange.read(store, file, null, null);
    List<Event> events = exchange.events(store);
    Import.Result second = exchange.read(store, file, null, null);
    assertThat(first.there()).isFalse();
    assertThat(second.there()).isTrue();
    assertThat(second.events()).isEqualTo(first.events());
    assertThat(second.aside()).isEqualTo(first.aside());
    assertThat(exchange.events(store)).isEqualTo(events);
  }

  @Test
  void anotherTextOfTheSameFileReplacesIt() throws IOException {
    Path store = exchange.newStore();
    Path file =
        Files.writeString(folder.resolve("e.tsv"), HEADER + "2015-02-16\tEgypt\tConsult\tLibya\n");
    exchange.read(store, file, null, null);
    String id = exchange.events(store).get(0).id();
    Files.writeString(
        file, HEADER + "2015-02-15\tEgypt\tConsult\tSudan\n2015-02-16\tEgypt\tConsult\tLibya\n");
    exchange.read(store, file, null, null);
    assertThat(exchange.events(store)).hasSize(2);
    assertThat(exchange.events(store).get(1).id()).isEqualTo(id);
  }

  @Test
  void anotherFileOfTheSameNameDoesNot() throws IOException {
    Path store = exchange.newStore();
    Path other = Files.createDirectory(folder.resolve("other")).resolve("e.tsv");
    Files.writeString(other, HEADER + "2015-02-16\tEgypt\tConsult\tLibya\n");
    exchange.read(store, other, null, null);
    Path file =
        Files.writeString(folder.resolve("e.tsv"), HEADER + "2015-02-16\tIran\tConsult\tIraq\n");
    assertThatThrownBy(() -> exchange.read(store, file, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--id: the store has a data set 'e' of another file, " + other);
    assertThat(exchange.events(store)).hasSize(1);
  }

  @Test
  void aGzipThatIsCutShortGivesWhatIsInIt() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 5_000; i++) {
      text.append("2015-02-16\tSomebody ").append(i * 31 % 977).append("\tConsult\tLibya\n");
    }
    Path whole = folder.resolve("whole.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.tsv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    Path store = exchange.newStore();
    Import.Result result = exchange.read(store, cut, null, null);
    assertThat(result.events()).isBetween(500L, 4_500L);
    assertThat(result.aside()).isPositive();
    assertThat(Files.readString(exchange.asideFile())).contains("the file is damaged from here on");
  }

  @Test
  void eachTableOfAZipIsADataSet() throws IOException {
    Path zip = folder.resolve("years.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int year : new int[] {2014, 2015}) {
        out.putNextEntry(new ZipEntry(year + ".tsv"));
        out.write(
            (HEADER + year + "-02-16\tEgypt\tConsult\tLibya\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Path store = exchange.newStore();
    List<Import.Result> results = exchange.readAll(store, zip, null, null);
    assertThat(results.stream().map(Import.Result::id)).containsExactly("years/2014", "years/2015");
    assertThat(exchange.events(store)).hasSize(2);
  }

  @Test
  void whatItCannotTell() throws IOException {
    Path store = exchange.newStore();
    Path file = Files.writeString(folder.resolve("x.csv"), "Name,Age\nx,1\n");
    assertThatThrownBy(() -> exchange.read(store, file, null, null))
        .hasMessageContaining("x.csv: no format that is known by its first line, which has 2 col")
        .hasMessageContaining("Name,Age")
        .hasMessageContaining("--map FILE");
    assertThatThrownBy(() -> exchange.read(store, file, "icews", null))
        .hasMessageContaining("icews has a column 'Event Date'");
    assertThatThrownBy(() -> exchange.read(store, file, "gdelt2", null))
        .hasMessageContaining("gdelt2 has 61 columns, and the first line has 2");
    assertThatThrownBy(() -> exchange.read(store, file, "xyz", null))
        .hasMessageContaining("--format: no 'xyz'");
    assertThatThrownBy(() -> exchange.read(store, file, "csv", null))
        .hasMessageContaining("columns for date, source");
    Path map = Files.writeString(folder.resolve("m.map"), "Name = source\nAge = dat\n");
    assertThatThrownBy(() -> exchange.read(store, file, null, map))
        .hasMessageContaining("m.map:2: a line is 'column = field'");
    Files.writeString(map, "Name = source\nDay = date\nCode = cameo\n");
    assertThatThrownBy(() -> exchange.read(store, file, null, map))
        .hasMessageContaining("no column 'Day', which the map takes for 'date'");
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    assertThatThrownBy(() -> exchange.read(store, empty, null, null))
        .hasMessageContaining("empty.csv: empty");
  }

  @Test
  void eventsOfLinesStayWhenTheirDocumentIsCoded() throws IOException {
    Path store = exchange.newStore();
    exchange.read(store, exchange.sample("plain.tsv"), null, null);
    Path lines = exchange.write(store, "jsonl", "lines.jsonl");
    Path again = exchange.newStore();
    exchange.read(again, lines, null, null);
    try (EventStore events = EventStore.open(again)) {
      assertThat(events.dataset("lines")).isPresent();
      assertThat(events.dataset("plain")).isEmpty();
    }
    assertThat(exchange.events(again).get(0).document()).isEqualTo("plain");
  }
}
