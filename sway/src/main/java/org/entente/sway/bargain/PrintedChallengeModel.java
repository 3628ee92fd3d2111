package org.entente.sway.bargain;

/**
 * The challenge model by the formulas printed in Scholz, Calbert and Smith (2011), which do not
 * lead to the table printed beside them; each dimension by itself. The outcome is the weighted
 * median after the last round.
 *
 * @param rounds as in {@link ChallengeModel}
 * @param stability Q of the paper, 0 to 1: how sure a challenger is that otherwise nothing changes
 */
public record PrintedChallengeModel(int rounds, double stability) implements BargainingModel {
  /**
   * @throws IllegalArgumentException if there are no rounds, or stability is not within 0 to 1
   */
  public PrintedChallengeModel {
    ChallengeModel.checkRounds(rounds);
    if (!(stability >= 0 && stability <= 1)) {
      throw new IllegalArgumentException("stability " + stability + " is not within 0 to 1");
    }
  }

  public PrintedChallengeModel() {
    this(ChallengeModel.ROUNDS, 1);
  }

  @Override
  public String name() {
    return "challenge model as printed";
  }

  @Override
  public boolean byRounds() {
    return true;
  }

  @Override
  public Outcome solve(Setting setting) {
    return ChallengePath.solve(name(), setting, rounds, n -> new PrintedRounds(n, 1, stability));
  }

  @Override
  public Predictor predictor(int actors, int dimensions) {
    return new ChallengePredictor(
        actors, dimensions, rounds, lanes -> new PrintedRounds(actors, lanes, stability));
  }
}
