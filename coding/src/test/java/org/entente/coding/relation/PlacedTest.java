package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Token;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a pair stands in the trees of its text. */
class PlacedTest {
  private static Placed placed(String marked) {
    return Placed.of(Pair.marked(marked), EnglishParser.shared());
  }

  private static String text(Token token) {
    return token == null ? "-" : token.text();
  }

  @DisplayName("the head word of each")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <s>The Malian army</s> shelled <t>rebel positions near the river</t>. | army | positions
          <s>Hezbollah's</s> raid on <t>an outpost of Israel</t> failed. | Hezbollah | outpost
          <s>Nepal's prime minister</s> visited <t>the king of Bhutan</t>. | minister | king
          <s>She</s> thanked <t>them</t>. | She | them
          <s>Gunmen on motorcycles</s> shot at <t>two aid workers</t>. | Gunmen | workers
          He spoke of <t>Togo</t>. | - | Togo
          """)
  void heads(String marked, String source, String target) {
    Placed placed = placed(marked);
    assertThat(text(placed.source())).isEqualTo(source);
    assertThat(text(placed.target())).isEqualTo(target);
    assertThat(placed.pair()).isEqualTo(!source.equals("-") && !target.equals("-"));
  }

  @Test
  @DisplayName("marks that cut a word take the whole word")
  void cutWords() {
    Placed placed = placed("<s>Tog</s>o met Gh<t>an</t>a.");
    assertThat(text(placed.source())).isEqualTo("Togo");
    assertThat(text(placed.target())).isEqualTo("Ghana");
  }

  @Test
  @DisplayName("it holds the words of the two and no others")
  void holds() {
    Placed placed = placed("<s>The Malian army</s> shelled <t>rebel positions</t>.");
    List<String> held =
        placed.sentence().tokens().stream().filter(placed::holds).map(Token::text).toList();
    assertThat(held).containsExactly("The", "Malian", "army", "rebel", "positions");
  }

  @DisplayName("of several sentences the one with both, then with the source, then with the target")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          It rained. <s>Togo</s> met <t>Ghana</t>. Nobody came. | Togo | Togo | Ghana
          <s>Togo</s> sang. <t>Ghana</t> danced. | Togo | Togo | -
          <t>Ghana</t> danced. <s>Togo</s> sang. | Togo | Togo | -
          It rained. <t>Ghana</t> danced. | Ghana | - | Ghana
          It rained. Ghana danced. | It | - | -
          """)
  void sentences(String marked, String first, String source, String target) {
    Placed placed = placed(marked);
    assertThat(placed.sentence().token(0).text()).isEqualTo(first);
    assertThat(text(placed.source())).isEqualTo(source);
    assertThat(text(placed.target())).isEqualTo(target);
  }

  @Test
  @DisplayName("first is the source, else the target, else the root")
  void first() {
    assertThat(placed("<s>Togo</s> met <t>Ghana</t>.").first().text()).isEqualTo("Togo");
    assertThat(placed("They met <t>Ghana</t>.").first().text()).isEqualTo("Ghana");
    assertThat(placed("They met Ghana.").first().text()).isEqualTo("met");
  }

  @Test
  @DisplayName("two that have one head are one")
  void oneHead() {
    Placed placed = placed("<s>The <t>army</t></s> fired.");
    assertThat(text(placed.source())).isEqualTo("army");
    assertThat(placed.target()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void blank(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Placed.of(new Pair(text, null, null), EnglishParser.shared()))
        .withMessageContaining("no words in the sentence: '" + text + "'");
  }
}
