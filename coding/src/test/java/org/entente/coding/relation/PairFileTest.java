package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.coding.relation.PairFile.Row;
import org.entente.model.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of sentences with two given actors, as people send them. */
class PairFileTest {
  private static final String HEAD = "id\tsentence\tsource\ttarget\n";

  private static PairFile read(String table) throws IOException {
    return PairFile.read(new BufferedReader(new StringReader(table)), "pairs.tsv");
  }

  private static Row only(String table) throws IOException {
    PairFile file = read(table);
    assertThat(file.rows()).hasSize(1);
    return file.rows().get(0);
  }

  @Test
  @DisplayName("rows with their line, id and pair; other columns are kept")
  void plainTable() throws IOException {
    PairFile file =
        read(
            "id\tnote\tsentence\tsource\ttarget\n"
                + "a1\tfirst\tTogo thanked Ghana.\tTogo\tGhana\n"
                + "\n"
                + "a2\t\tMali sent help.\tMali\ta recipient\n");
    assertThat(file.rows()).extracting(Row::line).containsExactly(2, 4);
    assertThat(file.rows()).extracting(Row::id).containsExactly("a1", "a2");
    assertThat(file.rows()).extracting(Row::mistake).containsOnlyNulls();
    assertThat(file.rows().get(0).pair())
        .isEqualTo(new Pair("Togo thanked Ghana.", new Span(0, 4), new Span(13, 18)));
    assertThat(file.rows().get(1).pair().target()).isNull();
    assertThat(file.has("note")).isTrue();
    assertThat(file.has("label")).isFalse();
    assertThat(file.cell(file.rows().get(0), "note")).isEqualTo("first");
    assertThat(file.cell(file.rows().get(0), "label")).isEmpty();
  }

  @Test
  @DisplayName("columns in any order, with blanks around their names, CR LF, byte order mark")
  void oddHeads() throws IOException {
    Row row =
        only("\uFEFF target\tsource \tid\tsentence\r\nGhana\tTogo\tx\tTogo thanked Ghana.\r\n");
    assertThat(row.mistake()).isNull();
    assertThat(row.id()).isEqualTo("x");
    assertThat(row.pair().target()).isEqualTo(new Span(13, 18));
  }

  @Test
  @DisplayName("a marked sentence says which occurrence is meant")
  void markedSentence() throws IOException {
    Row row =
        only(
            "id\tsentence\tsource\ttarget\tmarked_sentence\n"
                + "1\tMali met Mali.\tMali\tMali\t<t>Mali</t> met <s>Mali</s>.\n");
    assertThat(row.pair()).isEqualTo(new Pair("Mali met Mali.", new Span(9, 13), new Span(0, 4)));
    row = only("id\tmarked_sentence\n1\t<s>Mali</s> left.\n");
    assertThat(row.pair()).isEqualTo(new Pair("Mali left.", new Span(0, 4), null));
  }

  @Test
  @DisplayName("a marked sentence without marks gives way to the words")
  void markedSentenceWithoutMarks() throws IOException {
    Row row =
        only(
            "id\tsentence\tsource\ttarget\tmarked_sentence\n"
                + "1\tTogo met Mali.\tTogo\tMali\tTogo met Mali.\n");
    assertThat(row.pair()).isEqualTo(new Pair("Togo met Mali.", new Span(0, 4), new Span(9, 13)));
    row = only("id\tsource\ttarget\tmarked_sentence\n1\tTogo\tMali\tTogo met Mali.\n");
    assertThat(row.pair()).isEqualTo(new Pair("Togo met Mali.", new Span(0, 4), new Span(9, 13)));
  }

  @Test
  @DisplayName("quotation marks of spreadsheets go, those of the text stay")
  void quotes() throws IOException {
    Row row = only(HEAD + "1\t\"Togo called Mali \"\"a friend\"\".\"\t\"Togo\"\tMali\n");
    assertThat(row.pair().text()).isEqualTo("Togo called Mali \"a friend\".");
    assertThat(row.pair().source()).isEqualTo(new Span(0, 4));
    row = only(HEAD + "1\t\"Peace,\" said Togo to \"Mali\"\tTogo\tMali\n");
    assertThat(row.pair().text()).isEqualTo("\"Peace,\" said Togo to \"Mali\"");
    row = only(HEAD + "1\tTogo left. \"\tTogo\t\"\n");
    assertThat(row.pair().text()).isEqualTo("Togo left. \"");
  }

  @Test
  @DisplayName("a wrong number of cells is a mistake of that row only")
  void cellCounts() throws IOException {
    PairFile file =
        read(HEAD + "1\tTogo left.\tTogo\n2\tTogo left.\tTogo\t\n3\tTogo left.\tTogo\t\tx\n");
    assertThat(file.rows())
        .extracting(Row::mistake)
        .containsExactly("3 cells instead of 4", null, "5 cells instead of 4");
    assertThat(file.rows()).extracting(Row::line).containsExactly(2, 3, 4);
    assertThat(file.rows()).extracting(Row::id).containsExactly("1", "2", "3");
    assertThat(file.rows().get(0).pair()).isNull();
    assertThat(file.cell(file.rows().get(0), "target")).isEmpty();
  }

  @Test
  @DisplayName("bad marks and empty sentences are mistakes of their rows")
  void badRows() throws IOException {
    PairFile file =
        read(
            "id\tmarked_sentence\n"
                + "1\t<s>Mali left.\n"
                + "2\t<s></s> left.\n"
                + "3\t\n"
                + "4\t<s> </s>\n"
                + "5\t<t>Mali</t> was left.\n");
    assertThat(file.rows())
        .extracting(Row::mistake)
        .containsExactly(
            "</s> is missing",
            "nothing stands before </s>",
            "the sentence is empty",
            "the sentence is empty",
            null);
    assertThat(file.rows())
        .filteredOn(row -> row.mistake() != null)
        .allMatch(r -> r.pair() == null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "sentence", "source", "target"})
  @DisplayName("a missing column is named, with what is needed")
  void missingColumn(String column) {
    String head = HEAD.replace(column, "other");
    assertThatIOException()
        .isThrownBy(() -> read(head + "1\tTogo left.\tTogo\t\n"))
        .withMessageContaining("pairs.tsv, line 1")
        .withMessageContaining("'" + column + "'")
        .withMessageContaining("needed are id, sentence, source and target")
        .withMessageContaining("tabs");
  }

  @Test
  @DisplayName("a table with commas is told to use tabs")
  void commas() {
    assertThatIOException()
        .isThrownBy(() -> read("id,sentence,source,target\n1,Togo left.,Togo,\n"))
        .withMessageContaining("with tabs between them");
  }

  @Test
  @DisplayName("an empty file, a file with a head only")
  void empty() throws IOException {
    assertThatIOException()
        .isThrownBy(() -> read(""))
        .withMessage("pairs.tsv is empty; its first line must name the columns");
    assertThat(read(HEAD).rows()).isEmpty();
    assertThat(read(HEAD + "\n \t\t\n").rows()).isEmpty();
  }

  @Test
  @DisplayName("from a file: its name in messages; another encoding is told")
  void files(@TempDir Path folder) throws IOException {
    Path good =
        Files.writeString(folder.resolve("good.tsv"), HEAD + "1\tCôte d’Ivoire left.\t\t\n");
    assertThat(PairFile.read(good).rows().get(0).pair().text()).isEqualTo("Côte d’Ivoire left.");
    Path latin = folder.resolve("latin.tsv");
    Files.write(latin, (HEAD + "1\tPerú left.\t\t\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThatIOException()
        .isThrownBy(() -> PairFile.read(latin))
        .withMessageContaining("latin.tsv is not UTF-8; save it as UTF-8 text");
    assertThatIOException()
        .isThrownBy(() -> PairFile.read(folder.resolve("none.tsv")))
        .withMessageContaining("none.tsv");
  }
}
