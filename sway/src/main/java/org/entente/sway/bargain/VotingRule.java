package org.entente.sway.bargain;

/**
 * How strongly an actor votes, given its weight and by how much it prefers one of two options
 * (KTAB).
 */
public enum VotingRule {
  /** With all weight, as soon as there is a difference. */
  BINARY {
    @Override
    double vote(double weight, double preference) {
      return weight * Math.max(-1, Math.min(1, preference / SLIGHT));
    }
  },
  /** In proportion to the difference. */
  PROPORTIONAL {
    @Override
    double vote(double weight, double preference) {
      return weight * preference;
    }

    @Override
    void votes(double[] weights, double[] preferences, double[] votes, int count) {
      for (int i = 0; i < count; i++) {
        votes[i] = weights[i] * preferences[i];
      }
    }
  },
  /** Four parts proportional, one part binary. */
  PROPORTIONAL_BINARY {
    @Override
    double vote(double weight, double preference) {
      return .8 * PROPORTIONAL.vote(weight, preference) + .2 * BINARY.vote(weight, preference);
    }
  },
  /** With the cube of the difference: slight ones hardly count. */
  CUBIC {
    @Override
    double vote(double weight, double preference) {
      return weight * preference * preference * preference;
    }
  },
  /** Half proportional, half cubic. */
  PROPORTIONAL_CUBIC {
    @Override
    double vote(double weight, double preference) {
      return .5 * weight * (preference + preference * preference * preference);
    }
  },
  /** Proportional, but to gain counts two thirds of to lose. */
  ASYMMETRIC {
    @Override
    double vote(double weight, double preference) {
      return preference < 0 ? weight * preference : weight * preference * 2 / 3;
    }
  };

  private static final double SLIGHT = 1e-8;

  /** Positive for the first option, negative for the second. */
  abstract double vote(double weight, double preference);

  /** Many at once. */
  void votes(double[] weights, double[] preferences, double[] votes, int count) {
    for (int i = 0; i < count; i++) {
      votes[i] = vote(weights[i], preferences[i]);
    }
  }
}
