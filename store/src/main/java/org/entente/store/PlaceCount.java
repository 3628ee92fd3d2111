package org.entente.store;

import java.time.LocalDate;

/**
 * The events of one place.
 *
 * @param name the place, or null where only a country is known
 * @param country ISO 3166-1 alpha-3, or null; of events at no place the code of the target, which
 *     may be that of a group
 * @param latitude degrees north, or null where the events have none
 * @param longitude degrees east, or null
 * @param basis where the place is from
 * @param events how many, at least 1
 * @param cooperation how many of them are cooperation
 * @param conflict how many of them are conflict
 * @param goldstein mean Goldstein weight, −10 to 10
 * @param first first day, or null if no event is dated
 * @param last last day, or null
 */
public record PlaceCount(
    String name,
    String country,
    Double latitude,
    Double longitude,
    Basis basis,
    long events,
    long cooperation,
    long conflict,
    double goldstein,
    LocalDate first,
    LocalDate last) {
  /** Where a place is from. */
  public enum Basis {
    /** The events name it. */
    PLACE,
    /** The events name a country only. */
    COUNTRY,
    /** The events are at no place; it is whom they happen to. */
    TARGET
  }

  /** The same, put somewhere. */
  public PlaceCount at(String newName, double newLatitude, double newLongitude) {
    return put(newName, newLatitude, newLongitude);
  }

  /** The same under another name. */
  public PlaceCount named(String newName) {
    return put(newName, latitude, longitude);
  }

  private PlaceCount put(String newName, Double newLatitude, Double newLongitude) {
    return new PlaceCount(
        newName,
        country,
        newLatitude,
        newLongitude,
        basis,
        events,
        cooperation,
        conflict,
        goldstein,
        first,
        last);
  }

  /** Share of conflict, 0 to 1. */
  public double hostility() {
    return (double) conflict / events;
  }
}
