package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.entente.coding.relation.Calibration.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  private static List<Answer> drawn(Calibration curve, int count) {
    Random random = new Random(7);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double p = 0.02 + 0.96 * random.nextDouble();
      answers.add(new Answer(p, random.nextDouble() < curve.of(p)));
    }
    return answers;
  }

  @DisplayName("a known curve is found again")
  @ParameterizedTest
  @CsvSource({"1, 0", "0.6, 0.4", "1.8, -0.7", "0.45, 1.4"})
  void recovered(double slope, double shift) {
    Calibration fitted = Calibration.fit(drawn(new Calibration(slope, shift), 20_000));
    assertThat(fitted.slope()).isCloseTo(slope, within(0.08));
    assertThat(fitted.shift()).isCloseTo(shift, within(0.08));
  }

  @Test
  @DisplayName("without answers nothing is changed")
  void noAnswers() {
    Calibration fitted = Calibration.fit(List.of());
    assertThat(fitted.slope()).isCloseTo(1, within(1e-9));
    assertThat(fitted.shift()).isCloseTo(0, within(1e-9));
  }

  @Test
  @DisplayName("no curve gives back what it is given, inside its edges")
  void none() {
    assertThat(Calibration.NONE.of(0.3)).isCloseTo(0.3, within(1e-9));
    assertThat(Calibration.NONE.of(0)).isBetween(0.0, 0.001);
    assertThat(Calibration.NONE.of(1)).isBetween(0.999, 1.0);
  }

  @Test
  @DisplayName("answers that are all right, or all wrong, still give a curve")
  void allAlike() {
    for (boolean right : new boolean[] {true, false}) {
      List<Answer> answers = new ArrayList<>();
      drawn(Calibration.NONE, 200).forEach(a -> answers.add(new Answer(a.probability(), right)));
      Calibration fitted = Calibration.fit(answers);
      assertThat(fitted.of(0.5)).isFinite();
      assertThat(fitted.of(0.5) > 0.5).isEqualTo(right);
    }
  }

  @Property(tries = 200)
  void oneCurveAfterAnother(
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double p,
      @ForAll @DoubleRange(min = 0.2, max = 1.5) double slope,
      @ForAll @DoubleRange(min = -1, max = 1) double shift) {
    Calibration first = new Calibration(slope, shift);
    Calibration next = new Calibration(1.7 - slope, 0.3);
    assertThat(first.then(next).of(p)).isCloseTo(next.of(first.of(p)), within(1e-6));
    assertThat(first.then(Calibration.NONE)).isEqualTo(first);
    assertThat(Calibration.NONE.then(first)).isEqualTo(first);
  }

  @Property(tries = 200)
  void rises(
      @ForAll @DoubleRange(min = 0, max = 1) double a,
      @ForAll @DoubleRange(min = 0, max = 1) double b,
      @ForAll @DoubleRange(min = 0.05, max = 3) double slope,
      @ForAll @DoubleRange(min = -3, max = 3) double shift) {
    Calibration curve = new Calibration(slope, shift);
    assertThat(curve.of(a)).isBetween(0.0, 1.0);
    assertThat(curve.of(Math.min(a, b))).isLessThanOrEqualTo(curve.of(Math.max(a, b)));
  }
}
