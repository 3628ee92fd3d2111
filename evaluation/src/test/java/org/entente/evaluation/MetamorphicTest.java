package org.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.coding.relation.Pair;
import org.entente.coding.relation.Relation;
import org.entente.model.EventType;
import org.entente.model.Status;
import org.junit.jupiter.api.Test;

class MetamorphicTest {
  private static MetamorphicLine line(String variant, EventType type, Status status) {
    return new MetamorphicLine("m1", variant, type, status, Pair.marked("<s>A</s> b <t>C</t>"));
  }

  private static Relation answer(EventType type, Status status) {
    return new Relation(type, "000", status, 0.5, EventType.AID, "", List.of(), List.of());
  }

  private static boolean holds(MetamorphicLine line, Relation answer, Relation base) {
    return Expectation.of(line.variant()).holds(line, answer, base);
  }

  @Test
  void theUnchangedMustBeRightAndTheInvariantOnlyTheSame() {
    Relation aid = answer(EventType.AID, Status.ACTUAL);
    Relation agree = answer(EventType.AGREE, Status.ACTUAL);
    MetamorphicLine base = line("base", EventType.AGREE, Status.ACTUAL);
    assertThat(holds(base, agree, agree)).isTrue();
    assertThat(holds(base, aid, aid)).isFalse();
    for (String variant : List.of("country", "date", "voice", "before", "after", "swap")) {
      MetamorphicLine changed = line(variant, EventType.AGREE, Status.ACTUAL);
      assertThat(holds(changed, aid, aid)).as("wrong, but the same").isTrue();
      assertThat(holds(changed, agree, aid)).isFalse();
    }
    assertThat(
            holds(
                line("country", EventType.RETREAT, Status.ACTUAL),
                answer(EventType.CONCEDE, Status.ACTUAL),
                answer(EventType.RETREAT, Status.ACTUAL)))
        .as("roots are compared")
        .isTrue();
  }

  @Test
  void aChangeMustBeSeen() {
    Relation agree = answer(EventType.AGREE, Status.ACTUAL);
    Relation reject = answer(EventType.REJECT, Status.ACTUAL);
    MetamorphicLine refusal = line("refusal", EventType.REJECT, Status.ACTUAL);
    assertThat(holds(refusal, reject, agree)).isTrue();
    assertThat(holds(refusal, agree, agree)).isFalse();

    MetamorphicLine denied = line("negation", EventType.ASSAULT, Status.DENIED);
    Relation base = answer(EventType.ASSAULT, Status.ACTUAL);
    assertThat(holds(denied, answer(EventType.AID, Status.DENIED), base)).isTrue();
    assertThat(holds(denied, answer(EventType.ASSAULT, Status.POSSIBLE), base)).isTrue();
    assertThat(holds(denied, base, base)).isFalse();
    assertThat(holds(denied, answer(EventType.AID, Status.POSSIBLE), base)).isFalse();
  }

  @Test
  void theBundledSentencesAreWholeAndTrainedOnByNobody() throws IOException {
    List<MetamorphicLine> lines = MetamorphicLine.bundled();
    Set<String> bases =
        lines.stream()
            .filter(l -> l.variant().equals("base"))
            .map(MetamorphicLine::base)
            .collect(Collectors.toSet());
    assertThat(bases).hasSizeGreaterThan(200);
    assertThat(lines).allMatch(line -> bases.contains(line.base()));
    Set<String> trained =
        GoldPairs.own().stream().map(own -> own.pair().text()).collect(Collectors.toSet());
    assertThat(lines).noneMatch(line -> trained.contains(line.pair().text()));
    Folds folds = Folds.bundled();
    assertThat(lines).noneMatch(line -> folds.known(line.pair()));
  }

  @Test
  void aBrokenLineIsNamed() {
    assertThatThrownBy(
            () ->
                MetamorphicLine.read(
                    new BufferedReader(new StringReader("head\nm1\tbase\tDANCE\tactual\tx"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("metamorphic.tsv, line 2: ");
  }
}
