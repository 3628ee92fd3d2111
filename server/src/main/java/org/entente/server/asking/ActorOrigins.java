package org.entente.server.asking;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.analysis.forecast.question.Origin;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.model.Sector;

/** Where actors are from and what they are, by the registry. */
public final class ActorOrigins {
  private static final Set<Sector> ARMED = Set.of(Sector.REB, Sector.UAF, Sector.CRM);

  /** Of an actor's countries so many must be in one region for it to be of that region. */
  private static final double MOST = 2 / 3.0;

  private ActorOrigins() {}

  /**
   * The origin of an actor.
   *
   * @param actor code, id or name: {@code EGY}, {@code ISIS}, {@code Egypt}
   */
  public static Origin of(String actor) {
    ActorEntry entry = ActorNames.known(actor);
    if (entry == null) {
      return Origin.UNKNOWN;
    }
    List<String> countries = entry.countries();
    return new Origin(
        countries.size() == 1 ? countries.get(0) : null, region(countries), kind(entry));
  }

  private static String region(List<String> countries) {
    ActorRegistry registry = Knowledge.bundled().actors();
    Map<String, Integer> counts = new HashMap<>();
    countries.stream()
        .map(registry::region)
        .filter(Objects::nonNull)
        .forEach(region -> counts.merge(region, 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(one -> one.getValue() >= MOST * countries.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static String kind(ActorEntry entry) {
    return switch (entry.kind()) {
      case COUNTRY -> Origin.STATE;
      case BLOC, ORGANISATION -> "organisation";
      case GROUP ->
          entry.sectors().stream().anyMatch(ARMED::contains) ? "armed group" : "party or movement";
      case COMMUNITY -> "party or movement";
      default -> entry.kind().name().toLowerCase(Locale.ROOT);
    };
  }
}
