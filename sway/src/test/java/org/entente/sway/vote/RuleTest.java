package org.entente.sway.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "members >= 9 and no veto",
        "members > 50% of voting",
        "members >= 2/3 of voting",
        "(members >= 55% and population >= 65%) or members >= all - 3",
        "votes >= 255 and members > 50% and population >= 620",
        "votes >= 2.5",
        "no objection",
        "a >= 1 and (b >= 2 or c >= 3)"
      })
  void aRuleIsPrintedAsItIsRead(String text) {
    assertThat(Rule.parse(text)).hasToString(text);
    assertThat(Rule.parse(Rule.parse(text).toString())).isEqualTo(Rule.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "members >= | column 11: the end where a number should be",
        "members 9 | column 9: \"9\" where \">=\" or \">\" should be",
        "members >= 9 no veto | column 14: \"no\" where \"and\", \"or\" or the end should be",
        "no vetoes | column 4: \"vetoes\" where \"veto\" or \"objection\" should be",
        "(members >= 9 | column 14: the end where \")\" should be",
        "members >= 120% | column 12: \"120\" where a share of at most 100% should be",
        "members >= 9 of voting | column 12: \"9\" where a share such as 2/3 or 55% before \"of\"",
        "members >= 2/3 of present | column 19: \"present\" where \"voting\" or \"all\" should be",
        "members >= 2/0 | column 14: \"0\" where a number above 0 should be",
        "9 >= members | column 1: \"9\" where the name of a weight"
      })
  void mistakesAreNamedWithTheirColumn(String text, String message) {
    assertThatThrownBy(() -> Rule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule \"" + text + "\"")
        .hasMessageContaining(message);
  }

  private static Body body(String rule, Member... members) {
    return new Body("T", "the test", List.of(members), Rule.parse(rule));
  }

  @Test
  void mistakesOfABodyAreNamed() {
    Member a = Member.of("A", "votes", 2);
    Member b = Member.of("B", "votes", 3);
    Member veto = new Member("V", true);
    assertThatThrownBy(() -> body("members >= 1")).hasMessage("the test has no members");
    assertThatThrownBy(() -> body("members >= 1", a, a))
        .hasMessage("the test lists member A twice");
    assertThatThrownBy(() -> body("votes >= 6", a, b))
        .hasMessage("the test: the rule \"votes >= 6\" is not met even if all members vote yes");
    assertThatThrownBy(() -> body("population >= 6", a, b))
        .hasMessage(
            "the test: the rule asks for population, but member A has no weight of this name, only votes");
    assertThatThrownBy(() -> body("members >= 1 and no veto", a, b))
        .hasMessage("the rule of the test says \"no veto\", but none of its members has one");
    assertThatThrownBy(() -> body("members >= 1", a, veto))
        .hasMessageContaining("V of the test has a veto")
        .hasMessageContaining("add \"and no veto\"");
    assertThatThrownBy(() -> Member.of("A", "votes", -1))
        .hasMessage("weight votes of member A is -1; it must be at least 0");
    assertThatThrownBy(() -> Member.of("A", "members", 1)).hasMessageContaining("counts heads");
    assertThatThrownBy(() -> new Member(" ", false)).hasMessage("a member has no name");
    Member huge = new Member("H", false, Map.of("votes", new BigDecimal("1e30")));
    assertThatThrownBy(() -> body("votes >= 1", huge)).hasMessageContaining("round them");
  }

  @Test
  void sharesOfAllAndOfThoseThatVote() {
    Member[] five = new Member[5];
    for (int i = 0; i < 5; i++) {
      five[i] = new Member("M" + i, false);
    }
    Map<String, Choice> two = Map.of("M0", Choice.YES, "M1", Choice.YES, "M2", Choice.NO);
    assertThat(body("members > 1/2 of voting", five).count(two).passed()).isTrue();
    assertThat(body("members >= 2/3 of voting", five).count(two).passed()).isTrue();
    assertThat(body("members > 2/3 of voting", five).count(two).passed()).isFalse();
    assertThat(body("members > 1/2 of all", five).count(two).passed()).isFalse();
    assertThat(body("members >= 40%", five).count(two).passed()).isTrue();
    assertThat(body("members > 40%", five).count(two).passed()).isFalse();
    assertThat(body("members >= all - 3", five).count(two).passed()).isTrue();
    assertThat(body("members >= all - 2", five).count(two).passed()).isFalse();
    assertThat(body("no objection", five).count(two).passed()).isFalse();
    assertThat(body("no objection", five).count(Map.of("M0", Choice.YES)).passed()).isTrue();
    assertThat(body("no objection", five).count(Map.of()).passed()).isFalse();
  }

  @Test
  void weightsMayHaveDecimals() {
    Member a = new Member("A", false, Map.of("votes", new BigDecimal("0.5")));
    Member b = new Member("B", false, Map.of("votes", new BigDecimal("0.25")));
    Member c = new Member("C", false, Map.of("votes", new BigDecimal("100")));
    Body body = body("votes >= 0.75", a, b, c);
    assertThat(body.count(Map.of("A", Choice.YES, "B", Choice.YES)).passed()).isTrue();
    assertThat(body.count(Map.of("A", Choice.YES)).passed()).isFalse();
    assertThat(body.count(Map.of("C", Choice.YES)).passed()).isTrue();
  }
}
