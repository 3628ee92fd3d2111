package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.entente.coding.Read;
import org.entente.coding.syntax.EnglishParser;
import org.entente.knowledge.Knowledge;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one given actor does to another. */
class RelationsTest {
  private static Relation relate(String marked) {
    return relate(marked, Convention.PLOVER);
  }

  private static Relation relate(String marked, Convention convention) {
    return Read.coder().relate(Pair.marked(marked), convention);
  }

  private static final String CLEAR =
      """
      <s>Bhutan</s> has promised to open its border to <t>India</t>. | AGREE | ACTUAL | 031
      <s>Nepal's prime minister</s> visited <t>Bhutan</t>. | CONSULT | ACTUAL | 042
      <s>Paraguay</s> praised <t>Uruguay</t>. | SUPPORT | ACTUAL | 051
      <s>Panama</s> lifted its embargo on <t>Cuba</t>. | CONCEDE | ACTUAL | 085
      <s>Denmark</s> and <t>Sweden</t> held a joint exercise. | COOPERATE | ACTUAL | 062
      <s>Ecuador</s> sent blankets and medicine to <t>Haiti</t>. | AID | ACTUAL | 073
      <s>Latvia</s> withdrew its soldiers from <t>Mali</t>. | RETREAT | ACTUAL | 0874
      <s>Oman</s> urged <t>Yemen</t> to free the sailors. | REQUEST | ACTUAL | 0253
      <s>Laos</s> accused <t>Thailand</t> of moving boundary stones. | ACCUSE | ACTUAL | 112
      <s>Angola</s> rejected a proposal by <t>Namibia</t>. | REJECT | ACTUAL | 120
      <s>Eritrea</s> threatened to attack <t>Djibouti</t>. | THREATEN | ACTUAL | 138
      <s>Thousands</s> demonstrated against <t>the Fijian government</t>. | PROTEST | ACTUAL | 141
      <s>Malawi</s> expelled <t>the Zambian envoy</t>. | SANCTION | ACTUAL | 161
      <s>Finland</s> put its army on alert on the border with <t>Russia</t>. | MOBILIZE | ACTUAL | 152
      <s>A Ghanaian court</s> convicted <t>a Togolese smuggler</t>. | COERCE | ACTUAL | 170
      <t>Two Nepalese porters</t> were kidnapped by <s>Maoist rebels</s> near the pass. | ASSAULT | ACTUAL | 181
      <s>Chad</s> did not attack <t>Niger</t>. | ASSAULT | DENIED | 190
      <s>Chad</s> may attack <t>Niger</t>. | ASSAULT | POSSIBLE | 190
      <s>Chad</s> plans to attack <t>Niger</t>. | THREATEN | ACTUAL | 138
      <s>Slovakia</s> will not lift the sanctions on <t>Belarus</t>. | REJECT | ACTUAL | 124
      """;

  @DisplayName("every type, with status and CAMEO code")
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = CLEAR)
  void clear(String marked, EventType type, Status status, String cameo) {
    Relation relation = relate(marked);
    assertThat(relation.type()).isEqualTo(type);
    assertThat(relation.status()).isEqualTo(status);
    assertThat(relation.cameo()).isEqualTo(cameo);
    assertThat(relation.confidence()).isBetween(0.5, 1.0);
    assertThat(relation.quad()).isEqualTo(type.quad());
    assertThat(relation.rule()).contains("linear ").doesNotContain("transformer");
    assertThat(relation.because()).first().asString().startsWith("lexicon: ");
  }

  @Test
  @DisplayName("by words of the sentence: the documented example")
  void byWords() {
    Relation relation =
        Read.coder().relate("Egypt bombed ISIS positions in Derna.", "Egypt", "ISIS positions");
    assertThat(relation.type()).isEqualTo(EventType.ASSAULT);
    assertThat(relation.cameo()).isEqualTo("195");
    assertThat(relation.rule()).matches("assault\\.tsv:\\d+ bomb; linear \\d\\.\\d\\d");
  }

  @Test
  @DisplayName("who does it to whom matters")
  void direction() {
    assertThat(relate("<s>Laos</s> accused <t>Thailand</t> of theft.").confidence())
        .isGreaterThan(relate("<t>Laos</t> accused <s>Thailand</s> of theft.").confidence());
  }

  @DisplayName("a target, a source, or both that no word names")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Egypt sent aid. | Egypt | a recipient | AID
          The consulate of Haiti was stormed. | unknown gunmen | The consulate of Haiti | ASSAULT
          Protesters marched through the rain. | x | y | PROTEST
          """)
  void placeholders(String sentence, String source, String target, EventType type) {
    Relation relation = Read.coder().relate(sentence, source, target);
    assertThat(relation.type()).isEqualTo(type);
    assertThat(relation.probabilities()).hasSize(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n"})
  @DisplayName("a blank sentence is an error that says so")
  void blank(String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Read.coder().relate(sentence, "Togo", "Ghana"))
        .withMessageContaining("no words in the sentence");
  }

  @Test
  @DisplayName("CONCEDE and RETREAT are one root")
  void root() {
    assertThat(relate("<s>Panama</s> lifted its embargo on <t>Cuba</t>.").root())
        .isEqualTo("YIELD");
    assertThat(relate("<s>Latvia</s> withdrew its soldiers from <t>Mali</t>.").root())
        .isEqualTo("YIELD");
    for (EventType type : EventType.values()) {
      boolean yields = type == EventType.CONCEDE || type == EventType.RETREAT;
      assertThat(Relation.root(type)).isEqualTo(yields ? "YIELD" : type.name());
    }
  }

  @Test
  @DisplayName("another confidence, all else the same")
  void withConfidence() {
    Relation relation = relate("<s>Paraguay</s> praised <t>Uruguay</t>.");
    Relation other = relation.withConfidence(0.1);
    assertThat(other.confidence()).isEqualTo(0.1);
    assertThat(other.withConfidence(relation.confidence())).isEqualTo(relation);
  }

  @Test
  @DisplayName("the convention of PLV, and that it was followed")
  void conventions() {
    String marked = "<s>Iceland</s> imposed sanctions on <t>Belarus</t>.";
    assertThat(relate(marked).type()).isEqualTo(EventType.SANCTION);
    Relation plv = relate(marked, Convention.PLV);
    assertThat(plv.type()).isEqualTo(EventType.COERCE);
    assertThat(plv.because())
        .last()
        .asString()
        .contains("SANCTION", "is COERCE by this convention");
    assertThat(
            relate("<s>A Ghanaian court</s> convicted <t>a Togolese smuggler</t>.", Convention.PLV))
        .extracting(Relation::type)
        .isEqualTo(EventType.ACCUSE);
  }

  private static final Relations BUNDLED =
      Relations.bundled(Knowledge.bundled(), EnglishParser.shared());

  @Test
  @DisplayName("what is read of a pair: the core, and features that a reader understands")
  void reading() {
    PairReading reading =
        BUNDLED.read(Pair.marked("<s>Fiji's army</s> did not shell <t>Tongan fishermen</t>."));
    assertThat(reading.core()).isEqualTo("[s] army did not shell [t] fishermen");
    assertThat(reading.features())
        .contains(
            "word shell",
            "words [start] [s]",
            "words do not shell",
            "tagged shell VB",
            "source first",
            "source is army",
            "target dobj of shell",
            "auxiliary do",
            "negated",
            "lexicon status ASSAULT DENIED",
            "lexicon sure ASSAULT",
            "source of sector MIL")
        .doesNotContain("no target", "no source", "lexicon silent")
        .doesNotHaveDuplicates();
    reading = BUNDLED.read(Pair.marked("<s>Tonga</s> zigged."));
    assertThat(reading.features())
        .contains("no target", "lexicon silent")
        .doesNotContain("no source");
  }

  @Test
  @DisplayName("a passive read backwards: the lexicon fired the other way round")
  void reverse() {
    PairReading reading = BUNDLED.read(Pair.marked("<s>Tonga</s> was shelled by <t>Fiji</t>."));
    assertThat(reading.features())
        .contains("lexicon reverse ASSAULT", "source first", "source nsubjpass")
        .doesNotContain("lexicon sure ASSAULT", "lexicon also ASSAULT");
  }

  @Test
  @DisplayName("a label of PLV's annotators as the code book has it")
  void byTheBook() {
    PairReading reading =
        BUNDLED.read(Pair.marked("<s>Iceland</s> imposed sanctions on <t>Belarus</t>."));
    assertThat(reading.byTheBook(EventType.COERCE)).isEqualTo(EventType.SANCTION);
    assertThat(reading.byTheBook(EventType.SANCTION)).isEqualTo(EventType.SANCTION);
    assertThat(reading.byTheBook(EventType.ASSAULT)).isEqualTo(EventType.ASSAULT);
  }

  private static final String PRAISE = "<s>Paraguay</s> praised <t>Uruguay</t>.";

  /** Relations with a transformer that gives these types these logarithms. */
  private static Relation mixed(
      Tier tier, double share, double unsure, Map<EventType, Double> scores) {
    Function<PairReading, double[]> transformer =
        reading -> {
          double[] found = new double[16];
          Arrays.fill(found, -50);
          scores.forEach((type, p) -> found[type.ordinal()] = Math.log(p));
          return found;
        };
    Settings settings =
        new Settings(
            share,
            unsure,
            Map.of(Tier.FAST, Calibration.NONE, Tier.DEEP, new Calibration(0.5, 0)),
            Settings.plain(share, unsure).events());
    return BUNDLED
        .with(LinearModel.bundled(), transformer, settings)
        .relate(Pair.marked(PRAISE), tier, Convention.PLOVER);
  }

  private static final Map<EventType, Double> CERTAIN = Map.of(EventType.PROTEST, 1.0);

  @Test
  @DisplayName("the transformer has its share where the linear model is unsure")
  void share() {
    Relation deep = mixed(Tier.DEEP, 0.75, 2, CERTAIN);
    assertThat(deep.type()).isEqualTo(EventType.PROTEST);
    assertThat(deep.second()).isEqualTo(EventType.SUPPORT);
    assertThat(deep.probabilities().get(EventType.PROTEST.ordinal())).isBetween(0.75, 0.999);
    assertThat(deep.rule()).contains("transformer 1.00 (share 0.75)");
    assertThat(deep.because())
        .anyMatch(line -> line.startsWith("transformer:") && line.contains("'[s] praised [t]'"));
    assertThat(mixed(Tier.DEEP, 0.25, 2, CERTAIN).type()).isEqualTo(EventType.SUPPORT);
  }

  @Test
  @DisplayName("it is not asked where the linear model is sure, and never in the fast tier")
  void notAsked() {
    Relation fast = mixed(Tier.FAST, 1, 2, CERTAIN);
    assertThat(fast.type()).isEqualTo(EventType.SUPPORT);
    assertThat(fast.rule()).doesNotContain("transformer");
    Relation sure = mixed(Tier.DEEP, 1, 0, CERTAIN);
    assertThat(sure.probabilities()).isEqualTo(fast.probabilities());
    assertThat(sure.rule()).isEqualTo(fast.rule());
    assertThat(sure.confidence()).as("each tier has its own curve").isLessThan(fast.confidence());
  }

  @Test
  @DisplayName("CONCEDE and RETREAT are weighed together, and the likelier is told")
  void yield() {
    Map<EventType, Double> scores =
        Map.of(
            EventType.CONCEDE, 0.25,
            EventType.RETREAT, 0.35,
            EventType.ASSAULT, 0.3,
            EventType.AID, 0.1);
    Relation relation = mixed(Tier.DEEP, 1, 2, scores);
    assertThat(relation.type()).isEqualTo(EventType.RETREAT);
    assertThat(relation.second()).isEqualTo(EventType.ASSAULT);
    assertThat(relation.confidence()).isCloseTo(new Calibration(0.5, 0).of(0.6), within(1e-3));
    scores = Map.of(EventType.CONCEDE, 0.2, EventType.RETREAT, 0.15, EventType.ASSAULT, 0.65);
    relation = mixed(Tier.DEEP, 1, 2, scores);
    assertThat(relation.type()).isEqualTo(EventType.ASSAULT);
    assertThat(relation.second()).isEqualTo(EventType.CONCEDE);
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of(
        "Oman urged Yemen to free the sailors, who had been held since May.",
        "The abduction of a Dutch nurse by pirates alarmed The Hague.",
        "Talks between Nepal and Bhutan resumed in Delhi.",
        "“We will not leave,” said the rebels’ spokesman; the army shelled them at 4.30 a.m.",
        "BREAKING: Fiji, Tonga sign £2m deal",
        "Chad and Niger fought. Mali wept. Nobody helped.",
        "It was Angola that, in 2009, sheltered the fugitives - all 14 of them - from Congo!");
  }

  @Property(tries = 200)
  void everyPairIsAnswered(
      @ForAll("sentences") String sentence,
      @ForAll @IntRange(min = 0, max = 30) int a,
      @ForAll @IntRange(min = 0, max = 30) int b,
      @ForAll Convention convention) {
    String[] words = sentence.split(" ");
    Pair pair = Pair.of(sentence, words[a % words.length], words[b % words.length]);
    Relation relation = Read.coder().relate(pair, convention);
    assertThat(relation.type()).isNotNull();
    assertThat(relation.status()).isNotNull();
    assertThat(Knowledge.bundled().ontology().cameo(relation.cameo())).isNotNull();
    assertThat(relation.confidence()).isBetween(0.0, 1.0);
    assertThat(Relation.root(relation.second())).isNotEqualTo(relation.root());
    assertThat(relation.rule()).isNotBlank();
    assertThat(relation.because()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(relation.probabilities()).hasSize(16).allMatch(p -> p >= 0 && p <= 1);
    assertThat(relation.probabilities().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(Read.coder().relate(pair, convention)).isEqualTo(relation);
  }
}
