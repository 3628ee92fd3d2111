package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.entente.coding.relation.LinearModel.Term;
import org.entente.coding.relation.LinearTrainer.Case;
import org.entente.coding.relation.LinearTrainer.Example;
import org.entente.model.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The linear model and what trains it. */
class LinearModelTest {
  private static final List<EventType> FEW =
      List.of(EventType.AID, EventType.ASSAULT, EventType.CONSULT);

  /** One telling feature, two that tell nothing. */
  private static List<Example> toy(int count) {
    Random random = new Random(3);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      EventType type = FEW.get(i % FEW.size());
      List<String> features =
          List.of("word " + type, "noise " + random.nextInt(5), "noise " + (5 + random.nextInt(5)));
      examples.add(new Example(features, Set.of(type), 1));
    }
    return examples;
  }

  private static EventType best(LinearModel model, List<String> features) {
    double[] scores = model.scores(features);
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return EventType.values()[best];
  }

  private static byte[] bytes(LinearModel model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      model.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static LinearModel read(byte[] bytes, int classes) throws IOException {
    return LinearModel.read(new ByteArrayInputStream(bytes), classes);
  }

  private static byte[] packed(String table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(table.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  @DisplayName("a toy problem is learnt")
  void learns() {
    LinearModel model = LinearTrainer.standard().train(toy(90), 1);
    for (EventType type : FEW) {
      assertThat(best(model, List.of("word " + type, "noise 2", "noise 7"))).isEqualTo(type);
      assertThat(best(model, List.of("word " + type, "never seen"))).isEqualTo(type);
    }
  }

  @Test
  @DisplayName("the same seed gives the same bytes, another seed others")
  void sameSeed() {
    byte[] first = bytes(LinearTrainer.standard().train(toy(90), 1));
    assertThat(bytes(LinearTrainer.standard().train(toy(90), 1))).isEqualTo(first);
    assertThat(bytes(LinearTrainer.standard().train(toy(90), 2))).isNotEqualTo(first);
  }

  @Test
  @DisplayName("a feature of one example only is not memorised")
  void rare() {
    List<Example> examples = new ArrayList<>(toy(30));
    examples.add(new Example(List.of("word unique"), Set.of(EventType.PROTEST), 1));
    LinearModel model = new LinearTrainer(4, 0.3, 0, 2).train(examples, 1);
    assertThat(model.size()).isEqualTo(13);
    assertThat(model.scores(List.of("word unique"))).containsOnly(0);
    assertThat(new LinearTrainer(4, 0.3, 0, 1).train(examples, 1).size()).isEqualTo(14);
  }

  @Test
  @DisplayName("of several types that a row leaves open the other rows decide")
  void partialLabels() {
    Set<EventType> either = Set.of(EventType.CONCEDE, EventType.RETREAT);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new Example(List.of("leaves"), either, 1));
      examples.add(new Example(List.of("leaves", "troops"), Set.of(EventType.RETREAT), 1));
      examples.add(new Example(List.of("lifts"), either, 1));
      examples.add(new Example(List.of("lifts", "curfew"), Set.of(EventType.CONCEDE), 1));
      examples.add(new Example(List.of("fires", "troops"), Set.of(EventType.ASSAULT), 1));
    }
    LinearModel model = LinearTrainer.standard().train(examples, 1);
    for (String open : List.of("leaves", "lifts")) {
      double[] p = model.scores(List.of(open));
      LinearTrainer.softmax(p);
      assertThat(p[EventType.CONCEDE.ordinal()] + p[EventType.RETREAT.ordinal()])
          .isGreaterThan(0.9);
    }
    assertThat(best(model, List.of("leaves"))).isEqualTo(EventType.RETREAT);
    assertThat(best(model, List.of("lifts"))).isEqualTo(EventType.CONCEDE);
    assertThat(best(model, List.of("fires", "troops"))).isEqualTo(EventType.ASSAULT);
  }

  @Test
  @DisplayName("a row of more weight wins over its contradiction")
  void weights() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new Example(List.of("word"), Set.of(EventType.AID), 1));
      examples.add(new Example(List.of("word"), Set.of(EventType.ASSAULT), 0.2));
    }
    LinearModel model = LinearTrainer.standard().train(examples, 1);
    assertThat(best(model, List.of("word"))).isEqualTo(EventType.AID);
  }

  @Test
  @DisplayName("two classes: no and yes")
  void twoClasses() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cases.add(new Case(List.of("same", "good"), true, 1));
      cases.add(new Case(List.of("same", "bad"), false, 1));
    }
    Detector detector = new Detector(LinearTrainer.standard().trainTwo(cases, 1));
    assertThat(detector.probability(List.of("same", "good"))).isGreaterThan(0.9);
    assertThat(detector.probability(List.of("same", "bad"))).isLessThan(0.1);
    assertThat(detector.probability(List.of("unheard of"))).isEqualTo(0.5);
  }

  @Test
  @DisplayName(
      "what is written is read: the same scores to the printed digit, the same bytes again")
  void written() throws IOException {
    LinearModel model = LinearTrainer.standard().train(toy(90), 1);
    byte[] file = bytes(model);
    LinearModel again = read(file, LinearModel.TYPES);
    assertThat(bytes(again)).isEqualTo(file);
    assertThat(again.size()).isLessThanOrEqualTo(model.size());
    for (EventType type : FEW) {
      List<String> telling = List.of("word " + type);
      double[] before = model.scores(telling);
      double[] after = again.scores(telling);
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isCloseTo(before[i], within(0.00051));
        assertThat(after[i] * 1000).isCloseTo(Math.round(after[i] * 1000), within(1e-3));
      }
    }
  }

  @Test
  @DisplayName("weights of thousandths come back exactly; rows of small weights are left out")
  void thousandths() throws IOException {
    Map<String, Integer> index = new HashMap<>(Map.of("b é", 0, "a", 1, "small", 2, "least", 3));
    float[] weights = {1.234f, -0.001f, 0, -12.5f, 0.019f, -0.0194f, 0, 0.02f};
    LinearModel again = read(bytes(new LinearModel(index, weights, 2)), 2);
    assertThat(again.size()).isEqualTo(3);
    assertThat(again.scores(List.of("least"))).containsExactly(0, 0.02f);
    assertThat(again.scores(List.of("b é"))).containsExactly(1.234f, -0.001f);
    assertThat(again.scores(List.of("a"))).containsExactly(0, -12.5f);
    assertThat(again.scores(List.of("small"))).containsExactly(0, 0);
  }

  @Test
  @DisplayName("a large table is read whole")
  void large() throws IOException {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      table.append("f").append(i).append('\t').append(i).append(" -").append(i).append('\n');
    }
    LinearModel model = read(packed(table.toString()), 2);
    assertThat(model.size()).isEqualTo(200_000);
    assertThat(model.scores(List.of("f199999"))).containsExactly(199.999f, -199.999f);
  }

  @Test
  @DisplayName("a row of too few or too many weights is told with its line")
  void badRows() throws IOException {
    byte[] few = packed("a\t1 2\nb\t1\n");
    assertThatIOException()
        .isThrownBy(() -> read(few, 2))
        .withMessage("line 2: 1 weights instead of 2");
    byte[] many = packed("a\t1 2 3\n");
    assertThatIOException()
        .isThrownBy(() -> read(many, 2))
        .withMessage("line 1: 3 weights instead of 2");
    assertThatIOException().isThrownBy(() -> read("no gzip".getBytes(StandardCharsets.UTF_8), 2));
    assertThatThrownBy(() -> LinearModel.resource("none.tsv.gz", 2))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.tsv.gz is missing from the class path");
  }

  @Test
  @DisplayName("what spoke for a type, the strongest first")
  void terms() {
    int classes = LinearModel.TYPES;
    Map<String, Integer> index = Map.of("weak", 0, "strong", 1, "against", 2, "none", 3);
    float[] weights = new float[4 * classes];
    weights[EventType.AID.ordinal()] = 0.5f;
    weights[classes + EventType.AID.ordinal()] = 4;
    weights[2 * classes + EventType.ASSAULT.ordinal()] = 2;
    LinearModel model = new LinearModel(index, weights, classes);
    List<String> features = List.of("weak", "strong", "against", "unknown");
    assertThat(model.terms(features, EventType.AID, EventType.ASSAULT, 5))
        .containsExactly(new Term("strong", 2), new Term("against", -1), new Term("weak", 0.25));
    assertThat(model.terms(features, EventType.AID, EventType.ASSAULT, 2))
        .extracting(Term::feature)
        .containsExactly("strong", "against");
    assertThat(model.terms(features, EventType.ASSAULT, EventType.AID, 1))
        .containsExactly(new Term("strong", -2));
    assertThat(model.terms(List.of(), EventType.AID, EventType.ASSAULT, 2)).isEmpty();
  }

  @Test
  void softmax() {
    double[] scores = {1000, 1000, -1000};
    LinearTrainer.softmax(scores);
    assertThat(scores).containsExactly(0.5, 0.5, 0);
  }

  @Test
  @DisplayName("the bundled models fit the types")
  void bundled() {
    assertThat(LinearModel.bundled().size()).isGreaterThan(1000);
    assertThat(LinearModel.bundled().scores(List.of("word [s]"))).hasSize(16);
  }
}
