package org.entente.sway.bargain;

/**
 * Bueno de Mesquita's challenge model of 1994 as Scholz's program computes it (the reference
 * variant); each dimension by itself. The outcome is the weighted median after the last round.
 *
 * @param rounds at most so many, 1 or more; fewer where nobody moves any more
 */
public record ChallengeModel(int rounds) implements BargainingModel {
  /** As many as the paper prints. */
  public static final int ROUNDS = 8;

  /**
   * @throws IllegalArgumentException if there are no rounds
   */
  public ChallengeModel {
    checkRounds(rounds);
  }

  public ChallengeModel() {
    this(ROUNDS);
  }

  @Override
  public String name() {
    return "challenge model";
  }

  @Override
  public boolean byRounds() {
    return true;
  }

  @Override
  public Outcome solve(Setting setting) {
    return ChallengePath.solve(name(), setting, rounds, n -> new ReferenceRounds(n, 1));
  }

  @Override
  public Predictor predictor(int actors, int dimensions) {
    return new ChallengePredictor(
        actors, dimensions, rounds, lanes -> new ReferenceRounds(actors, lanes));
  }

  static void checkRounds(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds: " + rounds + " asked for, 1 is the least");
    }
  }
}
