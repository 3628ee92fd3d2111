package org.entente.coding.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/syntax.md tells every tag and label, and each example has what its row says. */
class SyntaxDocsTest {
  private record Row(String name, String example) {}

  private static List<Row> rows(String heading) throws IOException {
    String text = Files.readString(Path.of("../docs/syntax.md"));
    String section = text.substring(text.indexOf("## " + heading));
    section = section.substring(0, section.indexOf("\n## ", 3));
    List<Row> rows = new ArrayList<>();
    for (String line : section.split("\n")) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[1].contains("`")) {
        for (String name : cells[1].split(", ")) {
          String bare = name.strip().replaceAll("^` ?| ?`$", "");
          rows.add(new Row(bare, cells[3].strip()));
        }
      }
    }
    return rows;
  }

  private static Token bold(String example) {
    int from = example.indexOf("**");
    int to = example.indexOf("**", from + 2) - 2;
    String text = example.replace("**", "");
    List<Sentence> sentences = EnglishParser.shared().parse(text);
    return sentences.stream()
        .flatMap(s -> s.tokens().stream())
        .filter(token -> token.span().start() == from && token.span().end() == to)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no word is bold in " + example));
  }

  @Test
  void labels() throws IOException {
    List<Row> rows = rows("Labels");
    Set<String> known = new TreeSet<>();
    for (String transition : EnglishParser.shared().model().transitions()) {
      known.add(transition.substring(transition.lastIndexOf('_') + 1));
    }
    known.remove("");
    assertThat(rows.stream().map(Row::name)).containsExactlyInAnyOrderElementsOf(known);
    assertThat(rows).allSatisfy(row -> assertThat(bold(row.example).label()).isEqualTo(row.name));
  }

  @Test
  void tags() throws IOException {
    List<Row> rows = rows("Tags");
    assertThat(rows.stream().map(Row::name))
        .containsExactlyInAnyOrderElementsOf(EnglishParser.shared().model().tags());
    assertThat(rows)
        .filteredOn(row -> !row.example.isEmpty())
        .allSatisfy(row -> assertThat(bold(row.example).tag()).isEqualTo(row.name));
  }
}
