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

class NamesTest {
  private static Names<String> names(String... all) {
    Names<String> names = new Names<>();
    for (String name : all) {
      names.add(name, name);
    }
    return names;
  }

  /** What is found at the first piece; null if nothing. */
  private static String at(Names<String> names, String text) {
    Names.Found<String> found = names.longest(NameKey.pieces(text), 0);
    return found == null ? null : String.join("|", found.values()) + "/" + found.length();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "UN, U.N. envoys",
        "UN, UN envoys",
        "U.N., UN envoys",
        "Sana'a, Sanaa fell",
        "Sanaa, Sana’a fell",
        "Shi'ites, Shiites marched",
        "al-Sisi, al Sisi said",
        "Abdel Fattah al-Sisi, Abdel-Fattah al-Sisi said",
        "Erdoğan, Erdogan said",
        "Erdogan, Erdoğan said",
        "Egypt, Egypt's army",
        "Egypt, EGYPT STRIKES",
        "secretary general, Secretary-General Ban"
      })
  void aNameIsFoundHoweverItIsWritten(String name, String text) {
    assertThat(at(names(name), text)).startsWith(name + "/");
  }

  @ParameterizedTest
  @CsvSource({
    "US, us to go",
    "US, Us and them",
    "IS, is dead",
    "IS, Is it true",
    "WHO, who came",
    "WHO, Who came",
    "NATO, Nato said",
    "Turkey, turkey for dinner",
    "Islamic State, islamic state of mind",
    "Islamic State, Islamic state of mind",
    "Ali, ALI RESIGNS",
    "Egypt, Egyptian army",
    "Egypt, the Egypt of old"
  })
  void capitalsAndWordsMustAgree(String name, String text) {
    assertThat(at(names(name), text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "US, US troops",
    "US, U.S. troops",
    "IS, IS fighters",
    "Mali, MALI COUP",
    "UNICEF, Unicef said",
    "rebels, Rebels fled"
  })
  void capitalsThatMayDiffer(String name, String text) {
    assertThat(at(names(name), text)).isEqualTo(name + "/1");
  }

  @Test
  void theLongestNameWins() {
    Names<String> names = names("Islamic State", "Islamic State of Iraq and the Levant", "Islamic");
    assertThat(at(names, "Islamic State of Iraq and the Levant fighters"))
        .isEqualTo("Islamic State of Iraq and the Levant/7");
    assertThat(at(names, "Islamic State of Iraq and Syria")).isEqualTo("Islamic State/2");
    assertThat(at(names, "Islamic Jihad")).isEqualTo("Islamic/1");
    assertThat(at(names, "Islam")).isNull();
  }

  @Test
  void aLongerNameWhoseCapitalsDisagreeYieldsToAShorter() {
    assertThat(at(names("Islamic", "Islamic State"), "Islamic state")).isEqualTo("Islamic/1");
  }

  @Test
  void aNameBeginsAtThePieceAsked() {
    Names<String> names = names("Egypt");
    List<Piece> pieces = NameKey.pieces("In Egypt");
    assertThat(names.longest(pieces, 0)).isNull();
    assertThat(names.longest(pieces, 1).values()).containsExactly("Egypt");
  }

  @Test
  void namesakesAreAllFoundOnceEach() {
    Names<String> names = new Names<>();
    names.add("Bush", "father");
    names.add("Bush", "son");
    names.add("Bush", "son");
    assertThat(names.longest(NameKey.pieces("Bush said"), 0).values())
        .containsExactly("father", "son");
    assertThat(names.exact("Bush")).containsExactly("father", "son");
    assertThat(names.size()).isEqualTo(3);
  }

  @Test
  void exactIgnoresCapitalsButWantsTheWholeName() {
    Names<String> names = names("Islamic State");
    assertThat(names.exact("islamic STATE")).containsExactly("Islamic State");
    assertThat(names.exact("Islamic")).isEmpty();
    assertThat(names.exact("Islamic State of")).isEmpty();
  }

  @Test
  void anEmptyNameIsNoName() {
    Names<String> names = names("", " - ");
    assertThat(names.size()).isZero();
    assertThat(names.longest(NameKey.pieces("Egypt"), 0)).isNull();
  }

  @Property
  void everyNameIsFoundAsItIsWritten(@ForAll("name") String name, @ForAll("name") String other) {
    Names<String> names = names(name, other);
    List<Piece> pieces = NameKey.pieces(name);
    if (pieces.isEmpty()) {
      return;
    }
    Names.Found<String> found = names.longest(pieces, 0);
    assertThat(found.length()).isEqualTo(pieces.size());
    assertThat(found.values()).contains(name);
    assertThat(names.exact(name)).contains(name);
  }

  @Provide
  Arbitrary<String> name() {
    return Arbitraries.strings().withChars("abABsé .'-&").ofMaxLength(12);
  }
}
