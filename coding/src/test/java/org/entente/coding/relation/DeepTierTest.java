package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.entente.coding.Coder;
import org.entente.coding.Read;
import org.entente.coding.syntax.EnglishParser;
import org.entente.knowledge.Knowledge;
import org.entente.model.EventType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tier with the transformer. */
class DeepTierTest {
  @BeforeEach
  void needsTheModel() {
    assumeTrue(
        Transformer.class.getResource("deep.onnx") != null,
        "needs the resource org/entente/coding/relation/deep.onnx; see training/README.md");
  }

  private static Relations bundled() {
    return Relations.bundled(Knowledge.bundled(), EnglishParser.shared());
  }

  /** The bundled models, the transformer asked about every pair. */
  private static Relation alwaysAsked(String marked, double share) {
    return bundled()
        .with(
            LinearModel.bundled(),
            reading -> Transformer.bundled().scores(reading.core()),
            Settings.plain(share, 2))
        .relate(Pair.marked(marked), Tier.DEEP, Convention.PLOVER);
  }

  private static final String CLEAR =
      """
      <s>Oman</s> shelled <t>Houthi positions</t> at dawn. | ASSAULT
      <t>Two Nepalese porters</t> were kidnapped by <s>Maoist rebels</s> near the pass. | ASSAULT
      <s>Laos</s> accused <t>Thailand</t> of moving boundary stones. | ACCUSE
      <s>Ecuador</s> sent blankets and medicine to <t>Haiti</t>. | AID
      <s>Nepal's prime minister</s> visited <t>Bhutan</t>. | CONSULT
      <s>Oman</s> urged <t>Yemen</t> to free the sailors. | REQUEST
      <s>Eritrea</s> threatened to attack <t>Djibouti</t>. | THREATEN
      <s>Iceland</s> imposed sanctions on <t>Belarus</t>. | SANCTION
      <s>Thousands</s> demonstrated against <t>the Fijian government</t>. | PROTEST
      """;

  @DisplayName("clear sentences, by both models and by the transformer alone")
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CLEAR)
  void clear(String marked, EventType type) {
    assertThat(bundled().relate(Pair.marked(marked), Tier.DEEP, Convention.PLOVER))
        .extracting(Relation::type)
        .isEqualTo(type);
    Relation alone = alwaysAsked(marked, 1);
    assertThat(alone.type()).isEqualTo(type);
    assertThat(alone.probabilities().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-6));
  }

  @Test
  @DisplayName("the rule and the reasons tell the transformer's part")
  void told() {
    Relation relation = alwaysAsked("<s>Oman</s> shelled <t>Houthi positions</t> at dawn.", 0.65);
    assertThat(relation.rule()).containsPattern("; transformer [01]\\.\\d\\d \\(share 0\\.65\\)$");
    assertThat(relation.because())
        .anyMatch(
            line ->
                line.startsWith("transformer: ASSAULT")
                    && line.contains("share 0.65")
                    && line.endsWith("it read '[s] shelled [t] positions at dawn'"));
  }

  @Test
  @DisplayName("the same core gives the same scores, an empty core and a long one are answered")
  void scores() {
    double[] first = Transformer.bundled().scores("[s] praised [t]");
    assertThat(first).hasSize(LinearModel.TYPES).doesNotContain(Double.NaN);
    assertThat(Transformer.bundled().scores("[s] praised [t]")).isEqualTo(first);
    assertThat(Transformer.bundled().scores("")).hasSize(LinearModel.TYPES);
    assertThat(Transformer.bundled().scores("[s] praised [t] ".repeat(40)))
        .hasSize(LinearModel.TYPES)
        .doesNotContain(Double.NaN);
  }

  @Test
  @DisplayName("a coder of the deep tier codes and relates")
  void coder() {
    Coder coder = new Coder(Knowledge.bundled(), EnglishParser.shared(), Tier.DEEP);
    assertThat(coder.relate("Paraguay praised Uruguay.", "Paraguay", "Uruguay").type())
        .isEqualTo(EventType.SUPPORT);
    assertThat(coder.code(Read.document("Fiji's offer of a loan to Tonga came on Friday.")))
        .extracting(Read::shorten)
        .containsExactly("FJI AGREE TON");
  }
}
