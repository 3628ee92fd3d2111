package org.entente.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries of ISO 3166-1 by their names in English. */
public final class Countries {
  private static final Map<String, String> NAMES = names();

  private Countries() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      names.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
    }
    return names;
  }

  /**
   * The name of a country.
   *
   * @param code ISO 3166-1 alpha-3: {@code EGY}
   * @param otherwise what it goes by if there is no such country
   */
  public static String name(String code, String otherwise) {
    return NAMES.getOrDefault(code, otherwise);
  }

  /** Whether there is a country with this ISO 3166-1 alpha-3 code. */
  public static boolean has(String code) {
    return NAMES.containsKey(code);
  }
}
