package org.entente.exchange.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.exchange.rows.Table;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.model.Actor;
import org.entente.model.Sector;

/**
 * CAMEO's codes of actors, three letters a part: a state and its sectors ({@code EGYGOV}), a sector
 * alone ({@code REB}), an organisation ({@code IGOUNO}), a group of the registry ({@code REBISIS}).
 */
final class Codes {
  private static final int PART = 3;

  private record Coded(String code, String name) {}

  private final ActorRegistry registry;
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, List<Sector>> sectors = new HashMap<>();
  private final Map<String, String> actors = new HashMap<>();
  private final Map<String, Actor> byCode = new HashMap<>();
  private final Map<Coded, Actor> made = new HashMap<>();

  Codes(ActorRegistry registry) {
    this.registry = registry;
    for (Sector sector : Sector.values()) {
      sectors.put(sector.name(), List.of(sector));
    }
    for (String[] row : Table.read(Codes.class, "codes.tsv")) {
      switch (row[0]) {
        case "country" -> countries.put(row[1], row[2]);
        case "sector" -> sectors.put(row[1], Roles.sectors(row[2]));
        default -> actors.put(row[1], row[2]);
      }
    }
  }

  /** Sectors as a part of an id: {@code govmil}. */
  static String key(List<Sector> sectors) {
    StringBuilder joined = new StringBuilder();
    sectors.forEach(sector -> joined.append(sector.name().toLowerCase(Locale.ROOT)));
    return joined.toString();
  }

  /** The sectors that a part stands for, or null. */
  List<Sector> sectors(String part) {
    return sectors.get(part);
  }

  /** The state of a code of three letters, CAMEO's own too; null if it is none. */
  ActorEntry country(String code) {
    ActorEntry entry = registry.find(countries.getOrDefault(code, code));
    return entry != null && entry.kind() == ActorEntry.Kind.COUNTRY ? entry : null;
  }

  /**
   * @param name what the row calls it, or null
   */
  Actor actor(String code, String name) {
    Actor actor = byCode.computeIfAbsent(code, this::decode);
    if (name == null || name.isEmpty()) {
      return actor;
    }
    return made.computeIfAbsent(new Coded(code, name), c -> actor.withText(name));
  }

  private Actor decode(String code) {
    String known = actors.get(code);
    if (known != null) {
      return of(registry.find(known), List.of(), code);
    }
    ActorEntry whole = code.length() >= PART ? registry.find(code) : null;
    if (whole != null && whole.code().equals(code)) {
      return of(whole, List.of(), code);
    }
    ActorEntry base = null;
    List<Sector> parts = new ArrayList<>();
    for (int at = 0; at < code.length(); at += PART) {
      String part = code.substring(at, Math.min(code.length(), at + PART));
      ActorEntry state = base == null ? country(part) : null;
      if (state != null) {
        base = state;
        continue;
      }
      List<Sector> sector = sectors.get(part);
      if (sector != null) {
        sector.stream().filter(one -> !parts.contains(one)).forEach(parts::add);
        continue;
      }
      String rest = code.substring(at);
      String id = actors.get(rest);
      ActorEntry group = id != null ? registry.find(id) : registry.find(rest);
      if (group != null && group.code().equals(id != null ? group.code() : rest)) {
        return of(group, List.of(), code);
      }
    }
    return base != null ? of(base, parts, code) : nobody(parts, code);
  }

  private static Actor of(ActorEntry entry, List<Sector> parts, String code) {
    if (parts.isEmpty()) {
      return new Actor(entry.id(), entry.name(), entry.code(), entry.sectors(), null, code);
    }
    return new Actor(
        entry.id() + "/" + key(parts.subList(0, Math.min(2, parts.size()))),
        entry.name() + " (" + parts.get(0).label() + ")",
        entry.code(),
        parts,
        null,
        code);
  }

  /** As the coder names them: {@code unknown/reb}. */
  private static Actor nobody(List<Sector> parts, String code) {
    return parts.isEmpty()
        ? new Actor("x/" + Actors.slug(code), code, Actor.UNKNOWN_CODE, parts, null, code)
        : new Actor(
            "unknown/" + key(parts.subList(0, Math.min(2, parts.size()))),
            "unknown " + parts.get(0).label(),
            Actor.UNKNOWN_CODE,
            parts,
            null,
            code);
  }
}
