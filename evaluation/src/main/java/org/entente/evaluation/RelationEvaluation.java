package org.entente.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.PairFile;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.evaluation.GoldPairs.GoldPair;
import org.entente.evaluation.measure.Bootstrap;
import org.entente.evaluation.measure.Confusion;
import org.entente.evaluation.measure.McNemar;
import org.entente.evaluation.measure.Reliability;
import org.entente.evaluation.show.Block;
import org.entente.evaluation.show.Case;
import org.entente.evaluation.show.Figures;
import org.entente.model.Status;

/** How often relations between two given actors are right. */
final class RelationEvaluation {
  private static final int BINS = 10;

  private final Relations models;
  private final Folds folds = Folds.bundled();
  private final Evaluation.Request request;
  private final Consumer<String> progress;

  RelationEvaluation(Relations models, Evaluation.Request request, Consumer<String> progress) {
    this.models = models;
    this.request = request;
    this.progress = progress;
  }

  List<Block> of(Path file) throws IOException {
    List<GoldPair> gold = GoldPairs.read(file);
    if (gold.isEmpty()) {
      throw new IOException(file + " has no rows below its first line");
    }
    Convention convention = request.convention();
    String why = "as asked";
    if (convention == null) {
      boolean plv = PairFile.read(file).has("gold_root");
      convention = plv ? Convention.PLV : Convention.PLOVER;
      why = plv ? "the gold has a column gold_root" : "the gold has no column gold_root";
    }
    int[] roots = gold.stream().mapToInt(pair -> Roots.of(pair.types())).toArray();
    Bootstrap bootstrap =
        new Bootstrap(
            gold.stream().map(GoldPair::group).toList(), request.resamples(), request.seed());
    Rival rival = request.against() == null ? null : Rival.read(request.against(), file, gold);
    List<Answers> all = new ArrayList<>();
    for (Tier tier : request.tiers()) {
      progress.accept(file.getFileName() + ": " + name(tier) + " …");
      all.add(Answers.of(gold, models, folds, tier, convention));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title("Relations: " + file.getFileName()));
    blocks.add(new Block.Words(about(gold, all.get(0).known(), convention, why)));
    for (Answers answers : all) {
      Measured measured = new Measured(name(answers.tier()), roots, answers.roots(), bootstrap);
      blocks.add(new Block.Heading("Model " + measured.name()));
      blocks.addAll(headlines(measured, answers));
      if (rival != null) {
        blocks.addAll(
            comparison(measured, new Measured(rival.name(), roots, rival.roots(), bootstrap)));
      }
      blocks.addAll(tables(measured, gold, answers));
    }
    if (all.size() == 2) {
      blocks.add(new Block.Heading("One model against the other"));
      blocks.addAll(
          comparison(
              new Measured(name(all.get(1).tier()), roots, all.get(1).roots(), bootstrap),
              new Measured(name(all.get(0).tier()), roots, all.get(0).roots(), bootstrap)));
    }
    return blocks;
  }

  private String about(List<GoldPair> gold, int known, Convention convention, String why) {
    return Figures.count(gold.size(), "pair")
        + ", convention "
        + convention.name().toLowerCase(Locale.ROOT)
        + " ("
        + why
        + "). Cross-validated, since the models were trained on them: "
        + Figures.count(known)
        + " (answered by models that have not seen their fifth of the rows). Answered by the models"
        + " that come with Entente: "
        + Figures.count(gold.size() - known)
        + ". Intervals hold 95 % of "
        + Figures.count(request.resamples())
        + " resamples by sentence (seed "
        + request.seed()
        + ").";
  }

  private static String name(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  /** Answers of one system, with what is right. */
  private record Measured(String name, int[] gold, int[] answers, Bootstrap bootstrap) {
    Confusion roots() {
      return Confusion.of(Roots.LABELS, gold, answers);
    }

    Confusion quads() {
      return Confusion.of(Roots.QUADS, Roots.quads(gold), Roots.quads(answers));
    }

    Confusion roots(int[] rows) {
      Confusion confusion = new Confusion(Roots.LABELS);
      for (int row : rows) {
        confusion.add(gold[row], answers[row]);
      }
      return confusion;
    }

    double quadF1(int[] rows) {
      Confusion confusion = new Confusion(Roots.QUADS);
      int[] right = Roots.quads(gold);
      int[] answered = Roots.quads(answers);
      for (int row : rows) {
        confusion.add(right[row], answered[row]);
      }
      return confusion.macroF1();
    }

    boolean[] right() {
      boolean[] right = new boolean[gold.length];
      for (int i = 0; i < right.length; i++) {
        right[i] = gold[i] == answers[i];
      }
      return right;
    }
  }

  private static List<Block> headlines(Measured measured, Answers answers) {
    Confusion roots = measured.roots();
    Bootstrap bootstrap = measured.bootstrap();
    Reliability reliability = Reliability.of(answers.confidences(), measured.right(), BINS);
    return List.of(
        new Block.Headline(
            "macro-F1 over the roots",
            Figures.decimals(roots.macroF1()),
            Figures.interval(bootstrap.interval(rows -> measured.roots(rows).macroF1()))),
        new Block.Headline(
            "accuracy",
            Figures.decimals(roots.accuracy()),
            Figures.interval(bootstrap.interval(rows -> measured.roots(rows).accuracy()))),
        new Block.Headline(
            "macro-F1 over the quad classes",
            Figures.decimals(measured.quads().macroF1()),
            Figures.interval(bootstrap.interval(measured::quadF1))),
        new Block.Headline(
            "expected calibration error",
            Figures.decimals(reliability.error()),
            BINS + " bins of equal width"));
  }

  private static List<Block> comparison(Measured ours, Measured theirs) {
    McNemar test = McNemar.of(ours.right(), theirs.right());
    Bootstrap.Interval difference =
        ours.bootstrap()
            .interval(rows -> ours.roots(rows).macroF1() - theirs.roots(rows).macroF1());
    Confusion mine = ours.roots();
    Confusion other = theirs.roots();
    return List.of(
        new Block.Table(
            List.of("against " + theirs.name(), ours.name(), theirs.name(), "difference"),
            List.of(
                List.of(
                    "macro-F1",
                    Figures.decimals(mine.macroF1()),
                    Figures.decimals(other.macroF1()),
                    Figures.difference(mine.macroF1() - other.macroF1())),
                List.of(
                    "accuracy",
                    Figures.decimals(mine.accuracy()),
                    Figures.decimals(other.accuracy()),
                    Figures.difference(mine.accuracy() - other.accuracy()))),
            false),
        new Block.Words(
            "Difference of macro-F1: "
                + Figures.difference(difference.low())
                + " to "
                + Figures.difference(difference.high())
                + ", "
                + Figures.probability(difference.probability())
                + " (paired bootstrap). Accuracy: only "
                + ours.name()
                + " is right on "
                + Figures.count(test.first(), "row")
                + ", only "
                + theirs.name()
                + " on "
                + Figures.count(test.second())
                + ", "
                + Figures.probability(test.probability())
                + " (McNemar, exact)."));
  }

  private static List<Block> tables(Measured measured, List<GoldPair> gold, Answers answers) {
    boolean[] right = measured.right();
    Confusion roots = measured.roots();
    Reliability reliability = Reliability.of(answers.confidences(), right, BINS);
    return List.of(
        byType(roots),
        new Block.Matrix(roots, Roots.QUAD_STARTS),
        byStatus(answers, right),
        bins(reliability),
        new Block.Diagram(reliability),
        new Block.Cases("Wrong answers", wrong(gold, answers, right), "--wrong"));
  }

  private static Block.Table byType(Confusion roots) {
    List<List<String>> rows = new ArrayList<>();
    double precision = 0;
    double recall = 0;
    int occurring = 0;
    for (int i = 0; i < Roots.LABELS.size(); i++) {
      if (roots.gold(i) + roots.answered(i) == 0) {
        continue;
      }
      occurring++;
      precision += roots.precision(i);
      recall += roots.recall(i);
      rows.add(
          List.of(
              Roots.LABELS.get(i),
              Figures.count(roots.gold(i)),
              Figures.count(roots.answered(i)),
              Figures.decimals(roots.precision(i)),
              Figures.decimals(roots.recall(i)),
              Figures.decimals(roots.f1(i))));
    }
    rows.add(
        List.of(
            "mean",
            Figures.count(roots.total()),
            Figures.count(roots.total()),
            Figures.decimals(precision / occurring),
            Figures.decimals(recall / occurring),
            Figures.decimals(roots.macroF1())));
    return new Block.Table(
        List.of("type", "gold", "answered", "precision", "recall", "F1"), rows, true);
  }

  private static Block.Table byStatus(Answers answers, boolean[] right) {
    List<List<String>> rows = new ArrayList<>();
    for (Status status : Status.values()) {
      int[] of =
          IntStream.range(0, right.length)
              .filter(i -> answers.relations().get(i).status() == status)
              .toArray();
      int good = (int) IntStream.of(of).filter(i -> right[i]).count();
      rows.add(
          List.of(
              status.name().toLowerCase(Locale.ROOT),
              Figures.count(of.length),
              Figures.count(good),
              Figures.share(good, of.length)));
    }
    return new Block.Table(
        List.of("status of the answer", "answers", "right type", "share"), rows, false);
  }

  private static Block.Table bins(Reliability reliability) {
    List<List<String>> rows = new ArrayList<>();
    for (Reliability.Bin bin : reliability.bins()) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.to()),
              Figures.count(bin.count()),
              bin.count() == 0 ? "–" : Figures.decimals(bin.confidence()),
              bin.count() == 0 ? "–" : Figures.decimals(bin.right())));
    }
    return new Block.Table(
        List.of("confidence", "answers", "mean confidence", "right"), rows, false);
  }

  private static List<Case> wrong(List<GoldPair> gold, Answers answers, boolean[] right) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < right.length; i++) {
      if (!right[i]) {
        GoldPair pair = gold.get(i);
        Relation answer = answers.relations().get(i);
        cases.add(
            new Case(
                pair.id(),
                Roots.LABELS.get(Roots.of(pair.types())),
                answer.root(),
                answer.confidence(),
                pair.pair().text(),
                pair.pair().source(),
                pair.pair().target(),
                answer.because()));
      }
    }
    return cases;
  }
}
