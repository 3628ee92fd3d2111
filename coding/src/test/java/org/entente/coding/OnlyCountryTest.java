package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.coding.mention.Discourse;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
import org.entente.knowledge.Knowledge;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose "the police" are in a sentence that speaks of one country. */
class OnlyCountryTest {
  /** The country of the first mention, with the mention that a word heads as the other side. */
  private static String of(String text, String other) {
    Sentence sentence = EnglishParser.shared().parse(text).get(0);
    Mentions mentions = new Discourse(text, null, Knowledge.bundled()).read(sentence);
    Mention first = mentions.all().iterator().next();
    Mention second =
        other == null
            ? null
            : mentions.all().stream()
                .filter(mention -> sentence.token(mention.head()).text().equals(other))
                .findFirst()
                .orElseThrow();
    return OnlyCountry.of(first, second, mentions);
  }

  @DisplayName("the one country of the sentence; of two none")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Police arrested a Kenyan journalist. | journalist | KEN
          Officials thanked Kenya. | Kenya | KEN
          Officials thanked Kenya. | - | KEN
          Police arrested two journalists. | - | -
          Officials of Uganda thanked Kenya. | Kenya | -
          Journalists praised Kenya, Uganda and Malawi. | Kenya | -
          Gunmen killed Kenyan soldiers. | soldiers | -
          Smugglers attacked Kenya. | Kenya | -
          Rebels shelled Kenyan villagers. | villagers | -
          Students attacked Kenya. | Kenya | KEN
          """)
  void countries(String text, String other, String country) {
    assertThat(of(text, other)).isEqualTo(country);
  }

  @Test
  @DisplayName("a name without a sector stays what it is")
  void withoutSector() {
    assertThat(of("Kenya thanked Kenyan police.", null)).isNull();
  }

  @DisplayName("in sentences")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Police arrested a Kenyan journalist. | KENCOP COERCE.arrest KENMED
          The government arrested Kenyan students. | KENGOV COERCE.arrest KENEDU
          The Peruvian army released prisoners. | PERMIL RETREAT.release PERCVL
          Gunmen killed Kenyan soldiers. | ---UAF ASSAULT KENMIL
          Smugglers attacked Kenya. | ---CRM ASSAULT KEN
          Students marched against Kenya. | KENEDU PROTEST.demo KEN
          """)
  void sentences(String text, String event) {
    assertThat(Read.shorts(text)).containsExactly(event);
  }

  @Test
  @DisplayName("the event says whose they were taken for, and why")
  void because() {
    assertThat(Read.events("Officials thanked Kenya.").get(0).evidence().get(0).because())
        .contains("'Officials' read as of Kenya, the only state that the sentence speaks of");
    assertThat(
            Read.events("Police in Kenya arrested two students.")
                .get(0)
                .evidence()
                .get(0)
                .because())
        .anyMatch(line -> line.endsWith("read as of Kenya, where it happened"));
  }
}
