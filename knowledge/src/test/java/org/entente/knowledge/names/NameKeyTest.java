package org.entente.knowledge.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "Côte d'Ivoire; cote divoire",
        "Özal; ozal",
        "Erdoğan; erdogan",
        "Yıldırım; yildirim",
        "Støre; store",
        "Wałęsa; walesa",
        "Đukanović; dukanovic",
        "Strauß; strauss",
        "São Tomé and Príncipe; sao tome and principe",
        "U.N.; un",
        "UN; un",
        "U.S.A.; usa",
        "George H. W. Bush; george h w bush",
        "George H.W. Bush; george hw bush",
        "Boutros-Ghali; boutros ghali",
        "al-Sisi; al sisi",
        "al Sisi; al sisi",
        "Sana'a; sanaa",
        "Sana’a; sanaa",
        "Shi'ites; shiites",
        "Da`esh; daesh",
        "Médecins Sans Frontières; medecins sans frontieres",
        "AT&T; at&t",
        "1920 Revolution Brigade; 1920 revolution brigade"
      })
  void foldsWhatNewsWritesInManyWays(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Egypt's, egypt 's",
        "Egypt’s, egypt 's",
        "EGYPT'S, egypt 's",
        "rebels', rebels 's",
        "Sana'a's, sanaa 's",
        "Egypt's army, egypt 's army"
      })
  void thePossessiveIsAPieceOfItsOwn(String text, String key) {
    assertThat(NameKey.of(text)).isEqualTo(key);
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertThat(NameKey.of("Erdog\u0306an")).isEqualTo(NameKey.of("Erdo\u011fan"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "-", "\u00a0\u2010\u2011"})
  void gapsHaveNoPieces(String text) {
    assertThat(NameKey.pieces(text)).isEmpty();
  }

  @Test
  void piecesKnowWhereTheyStandAndHowTheyAreWritten() {
    String text = "The U.S.-led raid on Sana'a, Yemen.";
    List<Piece> pieces = NameKey.pieces(text);
    assertThat(pieces)
        .extracting(piece -> text.substring(piece.start(), piece.end()))
        .containsExactly("The", "U.S.", "led", "raid", "on", "Sana'a", ",", "Yemen", ".");
    assertThat(pieces.get(0)).isEqualTo(new Piece("the", 0, 3, true, false));
    assertThat(pieces.get(1)).isEqualTo(new Piece("us", 4, 8, true, true));
    assertThat(pieces.get(3).capital()).isFalse();
  }

  @Test
  void aSingleCapitalIsNoAcronym() {
    assertThat(NameKey.pieces("I")).singleElement().matches(piece -> !piece.capitals());
    assertThat(NameKey.pieces("IS")).singleElement().matches(Piece::capitals);
    assertThat(NameKey.pieces("Is")).singleElement().matches(piece -> !piece.capitals());
  }

  @Test
  void aStretchKeepsTheOffsetsOfTheText() {
    String text = "Yesterday Egypt struck.";
    assertThat(NameKey.pieces(text, 10, 15))
        .containsExactly(new Piece("egypt", 10, 15, true, false));
  }

  @Property
  void piecesLieInTheTextInOrder(@ForAll String text) {
    check(text, 0, text.length());
  }

  @Property
  void piecesOfNewsLieInTheTextInOrder(@ForAll("news") String text) {
    check(text, 0, text.length());
  }

  @Property
  void piecesOfAStretchLieInIt(@ForAll("news") String text, @ForAll int a, @ForAll int b) {
    int first = Math.floorMod(a, text.length() + 1);
    int second = Math.floorMod(b, text.length() + 1);
    check(text, Math.min(first, second), Math.max(first, second));
  }

  @Property
  void keysDoNotDependOnHyphensOrBlanks(@ForAll("words") List<String> words) {
    assertThat(NameKey.of(String.join("-", words))).isEqualTo(NameKey.of(String.join("  ", words)));
  }

  private static void check(String text, int from, int to) {
    int last = from;
    for (Piece piece : NameKey.pieces(text, from, to)) {
      assertThat(piece.start()).isGreaterThanOrEqualTo(last);
      assertThat(piece.end()).isGreaterThan(piece.start()).isLessThanOrEqualTo(to);
      assertThat(piece.key()).doesNotContain(" ");
      last = piece.end();
    }
  }

  @Provide
  Arbitrary<String> news() {
    return Arbitraries.strings().withChars("aAbBsS .,'’-–éÉıŁ&@1\"()\n\u0301").ofMaxLength(40);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings().withChars("abcABCéø1").ofMinLength(1).ofMaxLength(8).list();
  }
}
