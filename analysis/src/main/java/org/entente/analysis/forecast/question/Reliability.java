package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How good probabilities were.
 *
 * @param cases how many
 * @param rate share that happened
 * @param brier mean squared error
 * @param reference mean squared error of each dyad's own past frequency
 * @param log mean negative log likelihood, in nats
 * @param error expected calibration error: mean distance of forecast and frequency over bins of 0.1
 * @param bins for the diagram
 */
public record Reliability(
    int cases,
    double rate,
    double brier,
    double reference,
    double log,
    double error,
    List<Bin> bins) {
  private static final int BINS = 10;
  private static final double Z95 = 1.959964;

  /**
   * Forecasts of one tenth of the range.
   *
   * @param forecast their mean
   * @param happened share that happened
   * @param low 2.5 % bound of what that share tells of others (Wilson, 1927), where cases of one
   *     dyad count as so many as they differ
   * @param high 97.5 % bound
   */
  public record Bin(double forecast, double happened, double low, double high, int cases) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** 1 is perfect, 0 as good as the dyads' own frequencies, less is worse. */
  public double skill() {
    return reference == 0 ? 0 : 1 - brier / reference;
  }

  public static Reliability of(List<Case> cases) {
    Tenth[] tenths = new Tenth[BINS];
    Arrays.setAll(tenths, b -> new Tenth());
    double brier = 0;
    double reference = 0;
    double log = 0;
    int yes = 0;
    for (Case one : cases) {
      double p = one.probability();
      int y = one.happened() ? 1 : 0;
      brier += (p - y) * (p - y);
      reference += (one.frequency() - y) * (one.frequency() - y);
      log -= Math.log(Math.max(1e-12, one.happened() ? p : 1 - p));
      yes += y;
      tenths[Math.min(BINS - 1, (int) (p * BINS))].add(one);
    }
    int n = Math.max(1, cases.size());
    double error = 0;
    List<Bin> bins = new ArrayList<>();
    for (Tenth tenth : tenths) {
      if (tenth.cases > 0) {
        error += Math.abs(tenth.forecast - tenth.happened) / n;
        bins.add(tenth.bin());
      }
    }
    return new Reliability(
        cases.size(), yes / (double) n, brier / n, reference / n, log / n, error, bins);
  }

  private static final class Tenth {
    private final Map<Long, int[]> byDyad = new HashMap<>();
    private double forecast;
    private int happened;
    private int cases;

    void add(Case one) {
      int[] sums = byDyad.computeIfAbsent(one.dyad(), key -> new int[2]);
      int y = one.happened() ? 1 : 0;
      sums[0]++;
      sums[1] += y;
      forecast += one.probability();
      happened += y;
      cases++;
    }

    Bin bin() {
      double share = happened / (double) cases;
      double squares = 0;
      for (int[] sums : byDyad.values()) {
        squares += Math.pow(sums[1] - share * sums[0], 2);
      }
      double variance = squares / cases / cases;
      double least = Math.min(cases, byDyad.size());
      double worth =
          variance == 0 ? least : Math.max(least, Math.min(cases, share * (1 - share) / variance));
      double z2 = Z95 * Z95;
      double middle = (share + z2 / (2 * worth)) / (1 + z2 / worth);
      double half =
          Z95
              / (1 + z2 / worth)
              * Math.sqrt(share * (1 - share) / worth + z2 / (4 * worth * worth));
      return new Bin(
          forecast / cases,
          share,
          Math.max(0, Math.min(share, middle - half)),
          Math.min(1, Math.max(share, middle + half)),
          cases);
    }
  }
}
