package org.entente.coding.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "Egypt # Egypt",
        "1,700 # 0",
        "3.5 # 0",
        "-7 # 0",
        "50% # 0",
        "F-16 # F-0",
        "1st # 0st",
        "10:30 # 0",
        "2014/15 # 0",
        "$5 # 0",
        "’s # 's",
        "— # -",
        "“ # \"",
        "!!!!! # !!",
        "--- # --",
        "un.org # !hlink!",
        "report.pdf # !hlink!",
        "http://x # !hlink!",
        "U.S. # U.S.",
        "192.168.10.1 # !hlink!",
        "Ph.D # Ph.D"
      })
  void simplified(String text, String simple) {
    assertThat(Form.simplified(text))
        .isEqualTo(simple.replace('!', simple.contains("hlink") ? '#' : '!'));
  }

  @Test
  void shapes() {
    assertThat(Form.shape("McDonald's")).isEqualTo("AaAaa.a");
    assertThat(Form.shape("F0")).isEqualTo("A1");
    assertThat(Form.shape("ISIS")).isEqualTo("AA");
    assertThat(Form.shape("é-x")).isEqualTo("x.a");
  }
}
