package org.entente.sway.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.Distribution;
import org.entente.sway.bargain.MonteCarlo;
import org.entente.sway.bargain.Outcome;
import org.entente.sway.bargain.Setting;
import org.entente.sway.bargain.Simulation;
import org.entente.sway.bargain.SpatialModel;
import org.entente.sway.bargain.Spread;
import org.entente.sway.bargain.UncertainSetting;
import org.entente.sway.bargain.Workers;
import org.entente.sway.coalition.Camps;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Option;
import org.entente.sway.issue.Scale;
import org.entente.sway.vote.Leaning;

/**
 * Weighs the options of an actor: every model on every option with the same draws, so that two
 * options differ by what they change and not by chance.
 *
 * <p>Where an option goes to a vote, a draw in which it fails ends at the status quo. A member of
 * the body that is an actor leans by what it would gain, |position − status quo| − |position −
 * proposal|, averaged over its possible positions; see {@link Leaning#ofGain}. The proposal is the
 * option's, or, where it has none, what the first model predicts.
 */
public final class Sway {
  /** With more actors, models that go by rounds are drawn less often, by the cube of the number. */
  private static final int MANY = 15;

  private static final int FEW_DRAWS = 20;

  private static final int MOST_IN_SPACE = 50;
  private static final int MOST_IN_ROUNDS = 200;

  /** With more, what single actors and numbers do is asked of the formulas only. */
  private static final int MOST_ASKED = 100;

  private static final long VOTE_STREAM = 0x5DEECE66DL;

  private final Issue issue;
  private final String actor;
  private final List<BargainingModel> models;
  private final int draws;
  private final int roundDraws;
  private final long seed;
  private final int threads;
  private final Voting voting;
  private final Sides sides;
  private final Steps steps;
  private final int stepCount;
  private int stepsOver;

  /** Told how far the weighing is. */
  @FunctionalInterface
  public interface Steps {
    /**
     * @param done steps that are over, from 1
     * @param of how many there are
     * @throws java.util.concurrent.CancellationException to stop here
     */
    void over(int done, int of);
  }

  private Sway(
      Issue issue,
      String actor,
      List<BargainingModel> models,
      int draws,
      int roundDraws,
      long seed,
      int threads,
      Steps steps) {
    this.issue = issue;
    this.actor = actor;
    this.models = models;
    this.draws = draws;
    this.roundDraws = roundDraws;
    this.seed = seed;
    this.threads = threads;
    this.voting = new Voting(issue);
    this.sides = new Sides(issue, seed);
    this.steps = steps;
    int outlooks = 1 + (int) issue.options().stream().filter(this::weighed).count();
    stepCount =
        issue.scales().isEmpty()
            ? outlooks
            : models.size() + kinds(true).size() + (outlooks - 1) * kinds(false).size();
  }

  private boolean weighed(Option option) {
    return actor == null || option.actor().equals(actor);
  }

  private void step() {
    steps.over(++stepsOver, stepCount);
  }

  /**
   * Weighs.
   *
   * @param actor whose options; null for those of all
   * @param draws of each model for each option, at least 1
   * @param roundDraws the most of models that go by rounds for an option, at least 1; as things
   *     are, they are drawn as often as others
   * @param threads at least 1; the result is the same
   * @throws IllegalArgumentException if the actor is none of the issue, values are still to be
   *     derived, or the voting body does not fit
   */
  public static Answer answer(
      Issue issue,
      String actor,
      List<BargainingModel> models,
      int draws,
      int roundDraws,
      long seed,
      int threads) {
    return answer(issue, actor, models, draws, roundDraws, seed, threads, (done, of) -> {});
  }

  /**
   * Weighs, and tells how far it is.
   *
   * @param steps told after each
   */
  public static Answer answer(
      Issue issue,
      String actor,
      List<BargainingModel> models,
      int draws,
      int roundDraws,
      long seed,
      int threads,
      Steps steps) {
    if (actor != null && issue.indexOf(actor) < 0) {
      throw new IllegalArgumentException(
          "'"
              + actor
              + "' is no actor of the issue; there are "
              + String.join(", ", issue.actors().stream().map(one -> one.id()).toList()));
    }
    return new Sway(issue, actor, models, draws, roundDraws, seed, threads, steps).answer();
  }

  /**
   * The models that weigh an issue in good time: without the spatial one for more than 50 actors,
   * without those that go by rounds for more than 200.
   */
  public static List<BargainingModel> quick(Issue issue) {
    int actors = issue.actors().size();
    return BargainingModel.all().stream()
        .filter(
            model ->
                !model.byRounds()
                    || actors <= MOST_IN_SPACE
                    || actors <= MOST_IN_ROUNDS && !(model instanceof SpatialModel))
        .toList();
  }

  private Answer answer() {
    if (issue.scales().isEmpty()) {
      return camps();
    }
    Simulation asIs = simulate(null, draw -> true);
    Outlook now = outlook(null, asIs, null);
    List<Outlook> outlooks = new ArrayList<>();
    for (Option option : issue.options()) {
      if (weighed(option)) {
        outlooks.add(outlook(option, asIs, now));
      }
    }
    Setting modes = issue.setting(null).mode();
    Influence influence = actor == null ? null : new Influence(issue, actor, modes);
    List<Reach> reach = new ArrayList<>();
    List<Other> others = new ArrayList<>();
    List<Outcome> paths = new ArrayList<>();
    for (BargainingModel model : models) {
      if (influence != null && !(model.byRounds() && issue.actors().size() > MOST_ASKED)) {
        influence.reach(model, reach);
        influence.others(model, others);
      }
      Outcome outcome = model.solve(modes);
      if (!outcome.states().isEmpty()) {
        paths.add(outcome);
      }
      step();
    }
    return new Answer(
        issue,
        actor,
        draws,
        draws(true, true),
        draws(false, true),
        seed,
        models.stream().map(BargainingModel::name).toList(),
        now,
        outlooks,
        reach,
        others,
        modes,
        sides.alignments(),
        paths);
  }

  /** Draw i is the same for all models, also where some are drawn less often. */
  private Simulation simulate(Option option, IntPredicate counts) {
    UncertainSetting setting = issue.setting(option);
    List<Distribution> all = new ArrayList<>();
    for (List<BargainingModel> some : kinds(option == null)) {
      boolean byRounds = some.get(0).byRounds();
      int most = draws(option == null, byRounds);
      boolean asked = option == null && !(byRounds && issue.actors().size() > MOST_ASKED);
      Simulation run =
          asked
              ? MonteCarlo.run(setting, some, most, seed, threads)
              : MonteCarlo.some(setting, some, those(most, counts), seed, threads);
      all.addAll(run.distributions());
      step();
    }
    return new Simulation(seed, draws, all);
  }

  /** How often models are drawn: the first so many of the same draws. */
  private int draws(boolean asIs, boolean byRounds) {
    if (!byRounds) {
      return draws;
    }
    int most = asIs ? draws : Math.min(draws, roundDraws);
    double size = (double) MANY / Math.max(MANY, issue.actors().size());
    return (int) Math.max(Math.min(FEW_DRAWS, most), most * size * size * size);
  }

  /** The formulas, and the models that go by rounds; all together where they are drawn alike. */
  private Collection<List<BargainingModel>> kinds(boolean asIs) {
    if (draws(asIs, true) == draws(asIs, false) && issue.actors().size() <= MOST_ASKED) {
      return List.of(models);
    }
    return models.stream()
        .collect(Collectors.partitioningBy(BargainingModel::byRounds))
        .values()
        .stream()
        .filter(some -> !some.isEmpty())
        .toList();
  }

  /** Which draws count, but at least one, for what the option leads to at modes. */
  private static int[] those(int draws, IntPredicate counts) {
    int[] those = IntStream.range(0, draws).filter(counts).toArray();
    return those.length == 0 ? new int[1] : those;
  }

  /** Ties only: nothing to predict. */
  private Answer camps() {
    issue.settled();
    Camps asIs = sides.camps(null);
    Outlook now = new Outlook(null, List.of(), null, asIs, sides.levers(null, asIs), List.of());
    step();
    List<Outlook> outlooks = new ArrayList<>();
    for (Option option : issue.options()) {
      if (weighed(option)) {
        Camps camps = sides.camps(option);
        outlooks.add(
            new Outlook(
                option,
                List.of(),
                null,
                camps,
                sides.levers(option, camps),
                actor == null ? List.of() : sides.turned(actor, now.camps(), camps)));
        step();
      }
    }
    return new Answer(
        issue,
        actor,
        0,
        0,
        0,
        seed,
        List.of(),
        now,
        outlooks,
        List.of(),
        List.of(),
        null,
        sides.alignments(),
        List.of());
  }

  private Outlook outlook(Option option, Simulation asIs, Outlook now) {
    boolean votes = option != null && option.vote();
    Council council =
        votes && option.proposal() != null ? voting.council(option, proposal(option, null)) : null;
    // what does not pass is not solved: it ends at the status quo
    IntPredicate solved = council == null ? draw -> true : passes(council.odds().chance());
    Simulation simulation = option == null ? asIs : simulate(option, solved);
    if (votes && council == null) {
      council = voting.council(option, proposal(option, simulation));
    }
    IntPredicate passes = passes(council == null ? 1 : council.odds().chance());
    boolean voted = council != null;
    int dimensions = issue.scales().size();
    Prediction[] predictions = new Prediction[models.size() * dimensions];
    new Workers(threads)
        .each(
            predictions.length,
            () ->
                at -> {
                  BargainingModel model = models.get(at / dimensions);
                  predictions[at] =
                      prediction(
                          option,
                          simulation.distribution(model.name(), at % dimensions),
                          asIs.distribution(model.name(), at % dimensions),
                          draws(option == null, model.byRounds()),
                          voted,
                          solved,
                          passes);
                });
    Camps camps = sides.camps(option);
    return new Outlook(
        option,
        List.of(predictions),
        council,
        camps,
        sides.levers(option, camps),
        now == null || actor == null ? List.of() : sides.turned(actor, now.camps(), camps));
  }

  /**
   * What is voted on, in points of 100: the option's proposal, or what the first model predicts.
   */
  private double[] proposal(Option option, Simulation simulation) {
    double[] proposal = new double[issue.scales().size()];
    for (int k = 0; k < proposal.length; k++) {
      proposal[k] =
          option.proposal() != null
              ? issue.scales().get(k).percent(option.proposal()[k])
              : simulation.distribution(models.get(0).name(), k).mean();
    }
    return proposal;
  }

  private Prediction prediction(
      Option option,
      Distribution distribution,
      Distribution before,
      int count,
      boolean voted,
      IntPredicate solved,
      IntPredicate passes) {
    int k = distribution.dimension();
    Scale scale = issue.scales().get(k);
    double[] outcomes = new double[count];
    double[] changes = new double[outcomes.length];
    double quo = issue.statusQuo() == null ? 0 : scale.percent(issue.statusQuo()[k]);
    String whose = actor != null ? actor : option == null ? null : option.actor();
    double own =
        whose == null
            ? Double.NaN
            : scale.percent(
                issue.actors().get(issue.indexOf(whose)).positions().get(k).range().mode());
    int nearer = 0;
    int farther = 0;
    int next = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double outcome = solved.test(i) ? distribution.outcomes()[next++] : quo;
      outcomes[i] = passes.test(i) ? outcome : quo;
      changes[i] = (outcomes[i] - before.outcomes()[i]) * (scale.to() - scale.from()) / 100;
      double gain = Math.abs(before.outcomes()[i] - own) - Math.abs(outcomes[i] - own);
      nearer += gain > 1e-9 ? 1 : 0;
      farther += gain < -1e-9 ? 1 : 0;
    }
    int[] histogram = new int[Prediction.BINS];
    for (double outcome : outcomes) {
      histogram[
          Math.min(Prediction.BINS - 1, Math.max(0, (int) (outcome / 100 * Prediction.BINS)))]++;
    }
    Spread spread = voted ? Spread.of(outcomes) : Spread.ofSorted(distribution.sorted());
    Spread shifts = Spread.of(changes);
    return new Prediction(
        distribution.model(),
        k,
        scale.own(distribution.atMode()),
        scale.own(spread.mean()),
        scale.own(spread.quantile((1 - Prediction.LEVEL) / 2)),
        scale.own(spread.quantile(.5)),
        scale.own(spread.quantile((1 + Prediction.LEVEL) / 2)),
        shifts.mean(),
        shifts.quantile((1 - Prediction.LEVEL) / 2),
        shifts.quantile((1 + Prediction.LEVEL) / 2),
        (double) nearer / outcomes.length,
        (double) farther / outcomes.length,
        histogram,
        distribution.drivers());
  }

  /** In which draws a vote with this chance passes. */
  private IntPredicate passes(double chance) {
    return draw -> chance == 1 || chance(draw) < chance;
  }

  /** From 0 up to 1, the same for a draw whatever the option. */
  private double chance(int draw) {
    return new SplittableRandom(seed ^ VOTE_STREAM + 0x9E3779B97F4A7C15L * (draw + 1L))
        .nextDouble();
  }
}
