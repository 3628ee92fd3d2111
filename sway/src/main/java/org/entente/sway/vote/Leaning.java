package org.entente.sway.vote;

/**
 * How likely a member votes yes, abstains and votes no.
 *
 * @param yes 0 to 1
 * @param abstain 0 to 1
 * @param no 0 to 1; the three add up to 1
 */
public record Leaning(double yes, double abstain, double no) {
  public static final Leaning YES = new Leaning(1, 0, 0);
  public static final Leaning ABSTAIN = new Leaning(0, 1, 0);
  public static final Leaning NO = new Leaning(0, 0, 1);

  public Leaning {
    if (!(yes >= 0 && abstain >= 0 && no >= 0) || Math.abs(yes + abstain + no - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "chances of yes, abstain and no are at least 0 and add up to 1, not "
              + (yes + " + " + abstain + " + " + no)
              + "; give the three as in 0.6, 0.3, 0.1");
    }
  }

  /** One that is certain. */
  public static Leaning of(Choice choice) {
    return switch (choice) {
      case YES -> YES;
      case ABSTAIN -> ABSTAIN;
      case NO -> NO;
    };
  }

  /**
   * From what a member gains if the proposal passes, by an ordered logit: yes with chance L((gain −
   * indifference) / spread), no with L((−gain − indifference) / spread), else it abstains; L(x) =
   * 1/(1 + e^−x).
   *
   * @param gain utility if it passes less utility if it fails, in any unit
   * @param indifference gains and losses below it make it likelier to abstain than not; in the same
   *     unit, at least 0
   * @param spread how far from certain: at 0 the sign of the gain decides; in the same unit
   */
  public static Leaning ofGain(double gain, double indifference, double spread) {
    if (!(indifference >= 0 && spread >= 0) || Double.isNaN(gain)) {
      throw new IllegalArgumentException(
          "a leaning needs a gain, and indifference and spread of at least 0, not "
              + (gain + ", " + indifference + ", " + spread));
    }
    double yes = logistic(gain - indifference, spread);
    double no = logistic(-gain - indifference, spread);
    return new Leaning(yes, Math.max(0, 1 - yes - no), no); // below 0 only by rounding
  }

  private static double logistic(double x, double spread) {
    if (spread == 0) {
      return x > 0 ? 1 : 0;
    }
    return 1 / (1 + Math.exp(-x / spread));
  }

  double chance(Choice choice) {
    return switch (choice) {
      case YES -> yes;
      case ABSTAIN -> abstain;
      case NO -> no;
    };
  }

  /** The vote against the proposal that it may still cast. */
  Choice worst() {
    return no > 0 ? Choice.NO : abstain > 0 ? Choice.ABSTAIN : Choice.YES;
  }
}
