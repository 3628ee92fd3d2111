package org.entente.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.store.ActorFilter;
import org.entente.store.Query;
import picocli.CommandLine.Option;

/** Which events a command looks at. */
final class QueryOptions {
  @Option(
      names = "--source",
      paramLabel = "ACTOR",
      split = ",",
      description = {
        "Who acts: a code (EGY, EGYGOV, ISIS), an id or name of the registry (Egypt,"
            + " isis-libya; groups with their branches), or part of a name. Several: with commas."
      })
  List<String> source = List.of();

  @Option(names = "--target", paramLabel = "ACTOR", split = ",", description = "To whom.")
  List<String> target = List.of();

  @Option(
      names = "--actor",
      paramLabel = "ACTOR",
      split = ",",
      description = "Who acts or to whom.")
  List<String> actor = List.of();

  @Option(
      names = "--with",
      paramLabel = "ACTOR",
      split = ",",
      description = "Together with --actor: between the two, in both directions.")
  List<String> with = List.of();

  @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "PLOVER types.")
  List<String> types = List.of();

  @Option(
      names = "--quad",
      paramLabel = "QUAD",
      split = ",",
      description =
          "verbal-cooperation, material-cooperation, verbal-conflict, material-conflict; or"
              + " cooperation, conflict, verbal, material.")
  List<String> quads = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "actual, planned, possible, demanded, denied.")
  List<String> statuses = List.of();

  @Option(names = "--from", paramLabel = "DAY", description = "First day: 2015-02-01.")
  LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day, included.")
  LocalDate to;

  @Option(
      names = "--place",
      paramLabel = "PLACE",
      split = ",",
      description = "Where: a country's code (LBY) or part of a name (Derna).")
  List<String> places = List.of();

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      defaultValue = "0",
      description = "Least confidence, 0 to 1. Default: ${DEFAULT-VALUE}.")
  double confidence;

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description = "Words in the sentence, the actors or the place.")
  String text;

  @Option(
      names = "--dataset",
      paramLabel = "ID",
      description = "Only what was imported as this; coded: only what was coded from texts.")
  String dataset;

  @Option(
      names = "--no-dedupe",
      description = "Count further reports of the same event as events of their own.")
  boolean duplicates;

  /** The query that they say; actors are looked up in the registry. */
  Query query() {
    if (!with.isEmpty() && actor.isEmpty()) {
      throw new IllegalArgumentException("--with: name the other one with --actor");
    }
    Query query =
        Query.ALL
            .source(actors("--source", source))
            .target(actors("--target", target))
            .types(types())
            .quads(quads())
            .statuses(statuses())
            .from(from)
            .to(to)
            .places(places)
            .confidence(confidence)
            .text(text)
            .dataset("coded".equals(dataset) ? "" : dataset)
            .duplicates(duplicates);
    return with.isEmpty()
        ? query.actor(actors("--actor", actor))
        : query.between(actors("--actor", actor), actors("--with", with));
  }

  /** What was asked, in words, for titles: {@code "Egypt → Libya, from 2015-02-01"}. */
  String words() {
    List<String> words = new ArrayList<>();
    if (!source.isEmpty() || !target.isEmpty()) {
      words.add(
          (source.isEmpty() ? "anyone" : String.join(", ", source))
              + " → "
              + (target.isEmpty() ? "anyone" : String.join(", ", target)));
    }
    if (!actor.isEmpty()) {
      words.add(
          String.join(", ", actor) + (with.isEmpty() ? "" : " and " + String.join(", ", with)));
    }
    words.addAll(types);
    words.addAll(quads);
    words.addAll(statuses);
    words.addAll(places);
    if (text != null) {
      words.add("“" + text + "”");
    }
    if (from != null) {
      words.add("from " + from);
    }
    if (to != null) {
      words.add("to " + to);
    }
    return words.isEmpty() ? "All events" : String.join(", ", words);
  }

  private static ActorFilter actors(String option, List<String> names) {
    if (names.isEmpty()) {
      return ActorFilter.ANY;
    }
    ActorRegistry registry = Knowledge.bundled().actors();
    Set<String> ids = new HashSet<>();
    Set<String> codes = new HashSet<>();
    Set<Sector> sectors = EnumSet.noneOf(Sector.class);
    String part = null;
    for (String name : names) {
      String word = name.strip();
      if (word.isEmpty()) {
        throw new IllegalArgumentException(option + ": a name is empty");
      }
      ActorEntry entry = find(registry, word);
      if (entry == null && word.matches("[A-Z]{6}")) {
        sectors.add(sector(option, word));
        entry = registry.find(word.substring(0, 3));
      }
      if (entry != null && entry.kind() == ActorEntry.Kind.COUNTRY) {
        codes.add(entry.code());
      } else if (entry != null) {
        for (ActorEntry one : registry.family(entry.id())) {
          ids.add(one.id());
          if (one.kind() == ActorEntry.Kind.GROUP) {
            codes.add(one.code());
          }
        }
      } else if (word.matches("[A-Z]{3}")) {
        codes.add(word);
      } else if (part == null) {
        part = word;
      } else {
        throw new IllegalArgumentException(
            option
                + ": neither '"
                + part
                + "' nor '"
                + word
                + "' is a code or a name of the registry; only one part of a name can be asked for"
                + " at a time");
      }
    }
    return new ActorFilter(ids, codes, part, sectors);
  }

  static ActorEntry find(ActorRegistry registry, String word) {
    ActorEntry entry = registry.find(word);
    if (entry != null) {
      return entry;
    }
    List<ActorEntry> named =
        registry.all().stream().filter(one -> one.name().equalsIgnoreCase(word)).toList();
    return named.isEmpty() ? null : named.get(0);
  }

  private static Sector sector(String option, String word) {
    try {
      return Sector.valueOf(word.substring(3));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          option
              + ": "
              + word
              + " ends in "
              + word.substring(3)
              + ", which is no sector of PLOVER");
    }
  }

  private Set<EventType> types() {
    return constants("--type", EventType.class, types);
  }

  private Set<Status> statuses() {
    return constants("--status", Status.class, statuses);
  }

  private Set<Quad> quads() {
    Set<Quad> found = EnumSet.noneOf(Quad.class);
    for (String name : quads) {
      String part = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
      boolean any = false;
      for (Quad quad : Quad.values()) {
        if (quad.name().equals(part)
            || quad.name().startsWith(part + "_")
            || quad.name().endsWith("_" + part)) {
          found.add(quad);
          any = true;
        }
      }
      if (!any) {
        throw new IllegalArgumentException("--quad: no class '" + name + "'");
      }
    }
    return found;
  }

  private static <E extends Enum<E>> Set<E> constants(
      String option, Class<E> type, List<String> names) {
    Set<E> found = EnumSet.noneOf(type);
    for (String name : names) {
      try {
        found.add(Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            option
                + ": no '"
                + name
                + "'; there are "
                + EnumSet.allOf(type)
                    .toString()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\[\\]]", ""));
      }
    }
    return found;
  }
}
