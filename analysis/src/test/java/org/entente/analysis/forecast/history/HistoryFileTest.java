package org.entente.analysis.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("events.tsv"), text);
  }

  @Test
  void readsATable() throws IOException {
    Path file =
        file(
            "date\tsource\tevent\ttarget\n2015-01-03\tA\tConsult\tPolice (B)\n"
                + "2015-01-01\tPolice (B)\tAccuse\tA\n");
    History history = HistoryFile.read(file, ActorName::whole, type -> type);
    assertThat(history.first()).isEqualTo(LocalDate.of(2015, 1, 1));
    assertThat(history.days()).isEqualTo(3);
    assertThat(history.actors()).containsExactly("A", "B");
    assertThat(history.types().get(history.type(0))).isEqualTo("Accuse");
    assertThat(history.from(1)).isEqualTo(1);
    assertThat(history.from(99)).isEqualTo(2);
    assertThat(history.before(LocalDate.of(2015, 1, 2)).size()).isEqualTo(1);
  }

  @Test
  void saysWhereALineIsWrong() throws IOException {
    Path few = file("2015-01-03\tA\tConsult\n");
    assertThatThrownBy(() -> HistoryFile.read(few))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("four fields");
    Path date = file("2015-01-03\tA\tConsult\tB\n3 May\tA\tConsult\tB\n");
    assertThatThrownBy(() -> HistoryFile.read(date)).hasMessageContaining("line 2: '3 May'");
    Path none = file("date\tsource\tevent\ttarget\n");
    assertThatThrownBy(() -> HistoryFile.read(none)).hasMessageContaining("no events");
  }

  @Test
  void readsAFolder() throws IOException {
    Files.writeString(folder.resolve("entity2id.txt"), "Police_(India)\t0\nChina\t1\nNobody\t2\n");
    Files.writeString(folder.resolve("relation2id.txt"), "Make_statement\t0\n");
    Files.writeString(folder.resolve("train.txt"), "0\t0\t1\t0\t-1\n");
    Files.writeString(folder.resolve("valid.txt"), "1\t0\t0\t24\t-1\n");
    Files.writeString(folder.resolve("test.txt"), "1\t0\t0\t48\t-1\n");
    History history = HistoryFile.read(folder);
    assertThat(history.actors()).containsExactly("Police (India)", "China", "Nobody");
    assertThat(history.date(2)).isEqualTo(LocalDate.of(2014, 1, 3));
    assertThat(history.days()).isEqualTo(3);
    Files.writeString(folder.resolve("test.txt"), "7\t0\t0\t48\t-1\n");
    assertThatThrownBy(() -> HistoryFile.read(folder))
        .hasMessageContaining("test.txt, line 1")
        .hasMessageContaining("number 7 is not in entity2id.txt");
  }

  @Test
  void namesTellCountryAndSector() {
    assertThat(ActorName.of("Police_(India)")).isEqualTo(new ActorName("Police", "India"));
    assertThat(ActorName.of("China")).isEqualTo(new ActorName("", null));
    assertThat(ActorName.whole("Head of Government (Egypt)")).isEqualTo("Egypt");
    assertThat(ActorName.whole("(Egypt)")).isEqualTo("(Egypt)");
  }
}
