package org.entente.knowledge.petrarch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.entente.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, dates, comments, forms of verbs. */
class PiecesTest {
  private static final Line LINE = new Line("own.txt", 1, "");
  private static final Spelling SPELLING = new Spelling(Knowledge.bundled().agents());

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "RURITANIA_, Ruritania",
    "THE_LOST_TRIBES_, Lost tribes",
    "BANK_OF_RURITANIA, bank of Ruritania",
    "UN_, UN",
    "U.N._, U.N.",
    "QVNT_FIGHTERS_, QVNT fighters",
    "AL-ZENDA_, al-Zenda",
    "PRIME_MINISTER_SAPT_, prime minister Sapt",
    "MR._SAPT, Mr. Sapt",
    "Already_Written, Already Written",
    "D'HENTZAU, D'hentzau",
    "__X__, X"
  })
  void aNameIsWrittenAsNewsDoes(String phrase, String wanted) {
    assertThat(SPELLING.name(phrase)).isEqualTo(wanted);
  }

  @Test
  void aNameIsShownWithCapitals() {
    assertThat(Spelling.title("bank of Ruritania")).isEqualTo("Bank of Ruritania");
    assertThat(Spelling.title("al-Zenda fighters")).isEqualTo("al-Zenda Fighters");
  }

  @Test
  void noNameWithoutALetter() {
    assertThat(SPELLING.name("_-_")).isNull();
    assertThat(SPELLING.name("")).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "RURGOV, RURGOV, , ",
    "RURGOV 940101-991231, RURGOV, 1994-01-01, 1999-12-31",
    "RURGOV 19940101-051231, RURGOV, 1994-01-01, 2005-12-31",
    "RURGOV <300101, RURGOV, , 2030-01-01",
    "RURGOV > 310101, RURGOV, 1931-01-01, ",
    "rurgov, RURGOV, , ",
    "---, , , "
  })
  void aCodeWithDates(String text, String code, String from, String to) throws Exception {
    ActorCode read = ActorCode.of(LINE, text);
    assertThat(read.code()).isEqualTo(code);
    assertThat(read.from()).isEqualTo(from == null ? null : LocalDate.parse(from));
    assertThat(read.to()).isEqualTo(to == null ? null : LocalDate.parse(to));
    assertThat(read.clipped()).isFalse();
  }

  @Test
  void aDayThatTheMonthDoesNotHave() throws Exception {
    ActorCode read = ActorCode.of(LINE, "RURGOV 20100231-20100931");
    assertThat(read.from()).isEqualTo("2010-02-28");
    assertThat(read.to()).isEqualTo("2010-09-30");
    assertThat(read.clipped()).isTrue();
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "RURGOV 2010, neither a code",
    "RURGOV 20101301-20101401, no such day",
    "RURGOV 1234567-20101231, six or eight digits",
    "RURGOV 20110101-20101231, end before they begin",
    "'', neither a code",
    "RUR/GOV, letters and digits only"
  })
  void noCode(String text, String reason) {
    assertThatThrownBy(() -> ActorCode.of(LINE, text))
        .isInstanceOf(ActorCode.NoCode.class)
        .hasMessageContaining(reason);
  }

  @Test
  void commentsOverSeveralLines() {
    Comments comments = new Comments();
    assertThat(comments.without("KEEP <!-- not this --> AND # not that")).isEqualTo("KEEP  AND ");
    assertThat(comments.without("A <!-- from here")).isEqualTo("A ");
    assertThat(comments.without("nothing # at all")).isEmpty();
    assertThat(comments.without("to here --> B ; not this")).isEqualTo(" B ");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "hurry, hurried, true", "hurry, hurries, true", "stop, stopping, true", "race, raced, true",
    "race, racing, true", "march, marches, true", "smite, smote, false", "go, went, false",
    "overrun, overran, false"
  })
  void formsThatFollowTheRules(String verb, String form, boolean regular) {
    assertThat(Words.isRegular(verb, form)).isEqualTo(regular);
  }
}
