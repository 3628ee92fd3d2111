package org.entente.sway.bargain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.sway.bargain.Outcome.Challenge;
import org.entente.sway.bargain.Outcome.Kind;
import org.entente.sway.bargain.Outcome.Move;
import org.entente.sway.bargain.Outcome.State;

/**
 * KTAB's spatial model of politics (KAPSARC): actors in any number of dimensions challenge each
 * other, strike bargains and vote on them, turn by turn. The outcome is the mean of the last
 * positions, each with its chance to win.
 *
 * <p>Saliences of an actor add up to at most 1 in KTAB. Where an actor's add up to more, all are
 * divided by the largest sum.
 *
 * @param voting how actors vote; KTAB's default is proportional
 * @param victory what coalitions' strengths say; default linear
 * @param election how chances add up; default conditional
 * @param turns at most so many; default 100
 */
public record SpatialModel(VotingRule voting, VictoryLaw victory, ElectionRule election, int turns)
    implements BargainingModel {
  public static final int TURNS = 100;

  /** Turns end when actors move less than this share of what they moved in the first. */
  private static final double QUIET = .02;

  /** KTAB adds it to the first turn's move. */
  private static final double SLIGHT = 1e-4;

  /**
   * @throws IllegalArgumentException if there are no turns
   */
  public SpatialModel {
    if (turns < 1) {
      throw new IllegalArgumentException("turns: " + turns + " asked for, 1 is the least");
    }
  }

  public SpatialModel() {
    this(TURNS);
  }

  /** With KTAB's defaults otherwise. */
  public SpatialModel(int turns) {
    this(VotingRule.PROPORTIONAL, VictoryLaw.LINEAR, ElectionRule.CONDITIONAL, turns);
  }

  @Override
  public String name() {
    return "spatial model";
  }

  @Override
  public boolean byRounds() {
    return true;
  }

  @Override
  public Outcome solve(Setting setting) {
    int n = setting.size();
    int dimensions = setting.dimensions();
    SpatialTurns run = turns(n, dimensions, 1);
    run.start(0, setting.flatPositions(), setting.capabilities(), setting.flatSaliences());
    List<State> states = new ArrayList<>();
    List<Challenge> challenges = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    double[] point = new double[dimensions];
    double first = 0;
    boolean last = run.together(0);
    for (int turn = 1; ; turn++) {
      run.assess();
      double[] chances = new double[n];
      run.report(0, chances, point);
      states.add(state(setting, turn - 1, run, chances));
      if (last) {
        return new Outcome(name(), point, states, challenges, moves);
      }
      run.turn();
      write(turn, run, challenges, moves);
      run.move();
      first = turn == 1 ? run.moved[0] : first;
      last = last(turn, run.moved[0], first) || run.together(0);
    }
  }

  SpatialTurns turns(int actors, int dimensions, int lanes) {
    return new SpatialTurns(actors, dimensions, lanes, new Election(voting, victory, election));
  }

  /** Whether it ends after a turn, given how far all moved in it and in the first. */
  boolean last(int turn, double moved, double first) {
    return turn == turns || moved == 0 || (turn > 1 && moved < QUIET * (first + SLIGHT));
  }

  private static State state(Setting setting, int round, SpatialTurns run, double[] chances) {
    double[] x = new double[run.n * run.dims];
    for (int m = 0; m < x.length; m++) {
      x[m] = scaled(run.x[m % run.dims][m / run.dims]);
    }
    double[][] positions = Setting.rows(x, run.dims);
    double[] mean = new double[run.dims];
    double[] median = new double[run.dims];
    double[] s = setting.flatSaliences();
    new WeightedMean().predictor(run.n, run.dims).predict(x, setting.capabilities(), s, null, mean);
    new WeightedMedian()
        .predictor(run.n, run.dims)
        .predict(x, setting.capabilities(), s, null, median);
    return new State(round, positions, mean, median, new double[][] {run.risk.clone()}, chances);
  }

  private static void write(
      int turn, SpatialTurns run, List<Challenge> challenges, List<Move> moves) {
    for (int i = 0; i < run.n; i++) {
      if (run.target[i] >= 0) {
        challenges.add(
            new Challenge(
                turn,
                i,
                run.target[i],
                run.chance[i],
                run.gain[i],
                part(run.initiatorTo, i),
                part(run.targetTo, i)));
      }
    }
    for (int k = 0; k < run.n; k++) {
      double[] from = part(run.x, k);
      double[] to = part(run.nextX, k);
      if (run.taken[k] >= 0 && !Arrays.equals(from, to)) {
        int counterpart = run.taken[k] == k ? run.target[k] : run.taken[k];
        moves.add(
            new Move(turn, -1, k, counterpart, Kind.BARGAIN, Double.NaN, Double.NaN, from, to));
      }
    }
  }

  private static double[] part(double[][] points, int actor) {
    double[] part = new double[points.length];
    for (int k = 0; k < part.length; k++) {
      part[k] = scaled(points[k][actor]);
    }
    return part;
  }

  /** 65.82, not 65.82000000000001. */
  private static double scaled(double position) {
    return Math.rint(position * Setting.SCALE * 1e10) / 1e10;
  }

  @Override
  public Predictor predictor(int actors, int dimensions) {
    return new SpatialPredictor(this, actors, dimensions);
  }
}
