package org.entente.analysis.forecast.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.ranking.Workers;
import org.junit.jupiter.api.Test;

class RollOutTest {
  /** A assaults B now and then, and B answers within days. */
  private static History blows() {
    History.Builder builder = new History.Builder();
    Random random = new Random(2);
    for (int day = 0; day < 200; day++) {
      LocalDate date = LocalDate.of(2015, 1, 1).plusDays(day);
      for (int d = 0; d < 5; d++) {
        if (random.nextDouble() < .05) {
          builder.add(date, "A" + d, "ASSAULT", "B" + d, null);
          if (random.nextDouble() < .6) {
            builder.add(date.plusDays(1 + random.nextInt(4)), "B" + d, "ACCUSE", "A" + d, null);
          }
        }
      }
    }
    return builder.build();
  }

  private static Outlook run(List<RollOut.Assumed> assumed, int threads) {
    Excitation model = Excitation.fit(blows(), 200);
    try (Workers workers = new Workers(threads)) {
      return new RollOut(model, 30).run(assumed, 300, 1, 10, workers);
    }
  }

  private static RollOut.Assumed assault() {
    History history = blows();
    return new RollOut.Assumed(
        199, history.actor("A1"), history.types().indexOf("ASSAULT"), history.actor("B1"));
  }

  @Test
  void assumingNothingChangesNothing() {
    Outlook found = run(List.of(), 1);
    assertThat(found.with()).isEqualTo(found.without());
    assertThat(found.carriers()).isEmpty();
    assertThat(found.rows()).isNotEmpty().allMatch(row -> row.difference() == 0);
    assertThat(found.without()).isEqualTo(run(List.of(assault()), 1).without());
  }

  @Test
  void learnsThatAnAccusationFollows() {
    Outlook found = run(List.of(assault()), 1);
    Outlook.Row first = found.rows().get(0);
    assertThat(first.source()).isEqualTo("B1");
    assertThat(first.type()).isEqualTo("ACCUSE");
    assertThat(first.difference()).isGreaterThan(.25);
    assertThat(found.carriers().get(0).pattern()).isEqualTo(Pattern.RETURN);
    assertThat(found.branching()).isLessThan(1);
  }

  @Test
  void threadsDoNotMatter() {
    assertThat(run(List.of(assault()), 2)).isEqualTo(run(List.of(assault()), 1));
  }

  @Test
  void wrongNumbersAreTold() {
    Excitation model = Excitation.fit(blows(), 200);
    assertThatThrownBy(() -> new RollOut(model, 0)).hasMessageContaining("at least one day");
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> new RollOut(model, 1).run(List.of(), 0, 1, 1, workers))
          .hasMessageContaining("at least one run");
    }
    assertThatThrownBy(() -> Excitation.fit(blows(), 0)).hasMessageContaining("no events");
  }
}
