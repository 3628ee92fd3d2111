package org.entente.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In and out again: nothing is lost that the format can hold. */
class RoundTripTest {
  @TempDir Path folder;
  private Exchange exchange;

  @BeforeEach
  void exchange() {
    exchange = new Exchange(folder);
  }

  @Test
  void icewsComesOutAsItWentIn() throws IOException {
    Path in = exchange.sample("icews.tab");
    Path store = exchange.newStore();
    exchange.read(store, in, null, null);
    Path out = exchange.write(store, "icews", "out.tab.gz");
    Path again = exchange.newStore();
    exchange.read(again, out, null, null);
    Path last = exchange.write(again, "icews", "again.tab");
    assertThat(Exchange.sorted(last)).isEqualTo(Exchange.sorted(in));
  }

  @Test
  void polecatComesOutAsItWentIn() throws IOException {
    Path in = exchange.sample("polecat.txt");
    Path store = exchange.newStore();
    exchange.read(store, in, null, null);
    Path out = exchange.write(store, "polecat", "out.txt");
    int columns = Files.readAllLines(in).get(0).split("\t").length;
    List<String> lines =
        Files.readAllLines(out).stream()
            .map(line -> String.join("\t", Arrays.asList(line.split("\t", -1)).subList(0, columns)))
            .sorted()
            .toList();
    assertThat(lines).isEqualTo(Exchange.sorted(in));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"icews.tab", "polecat.txt", "phoenix.tsv", "gdelt2.csv", "ged.csv", "acled.csv"})
  void jsonLinesHoldAll(String sample) throws IOException {
    Path store = exchange.newStore();
    exchange.read(store, exchange.sample(sample), null, null);
    Path out = exchange.write(store, "jsonl", "out.jsonl");
    Path again = exchange.newStore();
    Import.Result result = exchange.read(again, out, null, null);
    assertThat(result.format()).isEqualTo("jsonl");
    assertThat(result.aside()).isZero();
    assertThat(exchange.events(again)).isEqualTo(exchange.events(store));
    assertThat(exchange.originals(again)).isEqualTo(exchange.originals(store));
    Path last = exchange.write(again, "jsonl", "again.jsonl");
    assertThat(last).hasSameTextualContentAs(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"icews.tab", "polecat.txt", "phoenix.tsv", "gdelt2.csv", "acled.csv"})
  void csvHoldsAllButTheEvidence(String sample) throws IOException {
    Path store = exchange.newStore();
    exchange.read(store, exchange.sample(sample), null, null);
    Path out = exchange.write(store, "csv", "out.csv.gz");
    Path again = exchange.newStore();
    Import.Result result = exchange.read(again, out, null, null);
    assertThat(result.format()).isEqualTo("csv");
    assertThat(result.aside()).isZero();
    assertThat(bare(again)).isEqualTo(bare(store));
    assertThat(exchange.originals(again))
        .containsExactlyInAnyOrderElementsOf(exchange.originals(store));
  }

  private List<Event> bare(Path store) {
    return exchange.events(store).stream()
        .map(
            e ->
                new Event(
                    e.id(),
                    "d",
                    e.source(),
                    e.target(),
                    e.type(),
                    e.mode(),
                    e.contexts(),
                    e.cameo(),
                    e.goldstein(),
                    e.status(),
                    e.attribution(),
                    e.time(),
                    e.place(),
                    e.magnitudes(),
                    e.confidence(),
                    List.of(evidence()),
                    e.coder()))
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  private static Evidence evidence() {
    return new Evidence(0, null, null, null, null, null, null, "r", List.of());
  }

  @Test
  void whatCameFromAnotherFormatIsWrittenAsIcewsAndPolecat() throws IOException {
    Path store = exchange.newStore();
    exchange.read(store, exchange.sample("phoenix.tsv"), null, null);
    for (String format : List.of("icews", "polecat")) {
      Path out = exchange.write(store, format, "out." + format);
      Path again = exchange.newStore();
      Import.Result result = exchange.read(again, out, null, null);
      assertThat(result.format()).isEqualTo(format);
      assertThat(result.events()).isEqualTo(5);
      assertThat(exchange.events(again).stream().map(e -> e.type() + " " + e.time().label()))
          .isEqualTo(
              exchange.events(store).stream().map(e -> e.type() + " " + e.time().label()).toList());
    }
  }

  @Test
  void cellsOfAnotherLayoutDoNotGetIn() throws IOException {
    Path store = exchange.newStore();
    exchange.read(store, exchange.sample("polecat.txt"), null, null);
    assertThat(Files.readAllLines(exchange.write(store, "icews", "out.tab")))
        .anyMatch(line -> line.contains("\t195\t-10.0\tIslamic State\t"))
        .noneMatch(line -> line.contains("None"));
  }

  @Test
  void parquetAndGeoJson() throws IOException {
    Path store = exchange.newStore();
    exchange.read(store, exchange.sample("icews.tab"), null, null);
    Path parquet = exchange.write(store, "parquet", "out.parquet");
    assertThat(Files.readAllBytes(parquet)).startsWith('P', 'A', 'R', '1');
    String geojson = Files.readString(exchange.write(store, "geojson", "out.geojson"));
    assertThat(geojson)
        .startsWith("{\"type\":\"FeatureCollection\",\"features\":[")
        .contains("\"coordinates\":[22.63667,32.76704]", "\"source_code\":\"EGYMIL\"")
        .endsWith("]}\n");
  }
}
