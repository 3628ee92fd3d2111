package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {
  private static final List<String> FILE = new ArrayList<>();
  private static final WordPieces TOY = toy();

  private static WordPieces toy() {
    FILE.addAll(List.of("[PAD]", "[unused0]", "[unused1]"));
    while (FILE.size() < 100) {
      FILE.add("[unused" + FILE.size() + "]");
    }
    FILE.addAll(List.of("[UNK]", "[CLS]", "[SEP]"));
    FILE.addAll(
        List.of(
            "bomb", "##ed", "##e", "##d", "b", "##omb", "bombs", "talk", "##s", "cafe", "i", "-",
            "'", "$", "5", "##5", ".", "a", "un"));
    try {
      String text = String.join("\n", FILE) + "\n";
      return WordPieces.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cut(String text) {
    long[] ids = TOY.of(text);
    assertThat(FILE.get((int) ids[0])).isEqualTo("[CLS]");
    assertThat(FILE.get((int) ids[ids.length - 1])).isEqualTo("[SEP]");
    return String.join(
        " ",
        Arrays.stream(ids, 1, ids.length - 1)
            .mapToObj(id -> id == 1 ? "<s>" : id == 2 ? "<t>" : FILE.get((int) id))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          bombed | bomb ##ed
          bombs | bombs
          talks bombe | talk ##s bomb ##e
          [s] bombed [t] | <s> bomb ##ed <t>
          café | cafe
          talk-s | talk - [UNK]
          un-talk | un - talk
          a. | a .
          $5 | $ 5
          55 | 5 ##5
          'a' | ' a '
          zebra | [UNK]
          bombz | [UNK]
          zebra talk | [UNK] talk
          talkz-a | [UNK] - a
          --- | - - -
          """)
  @DisplayName("the longest piece first; accents go; punctuation stands alone; unknown words")
  void pieces(String text, String wanted) {
    assertThat(cut(text)).isEqualTo(wanted);
  }

  @Test
  @DisplayName("an accent in two characters goes as well")
  void decomposed() {
    assertThat(cut("cafe\u0301")).isEqualTo("cafe");
  }

  @Test
  void nothing() {
    assertThat(cut("")).isEmpty();
    assertThat(cut("  ")).isEmpty();
  }

  @Test
  @DisplayName("what is too long is cut, the end stays")
  void longest() {
    String just = "talk ".repeat(WordPieces.LONGEST - 2).strip();
    assertThat(TOY.of(just)).hasSize(WordPieces.LONGEST);
    assertThat(TOY.of(just + " bombed zebra")).isEqualTo(TOY.of(just));
    String less = "talk ".repeat(WordPieces.LONGEST - 3);
    // an unknown end takes back the pieces before it
    assertThat(cut(less + "bombz")).endsWith("talk [UNK]");
    assertThat(cut(less + "bombed")).endsWith("talk bomb");
    assertThat(cut(less.substring(5) + "bombz a")).endsWith("talk [UNK] a");
  }

  private static final class Bundled {
    private static final WordPieces PIECES = read();

    private static WordPieces read() {
      try (InputStream in = WordPieces.class.getResourceAsStream("pieces.txt.gz")) {
        return WordPieces.read(new GZIPInputStream(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  @DisplayName("the bundled pieces are those of uncased BERT")
  void bundled() {
    assertThat(Bundled.PIECES.of("[s] attacked the [t] embassy ."))
        .containsExactly(101, 1, 4457, 1996, 2, 8408, 1012, 102);
    assertThat(Bundled.PIECES.of("ouagadougou"))
        .hasSizeGreaterThan(3)
        .doesNotContain(100)
        .startsWith(101)
        .endsWith(102);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "[s]",
            "[t]",
            "attacked",
            "İstanbul",
            "é",
            "—",
            "\uD83D\uDE00",
            "中国",
            "$5",
            "u.n.",
            "",
            "x".repeat(70),
            "antidisestablishmentarianism",
            "'s",
            "[",
            "\u0301")
        .list()
        .ofMaxSize(90)
        .map(list -> String.join(" ", list));
  }

  @Property(tries = 300)
  void neverTooLongAndWellFramed(@ForAll("texts") String text) {
    for (WordPieces pieces : List.of(TOY, Bundled.PIECES)) {
      long[] ids = pieces.of(text);
      assertThat(ids.length).isBetween(2, WordPieces.LONGEST);
      assertThat(ids[0]).isEqualTo(101);
      assertThat(ids[ids.length - 1]).isEqualTo(102);
      assertThat(Arrays.stream(ids, 1, ids.length - 1))
          .allMatch(id -> id > 0 && id != 101 && id != 102);
    }
  }
}
