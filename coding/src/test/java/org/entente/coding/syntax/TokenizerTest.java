package org.entente.coding.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  private static List<String> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(PlainText.of(text));
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < tokenizer.count(); i++) {
      tokens.add(tokenizer.form(i));
    }
    return tokens;
  }

  private static List<String> sentences(String text) {
    String plain = PlainText.of(text);
    Tokenizer tokenizer = new Tokenizer(plain);
    Sentences ends = new Sentences(tokenizer);
    List<String> sentences = new ArrayList<>();
    for (int from = 0; from < tokenizer.count(); ) {
      int end = ends.end(from);
      sentences.add(plain.substring(tokenizer.start(from), tokenizer.end(end - 1)));
      from = end;
    }
    return sentences;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "“We will fight,” he said.         # \" We will fight , \" he said .",
        "‘We will fight,’ he said.         # ' We will fight , ' he said .",
        "«Non», dit-il                     # \" Non \" , dit - il",
        "The war – or peace – goes on      # The war – or peace – goes on",
        "peace—or war                      # peace — or war",
        "war--or peace                     # war -- or peace",
        "The U.N. and the E.U. met         # The U.N. and the E.U. met",
        "President al-Sisi spoke           # President al - Sisi spoke",
        "Isis's and Isis’s and the Kurds'  # Isis 's and Isis 's and the Kurds '",
        "1,700 fighters                    # 1,700 fighters",
        "1,23 and 4,5678                   # 1 , 23 and 4 , 5678",
        "$10bn of arms                     # $ 10bn of arms",
        "US$10 and €5m and £3.50           # US$ 10 and € 5m and £ 3.50",
        "50% of EUR20                      # 50 % of EUR 20",
        "see https://un.org/a?b=1.         # see https://un.org/a?b=1 .",
        "write to press@un.org, please     # write to press@un.org , please",
        "www.un.org/en) says               # www.un.org/en ) says",
        "Well ... no… yes                  # Well ... no … yes",
        "What?! No!                        # What ?! No !",
        "Gen. Haftar and Mr. Obama         # Gen. Haftar and Mr. Obama",
        "Don't, can't, cannot, won't       # Do n't , ca n't , can not , wo n't",
        "he'd they've I'm we'll you're     # he 'd they 've I 'm we 'll you 're",
        "the '90s and 1990s                # the '90s and 1990s",
        "pro-Russian ex-minister           # pro-Russian ex-minister",
        "anti-ISIS and government-backed   # anti-ISIS and government - backed",
        "an F-16 and a MiG-29              # an F-16 and a MiG-29",
        "the 2014-15 budget                # the 2014 - 15 budget",
        "AT&T and R&D                      # AT&T and R&D",
        "and/or 24/7                       # and / or 24/7",
        "(the army) [sic]                  # ( the army ) [ sic ]",
        "No. 5 is No.                      # No. 5 is No .",
        "5km and 10pm                      # 5 km and 10 pm",
        "the 31st and 21st                 # the 31st and 21st",
        "a -5 and +3                       # a -5 and +3",
      })
  void newsAsItIs(String text, String expected) {
    assertThat(String.join(" ", tokens(text))).isEqualTo(expected);
  }

  @Test
  void sentencesEndAtMarks() {
    assertThat(sentences("Egypt bombed Derna. “We will go on,” he said. Really?! Yes."))
        .containsExactly("Egypt bombed Derna.", "\"We will go on,\" he said.", "Really?!", "Yes.");
    assertThat(sentences("He said: \"We will go on.\" She left."))
        .containsExactly("He said: \"We will go on.\"", "She left.");
    assertThat(sentences("Troops left (they say.) Nobody knows."))
        .containsExactly("Troops left (they say.)", "Nobody knows.");
  }

  @Test
  void abbreviationsEndSentencesOnlyWhereTheNextBegins() {
    assertThat(sentences("He lives in the U.S. He said so."))
        .containsExactly("He lives in the U.S.", "He said so.");
    assertThat(sentences("The U.S. President met Gen. Haftar and Mr. Obama."))
        .containsExactly("The U.S. President met Gen. Haftar and Mr. Obama.");
    assertThat(sentences("It was built by Acme Corp. The army bought it at 5 p.m. on Monday."))
        .containsExactly("It was built by Acme Corp.", "The army bought it at 5 p.m. on Monday.");
    assertThat(sentences("He spoke on state TV. The YPG. Turkey."))
        .containsExactly("He spoke on state TV.", "The YPG.", "Turkey.");
    assertThat(sentences("He left at 5. They stayed."))
        .containsExactly("He left at 5.", "They stayed.");
  }

  @Test
  void tagsAndNamesOfNetworks() {
    assertThat(tokens("#Syria @un #1")).containsExactly("#Syria", "@un", "#", "1");
  }

  @Test
  void headlinesInCapitals() {
    assertThat(tokens("EGYPT'S ARMY BOMBS ISIS, SAYS U.N."))
        .containsExactly("EGYPT", "'S", "ARMY", "BOMBS", "ISIS", ",", "SAYS", "U.N.");
  }

  @Property
  void tokensCoverTheTextInOrder(@ForAll String text) {
    String plain = PlainText.of(text);
    Tokenizer tokenizer = new Tokenizer(plain);
    int at = 0;
    for (int i = 0; i < tokenizer.count(); i++) {
      assertThat(tokenizer.start(i)).isGreaterThanOrEqualTo(at);
      assertThat(plain.substring(at, tokenizer.start(i)).chars())
          .allMatch(c -> Chars.space((char) (int) c));
      assertThat(tokenizer.end(i)).isGreaterThan(tokenizer.start(i));
      at = tokenizer.end(i);
    }
    assertThat(plain.substring(at).chars()).allMatch(c -> Chars.space((char) (int) c));
  }
}
