package org.entente.sway.vote;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the members of a body lean on a proposal, and what follows from it. Members vote
 * independently of each other; all chances are exact but for rounding.
 */
public final class Leanings {
  private static final long MOST_STEPS = 40_000_000;
  private static final Choice[] CHOICES = Choice.values();

  private final Body body;
  private final Leaning[] each;

  private Leanings(Body body, Leaning[] each) {
    this.body = body;
    this.each = each;
  }

  /**
   * @param leanings by member
   * @param others of members that are not listed; null if all have to be
   * @throws IllegalArgumentException if one that leans is no member, or a member's leaning is
   *     missing
   */
  public static Leanings of(Body body, Map<String, Leaning> leanings, Leaning others) {
    Leaning[] each = new Leaning[body.members().size()];
    Arrays.fill(each, others);
    leanings.forEach((member, leaning) -> each[body.place(member)] = leaning);
    for (int i = 0; i < each.length; i++) {
      if (each[i] == null) {
        throw new IllegalArgumentException(
            "member %s of %s has no leaning; give it one, or one for all others"
                .formatted(body.members().get(i).id(), body.name()));
      }
    }
    return new Leanings(body, each);
  }

  /** Votes that are certain. */
  public static Leanings certain(Body body, Map<String, Choice> votes) {
    Map<String, Leaning> leanings = new LinkedHashMap<>();
    votes.forEach((member, choice) -> leanings.put(member, Leaning.of(choice)));
    return of(body, leanings, Leaning.ABSTAIN);
  }

  public Body body() {
    return body;
  }

  public Leaning of(String member) {
    return each[body.place(member)];
  }

  /** The same with another leaning of one member. */
  public Leanings with(String member, Leaning leaning) {
    Leaning[] changed = each.clone();
    changed[body.place(member)] = leaning;
    return new Leanings(body, changed);
  }

  /** The chance that the proposal passes, 0 to 1. */
  public double chance() {
    return chance(each);
  }

  private double chance(Leaning[] leanings) {
    Diagram diagram = body.votes();
    double[] here = {1};
    double passed = 0;
    for (int layer = 0; layer < each.length; layer++) {
      Leaning leaning = leanings[diagram.order[layer]];
      double[] next = new double[wide(diagram, layer + 1)];
      for (int c = 0; c < CHOICES.length; c++) {
        double chance = leaning.chance(CHOICES[c]);
        int[] to = diagram.to[layer][c];
        for (int node = 0; chance > 0 && node < here.length; node++) {
          if (to[node] == Diagram.PASS) {
            passed += chance * here[node];
          } else if (to[node] != Diagram.FAIL) {
            next[to[node]] += chance * here[node];
          }
        }
      }
      here = next;
    }
    return passed;
  }

  private static int wide(Diagram diagram, int layer) {
    return layer < diagram.to.length ? diagram.to[layer][0].length : 0;
  }

  /** The chance of passing, of vetoes, and what each member's vote does. */
  public Odds odds() {
    Diagram diagram = body.votes();
    int n = each.length;
    double[][] behind = new double[n + 1][];
    behind[n] = new double[0];
    for (int layer = n - 1; layer >= 0; layer--) {
      Leaning leaning = each[diagram.order[layer]];
      behind[layer] = new double[wide(diagram, layer)];
      for (int c = 0; c < CHOICES.length; c++) {
        double chance = leaning.chance(CHOICES[c]);
        int[] to = diagram.to[layer][c];
        for (int node = 0; chance > 0 && node < to.length; node++) {
          behind[layer][node] += chance * from(to[node], behind[layer + 1]);
        }
      }
    }
    double[][] fixed = new double[n][CHOICES.length];
    double passed = 0;
    double[] here = {1};
    for (int layer = 0; layer < n; layer++) {
      int member = diagram.order[layer];
      double[] next = new double[wide(diagram, layer + 1)];
      double early = 0;
      for (int c = 0; c < CHOICES.length; c++) {
        double chance = each[member].chance(CHOICES[c]);
        int[] to = diagram.to[layer][c];
        double sum = passed;
        for (int node = 0; node < here.length; node++) {
          sum += here[node] * from(to[node], behind[layer + 1]);
          if (to[node] == Diagram.PASS) {
            early += chance * here[node];
          } else if (to[node] != Diagram.FAIL) {
            next[to[node]] += chance * here[node];
          }
        }
        fixed[member][c] = Math.min(1, sum);
      }
      passed += early;
      here = next;
    }
    double chance = Math.min(1, behind[0][0]);
    double none = 1;
    Leaning[] mild = each.clone();
    List<Odds.Effect> effects = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Member member = body.members().get(i);
      if (member.veto()) {
        none *= 1 - each[i].no();
        mild[i] = new Leaning(each[i].yes(), 1 - each[i].yes(), 0);
      }
      effects.add(new Odds.Effect(member.id(), each[i], fixed[i][0], fixed[i][1], fixed[i][2]));
    }
    double unopposed = none == 1 ? chance : Math.max(chance, chance(mild));
    return new Odds(chance, 1 - none, unopposed - chance, effects);
  }

  private static double from(int to, double[] behind) {
    return to == Diagram.PASS ? 1 : to == Diagram.FAIL ? 0 : behind[to];
  }

  /**
   * Who must be won for certainty: the smallest sets of members whose yes makes the proposal pass
   * whatever the others may do, by their leanings.
   *
   * @param size members of each set; 0 if it passes for certain anyway
   * @param count how many sets of this size there are
   * @param sets some of them, the likeliest first: whose members vote yes anyway with the greatest
   *     chance
   */
  public record Certain(int size, BigInteger count, List<List<String>> sets) {
    public Certain {
      sets = sets.stream().map(List::copyOf).toList();
    }
  }

  /**
   * @param most sets to list
   */
  public Certain toBeCertain(int most) {
    return new Winning(body, each).sets(most);
  }

  /**
   * Members to win.
   *
   * @param members who, in the order of the body
   * @param chance of passing if all of them vote yes for certain
   * @param best whether all sets of this size were tried; else each is the last one and one more
   */
  public record Persuasion(List<String> members, double chance, boolean best) {
    public Persuasion {
      members = List.copyOf(members);
    }
  }

  /**
   * Whom to win for the greatest chance of passing: the best set of one member, of two, and so on,
   * until it passes for certain.
   *
   * @param most members of the largest set
   */
  public List<Persuasion> toPersuade(int most) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < each.length; i++) {
      if (each[i].yes() < 1) {
        open.add(i);
      }
    }
    List<Persuasion> all = new ArrayList<>();
    int[] last = {};
    double chance = chance();
    boolean best = true;
    long nodes = Math.max(1, body.votes().nodes());
    for (int size = 1; size <= Math.min(most, open.size()) && chance < 1 - 1e-12; size++) {
      best &= sets(open.size(), size) * nodes <= MOST_STEPS;
      Search search = new Search(open, size);
      if (best) {
        search.all(0, 0);
      } else {
        search.more(last);
      }
      last = search.found;
      chance = search.chance;
      all.add(
          new Persuasion(
              Arrays.stream(last).sorted().mapToObj(i -> body.members().get(i).id()).toList(),
              Math.min(1, chance),
              best));
    }
    return all;
  }

  private static double sets(int of, int size) {
    double sets = 1;
    for (int i = 0; i < size; i++) {
      sets = sets * (of - i) / (i + 1);
    }
    return sets;
  }

  private final class Search {
    final List<Integer> open;
    final int[] chosen;
    final Leaning[] leanings = each.clone();
    int[] found;
    double chance = -1;

    Search(List<Integer> open, int size) {
      this.open = open;
      this.chosen = new int[size];
    }

    void all(int from, int many) {
      if (many == chosen.length) {
        look();
        return;
      }
      for (int at = from; at <= open.size() - (chosen.length - many); at++) {
        put(many, open.get(at));
        all(at + 1, many + 1);
        leanings[open.get(at)] = each[open.get(at)];
      }
    }

    void more(int[] known) {
      for (int i = 0; i < known.length; i++) {
        put(i, known[i]);
      }
      for (int member : open) {
        if (Arrays.stream(known).noneMatch(i -> i == member)) {
          put(known.length, member);
          look();
          leanings[member] = each[member];
        }
      }
    }

    private void put(int many, int member) {
      chosen[many] = member;
      leanings[member] = Leaning.YES;
    }

    private void look() {
      double now = chance(leanings);
      if (now > chance + 1e-12) {
        chance = now;
        found = chosen.clone();
      }
    }
  }
}
