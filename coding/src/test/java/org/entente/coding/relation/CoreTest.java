package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a sentence between two actors. */
class CoreTest {
  private static final int MOST = 44;

  private static Core core(String marked) {
    return Core.of(Placed.of(Pair.marked(marked), EnglishParser.shared()));
  }

  private static final String REVIEWED =
      """
      <s>Oman</s> shelled <t>Houthi positions</t> at dawn. | [s] shelled [t] positions at dawn
      <t>Two Nepalese porters</t> were kidnapped by <s>Maoist rebels</s> near the pass. | [t] porters were kidnapped by [s] rebels
      <s>Tonga</s> may recall its envoy from <t>Fiji</t>. | [s] may recall envoy from [t]
      <s>Slovakia</s> will not lift the sanctions on <t>Belarus</t>. | [s] will not lift sanctions on [t]
      <s>Bhutan</s> has promised to open its border to <t>India</t>. | [s] has promised to open border to [t]
      <s>Qatar</s> refused to hand the general over to <t>Kuwait</t>. | [s] refused to hand general over to [t]
      The abduction of <t>a Dutch nurse</t> by <s>pirates</s> alarmed The Hague. | abduction of [t] nurse by [s] pirates alarmed hague
      <s>Hezbollah's</s> raid on <t>an Israeli outpost</t> killed three soldiers. | [s] raid on [t] outpost killed three soldiers
      Talks between <s>Nepal</s> and <t>Bhutan</t> resumed in Delhi. | talks between [s] [t] resumed in delhi
      <s>Gabon</s> asked <t>Cameroon</t> to return the stolen boats. | [s] asked [t] to return stolen boats
      <s>The senate</s> approved a new tax. | [s] senate approved new tax
      <t>Haiti</t>'s consulate was stormed. | [t] consulate was stormed
      Police arrested two men. | police arrested two men
      <s>Jamaica</s> said that it would stop buying oil from <t>Venezuela</t>, an official told reporters. | [s] said that would stop buying oil from [t]
      <s>Malta</s>, which had closed its port, thanked <t>Sicily</t> for its patience. | [s] thanked [t] for patience
      """;

  @DisplayName("passives, modality, nouns, controlled verbs, one actor, none, asides")
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = REVIEWED)
  void reviewed(String marked, String text) {
    assertThat(core(marked).text()).isEqualTo(text);
  }

  private static final String LONG =
      "<s>Rebels</s> in the north, after months of talks that were led by the African Union and"
          + " supported by several neighbours, among them Kenya, Uganda, Ethiopia and Sudan, finally"
          + " agreed in a statement read out by their spokesman on Friday in the capital to hand over"
          + " all their heavy weapons, vehicles, ammunition, prisoners, documents and remaining posts"
          + " in the towns along the river to <t>the army</t> within ninety days of the signing of a"
          + " final accord.";

  @Test
  @DisplayName("a long sentence: its verbs and the two stay, lists and asides go")
  void longSentence() {
    Core core = core(LONG);
    assertThat(core.words()).hasSizeLessThan(35);
    assertThat(core.text())
        .startsWith("[s] rebels")
        .contains("agreed", "to hand over", "[t] army")
        .doesNotContain("led", "uganda", "documents");
  }

  @Test
  @DisplayName("the way goes from source to target, the verbs outwards")
  void wayAndVerbs() {
    Core core = core("<s>Bhutan</s> has promised to open its border to <t>India</t>.");
    assertThat(core.path())
        .extracting(Token::text)
        .startsWith("Bhutan", "promised")
        .endsWith("India");
    assertThat(core.verbs()).extracting(Token::lemma).contains("promise", "open");
    Core back = core("<t>Bhutan</t> has promised to open its border to <s>India</s>.");
    List<Token> reversed = new ArrayList<>(back.path());
    Collections.reverse(reversed);
    assertThat(reversed).extracting(Token::text).isEqualTo(texts(core.path()));
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().map(Token::text).toList();
  }

  private static final List<String> LABELS =
      List.of(
          "nsubj",
          "nsubjpass",
          "dobj",
          "dative",
          "prep",
          "pobj",
          "pcomp",
          "xcomp",
          "ccomp",
          "advcl",
          "conj",
          "cc",
          "aux",
          "neg",
          "advmod",
          "amod",
          "compound",
          "det",
          "poss",
          "agent",
          "relcl");
  private static final List<String> TAGS =
      List.of("NN", "NNS", "NNP", "VB", "VBD", "VBG", "IN", "TO", "JJ", "RB", "CD", "DT", "POS");

  /** A tree of any shape, its nouns no names. */
  private static Placed tree(int size, Random random, boolean chain) {
    List<Token> tokens = new ArrayList<>();
    int root = chain ? 0 : random.nextInt(size);
    int[] heads = new int[size];
    List<Integer> placed = new ArrayList<>(List.of(root));
    heads[root] = -1;
    for (int i = 0; i < size; i++) {
      if (i != root) {
        heads[i] = chain ? i - 1 : placed.get(random.nextInt(placed.size()));
        placed.add(i);
      }
    }
    for (int i = 0; i < size; i++) {
      String tag = TAGS.get(random.nextInt(TAGS.size()));
      String label = i == root ? "root" : LABELS.get(random.nextInt(LABELS.size()));
      String word = tag.equals("POS") ? "'s" : tag.toLowerCase() + i;
      tokens.add(new Token(i, word, word, tag, heads[i], label, new Span(i * 10, i * 10 + 9)));
    }
    Sentence sentence = new Sentence(0, tokens);
    Token source = random.nextInt(8) == 0 ? null : tokens.get(random.nextInt(size));
    Token target = random.nextInt(8) == 0 ? null : tokens.get(random.nextInt(size));
    if (target == source) {
      target = null;
    }
    return new Placed(sentence, source, target, list(source), list(target));
  }

  private static List<Token> list(Token token) {
    return token == null ? List.of() : List.of(token);
  }

  @Property(tries = 500)
  void boundedInOrderAndMarkedOnce(
      @ForAll @IntRange(min = 1, max = 120) int size, @ForAll long seed, @ForAll boolean chain) {
    Placed placed = tree(size, new Random(seed), chain);
    Core core = Core.of(placed);
    assertThat(core.words()).hasSizeLessThanOrEqualTo(MOST);
    assertThat(core.words()).extracting(Token::index).isSorted().doesNotHaveDuplicates();
    assertThat(core.text().split("\\[s]", -1).length).isLessThanOrEqualTo(2);
    assertThat(core.text().split("\\[t]", -1).length).isLessThanOrEqualTo(2);
    assertThat(core.text()).isEqualTo(Core.of(placed).text());
    assertThat(core.verbs()).allMatch(Token::isVerb).doesNotHaveDuplicates();
    if (placed.pair()) {
      assertThat(core.path().get(0)).isEqualTo(placed.source());
      assertThat(core.path().get(core.path().size() - 1)).isEqualTo(placed.target());
      for (int i = 1; i < core.path().size(); i++) {
        Token one = core.path().get(i - 1);
        Token next = core.path().get(i);
        assertThat(one.head() == next.index() || next.head() == one.index()).isTrue();
      }
    }
  }
}
