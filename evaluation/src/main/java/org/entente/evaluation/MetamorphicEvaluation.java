package org.entente.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.evaluation.show.Block;
import org.entente.evaluation.show.Case;
import org.entente.evaluation.show.Figures;
import org.entente.model.Status;

/** Whether answers stay or change as they must when a sentence is changed. */
final class MetamorphicEvaluation {
  private final Relations models;
  private final Evaluation.Request request;
  private final Consumer<String> progress;

  MetamorphicEvaluation(Relations models, Evaluation.Request request, Consumer<String> progress) {
    this.models = models;
    this.request = request;
    this.progress = progress;
  }

  private record Outcome(MetamorphicLine line, Relation answer, Relation base) {
    Expectation expectation() {
      return Expectation.of(line.variant());
    }

    boolean held() {
      return expectation().holds(line, answer, base);
    }

    boolean denied() {
      return line.variant().equals("negation") && line.status() == Status.DENIED;
    }

    String variant() {
      return !line.variant().equals("negation")
          ? line.variant()
          : denied() ? "negation: denied" : "negation: rejected";
    }
  }

  List<Block> blocks() throws IOException {
    List<MetamorphicLine> lines = MetamorphicLine.bundled();
    Convention convention = request.convention() == null ? Convention.PLOVER : request.convention();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title("Changed sentences"));
    long bases = lines.stream().filter(line -> line.variant().equals("base")).count();
    blocks.add(
        new Block.Words(
            Figures.count((int) bases, "own sentence")
                + " and "
                + Figures.count((int) (lines.size() - bases))
                + " made of them by a change, of which no model has seen any; convention "
                + convention.name().toLowerCase(Locale.ROOT)
                + ". Unchanged: the answer has the right type. Invariance: the answer has the type"
                + " that the unchanged sentence was given, right or wrong (swap: the actors are"
                + " exchanged). Change: the answer has the type that is right after the change; of"
                + " what is denied, the status is DENIED, or the type is right and the status not"
                + " ACTUAL."));
    for (Tier tier : request.tiers()) {
      String name = tier.name().toLowerCase(Locale.ROOT);
      progress.accept("changed sentences: " + name + " …");
      blocks.add(new Block.Heading("Model " + name));
      blocks.addAll(blocks(outcomes(lines, tier, convention)));
    }
    return blocks;
  }

  private List<Outcome> outcomes(List<MetamorphicLine> lines, Tier tier, Convention convention) {
    List<Relation> answers =
        lines.parallelStream().map(line -> models.relate(line.pair(), tier, convention)).toList();
    Map<String, Relation> bases = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).variant().equals("base")) {
        bases.put(lines.get(i).base(), answers.get(i));
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      MetamorphicLine line = lines.get(i);
      outcomes.add(new Outcome(line, answers.get(i), bases.get(line.base())));
    }
    return outcomes;
  }

  private static List<Block> blocks(List<Outcome> outcomes) {
    List<Block> blocks = new ArrayList<>();
    for (Expectation expectation : Expectation.values()) {
      List<Outcome> of = outcomes.stream().filter(o -> o.expectation() == expectation).toList();
      blocks.add(
          new Block.Headline(
              expectation.label(),
              Figures.share(held(of), of.size()),
              Figures.count(held(of)) + " of " + Figures.count(of.size())));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Expectation expectation : Expectation.values()) {
      outcomes.stream()
          .filter(o -> o.expectation() == expectation)
          .map(Outcome::variant)
          .distinct()
          .forEach(
              variant ->
                  rows.add(
                      row(
                          variant,
                          expectation,
                          outcomes.stream().filter(o -> o.variant().equals(variant)).toList())));
    }
    int held = held(outcomes);
    rows.add(
        List.of(
            "all",
            "",
            Figures.count(outcomes.size()),
            Figures.count(held),
            Figures.share(held, outcomes.size())));
    blocks.add(
        new Block.Table(List.of("sentences", "must show", "count", "held", "share"), rows, true));
    List<Outcome> denied = outcomes.stream().filter(Outcome::denied).toList();
    blocks.add(
        new Block.Words(
            "Of the "
                + Figures.count(denied.size())
                + " denied: status DENIED "
                + share(denied, o -> o.answer().status() == Status.DENIED)
                + ", right type and status not ACTUAL "
                + share(
                    denied,
                    o ->
                        Expectation.rightType(o.line(), o.answer())
                            && o.answer().status() != Status.ACTUAL)
                + ", right type "
                + share(denied, o -> Expectation.rightType(o.line(), o.answer()))
                + "."));
    blocks.add(new Block.Cases("Sentences that did not hold", failures(outcomes), "-v"));
    return blocks;
  }

  private static String share(List<Outcome> outcomes, Predicate<Outcome> test) {
    return Figures.share((int) outcomes.stream().filter(test).count(), outcomes.size());
  }

  private static int held(List<Outcome> outcomes) {
    return (int) outcomes.stream().filter(Outcome::held).count();
  }

  private static List<String> row(String variant, Expectation expectation, List<Outcome> outcomes) {
    int held = held(outcomes);
    return List.of(
        variant,
        expectation.label(),
        Figures.count(outcomes.size()),
        Figures.count(held),
        Figures.share(held, outcomes.size()));
  }

  private static List<Case> failures(List<Outcome> outcomes) {
    List<Case> cases = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (!outcome.held()) {
        String expected =
            outcome.expectation() == Expectation.INVARIANCE
                ? outcome.base().root()
                : Relation.root(outcome.line().type());
        cases.add(
            new Case(
                outcome.line().id(),
                expected + (outcome.denied() ? " denied" : ""),
                outcome.answer().root()
                    + (outcome.denied()
                        ? " " + outcome.answer().status().name().toLowerCase(Locale.ROOT)
                        : ""),
                outcome.answer().confidence(),
                outcome.line().pair().text(),
                outcome.line().pair().source(),
                outcome.line().pair().target(),
                outcome.answer().because()));
      }
    }
    return cases;
  }
}
