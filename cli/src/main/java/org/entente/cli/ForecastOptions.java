package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.StoreHistory;
import org.entente.analysis.forecast.ranking.RankingBacktest;
import org.entente.analysis.forecast.ranking.RankingModel;
import org.entente.analysis.forecast.ranking.Workers;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.server.asking.ActorNames;
import org.entente.store.EventStore;
import org.entente.store.Level;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From what a forecast is made, and on which day. */
final class ForecastOptions {
  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = QueryOptions.FirstDay.class,
      description = "The day that is forecast; all before it is known. Default: after the last.")
  LocalDate from;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "country",
      description = "What is one actor: country or actor. Default: ${DEFAULT-VALUE}.")
  String level;

  @Mixin SeedOption chance;

  @Mixin ThreadsOption threads;

  @Mixin StoreOption store;

  Level level() {
    return Constants.named("--level", Level.class, level);
  }

  /** The events of the store that a forecast is made from. */
  History history() {
    try (EventStore opened = store.existing()) {
      return StoreHistory.recent(opened, level(), from);
    }
  }

  /** Number of the day that is forecast. */
  int day(History history) {
    int day = from == null ? history.days() : history.day(from);
    if (day < 1) {
      throw new IllegalArgumentException(
          "--from: " + from + " is not after the first event of the store, " + history.first());
    }
    return day;
  }

  Workers workers() {
    return new Workers(threads.count());
  }

  /** Numbers of the actors that the words mean. */
  Set<Integer> actors(String option, List<String> words, History history) {
    Set<Integer> found = new LinkedHashSet<>();
    for (String word : words) {
      found.add(actor(option, word.strip(), history));
    }
    return found;
  }

  int actor(String option, String word, History history) {
    List<String> names = new ArrayList<>(List.of(word));
    ActorEntry known = ActorNames.known(word);
    if (known != null) {
      names.add(level() == Level.COUNTRY ? known.code() : known.id());
    }
    for (String name : names) {
      int number = history.actor(name);
      if (number >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        option
            + ": no event of '"
            + word
            + "' in "
            + store.file
            + "; write a code (EGY, ISIS) or a name (Egypt)");
  }

  /** Numbers of types of PLOVER. */
  static Set<Integer> types(List<String> words, History history) {
    Set<Integer> found = new LinkedHashSet<>();
    for (String word : words) {
      found.add(type("--type", word, history));
    }
    return found;
  }

  static int type(String option, String word, History history) {
    String name = Constants.named(option, org.entente.model.EventType.class, word.strip()).name();
    int number = history.types().indexOf(name);
    if (number < 0) {
      throw new IllegalArgumentException(option + ": no event of type " + name + " in the store");
    }
    return number;
  }

  /** The model of a file, or one trained on the last days before the day that is forecast. */
  RankingModel model(Path file, History history, int day, RankingModel.Kind kind)
      throws IOException {
    if (file != null) {
      return RankingModel.load(file);
    }
    try (Workers workers = workers()) {
      return RankingModel.train(
          history,
          Math.max(1, day - RankingBacktest.TRAINING_DAYS),
          day,
          kind,
          chance.seed,
          workers);
    }
  }
}
