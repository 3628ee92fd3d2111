package org.entente.analysis.forecast.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.entente.analysis.forecast.history.History;
import org.entente.model.Quad;
import org.junit.jupiter.api.Test;

class QuestionModelTest {
  /** Dyads whose quarrels come in bursts; X and Y are busy, but never with each other. */
  private static History bursts(int days) {
    History.Builder builder = new History.Builder();
    Random random = new Random(5);
    for (int d = 0; d < 30; d++) {
      boolean hot = false;
      for (int day = 0; day < days; day++) {
        hot = hot ? random.nextDouble() < .93 : random.nextDouble() < .02;
        LocalDate date = LocalDate.of(2014, 1, 1).plusDays(day);
        if (random.nextDouble() < (hot ? .5 : .01)) {
          builder.add(date, "A" + d, "ASSAULT", "B" + d, null);
        }
        if (random.nextDouble() < .2) {
          builder.add(date, "A" + d, "CONSULT", "B" + (d + 1) % 30, null);
        }
      }
    }
    return builder.build();
  }

  @Test
  void beatsTheDyadsOwnFrequencyWhereEventsCluster() {
    History history = bursts(400);
    List<Case> cases = QuestionModel.train(history, 300, 7, 60, 1).test(history, 300, 400);
    Reliability conflict =
        Reliability.of(cases.stream().filter(c -> c.quad() == Quad.MATERIAL_CONFLICT).toList());
    assertThat(conflict.skill()).isGreaterThan(.2);
    assertThat(conflict.error()).isLessThan(.06);
    Skill skill = Skill.of(cases, 1);
    assertThat(skill.value()).isBetween(skill.low(), skill.high());
  }

  @Test
  void saysThatADyadWasNeverSeenAndWidensTheInterval() {
    History history = bursts(300);
    QuestionModel model = QuestionModel.train(history, 300, 7, 60, 1);
    Answer known =
        model.ask(history, history.actor("A3"), history.actor("B3"), Quad.MATERIAL_CONFLICT, 300);
    Answer cold =
        model.ask(history, history.actor("A3"), history.actor("B17"), Quad.MATERIAL_CONFLICT, 300);
    assertThat(known.basis()).isEqualTo(Answer.Basis.DYAD);
    assertThat(known.acts()).isPositive();
    assertThat(known.probability()).isBetween(known.low(), known.high());
    assertThat(cold.basis()).isEqualTo(Answer.Basis.ACTORS);
    assertThat(cold.own()).isNaN();
    assertThat(cold.acts()).isZero();
    assertThat(odds(cold.high()) - odds(cold.low()))
        .isGreaterThan(odds(known.high()) - odds(known.low()));
    assertThat(cold.probability()).isLessThan(known.probability());
  }

  /** Two regions of twenty states, where new pairs form within a region ten times as often. */
  private static History regions(int days) {
    History.Builder builder = new History.Builder();
    Random random = new Random(7);
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < 4; i++) {
        int source = random.nextInt(40);
        boolean near = random.nextDouble() < .91;
        int target = random.nextInt(20) + (near == source < 20 ? 0 : 20);
        if (source != target) {
          builder.add(
              LocalDate.of(2014, 1, 1).plusDays(day), "S" + source, "CONSULT", "S" + target, null);
        }
      }
    }
    return builder.build();
  }

  private static Origin half(String actor) {
    int number = Integer.parseInt(actor.substring(1));
    return new Origin(actor, number < 20 ? "North" : "South", Origin.STATE);
  }

  @Test
  void dyadsNeverSeenAreAnsweredFromTheirRegions() {
    History history = regions(200);
    QuestionModel model = QuestionModel.train(history, 200, 30, 60, 1, QuestionModelTest::half);
    Answer near = null;
    Answer far = null;
    for (int target = 1; target < 40; target++) {
      Answer answer =
          model.ask(
              history,
              history.actor("S0"),
              history.actor("S" + target),
              Quad.VERBAL_COOPERATION,
              200);
      if (answer.basis() != Answer.Basis.DYAD && target < 20) {
        near = answer;
      } else if (answer.basis() != Answer.Basis.DYAD) {
        far = answer;
      }
    }
    assertThat(far.basis()).isEqualTo(Answer.Basis.REGION);
    assertThat(far.steps().get(1).group()).isEqualTo("North → South (state → state)");
    assertThat(far.steps().get(1).ratio()).isLessThan(.5);
    assertThat(near.steps().get(1).ratio()).isGreaterThan(1.2);
    assertThat(near.steps().get(1).acts()).isGreaterThan(far.steps().get(1).acts());
    assertThat(far.probability()).isLessThan(near.probability());
    assertThat(far.unseen()).isPositive();
    Trial trial = model.trial(history, far).orElseThrow();
    assertThat(trial.reliability().log()).isPositive();
    assertThat(
            UnseenModel.train(history, 150, 30, 1, QuestionModelTest::half)
                .test(history, 150, 200, 1))
        .isEqualTo(
            UnseenModel.train(
                    history.before(history.date(150)), 150, 30, 1, QuestionModelTest::half)
                .test(history, 150, 200, 1));
  }

  private static double odds(double p) {
    return Math.log(p / (1 - p));
  }

  @Test
  void windowsDoNotLookAhead() {
    History history = bursts(300);
    QuestionModel whole = QuestionModel.train(history, 200, 7, 60, 1);
    QuestionModel cut = QuestionModel.train(history.before(history.date(200)), 200, 7, 60, 1);
    int source = history.actor("A1");
    int target = history.actor("B1");
    assertThat(whole.ask(history, source, target, Quad.MATERIAL_CONFLICT, 200))
        .isEqualTo(cut.ask(history, source, target, Quad.MATERIAL_CONFLICT, 200));
    assertThat(whole.trial(Quad.MATERIAL_CONFLICT))
        .isPresent()
        .isEqualTo(cut.trial(Quad.MATERIAL_CONFLICT));
  }

  @Test
  void saysHowGoodSuchAnswersWere() {
    History history = bursts(400);
    QuestionModel model = QuestionModel.train(history, 400, 7, 60, 1);
    Trial trial = model.trial(Quad.MATERIAL_CONFLICT).orElseThrow();
    assertThat(trial.first()).isEqualTo(history.date(220));
    assertThat(trial.last()).isEqualTo(history.date(393));
    assertThat(trial.dyads()).isEqualTo(60);
    assertThat(trial.reliability().cases()).isEqualTo(60 * 58);
    assertThat(trial.skill().value()).isGreaterThan(.2);
    assertThat(trial.reliability().error()).isLessThan(.05);
    assertThat(trial.reliability().bins())
        .allMatch(bin -> bin.low() <= bin.happened() && bin.happened() <= bin.high());
    assertThat(QuestionModel.train(history, 130, 7, 60, 1).trial(Quad.MATERIAL_CONFLICT)).isEmpty();
  }

  @Test
  void tooShortAHistoryAndForeignTypesAreTold() {
    History history = bursts(60);
    assertThatThrownBy(() -> QuestionModel.train(history, 60, 7, 60, 1))
        .hasMessageContaining("too short a history");
    History foreign =
        new History.Builder().add(LocalDate.of(2015, 1, 1), "A", "Consult", "B", null).build();
    assertThatThrownBy(() -> QuestionModel.train(foreign, 1, 7, 60, 1))
        .hasMessageContaining("'Consult' is none of PLOVER's");
  }

  @Test
  void reliabilityOfKnownCases() {
    List<Case> cases =
        List.of(
            new Case(0, 0, 1, Quad.VERBAL_CONFLICT, .8, .5, true),
            new Case(1, 0, 1, Quad.VERBAL_CONFLICT, .2, .5, false));
    Reliability found = Reliability.of(cases);
    assertThat(found.brier()).isCloseTo(.04, within(1e-12));
    assertThat(found.reference()).isCloseTo(.25, within(1e-12));
    assertThat(found.skill()).isCloseTo(.84, within(1e-12));
    assertThat(found.error()).isCloseTo(.2, within(1e-12));
    assertThat(found.log()).isCloseTo(-Math.log(.8), within(1e-12));
    assertThat(Reliability.of(List.of()).cases()).isZero();
    // one case of one dyad: Wilson's interval of 1 of 1
    assertThat(found.bins().get(1).low()).isCloseTo(.2065, within(1e-4));
    assertThat(found.bins().get(1).high()).isEqualTo(1);
  }
}
