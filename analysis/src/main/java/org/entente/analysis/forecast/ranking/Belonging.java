package org.entente.analysis.forecast.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.forecast.history.ActorName;

/**
 * Country and sector of each actor, from its name; an actor whose name has no country takes that of
 * most of its partners so far. Country 0 and sector 0 are unknown.
 */
final class Belonging {
  private final int[] country;
  private final int[] sector;
  private final boolean[] named;
  private final int countries;
  private final int sectors;
  private final List<IntList> members = new ArrayList<>();
  private final Map<Integer, int[]> partners = new HashMap<>();

  Belonging(List<String> actors) {
    Map<String, Integer> countryNumbers = new HashMap<>();
    Map<String, Integer> sectorNumbers = new HashMap<>();
    country = new int[actors.size()];
    sector = new int[actors.size()];
    named = new boolean[actors.size()];
    for (String actor : actors) {
      ActorName name = ActorName.of(actor);
      if (name.country() != null) {
        countryNumbers.putIfAbsent(name.country(), countryNumbers.size() + 1);
      }
    }
    sectorNumbers.put("", 1);
    for (int a = 0; a < actors.size(); a++) {
      ActorName name = ActorName.of(actors.get(a));
      Integer whole = countryNumbers.get(name.country() == null ? actors.get(a) : name.country());
      if (whole != null) {
        named[a] = true;
        country[a] = whole;
        Integer known = sectorNumbers.putIfAbsent(name.sector(), sectorNumbers.size() + 1);
        sector[a] = known == null ? sectorNumbers.size() : known;
      }
    }
    countries = countryNumbers.size() + 1;
    sectors = sectorNumbers.size() + 1;
    for (int c = 0; c < countries; c++) {
      members.add(new IntList());
    }
    for (int a = 0; a < actors.size(); a++) {
      if (named[a]) {
        members.get(country[a]).add(a);
      }
    }
  }

  int countries() {
    return countries;
  }

  int sectors() {
    return sectors;
  }

  int country(int actor) {
    return country[actor];
  }

  int sector(int actor) {
    return sector[actor];
  }

  /** Actors whose names say that they are of this country. */
  IntList members(int of) {
    return members.get(of);
  }

  /** One had to do with the other. */
  void met(int one, int other) {
    meet(one, other);
    meet(other, one);
  }

  private void meet(int one, int other) {
    if (named[one] || !named[other]) {
      return;
    }
    int[] met = partners.computeIfAbsent(one, key -> new int[countries]);
    int of = country[other];
    met[of]++;
    if (country[one] == 0 || met[of] > met[country[one]]) {
      country[one] = of;
    }
  }
}
