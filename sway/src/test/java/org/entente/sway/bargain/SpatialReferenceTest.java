package org.entente.sway.bargain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.entente.sway.bargain.Reference.SPATIAL;
import static org.entente.sway.bargain.Reference.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.sway.bargain.Outcome.Challenge;
import org.entente.sway.bargain.Outcome.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialReferenceTest {
  private static final double PRINTED_3 = .000501;
  private static final double PRINTED_4 = .0000501;

  @ParameterizedTest
  @ValueSource(strings = {"dummyData_3Dim", "SOE-Pol-Comp"})
  void positions(String name) throws IOException {
    Setting setting = Reference.ktab(name);
    List<State> states = new SpatialModel().solve(setting).states();
    for (String precision : List.of("_computed_positions_fullprecision", "_expected_positions")) {
      List<Map<String, String>> rows = Reference.rows(SPATIAL + name + precision + ".csv");
      assertThat(states).hasSize(rows.get(0).size() - 2);
      for (int r = 0; r < rows.size(); r++) {
        Map<String, String> row = rows.get(r);
        int i = setting.actors().indexOf(row.get("actor"));
        for (int t = 0; t < states.size(); t++) {
          assertThat(states.get(t).positions()[i][r % setting.dimensions()])
              .as(row.get("actor") + " " + row.get("dimension") + " t" + t)
              .isCloseTo(number(row, "t" + t), within(precision.startsWith("_e") ? .0501 : 1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dummyData_3Dim", "SOE-Pol-Comp"})
  void probabilities(String name) throws IOException {
    Setting setting = Reference.ktab(name);
    List<State> states = new SpatialModel().solve(setting).states();
    for (Map<String, String> row : Reference.rows(SPATIAL + name + "_expected_probabilities.csv")) {
      for (int t = 0; t < states.size(); t++) {
        assertThat(states.get(t).probabilities()[setting.actors().indexOf(row.get("actor"))])
            .as(row.get("actor") + " t" + t)
            .isCloseTo(number(row, "t" + t), within(PRINTED_4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dummyData_3Dim", "SOE-Pol-Comp"})
  void risks(String name) throws IOException {
    Setting setting = Reference.ktab(name);
    List<State> states = new SpatialModel().solve(setting).states();
    for (Map<String, String> row : Reference.rows(SPATIAL + name + "_expected_risk.csv")) {
      for (int i = 0; i < setting.size(); i++) {
        assertThat(states.get(Integer.parseInt(row.get("state"))).risk()[0][i])
            .as(setting.actors().get(i) + " in " + row.get("state"))
            .isCloseTo(number(row, setting.actors().get(i)), within(PRINTED_3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dummyData_3Dim", "SOE-Pol-Comp"})
  void challenges(String name) throws IOException {
    Setting setting = Reference.ktab(name);
    List<Challenge> challenges = new SpatialModel().solve(setting).challenges();
    List<Map<String, String>> rows = Reference.rows(SPATIAL + name + "_expected_challenges.csv");
    // who finds nobody worth a challenge stands there without a target
    rows.removeIf(row -> row.get("target") == null);
    assertThat(challenges).hasSameSizeAs(rows);
    for (int c = 0; c < rows.size(); c++) {
      Challenge challenge = challenges.get(c);
      Map<String, String> row = rows.get(c);
      assertThat(challenge.round() - 1 + " " + challenge.initiator() + " " + challenge.target())
          .isEqualTo(row.get("turn") + " " + row.get("initiator") + " " + row.get("target"));
      assertThat(challenge.probability())
          .as(row + "")
          .isCloseTo(number(row, "prob_victory_est_by_initiator"), within(PRINTED_4));
      assertThat(challenge.gain())
          .as(row + "")
          .isCloseTo(number(row, "expected_gain"), within(PRINTED_4));
    }
  }

  /** KTAB adds a ten-thousandth to the first turn's move before it divides. */
  @ParameterizedTest
  @ValueSource(strings = {"dummyData_3Dim", "SOE-Pol-Comp"})
  void fractionalChange(String name) throws IOException {
    Setting setting = Reference.ktab(name);
    List<State> states = new SpatialModel().solve(setting).states();
    List<Map<String, String>> rows =
        Reference.rows(SPATIAL + name + "_expected_fractional_change.csv");
    assertThat(rows).hasSize(states.size() - 1);
    double first = moved(states, 1);
    for (Map<String, String> row : rows) {
      int turn = Integer.parseInt(row.get("turn"));
      assertThat(moved(states, turn) / (first + 1e-4))
          .as("turn " + turn)
          .isCloseTo(number(row, "fraction_of_first_step"), within(PRINTED_4));
    }
  }

  private static double moved(List<State> states, int turn) {
    double sum = 0;
    for (int i = 0; i < states.get(0).positions().length; i++) {
      double square = 0;
      for (int k = 0; k < states.get(0).positions()[i].length; k++) {
        square +=
            Math.pow(
                states.get(turn).positions()[i][k] - states.get(turn - 1).positions()[i][k], 2);
      }
      sum += Math.sqrt(square) / 100;
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void electionsOfTheUnitExample(ElectionRule rule) throws IOException {
    JsonNode example = Reference.json(SPATIAL + "pce_unit_example.json");
    Election election = new Election(VotingRule.PROPORTIONAL, VictoryLaw.SQUARE, rule);
    double[] chances = new double[3];
    election.run(Setting.flat(Reference.matrix(example.get("coalitions"))), 3, chances);
    assertThat(chances)
        .containsExactly(
            Reference.vector(example.get(rule.name().toLowerCase(Locale.ROOT))), within(PRINTED_4));
    double[][] beats = Reference.matrix(example.get("prob_i_beats_j"));
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        assertThat(election.beats(a, b, 3)).isCloseTo(beats[a][b], within(PRINTED_4));
      }
    }
  }

  @Test
  void electionOfTwoOptions() throws IOException {
    JsonNode two = Reference.json(SPATIAL + "pce_unit_example.json").get("two_option");
    double[] chances = new double[2];
    new Election(VotingRule.PROPORTIONAL, VictoryLaw.SQUARE, ElectionRule.CONDITIONAL)
        .run(Setting.flat(Reference.matrix(two.get("coalitions"))), 2, chances);
    assertThat(chances).containsExactly(Reference.vector(two.get("p")), within(PRINTED_4));
  }

  @Test
  void electionOfTheMatrix() throws IOException {
    List<Map<String, String>> actors = Reference.rows(SPATIAL + "pmatrix_weights_utilities.csv");
    List<Map<String, String>> options = Reference.rows(SPATIAL + "pmatrix_expected.csv");
    double[] weights = actors.stream().mapToDouble(row -> number(row, "weight")).toArray();
    double[] utilities = new double[options.size() * weights.length];
    for (int o = 0; o < options.size(); o++) {
      for (int i = 0; i < weights.length; i++) {
        utilities[o * weights.length + i] = number(actors.get(i), "u_opt" + o);
      }
    }
    double[] chances = new double[options.size()];
    new Election(VotingRule.PROPORTIONAL, VictoryLaw.LINEAR, ElectionRule.MARKOV_INCENTIVE)
        .run(weights, utilities, options.size(), chances);
    for (int o = 0; o < chances.length; o++) {
      // weights and utilities are printed to 2 and 3 decimals only
      assertThat(chances[o])
          .as("option " + o)
          .isCloseTo(number(options.get(o), "pce"), within(.0003));
      double zeta = 0;
      for (int i = 0; i < weights.length; i++) {
        zeta += weights[i] * utilities[o * weights.length + i];
      }
      assertThat(zeta).as("option " + o).isCloseTo(number(options.get(o), "zeta"), within(.3));
    }
  }

  /**
   * The first turn alone: later ones were played by chance. Positions are printed to one decimal.
   */
  @Test
  void markovElectionWithCubicVotes() throws IOException {
    JsonNode example = Reference.json(SPATIAL + "smpExample_turn0_markov_propcbc.json");
    double[][] saliences = Reference.matrix(example.get("salience"));
    for (double[] row : saliences) {
      for (int k = 0; k < row.length; k++) {
        row[k] /= 100;
      }
    }
    List<String> actors = new ArrayList<>();
    example.get("actors").forEach(actor -> actors.add(actor.asText()));
    Setting setting =
        new Setting(
            actors,
            Reference.matrix(example.get("position")),
            Reference.vector(example.get("capability")),
            saliences,
            null);
    Outcome outcome =
        new SpatialModel(
                VotingRule.PROPORTIONAL_CUBIC, VictoryLaw.LINEAR, ElectionRule.MARKOV_INCENTIVE, 1)
            .solve(setting);
    double[] risk = Reference.vector(example.get("risk"));
    assertThat(outcome.states().get(0).risk()[0]).containsExactly(risk, within(PRINTED_3));
    for (JsonNode row : example.get("turn0_challenges_initiator_target_prob_gain")) {
      Challenge challenge = outcome.challenges().get(row.get(0).asInt());
      assertThat(challenge.target()).isEqualTo(row.get(1).asInt());
      assertThat(challenge.probability()).isCloseTo(row.get(2).asDouble(), within(PRINTED_4));
      assertThat(challenge.gain()).isCloseTo(row.get(3).asDouble(), within(PRINTED_4));
      double[][] proposals =
          Reference.matrix(
              example.get("turn0_proposals").get(challenge.initiator() + ":" + challenge.target()));
      assertThat(challenge.initiatorProposed()).containsExactly(proposals[0], within(1e-9));
      assertThat(challenge.targetProposed()).containsExactly(proposals[1], within(1e-9));
    }
    SpatialTurns run =
        new SpatialTurns(
            5,
            3,
            1,
            new Election(
                VotingRule.PROPORTIONAL_CUBIC, VictoryLaw.LINEAR, ElectionRule.MARKOV_INCENTIVE));
    run.start(0, setting.flatPositions(), setting.capabilities(), setting.flatSaliences());
    run.assess();
    double[][] utilities = Reference.matrix(example.get("own_risk_utility"));
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(1 - run.loss[i][j]).isCloseTo(utilities[i][j], within(PRINTED_4));
      }
    }
    run.turn();
    run.chosen(0, 0);
    double[] chances = Reference.vector(example.get("actor0_bargain_pce").get("p"));
    // the bargains stand in another order here: by initiator
    assertThat(run.optionChances[0]).isCloseTo(chances[0], within(PRINTED_4));
    assertThat(run.optionChances[2]).isCloseTo(chances[1], within(PRINTED_4));
    assertThat(run.optionChances[1]).isCloseTo(chances[2], within(PRINTED_4));
  }
}
