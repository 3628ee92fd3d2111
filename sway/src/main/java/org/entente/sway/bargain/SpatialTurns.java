package org.entente.sway.bargain;

import java.util.Arrays;

/**
 * Turns of KTAB's spatial model. Keeps its memory from issue to issue. Positions run from 0 to 1
 * here.
 */
final class SpatialTurns {
  private static final double OWN_STRENGTH = 1e-10;
  private static final double WORTHWHILE = 1e-5;
  private static final double STUBBORN = 1e-6;
  private static final double DECIMALS = 1e4;
  private static final int TOGETHER = 512;
  private static final double SAME = 1e-3;

  final int n;
  final int dims;

  /** Actors × dimensions. */
  final double[] x;

  final double[] nextX;
  private double[] c;
  private final double[] s;

  /** Of each actor, over the dimensions. */
  private final double[] care;

  private final double[] squares;
  private final double[] weight;

  /** How far the first finds the second, actors × actors. */
  private final double[] distance;

  /** Options × actors. */
  final double[] utilities;

  final double[] risk;
  private final double[] chances;

  /** Whom each challenges, or −1; its chance and its gain, in its own view. */
  final int[] target;

  final double[] chance;
  final double[] gain;

  /** Initiators × dimensions: where each bargain puts initiator and target. */
  final double[] initiatorTo;

  final double[] targetTo;

  /** Whose bargain each took, or −1. */
  final int[] taken;

  /** Status quo, and bargains × actors: what the state after it is worth. */
  private final double[] worth;

  private final double[] bargainWorth;
  private final double[] options;
  private final int[] optionOf;
  final double[] optionChances;
  private final double[] lossOfInitiator;

  /**
   * Positions × actors: distance, and distance × (1 − distance), so that distance − risk × the
   * second is what is lost there.
   */
  private final double[] loss;

  private final double[] bend;

  /** How many targets are looked at together; the arrays below are as many × actors. */
  private final int block;

  private final double[] theirs;
  private final double[] ours;
  private final double[] voters;
  private final double[] ofInitiator;
  private final double[] ofTarget;
  private final double[] preference;
  private final double[] vote;
  private final VotingRule voting;
  private final Election election;

  SpatialTurns(int actors, int dimensions, Election election) {
    this.election = election;
    n = actors;
    dims = dimensions;
    x = new double[n * dims];
    nextX = new double[n * dims];
    s = new double[n * dims];
    care = new double[n];
    squares = new double[n];
    weight = new double[n];
    distance = new double[n * n];
    utilities = new double[n * n];
    risk = new double[n];
    chances = new double[n];
    target = new int[n];
    chance = new double[n];
    gain = new double[n];
    initiatorTo = new double[n * dims];
    targetTo = new double[n * dims];
    taken = new int[n];
    worth = new double[n];
    bargainWorth = new double[n * n];
    options = new double[(n + 1) * n];
    optionOf = new int[n + 1];
    optionChances = new double[n + 1];
    loss = new double[n * n];
    bend = new double[n * n];
    block = Math.max(1, Math.min(n, TOGETHER / n));
    int cells = block * n;
    theirs = new double[cells];
    ours = new double[cells];
    voters = new double[cells];
    ofInitiator = new double[cells];
    ofTarget = new double[cells];
    preference = new double[cells];
    vote = new double[cells];
    voting = election.voting;
    lossOfInitiator = new double[n];
  }

  /**
   * Positions 0 to 100; saliences as they are, or all divided by the largest sum of an actor's
   * where that is above 1.
   */
  void start(double[] positions, double[] capabilities, double[] saliences) {
    c = capabilities;
    double largest = 1;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < dims; k++) {
        sum += saliences[i * dims + k];
      }
      largest = Math.max(largest, sum);
    }
    for (int i = 0; i < n; i++) {
      care[i] = 0;
      squares[i] = 0;
      for (int k = 0; k < dims; k++) {
        int ik = i * dims + k;
        x[ik] = positions[ik] / Setting.SCALE;
        s[ik] = saliences[ik] / largest;
        care[i] += s[ik];
        squares[i] += s[ik] * s[ik];
      }
      weight[i] = c[i] * care[i];
    }
  }

  boolean together() {
    for (int ik = dims; ik < n * dims; ik++) {
      if (x[ik] != x[ik - dims]) {
        return false;
      }
    }
    return true;
  }

  private double distance(int i, double[] to, int at) {
    if (squares[i] == 0) {
      return 0;
    }
    if (dims == 1) {
      return Math.abs(x[i] - to[at]);
    }
    double sum = 0;
    for (int k = 0; k < dims; k++) {
      double part = s[i * dims + k] * (x[i * dims + k] - to[at + k]);
      sum += part * part;
    }
    return Math.sqrt(sum / squares[i]);
  }

  /** Of an outcome at a distance, 0 to 1, to an actor of this risk; 1 at its own position. */
  private static double utility(double distance, double risk) {
    return (1 - distance) * (1 + risk * distance);
  }

  /** Distances, risk, and each actor's utility of each position. */
  void assess() {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double d = i == j ? 0 : distance(i, x, j * dims);
        distance[i * n + j] = d;
        utilities[j * n + i] = 1 - d;
        loss[j * n + i] = d;
        bend[j * n + i] = d * (1 - d);
      }
    }
    election.run(c, utilities, n, chances);
    double most = 0;
    double least = 1;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, chances[i]);
      least = Math.min(least, chances[i]);
    }
    for (int i = 0; i < n; i++) {
      risk[i] = most > least ? (3 * chances[i] - most - 2 * least) / (2 * (most - least)) : 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        utilities[j * n + i] = utility(distance[i * n + j], risk[i]);
      }
    }
  }

  /**
   * One turn, after {@link #assess}: challenges, bargains, and what each actor takes; gives how far
   * all moved.
   */
  double turn() {
    for (int i = 0; i < n; i++) {
      challenge(i);
      if (target[i] >= 0) {
        bargain(i, target[i]);
      }
    }
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += utilities[j * n + k];
      }
      worth[k] = sum / n;
    }
    for (int i = 0; i < n; i++) {
      if (target[i] >= 0) {
        value(i, target[i]);
      }
    }
    double moved = 0;
    for (int k = 0; k < n; k++) {
      take(k);
      double square = 0;
      for (int m = k * dims; m < (k + 1) * dims; m++) {
        square += (nextX[m] - x[m]) * (nextX[m] - x[m]);
      }
      moved += Math.sqrt(square);
    }
    return moved;
  }

  void move() {
    System.arraycopy(nextX, 0, x, 0, x.length);
  }

  /**
   * The actor looks at each other one, and challenges the one of whom it expects most. Several
   * others at a time: the long plain loops over others × third parties are what the virtual machine
   * runs fastest.
   */
  private void challenge(int h) {
    for (int k = 0; k < n; k++) {
      double estimate = (2 * risk[h] + risk[k]) / 3;
      lossOfInitiator[k] = loss[h * n + k] - estimate * bend[h * n + k];
    }
    target[h] = -1;
    gain[h] = WORTHWHILE;
    for (int from = 0; from < n; from += block) {
      int to = Math.min(n, from + block);
      estimates(h, from, to);
      votes(h, from, to);
      for (int j = from; j < to; j++) {
        int row = (j - from) * n;
        double with = 0;
        double against = 0;
        for (int k = row; k < row + n; k++) {
          double strength = Math.abs(vote[k]);
          with += strength + vote[k];
          against += strength - vote[k];
        }
        with = ofInitiator[row] + with / 2;
        against = ofTarget[row] + against / 2;
        double probability = with / (with + against);
        double expected = theirs[row + h] * (1 - 2 * care[j] * (1 - probability));
        if (j != h && expected > gain[h]) {
          target[h] = j;
          gain[h] = expected;
          chance[h] = probability;
        }
      }
    }
  }

  /**
   * What each third party would lose if the target won, in the view of h; the principals'
   * strengths; who may vote.
   */
  private void estimates(int h, int from, int to) {
    int length = (to - from) * n;
    int offset = from * n;
    double own = 2 * risk[h];
    for (int row = 0; row < length; row += n) {
      System.arraycopy(risk, 0, theirs, row, n);
      System.arraycopy(lossOfInitiator, 0, ours, row, n);
      System.arraycopy(weight, 0, voters, row, n);
    }
    for (int t = 0; t < length; t++) {
      theirs[t] = loss[offset + t] - (own + theirs[t]) / 3 * bend[offset + t];
    }
    for (int j = from; j < to; j++) {
      int row = (j - from) * n;
      voters[row + h] = 0;
      voters[row + j] = 0;
      double mine = OWN_STRENGTH + voting.vote(weight[h], theirs[row + h]);
      double its = OWN_STRENGTH + voting.vote(weight[j], lossOfInitiator[j]);
      Arrays.fill(ofInitiator, row, row + n, mine);
      Arrays.fill(ofTarget, row, row + n, its);
    }
  }

  /**
   * The votes of third parties: first as they like, which tells them the odds, then on what joining
   * a side would bring.
   */
  private void votes(int h, int from, int to) {
    int length = (to - from) * n;
    for (int t = 0; t < length; t++) {
      preference[t] = theirs[t] - ours[t];
    }
    voting.votes(voters, preference, vote, length);
    for (int t = 0; t < length; t++) {
      double strength = Math.abs(vote[t]);
      double odds =
          (ofInitiator[t] + .5 * (strength + vote[t])) / (ofInitiator[t] + ofTarget[t] + strength);
      preference[t] = odds * (ours[t] + theirs[t]) - theirs[t];
    }
    voting.votes(voters, preference, vote, length);
  }

  private void bargain(int i, int j) {
    double p = chance[i];
    for (int k = 0; k < dims; k++) {
      double sI = s[i * dims + k] * p;
      double sJ = s[j * dims + k] * (1 - p);
      double wI = sI * sI;
      double wJ = sJ * sJ;
      double sum = wI + STUBBORN + wJ;
      double xI = x[i * dims + k];
      double xJ = x[j * dims + k];
      initiatorTo[i * dims + k] = round(((wI + STUBBORN) * xI + wJ * xJ) / sum);
      targetTo[i * dims + k] = round((wI * xI + (STUBBORN + wJ) * xJ) / sum);
    }
  }

  private static double round(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS;
  }

  private void value(int i, int j) {
    for (int k = 0; k < n; k++) {
      double change =
          utility(distance(k, initiatorTo, i * dims), risk[k])
              + utility(distance(k, targetTo, i * dims), risk[k])
              - utilities[i * n + k]
              - utilities[j * n + k];
      bargainWorth[i * n + k] = worth[k] + change / n;
    }
  }

  /** The actor takes the most probable of the status quo and the bargains that it is in. */
  void take(int k) {
    System.arraycopy(worth, 0, options, 0, n);
    int count = 1;
    for (int i = 0; i < n; i++) {
      if (target[i] >= 0 && (i == k || target[i] == k)) {
        optionOf[count] = i;
        System.arraycopy(bargainWorth, i * n, options, count * n, n);
        count++;
      }
    }
    taken[k] = -1;
    System.arraycopy(x, k * dims, nextX, k * dims, dims);
    if (count == 1) {
      return;
    }
    election.run(c, options, count, optionChances);
    int best = 0;
    for (int o = 1; o < count; o++) {
      if (optionChances[o] > optionChances[best]) {
        best = o;
      }
    }
    if (best > 0) {
      int i = optionOf[best];
      taken[k] = i;
      System.arraycopy(i == k ? initiatorTo : targetTo, i * dims, nextX, k * dims, dims);
    }
  }

  /**
   * After {@link #assess}: fills in the chance of each actor's position; equal positions share one,
   * and each shows it.
   */
  void report(double[] shown, double[] point) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      int at = 0;
      while (at < count && !same(optionOf[at], i)) {
        at++;
      }
      if (at == count) {
        optionOf[count] = i;
        System.arraycopy(utilities, i * n, options, count * n, n);
        count++;
      }
    }
    election.run(c, options, count, optionChances);
    Arrays.fill(point, 0);
    for (int o = 0; o < count; o++) {
      for (int k = 0; k < dims; k++) {
        point[k] += optionChances[o] * x[optionOf[o] * dims + k] * Setting.SCALE;
      }
    }
    for (int i = 0; i < n; i++) {
      int at = 0;
      while (!same(optionOf[at], i)) {
        at++;
      }
      shown[i] = optionChances[at];
    }
  }

  private boolean same(int i, int j) {
    double square = 0;
    for (int k = 0; k < dims; k++) {
      double gap = x[i * dims + k] - x[j * dims + k];
      square += gap * gap;
    }
    return square < SAME * SAME;
  }
}
