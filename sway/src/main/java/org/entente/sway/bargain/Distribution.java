package org.entente.sway.bargain;

import java.util.List;

/**
 * The outcomes of one model in one dimension.
 *
 * @param model its name
 * @param dimension from 0
 * @param outcomes one a draw, in the order of draws: draw i of two runs with the same seed meets
 *     the same chance for the same number of the same actor, so their difference, draw by draw, is
 *     the effect of what else differs
 * @param sorted the same, rising
 * @param atMode the outcome with all numbers at their modes
 * @param drivers what moves the outcome, the strongest first; only numbers that are not exact
 */
public record Distribution(
    String model,
    int dimension,
    double[] outcomes,
    double[] sorted,
    double atMode,
    List<Driver> drivers) {

  public Distribution {
    drivers = List.copyOf(drivers);
  }

  public double mean() {
    return Spread.ofSorted(sorted).mean();
  }

  public double standardDeviation() {
    return Spread.ofSorted(sorted).standardDeviation();
  }

  /** As {@link Spread#quantile}. */
  public double quantile(double share) {
    return Spread.ofSorted(sorted).quantile(share);
  }

  /** Lower and upper end of the middle share, such as .9, of the outcomes. */
  public double[] interval(double level) {
    return new double[] {quantile((1 - level) / 2), quantile((1 + level) / 2)};
  }

  /** How many outcomes fall in each of so many equal parts of the scale 0 to 100. */
  public int[] histogram(int bins) {
    int[] counts = new int[bins];
    for (double value : sorted) {
      counts[Math.min(bins - 1, (int) (value / Setting.SCALE * bins))]++;
    }
    return counts;
  }

  /**
   * Share of the variance that no single number explains: interplay of several; about 0 for an
   * additive model.
   */
  public double interplay() {
    return Math.max(0, 1 - drivers.stream().mapToDouble(Driver::firstOrder).sum());
  }

  /**
   * What one uncertain number does to the outcome.
   *
   * @param input which number
   * @param firstOrder first-order Sobol index, 0 to 1: share of the variance of outcomes that falls
   *     away once the number is known; estimated from the draws (variance of means within equal
   *     classes of the number, less what chance adds)
   * @param rankCorrelation of number and outcome, −1 to 1 (Spearman)
   * @param atLow outcome with the number at its low, all others at their modes
   * @param atHigh likewise at its high
   */
  public record Driver(
      Input input, double firstOrder, double rankCorrelation, double atLow, double atHigh) {
    /** The width of the bar in a tornado. */
    public double swing() {
      return Math.abs(atHigh - atLow);
    }
  }
}
