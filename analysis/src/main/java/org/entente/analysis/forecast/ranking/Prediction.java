package org.entente.analysis.forecast.ranking;

import java.time.LocalDate;
import java.util.List;

/**
 * What is likely next.
 *
 * @param source who
 * @param type what
 * @param target to whom
 * @param score sum of the terms; higher is likelier, among answers to the same question
 * @param probability that the next event asked for is this one, 0 to 1
 * @param evidence the past between the two that speaks for it, strongest first, at most three;
 *     empty if they had nothing to do with each other
 * @param terms what adds most to the score, or takes most from it
 */
public record Prediction(
    String source,
    String type,
    String target,
    double score,
    double probability,
    List<Cited> evidence,
    List<Term> terms) {
  /**
   * Events of the past.
   *
   * @param day of the last of them
   * @param times how many there were
   * @param confidence how often such a past was followed by what is predicted, 0 to 1
   * @param document where the last is told, or null
   */
  public record Cited(
      LocalDate day,
      String source,
      String type,
      String target,
      int times,
      double confidence,
      String document) {}

  /** A part of the score: a feature, and what it adds against the average answer. */
  public record Term(String feature, double value) {}

  public Prediction {
    evidence = List.copyOf(evidence);
    terms = List.copyOf(terms);
  }
}
