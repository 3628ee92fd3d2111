package org.entente.analysis.forecast.ranking;

import java.util.Arrays;

/**
 * Where the right answer to a question came.
 *
 * @param day number of the day
 * @param inverse whether the source was asked for, not the target
 * @param stratum what was known of the answer
 * @param rank 1 is first; ties are averaged
 * @param odds what the scores said of it
 */
public record Rank(int day, boolean inverse, Stratum stratum, double rank, Odds odds) {
  /**
   * Probabilities that scores gave. Other right answers are left out; actors without a score share
   * what answers without one had so far.
   *
   * @param answer of the right answer
   * @param first of the actor that came first
   * @param brier squared errors over all actors, 0 to 2
   * @param scored whether the answer had a score
   */
  public record Odds(double answer, double first, double brier, boolean scored) {
    /**
     * From weights that are proportional to the probabilities.
     *
     * @param answers all right ones, ascending
     * @param candidates actors with weights, ascending
     * @param rest what all actors without a weight have together
     * @param actors how many there are in all
     */
    static Odds of(
        int answer, int[] answers, int[] candidates, double[] weights, double rest, int actors) {
      double sum = 0;
      double squares = 0;
      double most = 0;
      double own = 0;
      boolean scored = false;
      int others = 0;
      for (int i = 0; i < candidates.length; i++) {
        if (candidates[i] == answer) {
          own = weights[i];
          scored = true;
        } else if (Arrays.binarySearch(answers, candidates[i]) >= 0) {
          others++;
          continue;
        }
        sum += weights[i];
        squares += weights[i] * weights[i];
        most = Math.max(most, weights[i]);
      }
      int unscored = actors - candidates.length - (answers.length - 1 - others);
      double left = sum == 0 ? 1 : unscored == 0 ? 0 : rest;
      double each = left / Math.max(1, unscored);
      double scale = sum == 0 ? 0 : (1 - left) / sum;
      double p = scored ? scale * own : each;
      return new Odds(p, scale * most, 1 - 2 * p + scale * scale * squares + left * each, scored);
    }
  }

  /** What the past knew of an answer. */
  public enum Stratum {
    /** This source did this to this target before. */
    TRIPLE_SEEN,
    /** The two had to do with each other before. */
    PAIR_SEEN,
    /** They had not. */
    NEW
  }

  /**
   * Rank of an answer among actors of whom some have scores and all others come after them in no
   * order. Other right answers are left out, ties are averaged.
   *
   * @param answer the actor
   * @param answers all right ones, ascending, the answer too
   * @param candidates actors with scores, ascending
   * @param scores theirs
   * @param actors how many there are in all
   */
  static double of(int answer, int[] answers, int[] candidates, double[] scores, int actors) {
    int at = Arrays.binarySearch(candidates, answer);
    double own = at >= 0 ? scores[at] : Double.NaN;
    int higher = 0;
    int same = 0;
    int others = 0;
    int a = 0;
    for (int i = 0; i < candidates.length; i++) {
      while (a < answers.length && answers[a] < candidates[i]) {
        a++;
      }
      if (i == at) {
        continue;
      }
      if (a < answers.length && answers[a] == candidates[i]) {
        others++;
      } else if (at < 0 || scores[i] > own) {
        higher++;
      } else if (scores[i] == own) {
        same++;
      }
    }
    if (at >= 0) {
      return 1 + higher + same / 2.0;
    }
    int unscored = actors - candidates.length - 1 - (answers.length - 1 - others);
    return 1 + higher + unscored / 2.0;
  }
}
