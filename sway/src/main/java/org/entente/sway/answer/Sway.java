package org.entente.sway.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.Distribution;
import org.entente.sway.bargain.MonteCarlo;
import org.entente.sway.bargain.Outcome;
import org.entente.sway.bargain.Range;
import org.entente.sway.bargain.Setting;
import org.entente.sway.bargain.Simulation;
import org.entente.sway.bargain.SpatialModel;
import org.entente.sway.bargain.Spread;
import org.entente.sway.bargain.UncertainSetting;
import org.entente.sway.coalition.Camps;
import org.entente.sway.coalition.Landscape;
import org.entente.sway.coalition.Levers;
import org.entente.sway.coalition.Ties;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Option;
import org.entente.sway.issue.Scale;
import org.entente.sway.issue.Stake;
import org.entente.sway.issue.Tie;
import org.entente.sway.vote.Body;
import org.entente.sway.vote.Leaning;
import org.entente.sway.vote.Leanings;

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
  /** Ties that are not given count half as much as the strongest given one. */
  private static final double SUPPOSED = .5;

  private static final long CAMP_STEPS = 1_000_000;

  /** With more actors, what would change the camps is asked of things as they are only. */
  private static final int MOST_EACH = 16;

  /** Ties that would change the camps, where not all are looked at. */
  private static final int LEVERS = 20;

  /** With more actors, models that go by rounds are drawn less often, by the cube of the number. */
  private static final int MANY = 30;

  private static final int FEW_DRAWS = 20;

  /** The spatial model takes so many times as long as the other models that go by rounds. */
  private static final int SPATIAL_SHARE = 2;

  /** With more, what single actors can do is asked of the formulas only. */
  private static final int MOST_ASKED = 100;

  private static final int POSITIONS = 21;
  private static final double PERSUADED = 10;
  private static final int LISTED = 5;
  private static final int STEPS = 20;
  private static final long VOTE_STREAM = 0x5DEECE66DL;

  private final Issue issue;
  private final String actor;
  private final List<BargainingModel> models;
  private final int draws;
  private final int roundDraws;
  private final long seed;
  private final int threads;
  private final Body body;
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
    double size = (double) MANY / Math.max(MANY, issue.actors().size());
    this.roundDraws =
        (int) Math.max(Math.min(FEW_DRAWS, roundDraws), roundDraws * size * size * size);
    this.seed = seed;
    this.threads = threads;
    this.body = issue.ballot() == null ? null : issue.ballot().voters();
    this.steps = steps;
    int outlooks = 1 + (int) issue.options().stream().filter(this::weighed).count();
    stepCount = issue.scales().isEmpty() ? outlooks : models.size() + outlooks * byDraws().size();
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
   * @param roundDraws the most of models that go by rounds, at least 1; of the spatial model half
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

  private Answer answer() {
    if (issue.scales().isEmpty()) {
      return camps();
    }
    Simulation asIs = simulate(null, draws);
    Outlook now = outlook(null, asIs, null);
    List<Outlook> outlooks = new ArrayList<>();
    for (Option option : issue.options()) {
      if (weighed(option)) {
        outlooks.add(outlook(option, asIs, now));
      }
    }
    Setting modes = issue.setting(null).mode();
    List<Reach> reach = new ArrayList<>();
    List<Other> others = new ArrayList<>();
    List<Outcome> paths = new ArrayList<>();
    for (BargainingModel model : models) {
      if (actor != null && !(model.byRounds() && issue.actors().size() > MOST_ASKED)) {
        reach(model, modes, reach);
        others(model, modes, others);
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
        Math.min(draws, roundDraws),
        seed,
        models.stream().map(BargainingModel::name).toList(),
        now,
        outlooks,
        reach,
        others,
        modes,
        alignments(),
        paths);
  }

  /** Draw i is the same for all models, also where some are drawn less often. */
  private Simulation simulate(Option option, int draws) {
    UncertainSetting setting = issue.setting(option);
    List<Distribution> all = new ArrayList<>();
    byDraws()
        .forEach(
            (n, some) -> {
              int times = Math.min(draws, n);
              all.addAll(
                  MonteCarlo.run(setting, some, times, seed, threads, option == null)
                      .distributions());
              step();
            });
    return new Simulation(seed, draws, all);
  }

  /** The models by how often they are drawn. */
  private Map<Integer, List<BargainingModel>> byDraws() {
    Map<Integer, List<BargainingModel>> byDraws = new LinkedHashMap<>();
    for (BargainingModel model : models) {
      byDraws.computeIfAbsent(Math.min(draws, drawsOf(model)), n -> new ArrayList<>()).add(model);
    }
    return byDraws;
  }

  private int drawsOf(BargainingModel model) {
    if (!model.byRounds()) {
      return draws;
    }
    return model instanceof SpatialModel ? Math.max(1, roundDraws / SPATIAL_SHARE) : roundDraws;
  }

  /** Ties only: nothing to predict. */
  private Answer camps() {
    issue.settled();
    Camps asIs = Camps.of(ties(null), seed, CAMP_STEPS);
    Outlook now = new Outlook(null, List.of(), null, asIs, levers(null, asIs), List.of());
    step();
    List<Outlook> outlooks = new ArrayList<>();
    for (Option option : issue.options()) {
      if (weighed(option)) {
        Camps camps = Camps.of(ties(option), seed, CAMP_STEPS);
        outlooks.add(
            new Outlook(
                option,
                List.of(),
                null,
                camps,
                levers(option, camps),
                actor == null ? List.of() : turned(now.camps(), camps)));
        step();
      }
    }
    return new Answer(
        issue,
        actor,
        0,
        0,
        seed,
        List.of(),
        now,
        outlooks,
        List.of(),
        List.of(),
        null,
        alignments(),
        List.of());
  }

  private Levers levers(Option option, Camps camps) {
    int n = issue.actors().size();
    if (n < 2 || option != null && n > MOST_EACH) {
      return null;
    }
    return Levers.of(camps, n <= Levers.LISTED ? Integer.MAX_VALUE : LEVERS);
  }

  /** As things are, capabilities at their modes. */
  private Alignments alignments() {
    if (!issue.landscape()) {
      return null;
    }
    Ties ties = ties(null);
    double[] sizes =
        issue.actors().stream().mapToDouble(stake -> stake.capability().range().mode()).toArray();
    Landscape landscape = new Landscape(ties.actors(), sizes, ties.matrix());
    return new Alignments(
        landscape.minima(seed),
        Arrays.stream(sizes).distinct().count() > 1,
        Levers.of(landscape, seed, LEVERS));
  }

  private Outlook outlook(Option option, Simulation asIs, Outlook now) {
    boolean votes = option != null && option.vote();
    Council council = votes && option.proposal() != null ? council(option, null) : null;
    // what cannot pass is not drawn: it ends at the status quo
    boolean fails = council != null && council.odds().chance() == 0;
    Simulation simulation = option == null ? asIs : simulate(option, fails ? 1 : draws);
    if (votes && council == null) {
      council = council(option, simulation);
    }
    List<Prediction> predictions = new ArrayList<>();
    for (BargainingModel model : models) {
      for (int k = 0; k < issue.scales().size(); k++) {
        predictions.add(
            prediction(
                option,
                simulation.distribution(model.name(), k),
                asIs.distribution(model.name(), k),
                council == null ? 1 : council.odds().chance()));
      }
    }
    Camps camps = Camps.of(ties(option), seed, CAMP_STEPS);
    return new Outlook(
        option,
        predictions,
        council,
        camps,
        levers(option, camps),
        now == null || actor == null ? List.of() : turned(now.camps(), camps));
  }

  private Prediction prediction(
      Option option, Distribution distribution, Distribution before, double passes) {
    int k = distribution.dimension();
    Scale scale = issue.scales().get(k);
    double[] outcomes = Arrays.copyOf(distribution.outcomes(), before.outcomes().length);
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
    for (int i = 0; i < outcomes.length; i++) {
      if (passes < 1 && chance(i) >= passes) {
        outcomes[i] = quo;
      }
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
    Spread spread = Spread.of(outcomes);
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

  /** From 0 up to 1, the same for a draw whatever the option. */
  private double chance(int draw) {
    return new java.util.SplittableRandom(seed ^ VOTE_STREAM + 0x9E3779B97F4A7C15L * (draw + 1L))
        .nextDouble();
  }

  private Council council(Option option, Simulation simulation) {
    UncertainSetting setting = issue.setting(option);
    double[] quo = setting.statusQuo();
    double[] proposal = new double[quo.length];
    for (int k = 0; k < quo.length; k++) {
      proposal[k] =
          option.proposal() != null
              ? issue.scales().get(k).percent(option.proposal()[k])
              : simulation.distribution(models.get(0).name(), k).mean();
    }
    Map<String, Leaning> leanings = new LinkedHashMap<>();
    List<Council.Seat> seats = new ArrayList<>();
    Option.Lean others = issue.ballot().others();
    for (var member : body.members()) {
      String id = member.id();
      int index = issue.indexOf(id);
      double gain = index < 0 ? Double.NaN : gain(setting, index, quo, proposal);
      Council.From from;
      if (option.vetoes().contains(id)) {
        leanings.put(id, Leaning.NO);
        from = Council.From.VETO;
      } else if (option.leanings().containsKey(id)) {
        leanings.put(id, leaning(option.leanings().get(id)));
        from = Council.From.OPTION;
      } else if (issue.ballot().leanings().containsKey(id)) {
        leanings.put(id, leaning(issue.ballot().leanings().get(id)));
        from = Council.From.ISSUE;
      } else if (index >= 0) {
        leanings.put(id, leaning(setting, index, quo, proposal));
        from = Council.From.POSITION;
      } else if (others != null) {
        leanings.put(id, leaning(others));
        from = Council.From.OTHERS;
      } else {
        throw new IllegalArgumentException(
            "how does "
                + id
                + " lean, a member of "
                + body.name()
                + "? It is no actor of the issue: give it under vote.leanings, or vote.others for"
                + " all such");
      }
      seats.add(new Council.Seat(id, from, gain));
    }
    known(option.vetoes());
    known(option.leanings().keySet());
    known(issue.ballot().leanings().keySet());
    Leanings all = Leanings.of(body, leanings, null);
    return new Council(body, all.odds(), seats, all.toPersuade(LISTED), all.toBeCertain(LISTED));
  }

  private void known(Iterable<String> members) {
    for (String member : new TreeSet<>(asList(members))) {
      if (!body.has(member)) {
        throw new IllegalArgumentException(
            "'"
                + member
                + "' is no member of "
                + body.name()
                + " as of "
                + issue.ballot().date()
                + "; its members are "
                + String.join(", ", body.members().stream().map(one -> one.id()).toList()));
      }
    }
  }

  private static List<String> asList(Iterable<String> many) {
    List<String> list = new ArrayList<>();
    many.forEach(list::add);
    return list;
  }

  private static Leaning leaning(Option.Lean lean) {
    return new Leaning(lean.yes(), lean.abstain(), 1 - lean.yes() - lean.abstain());
  }

  /** Gain at modes, in points of 100. */
  private double gain(UncertainSetting setting, int actor, double[] quo, double[] proposal) {
    double sum = 0;
    double weights = 0;
    for (int k = 0; k < quo.length; k++) {
      double weight = Math.max(1e-9, setting.saliences().get(actor).get(k).mode());
      double position = setting.positions().get(actor).get(k).mode();
      sum += weight * (Math.abs(position - quo[k]) - Math.abs(position - proposal[k]));
      weights += weight;
    }
    return sum / weights;
  }

  private Leaning leaning(UncertainSetting setting, int actor, double[] quo, double[] proposal) {
    double indifference = issue.ballot().indifference();
    double yes = 0;
    double no = 0;
    for (int s = 0; s < POSITIONS; s++) {
      double share = (s + .5) / POSITIONS;
      double sum = 0;
      double weights = 0;
      for (int k = 0; k < quo.length; k++) {
        Range range = setting.positions().get(actor).get(k);
        double weight = Math.max(1e-9, setting.saliences().get(actor).get(k).mode());
        double position = range.quantile(share);
        sum += weight * (Math.abs(position - quo[k]) - Math.abs(position - proposal[k]));
        weights += weight;
      }
      Leaning here = Leaning.ofGain(sum / weights, indifference, indifference / 2);
      yes += here.yes() / POSITIONS;
      no += here.no() / POSITIONS;
    }
    return new Leaning(yes, Math.max(0, 1 - yes - no), no);
  }

  /** Ties as given; where none is, as near as positions are, see {@link #SUPPOSED}. */
  private Ties ties(Option option) {
    int n = issue.actors().size();
    double[][] apart = issue.supposed() ? apart(option) : new double[n][n];
    double widest = 0;
    for (double[] row : apart) {
      widest = Math.max(widest, Arrays.stream(row).max().orElse(0));
    }
    Map<List<Integer>, Double> given = new HashMap<>();
    double strongest = 0;
    List<Tie> all = new ArrayList<>(issue.ties());
    if (option != null) {
      all.addAll(option.ties());
    }
    for (Tie tie : all) {
      int a = issue.indexOf(tie.a());
      int b = issue.indexOf(tie.b());
      given.put(List.of(Math.max(a, b), Math.min(a, b)), tie.weight());
    }
    for (double weight : given.values()) {
      strongest = Math.max(strongest, Math.abs(weight));
    }
    double unit = strongest == 0 ? 1 : SUPPOSED * strongest;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double supposed =
            !issue.supposed() ? 0 : widest == 0 ? unit : unit * (1 - 2 * apart[i][j] / widest);
        matrix[i][j] = matrix[j][i] = given.getOrDefault(List.of(i, j), supposed);
      }
    }
    return Ties.of(issue.actors().stream().map(Stake::id).toList(), matrix);
  }

  /** Distances of positions at modes. */
  private double[][] apart(Option option) {
    double[][] positions = issue.setting(option).mode().positions();
    double[][] apart = new double[positions.length][positions.length];
    for (int i = 0; i < positions.length; i++) {
      for (int j = 0; j < i; j++) {
        double squares = 0;
        for (int k = 0; k < positions[i].length; k++) {
          double d = positions[i][k] - positions[j][k];
          squares += d * d;
        }
        apart[i][j] = apart[j][i] = Math.sqrt(squares);
      }
    }
    return apart;
  }

  /** Who stands with the actor in one split and not in the other. */
  private List<String> turned(Camps before, Camps after) {
    int me = issue.indexOf(actor);
    int[] was = before.frustration().camps();
    int[] is = after.frustration().camps();
    List<String> turned = new ArrayList<>();
    for (int i = 0; i < was.length; i++) {
      if ((was[i] == was[me]) != (is[i] == is[me])) {
        turned.add(issue.actors().get(i).id());
      }
    }
    return turned;
  }

  private void reach(BargainingModel model, Setting modes, List<Reach> reach) {
    int me = issue.indexOf(actor);
    Asked asked = new Asked(model, modes);
    double[] now = asked.now();
    for (int k = 0; k < issue.scales().size(); k++) {
      double[] ends = {now[k], now[k], now[k], now[k]};
      for (int step = 0; step <= STEPS; step++) {
        double position = 100.0 * step / STEPS;
        double as = asked.outcome(me, k, position, modes.saliences()[me][k]);
        double full = asked.outcome(me, k, position, 1);
        ends[0] = Math.min(ends[0], as);
        ends[1] = Math.max(ends[1], as);
        ends[2] = Math.min(ends[2], full);
        ends[3] = Math.max(ends[3], full);
      }
      Scale scale = issue.scales().get(k);
      reach.add(
          new Reach(
              model.name(),
              k,
              scale.own(now[k]),
              scale.own(ends[0]),
              scale.own(ends[1]),
              scale.own(Math.min(ends[0], ends[2])),
              scale.own(Math.max(ends[1], ends[3]))));
    }
  }

  private void others(BargainingModel model, Setting modes, List<Other> others) {
    int me = issue.indexOf(actor);
    Asked asked = new Asked(model, modes);
    double[] now = asked.now();
    for (int who = 0; who < modes.size(); who++) {
      for (int k = 0; who != me && k < issue.scales().size(); k++) {
        others.add(other(asked, model.name(), modes, now, who, k));
      }
    }
  }

  private Other other(Asked asked, String model, Setting modes, double[] now, int who, int k) {
    int me = issue.indexOf(actor);
    double points = (issue.scales().get(k).to() - issue.scales().get(k).from()) / 100;
    double own = modes.positions()[me][k];
    double salience = modes.saliences()[who][k];
    double position = modes.positions()[who][k];
    double step = position + PERSUADED <= 100 ? PERSUADED : -PERSUADED;
    double moved = (asked.outcome(who, k, position + step, salience) - now[k]) * Math.signum(step);
    double worst = 0;
    for (double end : new double[] {0, 100}) {
      double changed = asked.outcome(who, k, end, 1) - now[k];
      double loss = Math.abs(now[k] + changed - own) - Math.abs(now[k] - own);
      double most = Math.abs(now[k] + worst - own) - Math.abs(now[k] - own);
      worst = loss > most ? changed : worst;
    }
    return new Other(modes.actors().get(who), model, k, moved * points, worst * points);
  }
}
