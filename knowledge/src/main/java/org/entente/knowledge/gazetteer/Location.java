package org.entente.knowledge.gazetteer;

/**
 * A place of the gazetteer.
 *
 * @param geonames GeoNames id, or null
 * @param country ISO 3166-1 alpha-3, or null
 * @param admin name of the first-level region, or null
 * @param population 0 if unknown
 */
public record Location(
    Long geonames,
    String name,
    String country,
    String admin,
    String kind,
    double latitude,
    double longitude,
    long population) {

  public boolean isCity() {
    return kind.equals("city") || kind.equals("seat") || kind.equals("capital");
  }
}
