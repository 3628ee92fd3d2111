package org.entente.analysis.forecast.question;

/**
 * Corrects log odds by what came of earlier forecasts: a factor and a shift (Platt, 1999), held
 * near to no correction where there is little to learn from.
 *
 * @param factor of the log odds
 * @param shift added to them
 */
record Calibration(double factor, double shift) {
  static final Calibration NONE = new Calibration(1, 0);

  double of(double logit) {
    return factor * logit + shift;
  }
}
