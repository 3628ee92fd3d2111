package org.entente.sway.bargain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.entente.sway.bargain.Reference.CHALLENGE;
import static org.entente.sway.bargain.Reference.number;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.entente.sway.bargain.Outcome.Move;
import org.entente.sway.bargain.Outcome.State;
import org.junit.jupiter.api.Test;

class ChallengeReferenceTest {
  private static void follows(String file, Setting setting, Outcome outcome) throws IOException {
    List<Map<String, String>> rows = Reference.rows(CHALLENGE + file);
    assertThat(outcome.states()).hasSize(rows.size());
    for (int round = 0; round < rows.size(); round++) {
      State state = outcome.states().get(round);
      Map<String, String> row = rows.get(round);
      assertThat(state.median()[0])
          .as("median " + round)
          .isCloseTo(number(row, "median"), within(1e-9));
      assertThat(state.mean()[0]).as("mean " + round).isCloseTo(number(row, "mean"), within(1e-9));
      for (int i = 0; i < setting.size(); i++) {
        String actor = setting.actors().get(i);
        assertThat(state.positions()[i][0])
            .as(actor + " in round " + round)
            .isCloseTo(number(row, "x_" + actor), within(1e-9));
      }
    }
  }

  @Test
  void referenceVariantGoesTheWayOfScholzsProgram() throws IOException {
    Setting setting = Reference.emission();
    Outcome outcome = new ChallengeModel(12).solve(setting);
    follows("expected_scholz_code_variant.csv", setting, outcome);
    assertThat(new ChallengeModel().solve(setting).point()[0])
        .isCloseTo(9.671129769802048, within(1e-9));
  }

  @Test
  void referenceVariantHasTheRisksOfScholzsProgram() throws IOException {
    Setting setting = Reference.emission();
    Outcome outcome = new ChallengeModel(12).solve(setting);
    for (Map<String, String> row :
        Reference.rows(CHALLENGE + "expected_scholz_code_variant_risk.csv")) {
      int round = Integer.parseInt(row.get("round"));
      for (int i = 0; i < setting.size(); i++) {
        assertThat(outcome.states().get(round - 1).risk()[0][i])
            .as(setting.actors().get(i) + " in round " + round)
            .isCloseTo(number(row, "r_" + setting.actors().get(i)), within(1e-9));
      }
    }
  }

  @Test
  void referenceVariantMovesForTheSameReasons() throws IOException {
    Setting setting = Reference.emission();
    List<Move> moves = new ChallengeModel(12).solve(setting).moves();
    List<Map<String, String>> rows =
        Reference.rows(CHALLENGE + "expected_scholz_code_variant_moves.csv");
    assertThat(moves).hasSameSizeAs(rows);
    for (int m = 0; m < rows.size(); m++) {
      Map<String, String> row = rows.get(m);
      Move move = moves.get(m);
      assertThat(
              move.round()
                  + setting.actors().get(move.actor())
                  + move.kind().name().substring(0, 4).toLowerCase(java.util.Locale.ROOT)
                  + setting.actors().get(move.counterpart()))
          .isEqualTo(
              row.get("round") + row.get("actor") + row.get("type") + row.get("counterpart"));
      assertThat(move.ownGain()).isCloseTo(number(row, "eu_ij"), within(1e-9));
      assertThat(move.counterpartGain()).isCloseTo(number(row, "eu_ji"), within(1e-9));
      assertThat(move.to()[0]).isCloseTo(number(row, "new_position"), within(1e-9));
    }
  }

  @Test
  void referenceVariantExpectsTheSameInTheFirstRound() throws IOException {
    Setting setting = Reference.emission();
    ReferenceRounds rounds = new ReferenceRounds(setting.size(), 1);
    rounds.start(0, setting.flatPositions(), setting.capabilities(), setting.flatSaliences());
    rounds.challenge();
    for (Map<String, String> row :
        Reference.rows(CHALLENGE + "expected_scholz_code_variant_round1_eu.csv")) {
      int i = setting.actors().indexOf(row.get("viewer_i"));
      int j = setting.actors().indexOf(row.get("other_j"));
      if (i == j) {
        continue;
      }
      int places = rounds.places(i, j);
      assertThat(rounds.support[places][i] * rounds.perAll[0])
          .as(row + "")
          .isCloseTo(number(row, "p_i_beats_j"), within(1e-12));
      assertThat(rounds.attack[places][i])
          .as(row + "")
          .isCloseTo(number(row, "eu_i_challenges_j"), within(1e-12));
      assertThat(rounds.threat[places][i])
          .as(row + "")
          .isCloseTo(number(row, "eu_j_challenges_i_seen_by_i"), within(1e-12));
    }
  }

  @Test
  void referenceVariantComesNearThePrintedTable() throws IOException {
    List<State> states = new ChallengeModel().solve(Reference.emission()).states();
    int medians = 0;
    for (Map<String, String> row : Reference.rows(CHALLENGE + "published_scholz2011_table2.csv")) {
      State state = states.get(Integer.parseInt(row.get("round")));
      medians += Math.floor(state.median()[0] * 10) / 10 == number(row, "median") ? 1 : 0;
      assertThat(state.mean()[0]).isCloseTo(number(row, "mean"), within(.073));
    }
    assertThat(medians).as("of 8; round 2 is printed as 9.9").isEqualTo(7);
  }

  @Test
  void printedVariantGoesTheWayOfTheFormulas() throws IOException {
    Setting setting = Reference.emission();
    Outcome outcome = new PrintedChallengeModel().solve(setting);
    follows("expected_paper_literal_variant.csv", setting, outcome);
  }

  @Test
  void pointAndPathAgree() throws IOException {
    Setting setting = Reference.emission();
    for (BargainingModel model : BargainingModel.all()) {
      double[] point = new double[1];
      model
          .predictor(setting.size(), 1)
          .predict(
              setting.flatPositions(),
              setting.capabilities(),
              setting.flatSaliences(),
              null,
              point);
      assertThat(model.solve(setting).point()).as(model.name()).isEqualTo(point);
    }
  }

  /** A fault of the reference that docs/sway-models.md tells. */
  @Test
  void referenceVariantDependsOnTheDirectionOfTheScale() throws IOException {
    Setting setting = Reference.emission();
    double[] turned = java.util.Arrays.stream(setting.flatPositions()).map(x -> 14 - x).toArray();
    Setting mirror =
        Setting.of(setting.actors(), turned, setting.capabilities(), setting.flatSaliences());
    assertThat(new ChallengeModel().solve(setting).point()[0]).isCloseTo(9.67, within(.005));
    assertThat(14 - new ChallengeModel().solve(mirror).point()[0]).isCloseTo(10, within(1e-9));
    ReferenceRounds rounds = new ReferenceRounds(setting.size(), 1);
    rounds.start(0, setting.flatPositions(), setting.capabilities(), setting.flatSaliences());
    rounds.challenge();
    double most = 0;
    for (int i = 0; i < setting.size(); i++) {
      for (int places = 1; places < setting.size(); places++) {
        most = Math.max(most, rounds.support[places][i] * rounds.perAll[0]);
      }
    }
    assertThat(most).isCloseTo(.0119, within(.00005));
  }
}
