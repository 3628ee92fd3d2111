package org.entente.exchange.actors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.exchange.rows.Table;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.names.NameKey;
import org.entente.model.Actor;
import org.entente.model.Sector;

/**
 * Finds in the registry who is meant by a name or a code, as of a day. Each name is looked up once.
 * For one thread.
 */
public final class Actors {
  /** "Police (Australia)", "Military Forces of Egypt (2014-)". */
  private static final Pattern WHOSE = Pattern.compile("(.+?) ?\\(([^()]+(?:\\([^()]*\\))?)\\)");

  private static final Pattern ROLE_OF =
      Pattern.compile("(.*?(?:Government|Forces|Militia|Group|Army|Police|Navy)) of (?:the )?(.+)");
  private static final Set<String> HONORIFICS =
      Set.of(
          "sheikh",
          "prince",
          "princess",
          "king",
          "queen",
          "emperor",
          "general",
          "gen",
          "lt",
          "pol",
          "president",
          "minister",
          "mallam",
          "alhaji",
          "chief",
          "dr",
          "sir",
          "pope",
          "tan",
          "dato",
          "haji",
          "maulana",
          "ayatollah");
  private static final Pattern YEARS = Pattern.compile("\\d{4}-(\\d{4})?");

  /** What to take of a row where the registry does not know a name. */
  private record Hint(String country, List<Sector> sectors) {}

  private static final Hint NO_HINT = new Hint(null, List.of());

  private final ActorRegistry registry;
  private final Roles roles;
  private final Codes codes;
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Known> names = new HashMap<>();
  private final Map<String, Map<Hint, Actor>> strangers = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();

  public Actors(Knowledge knowledge) {
    registry = knowledge.actors();
    roles = new Roles(knowledge.agents());
    codes = new Codes(registry);
    for (String[] row : Table.read(Actors.class, "names.tsv")) {
      aliases.put(NameKey.of(row[0]), row[1]);
    }
  }

  /** Who goes by a name on a day, nothing else being known. */
  public Actor named(String name, LocalDate day) {
    return named(name, null, List.of(), day);
  }

  /**
   * Who goes by a name on a day.
   *
   * @param name not empty
   * @param country what the row says of its country, ISO 3166-1 alpha-3, or null
   * @param sectors what the row says it is; taken where the registry does not know it
   * @param day or null
   */
  public Actor named(String name, String country, List<Sector> sectors, LocalDate day) {
    Known known = names.get(name);
    if (known == null) {
      known = find(name);
      names.put(name, known);
    }
    Actor actor = known.at(country, day);
    return actor != null ? actor : stranger(name, country, sectors);
  }

  /**
   * Who goes by a code of CAMEO on a day: {@code EGYGOV}, {@code IGOUNO}.
   *
   * @param name what the row calls it, or null
   */
  public Actor coded(String code, String name) {
    return codes.actor(code, name);
  }

  /**
   * Nobody in particular of a country, or of some sectors.
   *
   * @param country ISO 3166-1 alpha-3, or null
   */
  public Actor part(String country, List<Sector> sectors) {
    StringBuilder code = new StringBuilder(country == null ? "" : country);
    sectors.forEach(code::append);
    return codes.actor(code.toString(), null);
  }

  /** The country of that name or code: ISO 3166-1 alpha-3, or null. */
  public String country(String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    String code = countries.get(name);
    if (code == null) {
      ActorEntry entry = countryEntry(name);
      code = entry == null ? "" : entry.code();
      countries.put(name, code);
    }
    return code.isEmpty() ? null : code;
  }

  private ActorEntry countryEntry(String name) {
    if (name.length() == 3 && name.equals(name.toUpperCase(Locale.ROOT))) {
      ActorEntry coded = codes.country(name);
      if (coded != null) {
        return coded;
      }
    }
    ActorEntry entry = whose(name);
    if (entry == null && name.indexOf('(') > 0) {
      entry = whose(name.substring(0, name.indexOf('(')).strip());
    }
    return entry != null && entry.kind() == ActorEntry.Kind.COUNTRY ? entry : null;
  }

  /** The registry's name of a country, or null. */
  public String countryName(String code) {
    ActorEntry entry = code == null ? null : registry.find(code);
    return entry != null && entry.kind() == ActorEntry.Kind.COUNTRY ? entry.name() : null;
  }

  private Known find(String name) {
    List<ActorEntry> entries = new ArrayList<>();
    String alias = aliases.get(NameKey.of(name));
    if (alias != null) {
      entries.add(registry.find(alias));
      return new Known(registry, name, entries, null);
    }
    List<Named> all = registry.names().exact(name);
    all.stream()
        .filter(named -> named.form() == Form.NAME)
        .forEach(named -> entries.add(named.entry()));
    if (entries.isEmpty()) {
      for (Named named : all) {
        if (named.form() == Form.CAPITAL) {
          entries.add(named.entry());
        } else if (named.form() == Form.PEOPLE && named.entry().kind() == ActorEntry.Kind.COUNTRY) {
          return fixed(name, part(named.entry(), List.of(Sector.CVL), "people", name));
        }
      }
    }
    if (!entries.isEmpty()) {
      return new Known(registry, name, entries, null);
    }
    Actor role = role(name);
    return role != null ? fixed(name, role) : new Known(registry, name, persons(name), null);
  }

  private Known fixed(String name, Actor actor) {
    return new Known(registry, name, List.of(), actor);
  }

  /** "Police (Australia)", "Government of Egypt", "Nigerian Navy". */
  private Actor role(String name) {
    Matcher whose = WHOSE.matcher(name);
    String role = null;
    String owner = null;
    if (whose.matches() && !YEARS.matcher(whose.group(2)).matches()) {
      role = whose.group(1);
      owner = whose.group(2);
    } else {
      String plain = whose.matches() ? whose.group(1) : name;
      Matcher of = ROLE_OF.matcher(plain);
      if (of.matches()) {
        role = of.group(1);
        owner = of.group(2);
      }
    }
    if (role != null) {
      List<Sector> sectors = roles.find(role);
      ActorEntry entry = whose(owner);
      if (entry == null && owner.indexOf('(') > 0) {
        entry = whose(owner.substring(0, owner.indexOf('(')).strip());
      }
      if (entry != null) {
        return part(entry, sectors == null ? List.of() : sectors, role, name);
      }
      return null;
    }
    String[] words = name.split(" ");
    for (int i = words.length - 1; i > 0; i--) {
      String first = String.join(" ", List.of(words).subList(0, i));
      for (Named named : registry.names().exact(first)) {
        if (named.entry().kind() == ActorEntry.Kind.COUNTRY && named.form() != Form.CAPITAL) {
          String rest = String.join(" ", List.of(words).subList(i, words.length));
          List<Sector> sectors = roles.find(rest);
          return sectors == null || sectors.isEmpty()
              ? null
              : part(named.entry(), sectors, rest, name);
        }
      }
    }
    return null;
  }

  /** A part of an actor, with the ids that the coder gives to such parts. */
  private Actor part(ActorEntry entry, List<Sector> sectors, String role, String text) {
    String low = role.toLowerCase(Locale.ROOT);
    boolean keeps =
        switch (entry.kind()) {
          case GROUP, ORGANISATION, INSTITUTION, MEDIA -> true;
          default -> sectors.isEmpty();
        };
    if (keeps) {
      return new Actor(entry.id(), entry.name(), entry.code(), entry.sectors(), low, text);
    }
    List<Sector> first = List.copyOf(sectors.subList(0, Math.min(2, sectors.size())));
    return new Actor(
        entry.id() + "/" + Codes.key(first),
        entry.name() + " (" + first.get(0).label() + ")",
        entry.code(),
        first,
        low,
        text);
  }

  private ActorEntry whose(String owner) {
    String alias = aliases.get(NameKey.of(owner));
    if (alias != null) {
      return registry.find(alias);
    }
    ActorEntry best = null;
    for (Named named : registry.names().exact(owner)) {
      if (named.form() == Form.NAME
          && named.entry().kind() != ActorEntry.Kind.PERSON
          && (best == null || Known.rank(named.entry()) < Known.rank(best))) {
        best = named.entry();
      }
    }
    return best;
  }

  /** "Dmitry Anatolyevich Medvedev": names of three and more words without those in the middle. */
  private List<ActorEntry> persons(String name) {
    String[] words = name.split("[\\s]+");
    if (words.length < 3 || name.indexOf('(') >= 0) {
      return List.of();
    }
    if (HONORIFICS.contains(NameKey.of(words[0]))) {
      return person(name.substring(name.indexOf(' ') + 1));
    }
    List<String> shorter = new ArrayList<>();
    shorter.add(words[0] + " " + words[words.length - 1]);
    for (int i = words.length - 1; i >= 2; i--) {
      shorter.add(String.join(" ", List.of(words).subList(0, i)));
    }
    for (String one : shorter) {
      List<ActorEntry> found = person(one);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The only person of a name; empty if there is none, or several. */
  private List<ActorEntry> person(String name) {
    List<ActorEntry> found =
        registry.names().exact(name).stream()
            .filter(n -> n.form() == Form.NAME && n.entry().kind() == ActorEntry.Kind.PERSON)
            .map(Named::entry)
            .distinct()
            .toList();
    return found.size() == 1 ? found : List.of();
  }

  /** Somebody whom the registry does not know: an id of its own, and the row's country. */
  private Actor stranger(String name, String country, List<Sector> sectors) {
    Hint hint = country == null && sectors.isEmpty() ? NO_HINT : new Hint(country, sectors);
    return strangers
        .computeIfAbsent(name, n -> new HashMap<>(2))
        .computeIfAbsent(hint, h -> made(name, h));
  }

  private Actor made(String name, Hint hint) {
    List<Sector> sectors = hint.sectors;
    String role = null;
    Matcher whose = WHOSE.matcher(name);
    String bare = whose.matches() ? whose.group(1) : name;
    List<Sector> ofRole = roles.find(bare);
    if (ofRole != null && !ofRole.isEmpty() && (whose.matches() || roles.exact(bare))) {
      role = bare.toLowerCase(Locale.ROOT);
      sectors = List.copyOf(ofRole.subList(0, Math.min(2, ofRole.size())));
      ActorEntry state = hint.country == null ? null : registry.find(hint.country);
      if (state != null && !whose.matches()) {
        return part(state, sectors, bare, name);
      }
    }
    String code = hint.country == null ? Actor.UNKNOWN_CODE : hint.country;
    return new Actor("x/" + slug(name), name, code, sectors, role, name);
  }

  /** {@code x/amin-hassan-omer}: letters and digits of any script. */
  static String slug(String name) {
    String key = NameKey.of(name);
    StringBuilder slug = new StringBuilder(key.length());
    boolean gap = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        if (gap && !slug.isEmpty()) {
          slug.append('-');
        }
        slug.append(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return slug.isEmpty() ? Integer.toHexString(name.hashCode()) : slug.toString();
  }
}
