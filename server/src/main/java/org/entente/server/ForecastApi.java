package org.entente.server;

import static org.entente.server.Route.integer;
import static org.entente.server.Route.string;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.history.StoreHistory;
import org.entente.analysis.forecast.ranking.Forecaster;
import org.entente.analysis.forecast.ranking.RankingBacktest;
import org.entente.analysis.forecast.ranking.RankingModel;
import org.entente.analysis.forecast.ranking.Workers;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.EventType;
import org.entente.server.asking.ActorNames;
import org.entente.server.asking.Constants;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Query;

/** What is likely next, by the linear model, trained on the days before. */
final class ForecastApi {
  private static final String PATH = "/api/forecast";
  private static final List<Route.Parameter> PARAMETERS =
      List.of(
          string("source", "Who acts; commas. One of source and target is needed"),
          string("target", "To whom; commas"),
          string("type", "PLOVER types; commas"),
          string("from", "The day that is forecast; the one after the last event if not said"),
          string("level", "country or actor"),
          integer("top", "Most predictions, 1 to 100; 20 if not said"),
          integer("seed", "Of what is drawn at random"));

  private final EventStore store;
  private final Answers answers;
  private final int threads;

  ForecastApi(EventStore store, Answers answers, int threads) {
    this.store = store;
    this.answers = answers;
    this.threads = threads;
  }

  void addTo(List<Route> routes) {
    Route[] route = new Route[1];
    route[0] =
        Route.get(
            PATH,
            "Forecast",
            "What is likely next, with the past events that say so",
            PARAMETERS,
            "Forecast",
            context -> {
              Asked asked = Asked.of(context, route[0].names());
              context.contentType("application/json");
              context.result(answers.get(PATH + asked.key(), () -> Json.bytes(forecast(asked))));
            });
    routes.add(route[0]);
  }

  private Object forecast(Asked asked) {
    Level level = asked.constant("level", Level.class, Level.COUNTRY);
    History history = StoreHistory.read(store, Query.ALL, level);
    LocalDate from = asked.day("from", false);
    int day = from == null ? history.days() : history.day(from);
    if (history.size() == 0 || day < 1) {
      throw new IllegalArgumentException(
          history.size() == 0
              ? "the store has no dated event to forecast from"
              : "from: " + from + " is not after the first event, " + history.first());
    }
    Set<Integer> sources = actors(asked, "source", history, level);
    Set<Integer> targets = actors(asked, "target", history, level);
    if (sources.isEmpty() && targets.isEmpty()) {
      throw new IllegalArgumentException("name a source or a target");
    }
    Set<Integer> types = new LinkedHashSet<>();
    for (String word : asked.list("type")) {
      int type = history.types().indexOf(Constants.named("type", EventType.class, word).name());
      if (type >= 0) {
        types.add(type);
      }
    }
    long seed = asked.number("seed", 1L, 0L, Long.MAX_VALUE);
    RankingModel model;
    try (Workers workers = new Workers(threads)) {
      model =
          RankingModel.train(
              history,
              Math.max(1, day - RankingBacktest.TRAINING_DAYS),
              day,
              RankingModel.Kind.LINEAR,
              seed,
              workers);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("day", history.date(day));
    answer.put("events", history.from(day));
    answer.put("seed", seed);
    answer.put(
        "predictions",
        new Forecaster(history, model)
            .to(day)
            .predict(sources, types, targets, asked.number("top", 20, 1, 100)));
    return answer;
  }

  private static Set<Integer> actors(Asked asked, String field, History history, Level level) {
    Set<Integer> found = new LinkedHashSet<>();
    for (String word : asked.list(field)) {
      int number = history.actor(word);
      if (number < 0) {
        ActorEntry known = ActorNames.known(word);
        number =
            known == null ? -1 : history.actor(level == Level.COUNTRY ? known.code() : known.id());
      }
      if (number < 0) {
        throw new IllegalArgumentException(
            field + ": no event of '" + word + "'; write a code (EGY, ISIS) or a name (Egypt)");
      }
      found.add(number);
    }
    return found;
  }
}
