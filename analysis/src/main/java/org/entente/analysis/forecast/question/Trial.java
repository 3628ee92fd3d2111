package org.entente.analysis.forecast.question;

import java.time.LocalDate;
import java.util.List;
import org.entente.analysis.forecast.history.History;
import org.entente.model.Quad;

/**
 * How good answers to a kind of question were on the last days before a day: each given by a model
 * of what was before its day, in blocks of days that were all forecast before they were learned
 * from.
 *
 * @param window in days
 * @param first first day that was asked about
 * @param last last day that was asked about; its window ends before the day of the answer
 * @param dyads how many: each day those that were the busiest by then, or pairs that never met
 */
public record Trial(
    int window,
    Quad quad,
    LocalDate first,
    LocalDate last,
    int dyads,
    Reliability reliability,
    Skill skill) {
  /**
   * Sums up.
   *
   * @param first number of the first day
   * @param last number of the last day
   */
  static Trial of(
      History history, int window, Quad quad, int first, int last, List<Case> cases, long seed) {
    return new Trial(
        window,
        quad,
        history.date(first),
        history.date(last),
        (int) cases.stream().mapToLong(Case::dyad).distinct().count(),
        Reliability.of(cases),
        Skill.of(cases, seed));
  }
}
