package org.entente.analysis.forecast.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.HistoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {
  private static final Path ICEWS14 =
      Path.of(System.getProperty("entente.root", "..")).resolve("../shared/data/icews14");

  @TempDir Path folder;

  @Test
  void tiesAreAveraged() {
    int[] candidates = {1, 3, 5, 7};
    double[] scores = {.5, .9, .5, .5};
    assertThat(Rank.of(3, new int[] {3}, candidates, scores, 100)).isEqualTo(1);
    assertThat(Rank.of(5, new int[] {5}, candidates, scores, 100)).isEqualTo(3);
    // another right answer is left out
    assertThat(Rank.of(5, new int[] {3, 5}, candidates, scores, 100)).isEqualTo(2);
    // 96 without score: 5th to 100th
    assertThat(Rank.of(50, new int[] {50}, candidates, scores, 100)).isEqualTo(52.5);
    assertThat(Rank.of(50, new int[] {3, 50, 60}, candidates, scores, 100)).isEqualTo(51);
  }

  @Test
  void probabilitiesOfRanksAddUp() {
    int[] candidates = {1, 3, 5, 7};
    double[] weights = {1, 6, 2, 1};
    Rank.Odds odds = Rank.Odds.of(5, new int[] {5}, candidates, weights, .2, 100);
    assertThat(odds.answer()).isCloseTo(.16, within(1e-12));
    assertThat(odds.first()).isCloseTo(.48, within(1e-12));
    assertThat(odds.brier())
        .isCloseTo(1 - .32 + .08 * .08 * 2 + .48 * .48 + .16 * .16 + .04 / 96, within(1e-12));
    // another right answer is left out
    assertThat(Rank.Odds.of(5, new int[] {3, 5}, candidates, weights, .2, 100).answer())
        .isCloseTo(.4, within(1e-12));
    // an answer without a score shares the rest
    Rank.Odds outside = Rank.Odds.of(50, new int[] {50}, candidates, weights, .2, 100);
    assertThat(outside.scored()).isFalse();
    assertThat(outside.answer()).isCloseTo(.2 / 96, within(1e-12));
    assertThat(Rank.Odds.of(50, new int[] {50}, new int[0], new double[0], .2, 100).answer())
        .isCloseTo(.01, within(1e-12));
  }

  @Test
  void rankingsAreScoredByTheirProbabilities() {
    RankingScore score =
        RankingScore.of(
            List.of(
                new Rank(0, false, Rank.Stratum.NEW, 1, new Rank.Odds(.8, .8, .06, true)),
                new Rank(1, false, Rank.Stratum.NEW, 2, new Rank.Odds(.1, .85, 1.5, true))),
            1);
    assertThat(score.log()).isCloseTo(-(Math.log(.8) + Math.log(.1)) / 2, within(1e-12));
    assertThat(score.brier()).isCloseTo(.78, within(1e-12));
    assertThat(score.error()).isCloseTo((1.65 - 1) / 2, within(1e-12));
  }

  @Test
  void nothingOfTheFutureIsKnown() {
    History.Builder other = Invented.builder();
    Invented.add(other, 0, 60, 7);
    Invented.add(other, 60, 80, 99);
    assertSameEvidence(Invented.of(80), other.build(), 60);
  }

  @Test
  void nothingOfTheFutureIsKnownOnIcews14() throws IOException {
    History history = icews14();
    History.Builder other = new History.Builder();
    history.actors().forEach(other::actor);
    history.types().forEach(other::type);
    int end = history.from(334);
    for (int e = 0; e < history.size(); e++) {
      boolean future = e >= end;
      other.add(
          history.date(history.dayOf(e)),
          history.actors().get(future ? (history.source(e) + 17) % 7128 : history.source(e)),
          history.types().get(future ? (history.type(e) + 5) % 230 : history.type(e)),
          history.actors().get(future ? (history.target(e) + 40) % 7128 : history.target(e)),
          null);
    }
    assertSameEvidence(history, other.build(), 334);
  }

  private static void assertSameEvidence(History one, History other, int day) {
    try (Workers workers = new Workers(1)) {
      Walk first = new Walk(one, workers);
      Walk second = new Walk(other, workers);
      first.to(day);
      second.to(day);
      Evidence evidence = new Evidence(first.memory());
      Evidence same = new Evidence(second.memory());
      Questions questions = Questions.of(one, day, first.memory());
      float[] features = new float[Features.COUNT];
      float[] others = new float[Features.COUNT];
      for (int q = 0; q < Math.min(60, questions.size()); q++) {
        evidence.ask(questions.source(q), questions.relation(q));
        same.ask(questions.source(q), questions.relation(q));
        assertThat(same.candidates()).isEqualTo(evidence.candidates());
        for (int candidate : evidence.candidates()) {
          evidence.features(candidate, features, 0);
          same.features(candidate, others, 0);
          assertThat(Arrays.equals(features, others)).isTrue();
        }
      }
    }
  }

  @Test
  void eachQuestionIsScoredAlone() {
    History all = Invented.of(41);
    RankingModel model;
    List<Rank> together;
    try (Workers workers = new Workers(1)) {
      RankingBacktest tested =
          RankingBacktest.run(all, 20, 35, 40, 41, RankingModel.Kind.LINEAR, 1, workers);
      model = tested.model();
      together = tested.ranks().stream().map(RankingTest::place).toList();
    }
    int found = 0;
    for (int e = all.from(40); e < all.size(); e++) {
      History.Builder builder = Invented.builder();
      Invented.add(builder, 0, 40, 7);
      builder.add(
          all.date(40),
          all.actors().get(all.source(e)),
          all.types().get(all.type(e)),
          all.actors().get(all.target(e)),
          null);
      try (Workers workers = new Workers(1)) {
        List<Rank> alone = new Walk(builder.build(), workers).ranks(40, 41, model.ranker());
        assertThat(alone).hasSize(2);
        found += together.containsAll(alone.stream().map(RankingTest::place).toList()) ? 1 : 0;
      }
    }
    // those with other right answers on the day have them left out there, and not here
    assertThat(found).isGreaterThan((all.size() - all.from(40)) / 2);
  }

  /** Without the probabilities, which say what other right answers there were. */
  private static Rank place(Rank rank) {
    return new Rank(rank.day(), rank.inverse(), rank.stratum(), rank.rank(), null);
  }

  @Test
  void threadsDoNotMatterAndModelsAreSaved() throws IOException {
    History history = Invented.of(40);
    for (RankingModel.Kind kind : RankingModel.Kind.values()) {
      RankingModel[] models = new RankingModel[2];
      for (int threads = 1; threads <= 2; threads++) {
        try (Workers workers = new Workers(threads)) {
          models[threads - 1] = RankingModel.train(history, 20, 36, kind, 3, workers);
        }
      }
      assertThat(models[0].ranker().weights()).isEqualTo(models[1].ranker().weights());
      Path file = folder.resolve(kind + ".txt");
      models[0].save(file);
      RankingModel loaded = RankingModel.load(file);
      assertThat(loaded.kind()).isEqualTo(kind);
      List<Prediction> predictions =
          new Forecaster(history, models[0]).to(40).predict(Set.of(0), Set.of(), Set.of(), 10);
      assertThat(
              new Forecaster(history, loaded)
                  .to(38)
                  .to(40)
                  .predict(Set.of(0), Set.of(), Set.of(), 10))
          .isEqualTo(predictions);
      assertThat(predictions.get(0).evidence()).isNotEmpty();
      assertThat(predictions.get(0).evidence().get(0).document()).startsWith("doc-");
      assertThat(predictions.stream().mapToDouble(Prediction::probability).sum())
          .isBetween(0.1, 1.0);
    }
  }

  @Test
  void predictsSourcesToo() {
    History history = Invented.of(40);
    try (Workers workers = new Workers(1)) {
      RankingModel model =
          RankingModel.train(history, 20, 36, RankingModel.Kind.LINEAR, 3, workers);
      Forecaster forecaster = new Forecaster(history, model).to(40);
      List<Prediction> on = forecaster.predict(Set.of(), Set.of(), Set.of(5), 5);
      assertThat(on).hasSize(5).allMatch(one -> one.target().equals(Invented.name(5)));
      assertThatThrownBy(() -> forecaster.predict(Set.of(), Set.of(), Set.of(), 5))
          .hasMessageContaining("a source or a target");
      assertThatThrownBy(() -> forecaster.to(10)).hasMessageContaining("after day");
    }
  }

  @Test
  void wrongModelFilesAreTold() throws IOException {
    Path file = Files.writeString(folder.resolve("model.txt"), "something else\n");
    assertThatThrownBy(() -> RankingModel.load(file)).hasMessageContaining("no forecast model");
    Path cut =
        Files.writeString(
            folder.resolve("cut.txt"),
            "entente forecast model 1\nkind LINEAR\nhalf-lives 2 8 32 128 ever\nmean 1 2\n");
    assertThatThrownBy(() -> RankingModel.load(cut)).hasMessageContaining("57 numbers of 'mean'");
  }

  @Test
  void recurrencyOnIcews14IsThatOfTheLiterature() throws IOException {
    History history = icews14();
    try (Workers workers = new Workers(1)) {
      RankingScore strict =
          RankingScore.of(RankingBacktest.recurrency(history, 334, 365, false, workers).ranks(), 1);
      assertThat(100 * strict.mrr()).isCloseTo(35.5, within(.2));
      RankingScore combined =
          RankingScore.of(RankingBacktest.recurrency(history, 334, 365, true, workers).ranks(), 1);
      assertThat(100 * combined.mrr()).isCloseTo(37.5, within(.3));
    }
  }

  @Test
  void learnsFromAPartOfIcews14() throws IOException {
    History history = icews14();
    try (Workers workers = new Workers(2)) {
      RankingScore recurrency =
          RankingScore.of(RankingBacktest.recurrency(history, 100, 103, true, workers).ranks(), 1);
      RankingScore linear =
          RankingScore.of(
              RankingBacktest.run(history, 85, 100, 100, 103, RankingModel.Kind.LINEAR, 1, workers)
                  .ranks(),
              1);
      assertThat(linear.mrr()).isGreaterThan(recurrency.mrr() + .04);
    }
  }

  private static History icews14() throws IOException {
    assumeTrue(Files.isDirectory(ICEWS14), "../shared/data/icews14 is absent");
    return HistoryFile.read(ICEWS14);
  }
}
