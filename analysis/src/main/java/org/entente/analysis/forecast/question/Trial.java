package org.entente.analysis.forecast.question;

import java.time.LocalDate;
import org.entente.model.Quad;

/**
 * How good answers to a kind of question were on the last days before a day: each given by a model
 * of what was before its day, in blocks of days that were all forecast before they were learned
 * from.
 *
 * @param window in days
 * @param first first day that was asked about
 * @param last last day that was asked about; its window ends before the day of the answer
 * @param dyads how many, the busiest before {@code first}
 */
public record Trial(
    int window,
    Quad quad,
    LocalDate first,
    LocalDate last,
    int dyads,
    Reliability reliability,
    Skill skill) {}
