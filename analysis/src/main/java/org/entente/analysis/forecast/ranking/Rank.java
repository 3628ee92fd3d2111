package org.entente.analysis.forecast.ranking;

/**
 * Where the right answer to a question came.
 *
 * @param day number of the day
 * @param inverse whether the source was asked for, not the target
 * @param stratum what was known of the answer
 * @param rank 1 is first; ties are averaged
 */
public record Rank(int day, boolean inverse, Stratum stratum, double rank) {
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
    int at = java.util.Arrays.binarySearch(candidates, answer);
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
