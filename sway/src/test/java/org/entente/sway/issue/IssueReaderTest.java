package org.entente.sway.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.sway.bargain.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueReaderTest {
  private static final String HEAD =
      """
      question: How high is the dam?
      date: 2020-05-01
      scale: {name: Height, unit: m, from: 0, to: 200, landmarks: {0: none, 150: as planned}}
      status_quo: 0
      """;
  private static final String ACTORS =
      """
      actors:
        - {id: UPA, name: Upland, position: [120, 150, 160], capability: 10, salience: 80}
        - {id: LOW, name: Lowland, position: {value: 20, why: fears floods}, capability: 8, salience: 90}
      """;

  private static Issue read(String text) {
    return IssueReader.read(text, Path.of("dam.yaml"));
  }

  @Test
  void aSmallIssue() {
    Issue issue = read(HEAD + ACTORS);
    assertThat(issue.question()).isEqualTo("How high is the dam?");
    assertThat(issue.date()).hasToString("2020-05-01");
    assertThat(issue.scales().get(0).unit()).isEqualTo("m");
    assertThat(issue.scales().get(0).near(140)).isEqualTo("as planned");
    assertThat(issue.statusQuo()).containsExactly(0);
    assertThat(issue.actors().get(0).positions().get(0).range())
        .isEqualTo(new Range(120, 150, 160));
    assertThat(issue.actors().get(1).positions().get(0).why()).isEqualTo("fears floods");
    assertThat(issue.setting(null).positions().get(0).get(0)).isEqualTo(new Range(60, 75, 80));
    assertThat(issue.setting(null).saliences().get(1).get(0)).isEqualTo(Range.of(.9));
  }

  /** A landscape where it is asked for, and of itself where there are ties only. */
  @Test
  void landscapes() {
    assertThat(read(HEAD + ACTORS).landscape()).isFalse();
    assertThat(read(HEAD + ACTORS + "landscape: true\n").landscape()).isTrue();
    Issue ties = read("question: x\nactors: [{id: A, capability: 5}, B]\nties: [[A, B, -1]]\n");
    assertThat(ties.landscape()).isTrue();
    assertThat(ties.actors().get(0).capability().range()).isEqualTo(Range.of(5));
    assertThat(ties.actors().get(1).capability().range()).isEqualTo(Range.of(1));
    assertThatThrownBy(() -> read("question: x\nactors: [A]\nties: []\n"))
        .hasMessageContaining("a landscape needs at least 2 actors, and there is 1");
    assertThatThrownBy(() -> read(HEAD + ACTORS + "landscape: perhaps\n"))
        .hasMessageContaining("dam.yaml:8: landscape: true or false is wanted here, not 'perhaps'");
  }

  @Test
  void anOptionChangesNumbers() {
    Issue issue =
        read(
            HEAD
                + ACTORS
                + """
                options:
                  - id: lower
                    actor: UPA
                    proposal: 100
                    changes:
                      - {actor: LOW, salience: -30, capability: {times: 0.5}, position: {add: 20}}
                      - {actor: UPA, salience: 40}
                """);
    var changed = issue.setting(issue.options().get(0));
    assertThat(changed.positions().get(0).get(0)).isEqualTo(Range.of(50));
    assertThat(changed.positions().get(1).get(0)).isEqualTo(Range.of(20));
    assertThat(changed.capabilities().get(1)).isEqualTo(Range.of(4));
    assertThat(changed.saliences().get(1).get(0)).isEqualTo(Range.of(.6));
    assertThat(changed.saliences().get(0).get(0)).isEqualTo(Range.of(.4));
  }

  @Test
  void severalScales() {
    Issue issue =
        read(
            """
            question: Two at once
            scales: [{id: a}, {id: b, from: -10, to: 10}]
            actors:
              - {id: X, position: {a: 10, b: 0}, capability: 1, salience: [50, 40]}
              - {id: Y, position: [20, 5], capability: 1, salience: {a: 1, b: 2}}
            """);
    assertThat(issue.setting(null).positions().get(0)).containsExactly(Range.of(10), Range.of(50));
    assertThat(issue.setting(null).positions().get(1)).containsExactly(Range.of(20), Range.of(75));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "position: 300, capability: 1, salience: 5 | 5: actors[0].position: 300 is not between 0 and 200",
        "position: high, capability: 1, salience: 5 | actors[0].position: a number is wanted here, not 'high'",
        "position: [30, 20, 40], capability: 1, salience: 5 | low, mode and high contradict each other: 30, 20, 40",
        "position: {low: 5, high: 2}, capability: 1, salience: 5 | low, 5, is above high, 2",
        "position: {low: 5}, capability: 1, salience: 5 | low and high are wanted here",
        "position: 3, capability: -1, salience: 5 | actors[0].capability: -1 is not 0 or more",
        "position: 3, capability: 1, salience: 101 | actors[0].salience: 101 is not between 0 and 100",
        "position: 3, capability: 1 | actors[0]: a salience is missing",
        "position: 3, capability: 0, salience: 5 | dam.yaml:5: actors: no actor has a capability above 0",
        "position: 3, capabilty: 1, salience: 5 | no key 'capabilty' here (did you mean 'capability'?)",
        "position: .nan, capability: 1, salience: 5 | not '.nan'",
        "position: 3, capability: 1, salience: 5}, {id: UPA, position: 3, capability: 1, salience: 5 | an actor with the id 'UPA' is there already"
      })
  void wrongActors(String actor, String message) {
    assertThatThrownBy(() -> read(HEAD + "actors: [{id: UPA, " + actor + "}]\n"))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith("dam.yaml:");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: o, actor: NOB} | 'NOB' is no actor of the issue",
        "{id: o, actor: UPA, proposal: 900} | proposal: 900 is not between 0 and 200",
        "{id: o, actor: UPA, sponsor: LOW} | a sponsor without a proposal",
        "{id: o, actor: UPA, vote: true} | no body votes in this issue",
        "{id: o, actor: UPA, vetoes: [LOW]} | no key 'vetoes' here (did you mean 'veto'?)",
        "{id: o, actor: UPA, risk: war} | force, joining, help or none is wanted here, not 'war'",
        "{id: o, actor: UPA, changes: [{position: 3}]} | an actor is missing: whose numbers change?",
        "{id: o, actor: UPA, changes: [{actor: LOW, position: {set: 1, add: 2}}]} | one of set, add and times",
        "{id: o, actor: UPA, ties: [[UPA, UPA, 1]]} | UPA cannot have a tie to itself",
        "{id: o, actor: UPA}, {id: o, actor: LOW} | an option with the id 'o' is there already",
        "{name: x} | an id is missing"
      })
  void wrongOptions(String option, String message) {
    assertThatThrownBy(() -> read(HEAD + ACTORS + "options: [" + option + "]\n"))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("dam.yaml:8");
  }

  @Test
  void aVetoOfOneThatIsNoActor() {
    assertThatThrownBy(
            () ->
                read(
                    HEAD
                        + ACTORS
                        + "vote: {body: UNSC}\noptions: [{id: o, actor: UPA, vote: true, veto: [LWO]}]\n"))
        .hasMessageContaining(
            "dam.yaml:9: options[0].veto: 'LWO' is no actor of the issue (did you mean 'LOW'?); add it");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{body: UNSC, quota: 3, members: {A: 1}} | either body (such as UNSC) or members",
        "{members: {A: 1}} | members need either a quota",
        "{members: {A: 1}, quota: 1, veto: [B]} | 'B' is no member",
        "{members: {A: 1}, rule: votes is many} | vote.rule",
        "{body: UNSC, others: {yes: 0.5, no: 0.2}} | have to add up to 1, not 0.7",
        "{body: UNSC, leanings: {FRA: maybe}} | yes, abstain, no, or how likely each is",
        "{body: UNSC, date: someday} | a date is wanted here"
      })
  void wrongVotes(String vote, String message) {
    assertThatThrownBy(() -> read(HEAD + ACTORS + "vote: " + vote + "\n"))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void allMistakesAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    scale: {from: 5, to: 5}
                    actors:
                      - {id: A, position: 500, capability: x, salience: 5}
                    colour: red
                    """))
        .isInstanceOfSatisfying(
            IssueException.class,
            e ->
                assertThat(e.mistakes())
                    .hasSize(6)
                    .anyMatch(line -> line.startsWith("dam.yaml:4: no key 'colour' here"))
                    .anyMatch(line -> line.contains("a question is missing")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing\n", "a: [1, 2", "- 1\n- 2\n", "question: *nowhere\n", "\t- x"})
  void noIssueAtAll(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining("dam.yaml:");
  }

  @Test
  void aVoteNeedsAStatusQuo() {
    assertThatThrownBy(
            () ->
                read(
                    HEAD.replace("status_quo: 0\n", "")
                        + ACTORS
                        + "vote: {members: {UPA: 1, LOW: 1}, quota: 2}\n"
                        + "options: [{id: o, actor: UPA, vote: true}]\n"))
        .hasMessageContaining("say under status_quo what holds if it fails");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "vote: {body: UNSCX, others: yes} | dam.yaml:8: vote.body: no voting body is called UNSCX",
        "vote: {body: UNSC} | dam.yaml:9: options[0]: how does CHN, as 14 more, lean, a member of",
        "vote: {body: UNSC, others: yes, leanings: {ITA: no}} | dam.yaml:8: vote.leanings.ITA: 'ITA'"
            + " is no member of UN Security Council as of 2020-05-01; its members are",
        "vote: {body: UNGA, others: yes, leanings: {FRAN: no}} | 'FRAN' is no member of UN General"
            + " Assembly as of 2020-05-01 (did you mean 'FRA'?)",
        "vote: {members: {UPA: 1, LOW: 1}, rule: 'votes >='} | dam.yaml:8: vote.rule:",
        "vote: {members: {UPA: 1, THIRD: 1}, quota: 2} | how does THIRD lean",
      })
  void whoDoesNotVote(String vote, String message) {
    assertThatThrownBy(
            () -> read(HEAD + ACTORS + vote + "\noptions: [{id: o, actor: UPA, vote: true}]\n"))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anOptionThatAsksOneWhoDoesNotVote() {
    String vote = "vote: {members: {UPA: 1, THIRD: 1}, quota: 2, others: yes}\n";
    assertThatThrownBy(
            () ->
                read(
                    HEAD
                        + ACTORS
                        + vote
                        + "options: [{id: o, actor: UPA, vote: true, veto: [LOW], leanings: {X: no}}]"))
        .hasMessageContaining("options[0].veto: 'LOW' is no member of the voting body")
        .hasMessageContaining("options[0].leanings.X: 'X' is no member of the voting body");
  }

  @Test
  void whatIsLeftToEvents() {
    Issue issue = read(HEAD + ACTORS.replace("salience: 80", "salience: derived"));
    assertThat(issue.derived()).containsOnlyKeys("salience of UPA");
    assertThatThrownBy(() -> issue.setting(null))
        .hasMessageContaining("1 values are to be derived, the first is the salience of UPA");
  }

  @Test
  void columnsOfKtab() throws Exception {
    Issue issue =
        KtabCsv.read(
            "Actor,Description,Influence,Tax Position,Tax Salience,Dam Position,Dam Salience\n"
                + "A,\"One, first\",10,5,50,20,30\nB,,3.5,80,20,100,0\n",
            Path.of("two.csv"));
    assertThat(issue.scales()).extracting(Scale::id).containsExactly("Tax", "Dam");
    assertThat(issue.actors()).extracting(Stake::name).containsExactly("One, first", "B");
    assertThat(issue.setting(null).positions().get(1)).containsExactly(Range.of(80), Range.of(100));
  }

  /** Lines are counted with those that are empty, comments, or inside of a quoted cell. */
  @Test
  void linesOfKtab() throws Exception {
    String text =
        "\uFEFF# from KTAB\nactor,description,capability,x position,x salience\n\n"
            + "A,\"One,\nand \"\"more\"\"\",10,5,50\r\n  \nB,,1,2,3\n";
    Issue issue = KtabCsv.read(text, Path.of("two.csv"));
    assertThat(issue.actors()).extracting(Stake::line).containsExactly(4, 7);
    assertThat(issue.actors().get(0).name()).isEqualTo("One,\nand \"more\"");
    assertThatThrownBy(() -> KtabCsv.read(text + "C,\"open,1,2,3\n", Path.of("two.csv")))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining("two.csv");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A,10,5 | two.csv:2: 3 cells; the line of names has 4",
        "A,10,500,5 | two.csv:2: x position: 500 is not between 0 and 100",
        "A,ten,5,5 | two.csv:2: capability: a number is wanted here, not 'ten'",
        "A,0,5,5 | no actor has a capability above 0"
      })
  void wrongColumnsOfKtab(String row, String message) {
    assertThatThrownBy(
            () ->
                KtabCsv.read("actor,capability,x position,x salience\n" + row, Path.of("two.csv")))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFileInAnotherEncoding(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("x.yaml");
    Files.write(file, "question: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> IssueReader.read(file)).hasMessageContaining("save it as UTF-8");
  }

  @Test
  void theTemplateAndTheExamplesAreIssues() throws Exception {
    assertThat(IssueReader.read(Template.text(), null).options()).hasSize(2);
    Path examples = Path.of("..", "examples");
    List<Path> files;
    try (var all = Files.list(examples)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(4);
    for (Path file : files) {
      assertThat(IssueReader.read(file).actors()).as(file.toString()).isNotEmpty();
    }
  }
}
