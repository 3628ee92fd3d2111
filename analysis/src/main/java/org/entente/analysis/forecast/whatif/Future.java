package org.entente.analysis.forecast.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.entente.analysis.forecast.history.History;

/**
 * One future drawn twice, without assumed events and with them. Each event that is proposed knows
 * in which of the two it would follow something; whether it comes there is decided by one number
 * for both. What happens without is drawn from a stream of its own, so that it is the same whatever
 * is assumed.
 */
final class Future {
  private static final int NEVER = Integer.MIN_VALUE / 2;

  private final Excitation model;
  private final Ground ground;
  private final int types;
  private final SplittableRandom plain;
  private final SplittableRandom extra;
  private final List<List<Proposed>> plainDays = new ArrayList<>();
  private final List<List<Proposed>> extraDays = new ArrayList<>();
  private final int[] last;
  private final Map<Integer, int[]> lastWith = new HashMap<>();
  private final TreeMap<Integer, Integer> without = new TreeMap<>();
  private final TreeMap<Integer, Integer> difference = new TreeMap<>();

  /** By pattern, type before and type after: followers, and then those that came no more. */
  private final int[] carriers;

  /**
   * An event that may come.
   *
   * @param link pattern, type before and type after of what it follows, −1 for none
   * @param uniform what decides whether it comes, 0 to 1
   * @param first whether it would come without the assumed events
   * @param second whether it would come with them
   */
  private record Proposed(
      int dyad, int type, int link, double uniform, boolean first, boolean second) {}

  /** What happened on a day, to be remembered at its end. */
  private record Came(int dyad, int type, boolean first, boolean second) {}

  /** What was drawn: by dyad and type, how many without, and how many more with. */
  record Drawn(Map<Integer, Integer> without, Map<Integer, Integer> difference, int[] carriers) {}

  Future(Excitation model, Ground ground, SplittableRandom plain, SplittableRandom extra) {
    this.model = model;
    this.ground = ground;
    this.plain = plain;
    this.extra = extra;
    types = model.types;
    carriers = new int[2 * Excitation.PATTERNS * types * types];
    for (int day = 0; day < ground.days(); day++) {
      plainDays.add(new ArrayList<>());
      extraDays.add(new ArrayList<>());
    }
    last = ground.damps() ? new int[ground.dyads() * types] : new int[0];
    Arrays.fill(last, NEVER);
  }

  Drawn draw(List<RollOut.Assumed> assumed, int memory) {
    History history = model.history;
    for (int e = history.from(model.end - memory); e < history.from(model.end); e++) {
      int dyad = ground.dyad(history.source(e), history.target(e));
      int day = history.dayOf(e) - model.end;
      if (ground.damps()) {
        last[dyad * types + history.type(e)] = day;
      }
      follow(day, dyad, history.type(e), true, true, plain);
    }
    for (RollOut.Assumed one : assumed) {
      int dyad = ground.dyad(one.source(), one.target());
      int day = one.day() - model.end;
      if (day < 0) {
        remember(dyad, one.type(), day, false, true);
      }
      follow(day, dyad, one.type(), false, true, extra);
    }
    for (int day = 0; day < ground.days(); day++) {
      List<Came> came = new ArrayList<>();
      bases(day);
      for (int i = 0; i < plainDays.get(day).size(); i++) {
        come(day, plainDays.get(day).get(i), came);
      }
      for (int i = 0; i < extraDays.get(day).size(); i++) {
        come(day, extraDays.get(day).get(i), came);
      }
      for (Came one : came) {
        remember(one.dyad(), one.type(), day, one.first(), one.second());
      }
      for (RollOut.Assumed one : assumed) {
        if (one.day() - model.end == day) {
          remember(ground.dyad(one.source(), one.target()), one.type(), day, false, true);
        }
      }
      plainDays.get(day).clear();
      extraDays.get(day).clear();
    }
    return new Drawn(without, difference, carriers);
  }

  private void bases(int day) {
    // in portions, since exp(−mean) of a large mean is nothing
    int portions = 1 + (int) (ground.baseRate() / 50);
    for (int portion = 0; portion < portions; portion++) {
      for (int i = poisson(ground.baseRate() / portions, plain); i > 0; i--) {
        int cell = ground.base(plain.nextDouble());
        plainDays
            .get(day)
            .add(new Proposed(cell / types, cell % types, -1, uniform(plain), true, true));
      }
    }
  }

  private double uniform(SplittableRandom random) {
    return ground.damps() ? random.nextDouble() : 0;
  }

  private void come(int day, Proposed one, List<Came> came) {
    boolean first = one.first() && one.uniform() < left(one, day, false);
    boolean second = one.second() && one.uniform() < left(one, day, true);
    if (!first && !second) {
      return;
    }
    int cell = one.dyad() * types + one.type();
    if (first) {
      without.merge(cell, 1, Integer::sum);
    }
    if (first != second) {
      difference.merge(cell, second ? 1 : -1, Integer::sum);
      carry(one, day, second);
    }
    if (ground.damps()) {
      came.add(new Came(one.dyad(), one.type(), first, second));
    }
    follow(day, one.dyad(), one.type(), first, second, first ? plain : extra);
  }

  /** Notes by what an event came, or came no more. */
  private void carry(Proposed one, int day, boolean second) {
    int half = carriers.length / 2;
    if (one.first() == one.second()) {
      for (Damping.Rarer rarer : ground.rarer(one.type())) {
        if (recent(rarer, one.dyad(), day, true) != recent(rarer, one.dyad(), day, false)) {
          carriers[half + link(rarer.pattern().ordinal(), rarer.before(), rarer.after())] +=
              second ? 1 : -1;
          return;
        }
      }
    } else if (one.link() >= 0) {
      carriers[one.link()] += second ? 1 : -1;
    }
  }

  private int link(int pattern, int before, int after) {
    return (pattern * types + before) * types + after;
  }

  /** What is left of the rate of an event after all that makes it rarer, above 0 and at most 1. */
  private double left(Proposed one, int day, boolean with) {
    double left = 1;
    for (Damping.Rarer rarer : ground.rarer(one.type())) {
      if (recent(rarer, one.dyad(), day, with)) {
        left *= rarer.ratio();
      }
    }
    return left;
  }

  private boolean recent(Damping.Rarer rarer, int dyad, int day, boolean with) {
    int of = rarer.pattern() == Pattern.AGAIN ? dyad : ground.inverse(dyad);
    if (of < 0) {
      return false;
    }
    int[] own = with ? lastWith.get(of) : null;
    int when = own == null ? last[of * types + rarer.before()] : own[rarer.before()];
    return when >= day - Damping.DAYS;
  }

  private void remember(int dyad, int type, int day, boolean first, boolean second) {
    if (!ground.damps()) {
      return;
    }
    if (first != second) {
      lastWith.computeIfAbsent(
          dyad, none -> Arrays.copyOfRange(last, dyad * types, (dyad + 1) * types));
    }
    if (first) {
      last[dyad * types + type] = day;
    }
    if (second && lastWith.containsKey(dyad)) {
      lastWith.get(dyad)[type] = day;
    }
  }

  /** Proposes what follows an event. */
  private void follow(
      int day, int dyad, int type, boolean first, boolean second, SplittableRandom random) {
    for (int k = 0; k < Excitation.PATTERNS; k++) {
      for (int i = poisson(ground.followers(k, type), random); i > 0; i--) {
        follower(k, day, dyad, type, first, second, random);
      }
    }
  }

  private void follower(
      int k,
      int before,
      int dyad,
      int type,
      boolean first,
      boolean second,
      SplittableRandom random) {
    int day = before + delay(random);
    double[] row = model.follow[k][type];
    double at = random.nextDouble() * ground.followers(k, type);
    int next = 0;
    while (next < types - 1 && (at -= row[next]) > 0) {
      next++;
    }
    double uniform = random.nextDouble();
    if (day < 0 || day >= ground.days()) {
      return;
    }
    int to = ground.next(Pattern.values()[k], dyad, uniform);
    if (to >= 0) {
      (first ? plainDays : extraDays)
          .get(day)
          .add(new Proposed(to, next, link(k, type, next), uniform(random), first, second));
    }
  }

  private static int delay(SplittableRandom random) {
    double keep = Excitation.keep(random.nextInt(Excitation.halfLives()));
    return 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(keep));
  }

  private static int poisson(double mean, SplittableRandom random) {
    double limit = Math.exp(-mean);
    int n = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      n++;
    }
    return n;
  }
}
