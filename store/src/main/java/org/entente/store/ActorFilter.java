package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.model.Sector;

/**
 * Which actors are meant: those with one of the ids, one of the codes, or a name that contains the
 * words, and of these those with one of the sectors; or the actors of another filter. Empty sets
 * and null leave a filter open.
 *
 * @param ids ids of the registry: {@code isis}, {@code isis-libya}
 * @param codes country or group codes: {@code EGY}, {@code ISIS}
 * @param name part of the actor's name or of the words of the text, in any case; or null
 * @param sectors one of these
 * @param or other actors that are meant too, or null
 */
public record ActorFilter(
    Set<String> ids, Set<String> codes, String name, Set<Sector> sectors, ActorFilter or) {
  /** Any actor. */
  public static final ActorFilter ANY = new ActorFilter(Set.of(), Set.of(), null, Set.of());

  public ActorFilter(Set<String> ids, Set<String> codes, String name, Set<Sector> sectors) {
    this(ids, codes, name, sectors, null);
  }

  public ActorFilter {
    ids = Set.copyOf(ids);
    codes = Set.copyOf(codes);
    sectors = Set.copyOf(sectors);
  }

  /** All actors of a country or group: its government, its army, its people. */
  public static ActorFilter code(String code) {
    return new ActorFilter(Set.of(), Set.of(code), null, Set.of());
  }

  /** Whose name, or the words for whom, contain this. */
  public static ActorFilter named(String part) {
    return new ActorFilter(Set.of(), Set.of(), part, Set.of());
  }

  public ActorFilter sectors(Set<Sector> only) {
    return new ActorFilter(ids, codes, name, only, or);
  }

  /** These actors and those; any if either is any. */
  public ActorFilter or(ActorFilter others) {
    if (isAny() || others.isAny()) {
      return ANY;
    }
    return new ActorFilter(ids, codes, name, sectors, or == null ? others : or.or(others));
  }

  private boolean isAny() {
    return ids.isEmpty() && codes.isEmpty() && name == null && sectors.isEmpty() && or == null;
  }

  /** The condition on one side of an event, or null if any actor will do. */
  String sql(String side) {
    String here = these(side);
    return or == null ? here : "(" + here + " OR " + or.sql(side) + ")";
  }

  private String these(String side) {
    List<String> one = new ArrayList<>();
    if (!ids.isEmpty()) {
      one.add(Sql.in(side + "_id", ids));
    }
    if (!codes.isEmpty()) {
      one.add(Sql.in(side + "_code", codes));
    }
    if (name != null) {
      one.add(Sql.contains("concat_ws(' ', " + side + "_name, " + side + "_text)", name));
    }
    String whose =
        one.isEmpty() ? null : one.size() == 1 ? one.get(0) : "(" + String.join(" OR ", one) + ")";
    if (sectors.isEmpty()) {
      return whose;
    }
    String part =
        "list_has_any("
            + side
            + "_sectors, "
            + Sql.list(sectors.stream().map(Enum::name).sorted().toList())
            + ")";
    return whose == null ? part : "(" + whose + " AND " + part + ")";
  }
}
