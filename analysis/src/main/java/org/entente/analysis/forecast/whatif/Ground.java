package org.entente.analysis.forecast.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all futures of one question share: numbers of dyads, rates, and what makes what rarer. */
final class Ground {
  private final Excitation model;
  private final int days;
  private final long actors;
  private final List<Long> dyads = new ArrayList<>();
  private final Map<Long, Integer> index = new HashMap<>();
  private final int[] inverse;
  private final double[][] followers;
  private final double[] baseUpTo;
  private final List<List<Damping.Rarer>> rarer = new ArrayList<>();

  Ground(Excitation model, int days, List<RollOut.Assumed> assumed) {
    this.model = model;
    this.days = days;
    actors = model.history.actors().size();
    for (long dyad : model.dyads) {
      known(dyad);
    }
    for (long dyad : model.dyads) {
      known(turned(dyad));
    }
    for (RollOut.Assumed one : assumed) {
      known(one.source() * actors + one.target());
      known(one.target() * actors + one.source());
    }
    inverse = dyads.stream().mapToInt(dyad -> index.get(turned(dyad))).toArray();
    int types = model.types;
    followers = new double[Excitation.PATTERNS][types];
    for (int k = 0; k < followers.length; k++) {
      for (int p = 0; p < types; p++) {
        followers[k][p] = Arrays.stream(model.follow[k][p]).sum();
      }
    }
    baseUpTo = model.base.clone();
    Arrays.parallelPrefix(baseUpTo, Double::sum);
    for (int type = 0; type < types; type++) {
      int after = type;
      rarer.add(model.damping.patterns().stream().filter(one -> one.after() == after).toList());
    }
  }

  private void known(long dyad) {
    if (index.putIfAbsent(dyad, dyads.size()) == null) {
      dyads.add(dyad);
    }
  }

  private long turned(long dyad) {
    return dyad % actors * actors + dyad / actors;
  }

  int days() {
    return days;
  }

  int dyads() {
    return dyads.size();
  }

  int source(int dyad) {
    return (int) (dyads.get(dyad) / actors);
  }

  int target(int dyad) {
    return (int) (dyads.get(dyad) % actors);
  }

  int dyad(int source, int target) {
    return index.get(source * actors + target);
  }

  int inverse(int dyad) {
    return inverse[dyad];
  }

  /** Mean number of followers of an event, by pattern and type before. */
  double followers(int pattern, int type) {
    return followers[pattern][type];
  }

  double baseRate() {
    return baseUpTo.length == 0 ? 0 : baseUpTo[baseUpTo.length - 1];
  }

  /** A dyad and type, drawn by their bases. */
  int base(double uniform) {
    int at = Arrays.binarySearch(baseUpTo, uniform * baseRate());
    return Math.min(baseUpTo.length - 1, at < 0 ? -at - 1 : at);
  }

  boolean damps() {
    return !model.damping.patterns().isEmpty();
  }

  /** The patterns that make events of a type rarer. */
  List<Damping.Rarer> rarer(int type) {
    return rarer.get(type);
  }

  /** The dyad that a follower is of, −1 if there is none. */
  int next(Pattern pattern, int dyad, double uniform) {
    return switch (pattern) {
      case AGAIN -> dyad;
      case RETURN -> inverse[dyad];
      case PASSED_ON -> {
        int source = target(dyad);
        int target = model.targets.draw(source, uniform);
        yield target < 0 || target == source(dyad) ? -1 : dyad(source, target);
      }
      case JOINED -> {
        int target = target(dyad);
        int source = model.sources.draw(target, uniform);
        yield source < 0 || source == source(dyad) ? -1 : dyad(source, target);
      }
    };
  }
}
