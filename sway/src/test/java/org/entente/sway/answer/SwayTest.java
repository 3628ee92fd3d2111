package org.entente.sway.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.sway.Reference;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.IssueReader;
import org.junit.jupiter.api.Test;

class SwayTest {
  private static Issue example(String name) throws Exception {
    return IssueReader.read(Path.of("..", "examples", name));
  }

  private static Answer answer(Issue issue, String actor, int draws, int threads) {
    return Sway.answer(issue, actor, BargainingModel.all(), draws, draws, 1, threads);
  }

  private static Issue read(String text) {
    return IssueReader.read(text, null);
  }

  @Test
  void sameSeedSameNumbersOnOneThreadAndOnTwo() throws Exception {
    Issue issue = example("libya-2015.yaml");
    Answer one = answer(issue, "RUS", 60, 1);
    Answer two = answer(issue, "RUS", 60, 2);
    for (int i = 0; i < one.options().size(); i++) {
      assertThat(two.options().get(i).predictions())
          .usingRecursiveComparison()
          .isEqualTo(one.options().get(i).predictions());
    }
    assertThat(two.reach()).isEqualTo(one.reach());
    assertThat(two.others()).isEqualTo(one.others());
  }

  @Test
  void theCouncilOf2011PassesUnlessOneOfFiveSaysNo() throws Exception {
    Answer answer = answer(example("security-council-2011.yaml"), "RUS", 50, 1);
    assertThat(answer.options().get(0).council().odds().chance()).isEqualTo(1);
    assertThat(answer.options().get(1).council().odds().chance()).isZero();
    assertThat(answer.options().get(2).council().odds().chance()).isBetween(.5, 1.0);
    Prediction vetoed = answer.options().get(1).predictions().get(0);
    assertThat(vetoed.mean()).as("the status quo").isCloseTo(30, within(1e-9));
  }

  @Test
  void theTribesOfTheHighlands() throws Exception {
    Answer answer = answer(example("highland-tribes.yaml"), null, 10, 1);
    assertThat(answer.asIs().camps().frustration().weight()).isEqualTo(7);
    assertThat(answer.asIs().camps().frustration().unique()).isTrue();
    assertThat(answer.asIs().camps().triangles().balanced()).isEqualTo(59);
    assertThat(answer.asIs().camps().triangles().all()).isEqualTo(68);
  }

  @Test
  void tribesComeToRestInFiveWays() throws Exception {
    Answer answer = answer(example("highland-tribes.yaml"), null, 10, 1);
    assertThat(answer.alignments().minima().all()).hasSize(5);
    assertThat(answer.alignments().minima().exact()).isTrue();
    assertThat(answer.alignments().sized()).isFalse();
    assertThat(answer.asIs().levers().turns().get(0).moved()).containsExactly("Seuve");
  }

  /** Capabilities are the sizes of a landscape, ties its propensities. */
  @Test
  void theLandscapeOfIsis() throws Exception {
    List<String> scores =
        Files.readAllLines(Reference.file("04-landscape", "isis2016_propensity_1to5.csv"));
    List<String> sizes =
        Files.readAllLines(Reference.file("04-landscape", "isis2016_standard_actors.csv"));
    StringBuilder text = new StringBuilder("question: Who sides with whom?\nactors:\n");
    sizes.stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(row -> text.append("  - {id: %s, capability: %s}\n".formatted(row[0], row[1])));
    text.append("ties:\n");
    List<String[]> rows = scores.stream().skip(1).map(line -> line.split(",")).toList();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        double mean =
            (Double.parseDouble(rows.get(i)[j + 1]) + Double.parseDouble(rows.get(j)[i + 1])) / 2;
        text.append("  - [%s, %s, %s]\n".formatted(rows.get(i)[0], rows.get(j)[0], mean - 3));
      }
    }
    Alignments found = answer(read(text.toString()), null, 10, 1).alignments();
    assertThat(found.sized()).isTrue();
    assertThat(found.minima().all().get(0).energy()).isEqualTo(-83_200, within(1e-6));
    assertThat(found.levers().sizes())
        .anySatisfy(
            size -> {
              assertThat(size.actor()).isEqualTo("Syr");
              assertThat(size.moved()).containsExactly("Tur");
            });
  }

  @Test
  void whatWouldChangeTheCamps() throws Exception {
    Answer answer = answer(example("libya-2015.yaml"), "RUS", 10, 1);
    assertThat(answer.alignments()).isNull();
    assertThat(answer.asIs().levers().exact()).isTrue();
    assertThat(answer.asIs().levers().pairs()).hasSize(66);
    assertThat(answer.asIs().levers().turns().get(0).moved()).containsExactly("FRA", "ITA");
    assertThat(answer.options()).allSatisfy(one -> assertThat(one.levers()).isNotNull());
  }

  @Test
  void ofManyActorsOnlyThingsAsTheyAre() {
    StringBuilder text = new StringBuilder("question: Many\nscale: {from: 0, to: 100}\nactors:\n");
    for (int i = 0; i < 30; i++) {
      text.append(
          "  - {id: A%d, position: %d, capability: 1, salience: 50}\n".formatted(i, i * 37 % 101));
    }
    text.append("options: [{id: o, actor: A1, changes: [{actor: A1, position: 3}]}]\n");
    Answer answer =
        Sway.answer(read(text.toString()), "A1", BargainingModel.all().subList(0, 2), 5, 5, 1, 1);
    assertThat(answer.asIs().levers().pairs()).hasSize(20);
    assertThat(answer.options().get(0).levers()).isNull();
  }

  @Test
  void oneActorGetsItsWay() {
    Answer answer =
        answer(
            read(
                """
                question: Alone
                scale: {from: 0, to: 10}
                actors: [{id: A, position: 7, capability: 1, salience: 50}]
                """),
            "A",
            20,
            1);
    assertThat(answer.asIs().levers()).isNull();
    assertThat(answer.asIs().predictions())
        .allSatisfy(one -> assertThat(one.mean()).isCloseTo(7, within(1e-6)));
  }

  @Test
  void allOfOneMind() {
    Answer answer =
        answer(
            read(
                """
                question: Agreed
                scale: {from: 0, to: 100}
                status_quo: 10
                actors:
                  - {id: A, position: 30, capability: 1, salience: 50}
                  - {id: B, position: 30, capability: 2, salience: 50}
                  - {id: C, position: 30, capability: 0, salience: 0}
                """),
            "A",
            20,
            1);
    assertThat(answer.asIs().predictions())
        .allSatisfy(one -> assertThat(one.mean()).as(one.model()).isCloseTo(30, within(1e-3)));
  }

  @Test
  void fiveHundredActors() {
    StringBuilder text = new StringBuilder("question: Many\nscale: {from: 0, to: 100}\nactors:\n");
    for (int i = 0; i < 500; i++) {
      text.append(
          "  - {id: A%d, position: %d, capability: %d, salience: 50}\n"
              .formatted(i, i % 101, 1 + i % 7));
    }
    Issue issue = read(text.toString());
    Answer answer = Sway.answer(issue, null, BargainingModel.all().subList(0, 2), 5, 5, 1, 1);
    assertThat(answer.asIs().predictions())
        .allSatisfy(one -> assertThat(one.mean()).isBetween(40.0, 60.0));
  }

  @Test
  void anActorThatIsNone() throws Exception {
    Issue issue = example("emission-standards.yaml");
    assertThatThrownBy(() -> answer(issue, "USA", 5, 1))
        .hasMessageContaining("'USA' is no actor of the issue; there are NLD, BEL");
  }

  @Test
  void positionsTellTheVote() {
    Issue issue =
        read(
            """
            question: A club
            scale: {from: 0, to: 100}
            status_quo: 0
            actors:
              - {id: A, position: 90, capability: 1, salience: 50}
              - {id: B, position: 10, capability: 1, salience: 50}
              - {id: C, position: 2, capability: 1, salience: 50}
            vote: {members: {A: 1, B: 1, C: 1}, quota: 2, indifference: 1}
            options:
              - {id: far, actor: A, proposal: 90, vote: true}
              - {id: near, actor: A, proposal: 12, vote: true}
            """);
    Answer answer = answer(issue, "A", 20, 1);
    assertThat(answer.options().get(0).council().odds().chance()).isLessThan(.01);
    assertThat(answer.options().get(1).council().odds().chance()).isGreaterThan(.99);
    assertThat(answer.options().get(0).council().persuade().get(0).members()).hasSize(1);
    assertThat(answer.options().get(0).council().persuade().get(0).chance()).isGreaterThan(.99);
  }

  @Test
  void reachGrowsWithSalience() throws Exception {
    Answer answer = answer(example("libya-2015.yaml"), "RUS", 10, 1);
    assertThat(answer.reach()).hasSize(7);
    assertThat(answer.reach())
        .allSatisfy(
            one -> {
              assertThat(one.lowAtFull()).isLessThanOrEqualTo(one.low());
              assertThat(one.highAtFull()).isGreaterThanOrEqualTo(one.high());
              assertThat(one.now()).isBetween(one.low(), one.high());
            });
    assertThat(List.of(answer.others().get(0).actor())).doesNotContain("RUS");
  }
}
