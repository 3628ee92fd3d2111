package org.entente.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where something happened.
 *
 * @param name the gazetteer's name
 * @param country ISO 3166-1 alpha-3, or null where the place lies in none or several
 * @param latitude degrees north, or null
 * @param longitude degrees east, or null
 * @param geonames GeoNames id, or null
 * @param kind {@code city}, {@code region}, {@code country}, {@code area}, {@code sea} or {@code
 *     site}
 * @param text the words of the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(
    String name,
    String country,
    Double latitude,
    Double longitude,
    Long geonames,
    String kind,
    String text) {}
