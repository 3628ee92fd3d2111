package org.entente.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A number that says how large an event was.
 *
 * @param kind what is counted
 * @param low least value, never above {@code high}
 * @param high greatest value; equal to {@code low} where the text gives one number
 * @param unit currency code for money, else null
 * @param text the words of the document: {@code "nearly 1,700"}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Magnitude(Kind kind, double low, double high, String unit, String text) {
  public enum Kind {
    KILLED,
    INJURED,
    DETAINED,
    ABDUCTED,
    RELEASED,
    DISPLACED,
    PARTICIPANTS,
    TROOPS,
    PERSONS,
    MONEY,
    WEAPONS
  }

  public Magnitude {
    if (kind == null || low > high) {
      throw new IllegalArgumentException("no magnitude: " + kind + " " + low + " to " + high);
    }
  }
}
