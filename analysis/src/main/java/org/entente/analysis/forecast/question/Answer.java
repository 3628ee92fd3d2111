package org.entente.analysis.forecast.question;

import java.util.List;
import org.entente.model.Quad;

/**
 * Answer to a question: will the source act so on the target within a window of days?
 *
 * @param source name
 * @param target name
 * @param window in days
 * @param probability 0 to 1
 * @param low 2.5 % quantile: from the uncertainty of the weights and from how much dyads differ
 *     from what their features say, the less is known of this one the more
 * @param high 97.5 % quantile
 * @param own share of past windows with such an act in this dyad; NaN if it was never seen
 * @param world the same, over the busiest dyads
 * @param acts of this class on record in this dyad
 * @param basis what it was answered from
 * @param unseen for a dyad without history, how many questions about such pairs were learned from;
 *     else 0
 * @param steps for a dyad without history the groups it backed off to, from the widest; else empty
 * @param drivers what adds most to the log odds, against the average of training
 */
public record Answer(
    String source,
    String target,
    Quad quad,
    int window,
    double probability,
    double low,
    double high,
    double own,
    double world,
    long acts,
    Basis basis,
    int unseen,
    List<Step> steps,
    List<Driver> drivers) {
  /** What a question was answered from. */
  public enum Basis {
    /** The dyad's own history. */
    DYAD,
    /**
     * The dyad has none: what source and target do with others, and what pairs without history do.
     */
    ACTORS,
    /** As {@link #ACTORS}, and what such kinds of actors do. */
    KIND,
    /** As {@link #KIND}, and what those of such regions do. */
    REGION,
    /** As {@link #REGION}, and what others of the two countries do. */
    COUNTRY
  }

  /**
   * A group of pairs that the answer about a dyad without history backed off to.
   *
   * @param basis what the group is made of
   * @param group in words: {@code Middle East → Eastern Europe (armed group → state)}
   * @param acts of the class on record within the group
   * @param expected how many their activity alone would have made
   * @param ratio of acts and expected of late, drawn towards that of the wider group
   * @param share how much of that ratio is the group's own, 0 to 1
   */
  public record Step(
      Basis basis, String group, long acts, double expected, double ratio, double share) {}

  /** A feature, its value and what it adds to the log odds. */
  public record Driver(String feature, double value, double adds) {}

  public Answer {
    steps = List.copyOf(steps);
    drivers = List.copyOf(drivers);
  }
}
