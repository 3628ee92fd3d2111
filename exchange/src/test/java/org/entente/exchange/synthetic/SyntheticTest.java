package org.entente.exchange.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.exchange.Import;
import org.entente.knowledge.Knowledge;
import org.entente.model.Quad;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTest {
  private static final int NUMBER = 20_000;

  @TempDir Path folder;

  private static String made(int number, long seed) throws IOException {
    StringBuilder text = new StringBuilder();
    Synthetic.write(Knowledge.bundled(), number, seed, text);
    return text.toString();
  }

  @Test
  void aSeedMakesTheSameBytes() throws IOException {
    assertThat(made(500, 7)).isEqualTo(made(500, 7)).isNotEqualTo(made(500, 8));
    assertThat(made(1, 1).lines()).hasSize(2);
    assertThatThrownBy(() -> made(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyRowIsAnEventOfTheFieldsShape() throws IOException {
    Path file = Files.writeString(folder.resolve("made-up.tsv"), made(NUMBER, 1));
    try (EventStore store = EventStore.open(folder.resolve("s.duckdb"))) {
      Import reading =
          new Import(
              store,
              Knowledge.bundled(),
              new Import.Options(null, null, null, folder.resolve("aside.tsv")),
              row -> {});
      List<Import.Result> results = reading.read(file);
      assertThat(results).hasSize(1);
      assertThat(results.get(0).format()).isEqualTo("icews");
      assertThat(results.get(0).aside()).isZero();
      assertThat(store.count(Query.ALL)).isEqualTo(NUMBER);
      assertThat(
              store.count(Query.ALL.from(LocalDate.of(1995, 1, 1)).to(LocalDate.of(2025, 12, 31))))
          .isEqualTo(NUMBER);
      long later = store.count(Query.ALL.from(LocalDate.of(2010, 7, 1)));
      assertThat(later).as("of the later half").isBetween(NUMBER * 11L / 20, NUMBER * 13L / 20);
      for (Quad quad : Quad.values()) {
        assertThat(store.count(Query.ALL.quads(List.of(quad))))
            .as(quad.name())
            .isGreaterThan(NUMBER / 50);
      }
      Map<String, Long> sources =
          store.events(Query.ALL).stream()
              .collect(Collectors.groupingBy(e -> e.source().id(), Collectors.counting()));
      long most = Collections.max(sources.values());
      assertThat(most).as("a power law's first").isBetween(NUMBER / 100L, NUMBER / 8L);
      assertThat(sources).as("and its tail").hasSizeGreaterThan(500);
    }
  }
}
