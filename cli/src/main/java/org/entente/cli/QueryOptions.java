package org.entente.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.coding.ingest.Dates;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.entente.store.Query;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which events a command looks at. */
final class QueryOptions {
  @Option(
      names = "--source",
      paramLabel = "ACTOR",
      split = ",",
      description = {
        "Who acts: a code (EGY, EGYGOV, ISIS), a sector (MIL), an id or name of the registry"
            + " (Egypt, isis-libya; groups and organisations with their branches), or part of a"
            + " name. Several: with commas."
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

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = FirstDay.class,
      description = "First day: 2015-02-01; of a month: 2015-02, a year: 2015.")
  LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = LastDay.class,
      description = "Last day, included: 2015-02-28; of a month: 2015-02, a year: 2015.")
  LocalDate to;

  @Option(
      names = "--place",
      paramLabel = "PLACE",
      split = ",",
      description = "Where: a country's code (LBY) or name, or part of a place's name (Derna).")
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
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "--to " + to + " is before --from " + from + ": no day lies between them");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("--min-confidence: 0 to 1, not " + confidence);
    }
    if (text != null && text.isBlank()) {
      throw new IllegalArgumentException("--text: no words; write --text \"state visit\"");
    }
    Query query =
        Query.ALL
            .source(ActorNames.filter("--source", source))
            .target(ActorNames.filter("--target", target))
            .types(types())
            .quads(quads())
            .statuses(statuses())
            .from(from)
            .to(to)
            .places(places())
            .confidence(confidence)
            .text(text)
            .dataset("coded".equals(dataset) ? "" : dataset)
            .duplicates(duplicates);
    return with.isEmpty()
        ? query.actor(ActorNames.filter("--actor", actor))
        : query.between(ActorNames.filter("--actor", actor), ActorNames.filter("--with", with));
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
    if (confidence > 0) {
      words.add("confidence " + confidence + " or more");
    }
    if (dataset != null) {
      words.add("coded".equals(dataset) ? "coded from texts" : "of " + dataset);
    }
    return words.isEmpty() ? "All events" : String.join(", ", words);
  }

  /** Countries by their codes; other places under the names that the gazetteer has for them. */
  private Set<String> places() {
    Set<String> found = new HashSet<>();
    for (String place : places) {
      String word = place.strip();
      if (word.isEmpty()) {
        throw new IllegalArgumentException("--place: a name is empty");
      }
      found.add(word);
      if (word.matches("[A-Z]{3}")) {
        continue;
      }
      Knowledge knowledge = Knowledge.bundled();
      for (ActorEntry entry : ActorNames.named(knowledge.actors(), word)) {
        if (entry.kind() == ActorEntry.Kind.COUNTRY) {
          found.add(entry.code());
        }
      }
      knowledge.gazetteer().find(word).forEach(location -> found.add(location.name()));
    }
    return found;
  }

  /** A day, or the first of a month or year. */
  static final class FirstDay implements CommandLine.ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String date) {
      return time(date).from();
    }
  }

  /** A day, or the last of a month or year. */
  static final class LastDay implements CommandLine.ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String date) {
      return time(date).to();
    }
  }

  private static TimeSpan time(String date) {
    try {
      return Dates.parse(date);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(e.getMessage());
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
        throw new IllegalArgumentException(
            "--quad: no class '"
                + name
                + "'; there are verbal-cooperation, material-cooperation, verbal-conflict,"
                + " material-conflict, and cooperation, conflict, verbal, material");
      }
    }
    return found;
  }

  private static <E extends Enum<E>> Set<E> constants(
      String option, Class<E> type, List<String> names) {
    Set<E> found = EnumSet.noneOf(type);
    for (String name : names) {
      found.add(Constants.named(option, type, name.strip()));
    }
    return found;
  }
}
