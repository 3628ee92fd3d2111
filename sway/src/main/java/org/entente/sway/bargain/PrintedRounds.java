package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.Outcome.Kind;

/** The challenge model by the formulas that Scholz, Calbert and Smith print. */
final class PrintedRounds extends ChallengeRounds {
  /** Makes the chance between two whom nobody supports one half, and changes no other. */
  private static final double NEXT_TO_NOTHING = 1e-300;

  /** Offers and places that differ by less are alike, so that the last bits do not choose. */
  private static final double ALIKE = 1e-9;

  private final double stability;
  private final double[] range;
  private final double[] centre;

  /** Actors × (actors × lanes): that the first prevails over the second. */
  private final double[][] probability;

  /** The best offer so far: its strength, how far it leads, and where to. */
  private final double[] most;

  private final double[] least;
  private final double[] goal;

  PrintedRounds(int actors, int lanes, double stability) {
    super(actors, lanes);
    this.stability = stability;
    range = new double[lanes];
    centre = new double[lanes];
    probability = new double[n][width];
    most = new double[lanes];
    least = new double[lanes];
    goal = new double[lanes];
  }

  @Override
  void begin(int lane, double initialRange) {}

  @Override
  void prepare(double[] rangeNow, double[] security) {
    for (int lane = 0; lane < lanes; lane++) {
      range[lane] = rangeNow[lane] == 0 ? 1 : rangeNow[lane];
      centre[lane] = stability < 1 ? median(lane) : 0;
    }
    distances(range);
    support(distance);
    Arrays.fill(risk, 1);
    for (int i = 0; i < n; i++) {
      prevails(support[i], resistance[i], probability[i], width);
      near(distance[i], success, width);
      far(distance[i], failure, width);
      Arrays.fill(quo, .5);
      unstable(i);
      expectation(s, probability[i], attack[i]);
      Arrays.fill(attack[i], i * lanes, (i + 1) * lanes, 0);
    }
    Arrays.fill(security, 0);
    for (int i = 0; i < n; i++) {
      Lanes.add(attack[i], security, width);
    }
  }

  private static void prevails(double[] with, double[] against, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = (with[t] + NEXT_TO_NOTHING) / (with[t] + against[t] + 2 * NEXT_TO_NOTHING);
    }
  }

  @Override
  void expect() {
    for (int i = 0; i < n; i++) {
      stakes(i);
      unstable(i);
      expectation(s, probability[i], attack[i]);
    }
  }

  /** Mixes what else may happen into the status quo. */
  private void unstable(int i) {
    for (int t = 0; stability < 1 && t < width; t++) {
      int lane = t % lanes;
      double off = Math.abs(x[i * lanes + lane] - centre[lane]) / range[lane];
      double d = distance[i][t];
      double reach = .25 * (off + d);
      double base = off < d - ALIKE ? .5 - reach : .5 + reach;
      double otherwise = Powers.exp(risk[i * lanes + lane] * Powers.log(base));
      quo[t] = stability * quo[t] + (1 - stability) * otherwise;
    }
  }

  /** The strongest offer; among alike, the nearest. */
  @Override
  void choose(int i) {
    Arrays.fill(chosen, -1);
    Arrays.fill(most, 0);
    for (int j = 0; j < n; j++) {
      if (j != i) {
        consider(i * lanes, j, j * lanes, attack[i], attack[j]);
      }
    }
  }

  private void consider(int own, int j, int row, double[] attack, double[] back) {
    for (int lane = 0; lane < lanes; lane++) {
      double a = attack[row + lane];
      double b = back[own + lane];
      double from = x[own + lane];
      double to = x[row + lane];
      if (!(b > most[lane] - ALIKE & b > NOISE & a < -NOISE & from != to)) {
        continue;
      }
      double go = from + (to - from) * Math.min(1, -a / b);
      double way = Math.abs(go - from);
      if (b > most[lane] + ALIKE
          || way < least[lane] - ALIKE
          || (way < least[lane] + ALIKE && go < goal[lane] - ALIKE)) {
        chosen[lane] = j;
        most[lane] = b;
        least[lane] = way;
        goal[lane] = go;
      }
    }
  }

  @Override
  void accept(int i, int j, int lane) {
    double a = attack[i][j * lanes + lane];
    Kind why = -a < most[lane] ? Kind.COMPROMISE : Kind.CAPITULATION;
    accept(i, j, lane, why, a, most[lane], goal[lane]);
  }
}
