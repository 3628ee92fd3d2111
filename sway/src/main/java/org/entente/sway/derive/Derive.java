package org.entente.sway.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.entente.model.Event;
import org.entente.model.Status;
import org.entente.store.ActorFilter;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.entente.sway.bargain.Range;
import org.entente.sway.bargain.Spread;
import org.entente.sway.issue.Derivation;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Scale;
import org.entente.sway.issue.Stake;

/**
 * Fills an issue from a store of events.
 *
 * <p><b>Position</b> (first scale only), of actor a between the poles L (low) and H (high): with
 * {@code s(a, P) = Σ w g / (Σ w |g| + 10)} over the events between a and the actors of pole P, g
 * the Goldstein weight and {@code w = 2^(−age / half-life)}, the position is {@code (50 + 25 (s(a,
 * H) − s(a, L)))} % of the scale. The 10 in the denominator, the weight of one massacre, keeps an
 * actor of whom little is known in the middle; in its interval that weight has an unknown sign,
 * from −10 to 10, so that the less is known the wider it is. An actor of a pole stands at its end.
 *
 * <p><b>Salience</b>: {@code (x + 1) / (n + 1/c)}, x of its n events touch the actors that the
 * issue is about, and c is the share of all actors' events that do, so that one event of the common
 * share is added; relative to the greatest of all actors, 0 to 100. An actor that the issue is
 * about has 100. Its interval is that of a beta distribution of these counts.
 *
 * <p><b>Capability</b>: prominence, the actor's events relative to the most of all actors, 0 to
 * 100. That is how much is written about an actor, not how strong it is: give a table of your own
 * where you have one.
 *
 * <p>Intervals are the middle 90 % of 1,000 draws; those of positions and capabilities are a
 * bootstrap over events, each counted as often as a Poisson draw of mean 1 says.
 */
public final class Derive {
  private static final double PRIOR = 10;
  private static final int TIMES = 1000;
  private static final int CITED = 3;
  private static final EnumSet<Status> SAID = EnumSet.complementOf(EnumSet.of(Status.DENIED));

  private final Issue issue;
  private final Derivation how;
  private final EventStore store;
  private final Function<String, ActorFilter> actors;
  private final long seed;
  private final LocalDate at;
  private double overall;
  private final Map<String, Integer> events = new HashMap<>();
  private final Map<String, Integer> touching = new HashMap<>();

  private Derive(Issue issue, EventStore store, Function<String, ActorFilter> actors, long seed) {
    this.issue = issue;
    this.how = issue.derivation();
    this.store = store;
    this.actors = actors;
    this.seed = seed;
    this.at = how.to() != null ? how.to() : issue.date();
  }

  /**
   * Fills in every number that an issue file leaves to events.
   *
   * @param issue read from a file
   * @param actors whom an id of the issue means, with all branches
   * @throws IllegalArgumentException if the file does not say how to derive, or the store has no
   *     event of the actors in that time
   */
  public static Derived fill(
      Issue issue, EventStore store, Function<String, ActorFilter> actors, long seed)
      throws IOException {
    return fill(Files.readString(issue.file()), issue, store, actors, seed);
  }

  /**
   * The same for an issue that stands in no file.
   *
   * @param text that it was read from
   */
  public static Derived fill(
      String text, Issue issue, EventStore store, Function<String, ActorFilter> actors, long seed) {
    if (issue.derived().isEmpty()) {
      return new Derived(text, issue, List.of());
    }
    if (issue.derivation() == null) {
      throw new IllegalArgumentException(
          (issue.file() == null ? "issue" : issue.file())
              + ": the "
              + issue.derived().keySet().iterator().next()
              + " is to be derived, but the file does not say how: add derive: {low: […], high:"
              + " […], about: […]}");
    }
    return Derived.of(text, issue, new Derive(issue, store, actors, seed).estimates());
  }

  private Map<String, Estimate> estimates() {
    int most = 0;
    for (Stake stake : issue.actors()) {
      int n = (int) store.count(query().actor(actors.apply(stake.id())));
      int x = (int) store.count(query().between(actors.apply(stake.id()), any(how.about())));
      events.put(stake.id(), n);
      touching.put(stake.id(), x);
      most = Math.max(most, n);
    }
    if (most == 0) {
      throw new IllegalArgumentException(
          "the store has no event of the issue's actors"
              + (how.from() == null ? "" : " from " + how.from())
              + (at == null ? "" : " to " + at)
              + "; import events first, or change derive.from and derive.to");
    }
    overall =
        (double) touching.values().stream().mapToInt(x -> x).sum()
            / events.values().stream().mapToInt(n -> n).sum();
    double mostShare = 0;
    for (Stake stake : issue.actors()) {
      if (!how.about().contains(stake.id())) {
        double share = share(touching.get(stake.id()), events.get(stake.id()));
        mostShare = Math.max(mostShare, share);
      }
    }
    Map<String, Estimate> all = new LinkedHashMap<>();
    int number = 0;
    for (Stake stake : issue.actors()) {
      UniformRandomProvider random = new SplittableRandom(seed + 31L * number++)::nextLong;
      for (int k = 0; k < issue.scales().size(); k++) {
        String on = issue.scales().size() == 1 ? "" : " on " + issue.scales().get(k).id();
        if (stake.positions().get(k).isDerived()) {
          if (k > 0) {
            throw new IllegalArgumentException(
                issue.file()
                    + ":"
                    + stake.line()
                    + ": positions can be derived on the first scale only; give "
                    + stake.id()
                    + on
                    + " a number");
          }
          put(all, position("position of " + stake.id() + on, stake, random));
        }
        if (stake.saliences().get(k).isDerived()) {
          put(all, salience("salience of " + stake.id() + on, stake, mostShare, random));
        }
      }
      if (stake.capability().isDerived()) {
        put(all, capability("capability of " + stake.id(), stake, most, random));
      }
    }
    return all;
  }

  private static void put(Map<String, Estimate> all, Estimate estimate) {
    all.put(estimate.what(), estimate);
  }

  private Query query() {
    return Query.ALL.statuses(SAID).from(how.from()).to(at);
  }

  private ActorFilter any(List<String> ids) {
    ActorFilter all = null;
    for (String id : ids) {
      ActorFilter one = actors.apply(id);
      all = all == null ? one : all.or(one);
    }
    return all;
  }

  private double share(int x, int n) {
    return (x + 1) / (n + 1 / overall);
  }

  private Estimate position(String what, Stake stake, UniformRandomProvider random) {
    Scale scale = issue.scales().get(0);
    if (how.low().contains(stake.id()) || how.high().contains(stake.id())) {
      boolean low = how.low().contains(stake.id());
      return new Estimate(
          what,
          Range.of(low ? scale.from() : scale.to()),
          0,
          "stands for the " + (low ? "low" : "high") + " end of the scale",
          List.of());
    }
    Ties towardsLow = ties(stake, how.low());
    Ties towardsHigh = ties(stake, how.high());
    double estimate = percent(towardsLow.score(-1), towardsHigh.score(-1));
    double[] drawn = new double[TIMES];
    for (int t = 0; t < TIMES; t++) {
      drawn[t] = percent(towardsLow.drawn(random), towardsHigh.drawn(random));
    }
    List<Estimate.Weighty> weighty = new ArrayList<>();
    for (int i = 0; i < towardsLow.size(); i++) {
      double without = percent(towardsLow.score(i), towardsHigh.score(-1));
      weighty.add(weighty(towardsLow.events.get(i), estimate - without, scale));
    }
    for (int i = 0; i < towardsHigh.size(); i++) {
      double without = percent(towardsLow.score(-1), towardsHigh.score(i));
      weighty.add(weighty(towardsHigh.events.get(i), estimate - without, scale));
    }
    weighty.sort(
        Comparator.comparingDouble((Estimate.Weighty one) -> -Math.abs(one.pull()))
            .thenComparing(one -> one.event().id()));
    int n = towardsLow.size() + towardsHigh.size();
    return new Estimate(
        what,
        range(estimate, drawn, scale::own),
        n,
        n == 0
            ? "no event with either pole: the middle of the scale, and anything else as well"
            : events(towardsLow.size())
                + " with "
                + String.join(", ", how.low())
                + ", "
                + towardsHigh.size()
                + " with "
                + String.join(", ", how.high()),
        weighty.subList(0, Math.min(CITED, weighty.size())));
  }

  private static Estimate.Weighty weighty(Event event, double percent, Scale scale) {
    return new Estimate.Weighty(event, percent / 100 * (scale.to() - scale.from()));
  }

  private static double percent(double low, double high) {
    return Math.max(0, Math.min(100, 50 + 25 * (high - low)));
  }

  private Estimate salience(String what, Stake stake, double most, UniformRandomProvider random) {
    int n = events.get(stake.id());
    int x = touching.get(stake.id());
    if (how.about().contains(stake.id())) {
      return new Estimate(what, Range.of(100), n, "the issue is about it", List.of());
    }
    String about = String.join(", ", how.about());
    if (overall == 0) {
      return new Estimate(
          what,
          new Range(0, 50, 100),
          n,
          "no actor's events touch " + about + ": unknown",
          List.of());
    }
    double[] drawn = new double[TIMES];
    for (int t = 0; t < TIMES; t++) {
      double touched = gamma(random, x + 1);
      double other = gamma(random, n - x + 1 / overall - 1);
      drawn[t] = Math.min(100, 100 * touched / (touched + other) / most);
    }
    return new Estimate(
        what,
        range(Math.min(100, 100 * share(x, n) / most), drawn, value -> value),
        n,
        x + " of its " + events(n) + (x == 1 ? " touches " : " touch ") + about,
        List.of());
  }

  private Estimate capability(String what, Stake stake, int most, UniformRandomProvider random) {
    int n = events.get(stake.id());
    double[] drawn = new double[TIMES];
    for (int t = 0; t < TIMES && n > 0; t++) {
      drawn[t] = Math.min(100, 100.0 * PoissonSampler.of(random, n).sample() / most);
    }
    return new Estimate(
        what,
        range(100.0 * n / most, drawn, value -> value),
        n,
        "prominence: " + events(n),
        List.of());
  }

  private static Range range(double estimate, double[] drawn, DoubleUnaryOperator own) {
    Spread spread = Spread.of(drawn);
    double low = spread.quantile(.05);
    double high = spread.quantile(.95);
    return new Range(
        own.applyAsDouble(Math.min(low, estimate)),
        own.applyAsDouble(estimate),
        own.applyAsDouble(Math.max(high, estimate)));
  }

  private static String events(int n) {
    return n + (n == 1 ? " event" : " events");
  }

  private static double gamma(UniformRandomProvider random, double shape) {
    return shape <= 0 ? 0 : AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
  }

  private Ties ties(Stake stake, List<String> pole) {
    Ties ties = new Ties();
    for (Event event : store.events(query().between(actors.apply(stake.id()), any(pole)))) {
      if (event.goldstein() != 0 && event.time().known()) {
        ties.add(event);
      }
    }
    return ties;
  }

  /** The events between an actor and a pole, weighed. */
  private final class Ties {
    final List<Event> events = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    void add(Event event) {
      LocalDate day = event.time().from() != null ? event.time().from() : event.time().to();
      double age = at == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(day, at));
      events.add(event);
      weights.add(Math.pow(2, -age / how.halfLife()));
    }

    int size() {
      return events.size();
    }

    /**
     * @param without index of one that does not count, or −1
     */
    double score(int without) {
      double sum = 0;
      double sizes = PRIOR;
      for (int i = 0; i < events.size(); i++) {
        if (i != without) {
          sum += weights.get(i) * events.get(i).goldstein();
          sizes += weights.get(i) * Math.abs(events.get(i).goldstein());
        }
      }
      return sum / sizes;
    }

    /** With events drawn again, and what is not known of any sign. */
    double drawn(UniformRandomProvider random) {
      SharedStateDiscreteSampler times = PoissonSampler.of(random, 1);
      double sum = PRIOR * (2 * random.nextDouble() - 1);
      double sizes = PRIOR;
      for (int i = 0; i < events.size(); i++) {
        double weight = weights.get(i) * times.sample();
        sum += weight * events.get(i).goldstein();
        sizes += weight * Math.abs(events.get(i).goldstein());
      }
      return sum / sizes;
    }
  }
}
