package org.entente.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.coding.ingest.Dates;
import org.entente.model.TimeSpan;
import org.entente.server.asking.Filters;
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
      names = "--mode",
      paramLabel = "MODE",
      split = ",",
      description =
          "PLOVER's modes (meet, firearms), or statement, what is only said (CAMEO 01);"
              + " '!statement': all but it.")
  List<String> modes = List.of();

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

  @Option(
      names = "--with-rejected",
      description = "Count events that a reader has rejected in the workbench, too.")
  boolean rejected;

  /** The query that they say; actors are looked up in the registry. */
  Query query() {
    return new Filters(
            "--",
            source,
            target,
            actor,
            with,
            types,
            modes,
            quads,
            statuses,
            from,
            to,
            places,
            confidence,
            text,
            dataset,
            duplicates,
            rejected)
        .query();
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
    modes.forEach(mode -> words.add(mode.startsWith("!") ? "not " + mode.substring(1) : mode));
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
}
