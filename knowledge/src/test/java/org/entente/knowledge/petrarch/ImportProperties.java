package org.entente.knowledge.petrarch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.knowledge.Knowledge;

/** Whatever stands in the dictionaries, every line is counted and what is written can be read. */
class ImportProperties {
  private static final List<String> PIECES =
      List.of(
          "KING",
          "RUDOLF_",
          "BOAT",
          "&BOAT",
          "&",
          "+",
          "-",
          "---",
          "--- X [051] ---",
          "*",
          "**",
          "(",
          ")",
          "(ON",
          "{",
          "}",
          "[",
          "]",
          "[EGY]",
          "[RURGOV 900101-950101]",
          "[051]",
          "[---]",
          "[042:043]",
          "[:112]",
          "[~GOV]",
          "[~MUS]",
          "{}",
          "!MAN! = A, B",
          "!MAN!",
          "$",
          "%",
          "^",
          "#",
          ";",
          "<!--",
          "-->",
          "~",
          " ",
          "\t",
          "_",
          "UP",
          "OF",
          "NOT",
          "|",
          "\r",
          "É",
          "\u0000",
          "=",
          "- * BOAT [190]",
          "OVER_+SEE",
          "@",
          "1914",
          "'",
          ".",
          ":");

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join(pieces.size() % 2 == 0 ? " " : "", pieces))
        .list()
        .ofMaxSize(40);
  }

  @Example
  void aPlusWithNothingBehindIt() throws IOException {
    everyLineIsCountedAndTheResultLoads(List.of("--- X [051] ---", "KING_+", "+"));
  }

  @Property(tries = 60)
  void everyLineIsCountedAndTheResultLoads(@ForAll("lines") List<String> lines) throws IOException {
    Path folder = Files.createTempDirectory("entente-import");
    try {
      Path from = Files.createDirectory(folder.resolve("from"));
      String text = String.join("\n", lines) + "\n";
      for (String name : List.of("a.actors.txt", "a.agents.txt", "a.discards.txt")) {
        Files.writeString(from.resolve(name), text);
      }
      Files.writeString(from.resolve("a.verbs.txt"), "- * X [190]\n" + text);
      ImportSummary summary = PetrarchImport.run(from, folder.resolve("to"));
      for (ImportSummary.FileCount file : summary.files()) {
        int own = file.file().equals("a.verbs.txt") ? 1 : 0;
        assertThat(file.lines()).as(file.file()).isEqualTo(saying(text) + own);
      }
      Knowledge.load(folder.resolve("to"));
      PetrarchImport.run(from, folder.resolve("again"));
      assertThat(Files.readString(folder.resolve("again/lexicon/petrarch.tsv")))
          .isEqualTo(Files.readString(folder.resolve("to/lexicon/petrarch.tsv")));
    } finally {
      delete(folder);
    }
  }

  /** How many lines say something besides comments. */
  private static int saying(String text) {
    Comments comments = new Comments();
    int count = 0;
    for (String line : text.split("\n", -1)) {
      count += comments.without(line).isBlank() ? 0 : 1;
    }
    return count;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
