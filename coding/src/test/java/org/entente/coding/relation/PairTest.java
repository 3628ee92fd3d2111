package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.model.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two actors of a text, by marks and by their words. */
class PairTest {
  private static String words(Pair pair, Span span) {
    return span == null ? "-" : pair.text().substring(span.start(), span.end());
  }

  @DisplayName("marks")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          <s>Togo</s> thanked <t>Ghana</t>. | Togo thanked Ghana. | Togo | Ghana
          <t>Ghana</t> was thanked by <s>Togo</s>. | Ghana was thanked by Togo. | Togo | Ghana
          <s>Togo</s> thanked everyone. | Togo thanked everyone. | Togo | -
          <t>Ghana</t> was thanked. | Ghana was thanked. | - | Ghana
          Ghana was thanked. | Ghana was thanked. | - | -
          <s>The <t>Ghanaian</t> army</s> fired. | The Ghanaian army fired. | The Ghanaian army | Ghanaian
          <t>The <s>Ghanaian</t> army</s> fired. | The Ghanaian army fired. | Ghanaian army | The Ghanaian
          <s>He</s> and <s>she</s> left <t>Mali</t> and <t>Niger</t>. | He and she left Mali and Niger. | He | Mali
          <s>Togo</s><t>Ghana</t> | TogoGhana | Togo | Ghana
          x < y and <b>Togo</b> <S>Mali</S> | x < y and <b>Togo</b> <S>Mali</S> | - | -
          """)
  void marks(String marked, String text, String source, String target) {
    Pair pair = Pair.marked(marked);
    assertThat(pair.text()).isEqualTo(text);
    assertThat(words(pair, pair.source())).isEqualTo(source);
    assertThat(words(pair, pair.target())).isEqualTo(target);
  }

  @DisplayName("bad marks are named")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <s>The <s>army</s></s> fired. | <s> stands twice
          <t>Togo <t>fired. | <t> stands twice
          Togo</s> fired. | </s> was not opened
          <s>Togo</s></s> fired. | </s> was not opened
          <s>Togo</t> fired. | </t> was not opened
          <s>Togo fired. | </s> is missing
          <s>Togo</s> fired at <t>Mali. | </t> is missing
          <s></s> fired. | nothing stands before </s>
          <s>Togo</s> fired at <t></t>. | nothing stands before </t>
          <s><t></s></t> fired. | nothing stands before </s>
          """)
  void badMarks(String marked, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pair.marked(marked))
        .withMessageContaining(message);
  }

  @DisplayName("words of the two")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Oman met Romania. | Oman | Romania | 0-4 | 9-16
          Romania met Oman. | Oman | Romania | 12-16 | 0-7
          Nigerians left Niger for Mali. | Niger | Mali | 15-20 | 25-29
          the us army told us | us | army | 4-6 | 7-11
          TOGO THANKED GHANA | Togo | ghana | 0-4 | 13-18
          They told mali that Mali erred. | Mali | They | 20-24 | 0-4
          Chad and the Chad army fought. | Chad | Chad army | 0-4 | 13-22
          The Chad army fought Chad. | Chad | The Chad army | 21-25 | 0-13
          The Chad army fought Chad. | The Chad army | Chad | 0-13 | 21-25
          Sudan fought Sudan. | Sudan | Sudan | 0-5 | 13-18
          Egypt sent aid. | Egypt | a recipient | 0-5 | -
          Aid was sent. | a donor | a recipient | - | -
          Guinea-Bissau's army left. | Guinea-Bissau | army | 0-13 | 16-20
          (Togo) left. | (Togo) | left | 0-6 | 7-11
          """)
  void ofWords(String text, String source, String target, String from, String to) {
    Pair pair = Pair.of(text, source, target);
    assertThat(pair.text()).isEqualTo(text);
    assertThat(place(pair.source())).as("source").isEqualTo(from);
    assertThat(place(pair.target())).as("target").isEqualTo(to);
  }

  private static String place(Span span) {
    return span == null ? "-" : span.start() + "-" + span.end();
  }

  @Test
  @DisplayName("no words, blank words and blanks around words")
  void blankWords() {
    assertThat(Pair.of("Togo left.", null, "").source()).isNull();
    assertThat(Pair.of("Togo left.", null, "").target()).isNull();
    assertThat(Pair.of("Togo left.", " \t", " Togo ").target()).isEqualTo(new Span(0, 4));
  }

  @Test
  @DisplayName("a source that stands only within the target leaves no second actor")
  void onlyWithin() {
    Pair pair = Pair.of("The Chad army left.", "Chad", "The Chad army");
    assertThat(pair.source()).isEqualTo(new Span(4, 8));
    assertThat(pair.target()).isNull();
  }

  @Test
  @DisplayName("letters whose small form is longer do not shift the places")
  void longerSmallLetters() {
    Pair pair = Pair.of("İzmir and Togo met.", "İzmir", "Togo");
    assertThat(words(pair, pair.source())).isEqualTo("İzmir");
    assertThat(words(pair, pair.target())).isEqualTo("Togo");
  }

  @Test
  void reversed() {
    Pair pair = Pair.marked("<s>Togo</s> thanked <t>Ghana</t>.");
    assertThat(pair.reversed().source()).isEqualTo(pair.target());
    assertThat(pair.reversed().reversed()).isEqualTo(pair);
  }

  private static final Arbitrary<String> PIECES =
      Arbitraries.of(
              "Togo",
              "the",
              "Malian",
              "army",
              " ",
              ", ",
              ".",
              "İ",
              "é",
              "\uD83D\uDE00",
              "<b>",
              "st")
          .list()
          .ofMaxSize(8)
          .map(list -> String.join("", list));

  record Marked(String before, String source, String between, String target, String after) {
    String text() {
      return before + source + between + target + after;
    }
  }

  @Provide
  Arbitrary<Marked> sentences() {
    Arbitrary<String> actors = PIECES.filter(words -> !words.isEmpty());
    return Combinators.combine(PIECES, actors, PIECES, actors, PIECES).as(Marked::new);
  }

  @Property(tries = 500)
  void marksGiveBackTheMarkedWords(@ForAll("sentences") Marked wanted, @ForAll boolean reversed) {
    String first = reversed ? "t" : "s";
    String second = reversed ? "s" : "t";
    Pair pair =
        Pair.marked(
            String.format(
                "%s<%s>%s</%s>%s<%s>%s</%s>%s",
                wanted.before,
                first,
                wanted.source,
                first,
                wanted.between,
                second,
                wanted.target,
                second,
                wanted.after));
    Pair forward = reversed ? pair.reversed() : pair;
    assertThat(pair.text()).isEqualTo(wanted.text());
    assertThat(words(forward, forward.source())).isEqualTo(wanted.source);
    assertThat(words(forward, forward.target())).isEqualTo(wanted.target);
    assertThat(forward.source().end()).isLessThanOrEqualTo(forward.target().start());
  }

  @Property(tries = 500)
  void wordsAreFoundWholeAndApart(@ForAll("sentences") Marked wanted) {
    Pair pair = Pair.of(wanted.text(), wanted.source, wanted.target);
    for (Span span : new Span[] {pair.source(), pair.target()}) {
      if (span == null) {
        continue;
      }
      String words = words(pair, span);
      String given = span == pair.source() ? wanted.source : wanted.target;
      assertThat(words).isEqualToIgnoringCase(given.strip());
      assertThat(edge(wanted.text(), span.start() - 1)).isFalse();
      assertThat(edge(wanted.text(), span.end())).isFalse();
    }
    if (pair.source() != null && pair.target() != null) {
      assertThat(
              pair.source().end() <= pair.target().start()
                  || pair.target().end() <= pair.source().start())
          .isTrue();
    }
  }

  private static boolean edge(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
