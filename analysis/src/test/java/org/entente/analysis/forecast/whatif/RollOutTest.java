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

  /** A assaults B on one day in five, but for two weeks after an agreement hardly ever. */
  private static History truces() {
    History.Builder builder = new History.Builder();
    Random random = new Random(4);
    for (int d = 0; d < 12; d++) {
      int agreed = -100;
      for (int day = 0; day < 400; day++) {
        LocalDate date = LocalDate.of(2015, 1, 1).plusDays(day);
        if (random.nextDouble() < (day - agreed <= 14 ? .02 : .2)) {
          builder.add(date, "A" + d, "ASSAULT", "B" + d, null);
        }
        if (random.nextDouble() < .015) {
          builder.add(date, "A" + d, "AGREE", "B" + d, null);
          agreed = day;
        }
      }
    }
    return builder.build();
  }

  @Test
  void anAgreementMakesAssaultsRarer() {
    History history = truces();
    Excitation model = Excitation.fit(history, 400);
    int agree = history.types().indexOf("AGREE");
    int assault = history.types().indexOf("ASSAULT");
    assertThat(model.damping().patterns())
        .anySatisfy(
            rarer -> {
              assertThat(rarer.pattern()).isEqualTo(Pattern.AGAIN);
              assertThat(rarer.before()).isEqualTo(agree);
              assertThat(rarer.after()).isEqualTo(assault);
              assertThat(rarer.ratio()).isBetween(.01, .4);
              assertThat(rarer.high()).isLessThan(1);
            });
    List<RollOut.Assumed> truce =
        List.of(new RollOut.Assumed(399, history.actor("A1"), agree, history.actor("B1")));
    Outlook found;
    Outlook nothing;
    Outlook two;
    try (Workers one = new Workers(1);
        Workers more = new Workers(2)) {
      found = new RollOut(model, 30).run(truce, 300, 1, 5, one);
      nothing = new RollOut(model, 30).run(List.of(), 300, 1, 5, one);
      two = new RollOut(model, 30).run(truce, 300, 1, 5, more);
    }
    Outlook.Row first = found.rows().get(0);
    assertThat(first.source()).isEqualTo("A1");
    assertThat(first.type()).isEqualTo("ASSAULT");
    assertThat(first.difference()).isLessThan(-1);
    assertThat(first.with()).isNotNegative();
    assertThat(found.with()).isLessThan(found.without());
    Outlook.Carrier carrier = found.carriers().get(0);
    assertThat(carrier.rarer()).isTrue();
    assertThat(carrier.before()).isEqualTo("AGREE");
    assertThat(carrier.events()).isNegative();
    assertThat(two).isEqualTo(found);
    assertThat(nothing.without()).isEqualTo(found.without());
    assertThat(nothing.with()).isEqualTo(nothing.without());
    assertThat(nothing.carriers()).isEmpty();
  }

  @Test
  void whereNothingIsRarerItSaysSo() {
    Damping damping = Excitation.fit(blows(), 200).damping();
    assertThat(damping.patterns()).isEmpty();
    assertThat(damping.tested()).isPositive();
  }
}
