package org.entente.server.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorEntry.Kind;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.actors.Office;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.entente.store.ActorFilter;

/** Whom the words of an option mean: codes, sectors, names of the registry, parts of names. */
public final class ActorNames {
  private ActorNames() {}

  /**
   * All actors that one of the words means.
   *
   * @param option that has them, for errors
   * @param words {@code EGY}, {@code EGYGOV}, {@code MIL}, {@code Islamic State}, {@code
   *     isis-libya}, {@code Sisi}; none for any actor
   */
  public static ActorFilter filter(String option, List<String> words) {
    ActorFilter all = null;
    for (String word : words) {
      if (word.isBlank()) {
        throw new IllegalArgumentException(
            option + ": a name is empty; write for example EGY,Libya");
      }
      ActorFilter one = filter(word.strip());
      all = all == null ? one : all.or(one);
    }
    return all == null ? ActorFilter.ANY : all;
  }

  /** The actor with this id, code or name, or null. */
  public static ActorEntry known(String word) {
    ActorRegistry registry = Knowledge.bundled().actors();
    ActorEntry known = registry.find(word);
    return known != null ? known : named(registry, word).stream().findFirst().orElse(null);
  }

  /** What people call those of these codes or ids that the registry knows. */
  public static Map<String, String> names(Stream<String> codes) {
    Map<String, String> names = new TreeMap<>();
    codes
        .distinct()
        .forEach(
            code -> {
              ActorEntry known = known(code);
              if (known != null) {
                names.put(code, known.name());
              }
            });
    return names;
  }

  private static ActorFilter filter(String word) {
    ActorRegistry registry = Knowledge.bundled().actors();
    ActorEntry known = registry.find(word);
    if (known != null) {
      return family(registry, List.of(known));
    }
    if (word.matches("[A-Z]+")) {
      ActorFilter coded = coded(registry, word);
      if (coded != null) {
        return coded;
      }
    }
    List<ActorEntry> named = named(registry, word);
    if (!named.isEmpty()) {
      ActorFilter family = family(registry, named);
      // what other people's data know a person by may be in no registry
      return named.stream().allMatch(entry -> entry.kind() == Kind.PERSON)
          ? family.or(ActorFilter.named(word))
          : family;
    }
    return word.matches("[A-Z]{3}") ? ActorFilter.code(word) : ActorFilter.named(word);
  }

  /** The actors of that name, whatever its capitals. */
  public static List<ActorEntry> named(ActorRegistry registry, String name) {
    return registry.names().exact(name).stream()
        .filter(named -> named.form() == Form.NAME)
        .map(Named::entry)
        .distinct()
        .toList();
  }

  /** They and all that are part of them: by code where a code is theirs alone, else by id. */
  private static ActorFilter family(ActorRegistry registry, List<ActorEntry> entries) {
    Set<String> ids = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (ActorEntry entry : entries) {
      for (ActorEntry one : members(registry, entry)) {
        ids.add(one.id());
        if (one.equals(registry.find(one.code()))) {
          codes.add(one.code());
        }
      }
    }
    return new ActorFilter(ids, codes, null, Set.of());
  }

  /** A country is its code; a group or organisation is itself and its branches. */
  private static List<ActorEntry> members(ActorRegistry registry, ActorEntry entry) {
    return entry.kind() == Kind.COUNTRY ? List.of(entry) : registry.family(entry.id());
  }

  /**
   * A code and sectors behind it, as tables print them, or sectors alone; null if it is neither.
   */
  private static ActorFilter coded(ActorRegistry registry, String word) {
    for (int end = word.length() - 3; end >= 0; end -= 3) {
      Set<Sector> sectors = sectors(word.substring(end));
      if (sectors == null) {
        return null;
      }
      if (end == 0) {
        return new ActorFilter(Set.of(), Set.of(), null, sectors);
      }
      String code = word.substring(0, end);
      ActorEntry entry = registry.find(code);
      if (entry != null && entry.code().equals(code)) {
        return family(registry, List.of(entry)).sectors(sectors);
      }
      if (entry == null && end == 3 && sectors(code) == null) {
        return ActorFilter.code(code).sectors(sectors);
      }
    }
    return null;
  }

  private static Set<Sector> sectors(String codes) {
    Set<Sector> sectors = EnumSet.noneOf(Sector.class);
    for (int i = 0; i < codes.length(); i += 3) {
      String code = codes.substring(i, i + 3);
      List<Sector> found = new ArrayList<>(List.of(Sector.values()));
      found.removeIf(sector -> !sector.name().equals(code));
      if (found.isEmpty()) {
        return null;
      }
      sectors.addAll(found);
    }
    return sectors;
  }

  /**
   * What an actor is counted as where two reports are compared: the code of the state, or of the
   * topmost body, that it is part of.
   *
   * @param day null for as the report has it; else a person stands for whom it spoke for on that
   *     day
   */
  public static Set<String> wholes(ActorRegistry registry, Actor actor, LocalDate day) {
    if (day != null) {
      ActorEntry person = registry.find(actor.id());
      Office office =
          person == null || person.kind() != Kind.PERSON
              ? null
              : registry.officeAt(person.id(), day);
      if (office != null) {
        return Set.of(top(registry, registry.find(office.of())).code());
      }
    }
    ActorEntry entry = registry.find(actor.code());
    return Set.of(entry == null ? actor.code() : top(registry, entry).code());
  }

  /** What an actor is part of on any day. */
  public static Set<String> allWholes(ActorRegistry registry, Actor actor) {
    Set<String> wholes = new LinkedHashSet<>(wholes(registry, actor, null));
    ActorEntry person = registry.find(actor.id());
    if (person != null && person.kind() == Kind.PERSON) {
      for (Office office : registry.officesHeldBy(person.id())) {
        wholes.add(top(registry, registry.find(office.of())).code());
      }
    }
    return wholes;
  }

  private static ActorEntry top(ActorRegistry registry, ActorEntry entry) {
    ActorEntry top = entry;
    // a branch of a branch of a branch: a table that goes round in a ring ends too
    for (int i = 0; i < 9 && top.parent() != null; i++) {
      ActorEntry parent = registry.find(top.parent());
      if (parent == null) {
        break;
      }
      top = parent;
    }
    return top;
  }

  /** Codes of all that is part of one of these wholes. */
  public static Set<String> parts(ActorRegistry registry, Set<String> wholes) {
    Set<String> codes = new HashSet<>(wholes);
    for (String whole : wholes) {
      ActorEntry entry = registry.find(whole);
      if (entry != null) {
        codes.addAll(family(registry, List.of(entry)).codes());
      }
    }
    return codes;
  }
}
