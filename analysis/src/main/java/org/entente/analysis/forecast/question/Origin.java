package org.entente.analysis.forecast.question;

/**
 * Where an actor is from and what it is: what is left to go by where it is unknown itself.
 *
 * @param country whose it is, or null if it is of several or none
 * @param region where it is, or null if that is unknown or no one region
 * @param kind {@link #STATE}, organisation, armed group and so on, or null if that is unknown
 */
public record Origin(String country, String region, String kind) {
  /** The kind of a country as a whole. */
  public static final String STATE = "state";

  /** Of an actor that nothing is known of. */
  public static final Origin UNKNOWN = new Origin(null, null, null);
}
