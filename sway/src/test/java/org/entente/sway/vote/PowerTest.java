package org.entente.sway.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.entente.sway.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {
  /** The rows of a file by their column's name. */
  private static List<Map<String, String>> rows(String name) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(Reference.file("03-voting-power", name));
    String[] columns = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Body body(
      List<Map<String, String>> rows, Map<String, String> weights, String rule) {
    List<Member> members = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, BigDecimal> values = new LinkedHashMap<>();
      weights.forEach((column, weight) -> values.put(weight, new BigDecimal(row.get(column))));
      members.add(new Member(row.get("member"), false, values));
    }
    return new Body("TEST", "the test", members, Rule.parse(rule));
  }

  private static BigFraction fraction(String text) {
    String[] parts = text.split("/");
    return BigFraction.of(
        new BigInteger(parts[0]), parts.length > 1 ? new BigInteger(parts[1]) : BigInteger.ONE);
  }

  private static void check(List<Map<String, String>> rows, Power power) {
    assertThat(power.exact()).isTrue();
    for (Map<String, String> row : rows) {
      Power.Index index = power.of(row.get("member"));
      assertThat(index.swings()).isEqualTo(row.get("swings"));
      assertThat(index.shapley()).isEqualTo(fraction(row.get("shapley_exact")));
      assertThat(index.shapley().doubleValue())
          .isEqualTo(Double.parseDouble(row.get("shapley")), within(1e-16));
      assertThat(index.banzhaf().doubleValue())
          .isEqualTo(Double.parseDouble(row.get("banzhaf_normalised")), within(1e-16));
      if (row.containsKey("banzhaf_normalised_exact")) {
        assertThat(index.banzhaf()).isEqualTo(fraction(row.get("banzhaf_normalised_exact")));
      }
      if (row.containsKey("penrose_exact")) {
        assertThat(index.penrose()).isEqualTo(fraction(row.get("penrose_exact")));
      }
      if (row.containsKey("penrose")) {
        assertThat(index.penrose().doubleValue())
            .isEqualTo(Double.parseDouble(row.get("penrose")), within(1e-16));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unsc15",
        "unsc11_pre1966",
        "eec6_1958",
        "eec9_1973",
        "eec10_1981",
        "eec12_1986",
        "eu15_1995",
        "eu27_nice_weights_only_q255",
        "eu27_nice_weights_only_q258"
      })
  void referenceGames(String game) throws IOException {
    JsonNode facts =
        new ObjectMapper()
            .readTree(Reference.file("03-voting-power", "games.json").toFile())
            .get(game);
    List<Map<String, String>> rows = rows(game + ".csv");
    Power power =
        Power.of(body(rows, Map.of("weight", "votes"), "votes >= " + facts.get("quota")), 1);
    assertThat(rows).hasSize(facts.get("n").asInt());
    assertThat(power.winning()).isEqualTo(facts.get("winning_coalitions").asText());
    assertThat(power.swings()).isEqualTo(facts.get("total_swings").asText());
    check(rows, power);
  }

  @Test
  void niceByThreeMajorities() throws IOException {
    List<Map<String, String>> rows = rows("eu27_nice_triple_majority.csv");
    Body body =
        body(
            rows,
            Map.of("weight", "votes", "population_permille", "population"),
            "votes >= 255 and members >= 14 and population >= 620");
    Power power = Power.of(body, 1);
    assertThat(power.winning()).isEqualTo(2_718_752);
    check(rows, power);
  }

  @Test
  void lisbonByTwoMajoritiesOrABlockingMinorityOfLessThanFour() throws IOException {
    List<Map<String, String>> rows = rows("eu27_lisbon_double_majority.csv");
    Body body =
        body(
            rows,
            Map.of("population_10k", "population"),
            "(members >= 55% and population >= 65%) or members >= all - 3");
    check(rows, Power.of(body, 1));
  }

  @Test
  void bodiesAsShippedHaveTheSamePower() throws IOException {
    Power council = Power.of(Bodies.of("UNSC", LocalDate.of(2011, 3, 17)), 1);
    assertThat(council.of("RUS").shapley()).isEqualTo(BigFraction.of(421, 2145));
    assertThat(council.of("COL").shapley()).isEqualTo(BigFraction.of(4, 2145));
    assertThat(council.of("CHN").banzhaf()).isEqualTo(BigFraction.of(106, 635));
    assertThat(council.of("DEU").banzhaf()).isEqualTo(BigFraction.of(21, 1270));
    assertThat(council.winning()).isEqualTo(848);
    assertThat(council.swings()).isEqualTo(5080);
    Power nice = Power.of(Bodies.of("EU-COUNCIL", LocalDate.of(2010, 1, 1)), 1);
    assertThat(nice.winning()).isEqualTo(2_718_752);
    assertThat(nice.of("DEU").shapley()).isEqualTo(fraction("636099199/7301221200"));
    Power lisbon = Power.of(Bodies.of("EU-COUNCIL", LocalDate.of(2026, 1, 1)), 1);
    assertThat(lisbon.of("DEU").shapley()).isEqualTo(fraction("2831764099/16062686640"));
    Power six = Power.of(Bodies.of("EU-COUNCIL", LocalDate.of(1960, 1, 1)), 1);
    assertThat(six.of("LUX").shapley()).isEqualTo(BigFraction.ZERO);
  }

  @Test
  void sixtyMembersAreCounted() {
    SplittableRandom random = new SplittableRandom(1);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      members.add(Member.of("M" + i, "votes", 1 + random.nextInt(30)));
    }
    Power power = Power.of(new Body("T", "sixty", members, Rule.parse("votes > 1/2 of all")), 1);
    assertThat(power.exact()).isTrue();
    assertThat(sum(power)).isEqualTo(BigFraction.ONE);
    assertThat(power.winning().doubleValue() / Math.pow(2, 60)).isBetween(.49, .5);
  }

  @Test
  void largerBodiesAreDrawnAndSaySo() {
    Body assembly = Bodies.of("UNGA", LocalDate.of(2026, 1, 1));
    Power power = Power.drawn(assembly, 7, 300);
    assertThat(power.exact()).isFalse();
    assertThat(power.draws()).isEqualTo(300);
    assertThat(power.seed()).isEqualTo(7);
    assertThat(power.winning()).isNull();
    assertThat(power.of("RUS").shapley()).isEqualTo(BigFraction.of(1, 193));
    Power council = Power.drawn(Bodies.of("UNSC", LocalDate.of(2011, 3, 17)), 7, 40_000);
    assertThat(council.of("RUS").shapley().doubleValue()).isEqualTo(421 / 2145., within(.003));
    assertThat(council.of("RUS").banzhaf().doubleValue()).isEqualTo(106 / 635., within(.005));
    assertThat(council.of("RUS").penrose().doubleValue()).isEqualTo(53 / 1024., within(.003));
    assertThat(Power.drawn(assembly, 7, 300).members()).isEqualTo(power.members());
  }

  private static BigFraction sum(Power power) {
    return power.members().stream()
        .map(Power.Index::shapley)
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  @Property(tries = 60)
  void countingEqualsEnumeration(@ForAll @IntRange(min = 1, max = 8) int n, @ForAll long seed) {
    Body body = Games.random(n, seed, false);
    Power power = Power.of(body, 1);
    assertThat(sum(power)).isEqualTo(BigFraction.ONE);
    boolean[] passes = new boolean[1 << n];
    for (int set = 0; set < passes.length; set++) {
      Choice[] votes = new Choice[n];
      for (int i = 0; i < n; i++) {
        votes[i] = (set >> i & 1) == 1 ? Choice.YES : Choice.NO;
      }
      passes[set] = body.formula().passes(votes, Choice.NO);
    }
    for (int i = 0; i < n; i++) {
      int swings = 0;
      BigFraction shapley = BigFraction.ZERO;
      for (int set = 0; set < passes.length; set++) {
        if ((set >> i & 1) == 0 && !passes[set] && passes[set | 1 << i]) {
          int size = Integer.bitCount(set);
          swings++;
          shapley =
              shapley.add(
                  BigFraction.of(factorial(size).multiply(factorial(n - 1 - size)), factorial(n)));
        }
      }
      assertThat(power.members().get(i).swings()).isEqualTo(swings);
      assertThat(power.members().get(i).shapley()).isEqualTo(shapley);
      assertThat(power.members().get(i).penrose()).isEqualTo(BigFraction.of(swings, 1L << n - 1));
    }
  }

  private static BigInteger factorial(int n) {
    return n < 2 ? BigInteger.ONE : factorial(n - 1).multiply(BigInteger.valueOf(n));
  }

  @Test
  void oneThatIsNoMemberIsNamed() {
    Power power = Power.of(Bodies.of("UNSC", LocalDate.of(2011, 3, 17)), 1);
    assertThatThrownBy(() -> power.of("EGY"))
        .hasMessageStartingWith("EGY is no member of UN Security Council; its members are CHN");
  }
}
