package org.entente.coding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Sector;

/**
 * The country of those of whom nothing tells whose they are, where a sentence speaks of one only.
 */
final class OnlyCountry {
  /** Armed or criminal, and so as likely from elsewhere. */
  private static final Set<Sector> ROVING = Set.of(Sector.UAF, Sector.REB, Sector.CRM, Sector.SPY);

  private OnlyCountry() {}

  /**
   * @param other with whom it has to do, or null
   * @return code of a state, or null
   */
  static String of(Mention mention, Mention other, Mentions mentions) {
    List<Sector> sectors = mention.actor().sectors();
    if (sectors.isEmpty()) {
      return null;
    }
    Set<String> countries = new LinkedHashSet<>();
    for (Mention one : mentions.all()) {
      String country = one.actor().belongs() ? country(one) : null;
      if (country != null) {
        countries.add(country);
      }
    }
    if (countries.size() == 1) {
      String only = countries.iterator().next();
      boolean domestic = other != null && only.equals(country(other));
      return domestic && sectors.stream().anyMatch(ROVING::contains) ? null : only;
    }
    return null;
  }

  private static String country(Mention mention) {
    ActorEntry entry = mention.entry();
    return entry != null && entry.countries().size() == 1 ? entry.countries().get(0) : null;
  }
}
