package org.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RivalTest {
  @TempDir Path folder;
  private Path gold;

  @BeforeEach
  void write() throws IOException {
    gold =
        Files.writeString(
            folder.resolve("gold.tsv"),
            "id\tsentence\tsource\ttarget\ttype\tother\n"
                + "a\tEgypt met Jordan.\tEgypt\tJordan\tCONSULT\tagree\n"
                + "b\tEgypt freed Chad's men.\tEgypt\tChad\tYIELD\tRETREAT\n");
  }

  private Rival read(String against) throws IOException {
    return Rival.read(against, gold, GoldPairs.read(gold));
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("other.tsv"), text).toString();
  }

  private void fails(String against, String... parts) {
    assertThatThrownBy(() -> read(against))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void aColumnOrAFile() throws IOException {
    int agree = Roots.of("AGREE");
    int yield = Roots.of("YIELD");
    assertThat(read("other").roots()).containsExactly(agree, yield);
    assertThat(read(file("id\ttype\nb\tCONCEDE\na\tAGREE\nc\tAID\n")).roots())
        .containsExactly(agree, yield);
    assertThat(read(file("id\ttype\troot\nb\tAID\tYIELD\na\t\t\n")).roots())
        .as("no answer is none")
        .containsExactly(-1, yield);
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    fails("nothing.tsv", "--against: 'nothing.tsv' is no column of " + gold, "no such file");
    fails(file("id\ttype\na\tAGREE\n"), "has no row with the id 'b'");
    fails(file("id\ttype\na\tDANCE\n"), "line 2: 'DANCE' is no type");
    fails(file("id\tanswer\na\tAGREE\n"), "line 1: needs the columns 'id'");
    fails(file("id\ttype\na\tAGREE\na\tAID\n"), "line 3: the id 'a' stands there twice");
    fails(file("id\ttype\na\n"), "line 2: only 1 cells");
    fails(file(""), "line 1: needs the columns");
  }

  @Test
  void quadClassesFollowTheRoots() {
    assertThat(Roots.LABELS).hasSize(15).contains("YIELD").doesNotContain("RETREAT");
    assertThat(Roots.quads(new int[] {Roots.of("SUPPORT"), Roots.of("YIELD"), -1}))
        .containsExactly(0, 1, -1);
    assertThat(Roots.QUAD_STARTS.stream().map(Roots.LABELS::get))
        .containsExactly("YIELD", "REQUEST", "PROTEST");
  }
}
