package org.entente.server.asking;

import java.util.ArrayList;
import java.util.List;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.gazetteer.Location;
import org.entente.model.Actor;
import org.entente.store.PlaceCount;

/** Puts places of which only the country is known into its middle. */
public final class Middles {
  private Middles() {}

  /** The same places; those whose country is unknown stay without coordinates. */
  public static List<PlaceCount> fill(List<PlaceCount> places) {
    List<PlaceCount> filled = new ArrayList<>();
    for (PlaceCount place : places) {
      filled.add(place.latitude() == null && place.country() != null ? middle(place) : place);
    }
    return filled;
  }

  private static PlaceCount middle(PlaceCount place) {
    if (place.country().equals(Actor.UNKNOWN_CODE)) {
      return place.name() == null ? place.named("unknown") : place;
    }
    Knowledge knowledge = Knowledge.bundled();
    ActorEntry country = knowledge.actors().find(place.country());
    if (country == null || country.kind() != ActorEntry.Kind.COUNTRY) {
      return place.name() == null && country != null ? place.named(country.name()) : place;
    }
    String name = place.name() == null ? country.name() : place.name();
    double[] centre = knowledge.gazetteer().centre(country.code());
    if (centre != null) {
      return place.at(name, centre[0], centre[1]);
    }
    for (Location location : knowledge.gazetteer().find(country.name())) {
      if (country.code().equals(location.country())) {
        return place.at(name, location.latitude(), location.longitude());
      }
    }
    return place;
  }
}
