package org.entente.coding.relation;

import java.util.List;

/**
 * From the probability that a model gives to how often it is right: a logistic curve on the log
 * odds (Platt, "Probabilistic outputs for support vector machines", 1999).
 *
 * @param slope 1 for a model that knows how sure it may be
 * @param shift 0 for a model that knows how sure it may be
 */
public record Calibration(double slope, double shift) {
  public static final Calibration NONE = new Calibration(1, 0);

  private static final double EDGE = 1e-4;

  /** An answer of a known row. */
  public record Answer(double probability, boolean right) {}

  public double of(double probability) {
    return 1 / (1 + Math.exp(-(slope * logit(probability) + shift)));
  }

  /** The curve that maps as this one and then another do. */
  public Calibration then(Calibration next) {
    return new Calibration(next.slope * slope, next.slope * shift + next.shift);
  }

  private static double logit(double probability) {
    double inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
    return Math.log(inside / (1 - inside));
  }

  /** Fits the curve by Newton's method, each step halved until it is none to the worse. */
  public static Calibration fit(List<Answer> answers) {
    double slope = 1;
    double shift = 0;
    for (int round = 0; round < 50; round++) {
      double g0 = 1e-3 * (slope - 1);
      double g1 = 1e-3 * shift;
      double h00 = 1e-3;
      double h01 = 0;
      double h11 = 1e-3;
      for (Answer answer : answers) {
        double x = logit(answer.probability());
        double p = 1 / (1 + Math.exp(-(slope * x + shift)));
        double error = p - (answer.right() ? 1 : 0);
        double weight = p * (1 - p);
        g0 += error * x;
        g1 += error;
        h00 += weight * x * x;
        h01 += weight * x;
        h11 += weight;
      }
      double determinant = h00 * h11 - h01 * h01;
      if (determinant < 1e-12) {
        break;
      }
      double step0 = (h11 * g0 - h01 * g1) / determinant;
      double step1 = (h00 * g1 - h01 * g0) / determinant;
      double now = loss(answers, slope, shift);
      double part = 1;
      while (part > 1e-4 && !(loss(answers, slope - part * step0, shift - part * step1) <= now)) {
        part /= 2;
      }
      if (part <= 1e-4) {
        break;
      }
      slope -= part * step0;
      shift -= part * step1;
      if (Math.abs(step0) + Math.abs(step1) < 1e-9) {
        break;
      }
    }
    return new Calibration(slope, shift);
  }

  private static double loss(List<Answer> answers, double slope, double shift) {
    double loss = 5e-4 * ((slope - 1) * (slope - 1) + shift * shift);
    for (Answer answer : answers) {
      double z = slope * logit(answer.probability()) + shift;
      double wrong = answer.right() ? -z : z;
      loss += wrong > 30 ? wrong : Math.log1p(Math.exp(wrong));
    }
    return loss;
  }
}
