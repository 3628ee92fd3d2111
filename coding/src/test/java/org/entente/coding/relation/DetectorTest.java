package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.coding.event.EventFinder;
import org.entente.coding.mention.Discourse;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
import org.entente.knowledge.Knowledge;
import org.entente.model.Actor;
import org.entente.model.EventType;
import org.entente.model.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DetectorTest {
  private static Mention mention(int head, Span span, String id, Mention.Shape shape) {
    Actor actor = new Actor(id, id, id.toUpperCase(), List.of(), null, id);
    return new Mention(head, span, actor, null, shape, false, false, false, null);
  }

  private static Mention at(int head, String id, Mention.Shape shape) {
    return mention(head, new Span(head * 10, head * 10 + 9), id, shape);
  }

  @Test
  @DisplayName("two mentions may be source and target unless they are one, or the one is a part")
  void candidates() {
    Mention togo = at(0, "tgo", Mention.Shape.NAME);
    Mention mali = at(2, "mli", Mention.Shape.NAME);
    assertThat(Detector.candidate(togo, mali)).isTrue();
    assertThat(Detector.candidate(mali, togo)).isTrue();
    assertThat(Detector.candidate(togo, togo)).isFalse();
    assertThat(Detector.candidate(togo, at(4, "tgo", Mention.Shape.NAME))).isFalse();
    assertThat(Detector.candidate(togo, at(0, "mli", Mention.Shape.NAME))).isFalse();
    Mention inside = mention(3, new Span(22, 25), "ben", Mention.Shape.NAME);
    assertThat(Detector.candidate(mali, inside)).isFalse();
    assertThat(Detector.candidate(inside, mali)).isFalse();
  }

  @Test
  @DisplayName("towns and adjectives do nothing, but something may be done to them")
  void shapes() {
    Mention togo = at(0, "tgo", Mention.Shape.NAME);
    for (Mention.Shape shape : Mention.Shape.values()) {
      Mention other = at(2, "mli", shape);
      boolean acts = shape != Mention.Shape.TOWN && shape != Mention.Shape.MODIFIER;
      assertThat(Detector.candidate(other, togo)).as(shape.name()).isEqualTo(acts);
      assertThat(Detector.candidate(togo, other)).as(shape.name()).isTrue();
    }
  }

  private static final class Seen {
    private final Sentence sentence;
    private final Mentions mentions;
    private final Detector.View view;

    Seen(String text) {
      Knowledge knowledge = Knowledge.bundled();
      sentence = EnglishParser.shared().parse(text).get(0);
      mentions = new Discourse(text, null, knowledge).read(sentence);
      EventFinder.Readings readings = new EventFinder(knowledge).readings(sentence, mentions);
      view = new Detector.View(sentence, readings.cues(), readings.all());
    }

    Mention of(String code) {
      return mentions.all().stream()
          .filter(mention -> mention.actor().code().equals(code))
          .findFirst()
          .orElseThrow();
    }

    List<String> features(String source, String target) {
      return view.features(of(source), of(target));
    }

    double probability(String source, String target) {
      return Detector.bundled().probability(features(source, target));
    }
  }

  @Test
  @DisplayName("it sees the way, the cue on it and whether the lexicon fired")
  void features() {
    Seen seen = new Seen("Laos accused Thailand.");
    assertThat(seen.features("LAO", "THA"))
        .contains("way nsubj > dobj", "top word accuse", "cue ACCUSE", "source first")
        .anyMatch(Detector::isFired);
    assertThat(seen.features("THA", "LAO"))
        .contains("way dobj > nsubj", "target first", "lexicon reverse")
        .noneMatch(Detector::isFired);
    assertThat(new Seen("Thailand was accused by Laos.").features("LAO", "THA"))
        .anyMatch(feature -> feature.startsWith("way ") && feature.endsWith(" passive"));
  }

  @Test
  @DisplayName("the doer of a deed is told from whom it is done to")
  void direction() {
    for (String text :
        List.of("Laos accused Thailand.", "Thailand was shelled by Laos on Friday.")) {
      Seen seen = new Seen(text);
      assertThat(seen.probability("LAO", "THA")).as(text).isGreaterThan(0.8);
      assertThat(seen.probability("THA", "LAO")).as(text).isLessThan(0.3);
    }
    Seen bystander = new Seen("Laos accused Thailand while Vietnam slept.");
    assertThat(bystander.probability("VNM", "THA")).isLessThan(0.3);
  }

  @Test
  @DisplayName("two that are too far apart in the tree are not judged")
  void far() {
    Seen seen =
        new Seen(
            "Laos said the wife of the brother of the driver of the cook of the guard of the uncle"
                + " of the king of Thailand slept.");
    assertThat(seen.features("LAO", "THA")).isNull();
    assertThat(seen.features("THA", "LAO")).isNull();
  }

  @Test
  @DisplayName("it learns the marked pair, and for what two do together leaves the reverse open")
  void training() {
    DetectorTraining training = new DetectorTraining(Knowledge.bundled(), EnglishParser.shared());
    training.add(Pair.marked("<s>Laos</s> left."), Set.of(EventType.RETREAT));
    training.add(Pair.marked("<s>Laos</s> sang. <t>Togo</t> danced."), Set.of(EventType.AID));
    assertThat(training.size()).isZero();
    training.add(Pair.marked("<s>Laos</s> met <t>Togo</t>."), Set.of(EventType.CONSULT));
    assertThat(training.size()).isEqualTo(1);
    training.add(Pair.marked("<s>Laos</s> accused <t>Togo</t>."), Set.of(EventType.ACCUSE));
    assertThat(training.size()).isEqualTo(3);
    Map<String, String> others = Map.of("Laos", "Togo", "Mali", "Niger", "Chad", "Peru");
    others.forEach(
        (one, other) ->
            training.add(
                Pair.marked("<s>" + one + "</s> accused <t>" + other + "</t>."),
                Set.of(EventType.ACCUSE)));
    Detector detector = new Detector(training.train(new LinearTrainer(20, 0.3, 0, 2), 1));
    Seen seen = new Seen("Oman accused Yemen.");
    assertThat(detector.probability(seen.features("OMN", "YEM"))).isGreaterThan(0.8);
    assertThat(detector.probability(seen.features("YEM", "OMN"))).isLessThan(0.2);
  }
}
