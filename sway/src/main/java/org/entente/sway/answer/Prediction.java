package org.entente.sway.answer;

import java.util.List;
import org.entente.sway.bargain.Distribution;

/**
 * Where a model says an issue ends on one scale, in the scale's own numbers.
 *
 * @param model its name
 * @param scale index
 * @param atMode with all numbers at their modes, and as if it passed where there is a vote
 * @param mean over the draws; where there is a vote, of those in which it fails the status quo
 * @param low lower end of the middle 90 %
 * @param median of the draws
 * @param high upper end
 * @param shift mean change against things as they are, draw by draw
 * @param shiftLow lower end of the middle 90 % of the change
 * @param shiftHigh upper end
 * @param nearer share of draws in which it is nearer to the actor's own position than as things are
 * @param farther share in which it is farther
 * @param histogram draws in {@link #BINS} equal parts of the scale
 * @param drivers what moves it, strongest first; of things as they are only
 */
public record Prediction(
    String model,
    int scale,
    double atMode,
    double mean,
    double low,
    double median,
    double high,
    double shift,
    double shiftLow,
    double shiftHigh,
    double nearer,
    double farther,
    int[] histogram,
    List<Distribution.Driver> drivers) {
  /** Parts of a histogram. */
  public static final int BINS = 50;

  /** How much of the outcomes lies between low and high. */
  public static final double LEVEL = .9;

  public Prediction {
    histogram = histogram.clone();
    drivers = List.copyOf(drivers);
  }

  @Override
  public int[] histogram() {
    return histogram.clone();
  }
}
