package org.entente.sway.bargain;

import java.util.Arrays;
import org.entente.sway.bargain.Outcome.Kind;

/** The challenge model by the formulas that Scholz, Calbert and Smith print. */
final class PrintedRounds extends ChallengeRounds {
  /** Makes the chance between two whom nobody supports one half, and changes no other. */
  private static final double NEXT_TO_NOTHING = 1e-300;

  /** Places that differ by less are alike, so that the last bits do not choose. */
  private static final double ALIKE = 1e-9;

  /** Of 52 binary digits of an offer, likewise. */
  private static final int DIGITS_LEFT_OUT = 22;

  private final double stability;
  private final double[] range;
  private final double[] centre;

  /** That the first prevails over the second. */
  private final double[][] probability;

  /** How strong the best offer so far is, and the second best. */
  private final long[] best;

  private final long[] second;

  PrintedRounds(int actors, int lanes, double stability) {
    super(actors, lanes);
    this.stability = stability;
    range = new double[lanes];
    centre = new double[lanes];
    probability = new double[n][width];
    best = new long[lanes];
    second = new long[lanes];
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
    Arrays.fill(security, 0);
    for (int places = 1; places < n; places++) {
      prevails(support[places], resistance[places], probability[places], width);
      near(distance[places], success, width);
      far(distance[places], failure, width);
      Arrays.fill(quo, .5);
      expect(places);
      Lanes.turn(attack[places], n - places, lanes, part, n);
      Lanes.add(part, security, width);
    }
  }

  private static void prevails(double[] with, double[] against, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = (with[t] + NEXT_TO_NOTHING) / (with[t] + against[t] + 2 * NEXT_TO_NOTHING);
    }
  }

  @Override
  void expect() {
    for (int places = 1; places < n; places++) {
      if (places == 1 || stability < 1) {
        quo();
      }
      stakes(places);
      expect(places);
    }
  }

  private void expect(int places) {
    unstable(distance[places]);
    Lanes.turn(s, places, lanes, wide, n);
    expectation(wide, probability[places], attack[places]);
  }

  /** Mixes what else may happen into the status quo. */
  private void unstable(double[] distance) {
    for (int t = 0; stability < 1 && t < width; t++) {
      int lane = t % lanes;
      double off = Math.abs(x[t] - centre[lane]) / range[lane];
      double reach = .25 * (off + distance[t]);
      double base = off < distance[t] - ALIKE ? .5 - reach : .5 + reach;
      double otherwise = Powers.exp(risk[t] * Powers.log(base));
      quo[t] = stability * quo[t] + (1 - stability) * otherwise;
    }
  }

  /** The strongest offer; among alike, the nearest. */
  @Override
  void choose(int i) {
    Arrays.fill(chosen, -1);
    Arrays.fill(best, 0);
    Arrays.fill(second, 0);
    for (int j = 0; j < n; j++) {
      if (j != i) {
        consider(i * lanes, j, attack[places(i, j)], attack[places(j, i)]);
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      if (best[lane] > 0 && second[lane] == best[lane]) {
        nearest(i, lane);
      }
    }
  }

  /**
   * Takes the offer if it is stronger than the best so far, and remembers the second best. Without
   * a branch, for nobody can guess which way it goes: the sign of a difference, drawn out, is a
   * mask.
   */
  private void consider(int own, int j, double[] attack, double[] back) {
    int row = j * lanes;
    for (int lane = 0; lane < lanes; lane++) {
      long offer = offer(attack[own + lane], back[row + lane], x[own + lane], x[row + lane]);
      long better = best[lane] - offer >> Long.SIZE - 1;
      long worse = offer ^ (offer ^ best[lane]) & better;
      best[lane] ^= (best[lane] ^ offer) & better;
      chosen[lane] ^= (chosen[lane] ^ j) & (int) better;
      second[lane] ^= (second[lane] ^ worse) & second[lane] - worse >> Long.SIZE - 1;
    }
  }

  /**
   * How strong an offer is, in the order of positive numbers' bits and such that alike ones are the
   * same; 0 if there is none.
   */
  private static long offer(double a, double b, double from, double to) {
    long offered = ifBelow(a, -NOISE) & ifBelow(NOISE, b) & ifBelow(0, Math.abs(to - from));
    return (Double.doubleToRawLongBits(b) & offered) >> DIGITS_LEFT_OUT;
  }

  private void nearest(int i, int lane) {
    double least = Double.POSITIVE_INFINITY;
    double goal = Double.POSITIVE_INFINITY;
    double from = x[i * lanes + lane];
    for (int j = 0; j < n; j++) {
      if (j == i) {
        continue;
      }
      double a = attack[places(i, j)][i * lanes + lane];
      double b = attack[places(j, i)][j * lanes + lane];
      if (offer(a, b, from, x[j * lanes + lane]) == best[lane]) {
        double go = goal(i, j, lane);
        double way = Math.abs(go - from);
        if (way < least - ALIKE || (way < least + ALIKE && go < goal - ALIKE)) {
          chosen[lane] = j;
          least = way;
          goal = go;
        }
      }
    }
  }

  /** Where an offer leads. */
  private double goal(int i, int j, int lane) {
    double from = x[i * lanes + lane];
    double a = attack[places(i, j)][i * lanes + lane];
    double b = attack[places(j, i)][j * lanes + lane];
    return from + (x[j * lanes + lane] - from) * Math.min(1, -a / b);
  }

  @Override
  void accept(int i, int j, int lane) {
    double a = attack[places(i, j)][i * lanes + lane];
    double b = attack[places(j, i)][j * lanes + lane];
    Kind why = -a < b ? Kind.COMPROMISE : Kind.CAPITULATION;
    accept(i, j, lane, why, a, b, goal(i, j, lane));
  }
}
