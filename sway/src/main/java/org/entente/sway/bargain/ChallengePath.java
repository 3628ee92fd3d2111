package org.entente.sway.bargain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.entente.sway.bargain.Outcome.Move;
import org.entente.sway.bargain.Outcome.State;

/** The rounds of a challenge model written down, each dimension by itself. */
final class ChallengePath {
  private ChallengePath() {}

  static Outcome solve(
      String name, Setting setting, int rounds, IntFunction<ChallengeRounds> contests) {
    int n = setting.size();
    int dimensions = setting.dimensions();
    double[][] positions = setting.positions();
    double[][] saliences = setting.saliences();
    List<List<Snapshot>> lines = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    for (int k = 0; k < dimensions; k++) {
      double[] x = new double[n];
      double[] s = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = positions[i][k];
        s[i] = saliences[i][k];
      }
      ChallengeRounds contest = contests.apply(n);
      contest.start(0, x, setting.capabilities(), s);
      lines.add(line(contest, rounds, dimensions, k, moves));
    }
    int last = lines.stream().mapToInt(List::size).max().orElseThrow() - 1;
    List<State> states = new ArrayList<>();
    for (int round = 0; round <= last; round++) {
      states.add(state(round, round == last, lines, n));
    }
    moves.sort(Comparator.comparingInt(Move::round).thenComparingInt(Move::dimension));
    return new Outcome(
        name,
        states.get(last).median(),
        states,
        List.of(),
        moves.stream().map(move -> whole(move, states)).toList());
  }

  private record Snapshot(double[] x, double mean, double median, double[] risk) {}

  private static List<Snapshot> line(
      ChallengeRounds contest, int rounds, int dimensions, int k, List<Move> moves) {
    List<Snapshot> line = new ArrayList<>();
    for (int round = 0; ; round++) {
      boolean on = contest.challenge() && round < rounds;
      line.add(
          new Snapshot(
              contest.x.clone(), contest.mean(0), contest.median(0), contest.risk.clone()));
      if (!on) {
        return line;
      }
      for (int i = 0; i < contest.n; i++) {
        if (contest.counterpart[i] >= 0) {
          moves.add(
              new Move(
                  round + 1,
                  k,
                  i,
                  contest.counterpart[i],
                  contest.kind[i],
                  contest.own[i],
                  contest.other[i],
                  new double[dimensions],
                  new double[dimensions]));
        }
      }
      contest.move();
    }
  }

  /** A dimension that came to rest earlier stays where it is. */
  private static State state(int round, boolean last, List<List<Snapshot>> lines, int n) {
    int dimensions = lines.size();
    double[][] positions = new double[n][dimensions];
    double[] mean = new double[dimensions];
    double[] median = new double[dimensions];
    double[][] risk = new double[last ? 0 : dimensions][];
    for (int k = 0; k < dimensions; k++) {
      List<Snapshot> line = lines.get(k);
      Snapshot at = line.get(Math.min(round, line.size() - 1));
      for (int i = 0; i < n; i++) {
        positions[i][k] = at.x()[i];
      }
      mean[k] = at.mean();
      median[k] = at.median();
      if (!last) {
        risk[k] = at.risk();
      }
    }
    return new State(round, positions, mean, median, risk, new double[0]);
  }

  private static Move whole(Move move, List<State> states) {
    double[] from = states.get(move.round() - 1).positions()[move.actor()].clone();
    double[] to = from.clone();
    to[move.dimension()] = states.get(move.round()).positions()[move.actor()][move.dimension()];
    return new Move(
        move.round(),
        move.dimension(),
        move.actor(),
        move.counterpart(),
        move.kind(),
        move.ownGain(),
        move.counterpartGain(),
        from,
        to);
  }
}
