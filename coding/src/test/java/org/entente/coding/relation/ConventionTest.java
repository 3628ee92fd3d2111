package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.entente.coding.syntax.Token;
import org.entente.model.EventType;
import org.entente.model.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConventionTest {
  private static List<Token> words(String lemmas) {
    return Arrays.stream(lemmas.split(" "))
        .map(lemma -> new Token(0, lemma, lemma, "NN", -1, "root", new Span(0, 1)))
        .toList();
  }

  @DisplayName("where the two part, each has its own type, whichever it is given")
  @ParameterizedTest
  @CsvSource({
    "impose sanction on, SANCTION, COERCE",
    "slap new sanctions, SANCTION, COERCE",
    "announce sanction, SANCTION, COERCE",
    "cyberattack on bank, COERCE, ASSAULT",
    "cyber attack, COERCE, ASSAULT",
    "ransomware, COERCE, ASSAULT",
    "court convict officer, COERCE, ACCUSE",
    "the conviction of, COERCE, ACCUSE",
    "extradite banker to, COOPERATE, ACCUSE"
  })
  void parted(String lemmas, EventType book, EventType plv) {
    List<Token> core = words(lemmas);
    assertThat(Convention.PLOVER.of(book, core)).isEqualTo(book);
    assertThat(Convention.PLOVER.of(plv, core)).isEqualTo(book);
    assertThat(Convention.PLV.of(book, core)).isEqualTo(plv);
    assertThat(Convention.PLV.of(plv, core)).isEqualTo(plv);
  }

  @DisplayName("other types, and cores that lack one of the words, stay")
  @ParameterizedTest
  @CsvSource({
    "impose sanction, THREATEN",
    "impose curfew, COERCE",
    "impose curfew, SANCTION",
    "sanction, SANCTION",
    "lift sanction, CONCEDE",
    "accuse officer, ACCUSE",
    "icyberg, ASSAULT",
    "extradite, REJECT"
  })
  void same(String lemmas, EventType type) {
    for (Convention convention : Convention.values()) {
      assertThat(convention.of(type, words(lemmas))).isEqualTo(type);
    }
  }

  @Test
  @DisplayName("no words part nothing")
  void noWords() {
    for (Convention convention : Convention.values()) {
      for (EventType type : EventType.values()) {
        assertThat(convention.of(type, List.of())).isEqualTo(type);
      }
    }
  }
}
