package org.entente.server;

import static org.entente.server.Route.integer;
import static org.entente.server.Route.string;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.analysis.forecast.Backtest;
import org.entente.analysis.forecast.question.Answer;
import org.entente.analysis.forecast.question.QuestionModel;
import org.entente.analysis.forecast.ranking.Forecaster;
import org.entente.analysis.forecast.ranking.Prediction;
import org.entente.analysis.forecast.ranking.RankingBacktest;
import org.entente.analysis.forecast.ranking.RankingModel;
import org.entente.analysis.forecast.ranking.Workers;
import org.entente.analysis.forecast.whatif.Excitation;
import org.entente.analysis.forecast.whatif.Outlook;
import org.entente.analysis.forecast.whatif.RollOut;
import org.entente.model.Quad;
import org.entente.report.ForecastGrids;
import org.entente.server.asking.ActorNames;
import org.entente.server.asking.ActorOrigins;
import org.entente.store.EventStore;
import org.entente.store.Level;

/** What is likely next, how probable one thing is, and what would follow from another. */
final class ForecastApi {
  private static final String PATH = "/api/forecast";
  private static final Route.Parameter FROM =
      string("from", "The day that is forecast; the one after the last event if not said");
  private static final Route.Parameter LEVEL = string("level", "country or actor");
  private static final Route.Parameter SEED = integer("seed", "Of what is drawn at random");
  private static final Route.Parameter QUAD = string("quad", "Quad class of the act");
  private static final Route.Parameter WITHIN =
      integer("within", "Days of the window, 1 to 365; 30 if not said");

  private static final List<Route.Parameter> RANKING =
      List.of(
          string("source", "Who acts; commas. One of source and target is needed"),
          string("target", "To whom; commas"),
          string("type", "PLOVER types; commas"),
          FROM,
          LEVEL,
          integer("top", "Most predictions, 1 to 100; 20 if not said"),
          SEED);
  private static final List<Route.Parameter> QUESTION =
      List.of(
          string("source", "Who acts"),
          string("target", "To whom"),
          QUAD,
          WITHIN,
          FROM,
          LEVEL,
          SEED);

  private static final int MOST_DAYS = 365;
  private static final int MOST_RUNS = 5_000;
  private static final int MOST_ASSUMED = 20;

  private static final int KEPT = 6;

  private record Trained(long version, Level level, LocalDate end, int window, long seed) {}

  private final Map<Trained, QuestionModel> trained =
      new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Trained, QuestionModel> eldest) {
          return size() > KEPT;
        }
      };
  private final EventStore store;
  private final Answers answers;
  private final Jobs jobs;
  private final int threads;

  /**
   * @param jobs that long work becomes
   */
  ForecastApi(EventStore store, Answers answers, Jobs jobs, int threads) {
    this.store = store;
    this.answers = answers;
    this.jobs = jobs;
    this.threads = threads;
  }

  void addTo(List<Route> routes) {
    add(
        routes,
        PATH,
        "What is likely next, with the past events that say so",
        RANKING,
        "Forecast",
        this::ranking);
    add(
        routes,
        PATH + "/question",
        "How probable an act of a class is within some days, and how such answers have fared",
        QUESTION,
        "ForecastQuestion",
        this::question);
    routes.add(
        Route.post(
            "/api/jobs/forecast",
            "Jobs",
            "What would follow if some events were reported; its result is a ForecastOutlook",
            List.of(),
            "WhatIfRequest",
            "Job",
            this::whatIf));
  }

  private void add(
      List<Route> routes,
      String path,
      String summary,
      List<Route.Parameter> parameters,
      String answer,
      Function<Asked, Object> work) {
    Route[] route = new Route[1];
    route[0] =
        Route.get(
            path,
            "Forecast",
            summary,
            parameters,
            answer,
            context -> {
              Asked asked = Asked.of(context, route[0].names());
              context.contentType("application/json");
              context.result(answers.get(path + asked.key(), () -> Json.bytes(work.apply(asked))));
            });
    routes.add(route[0]);
  }

  private Past past(Asked asked) {
    return Past.of(
        store, asked.constant("level", Level.class, Level.COUNTRY), asked.day("from", false));
  }

  private static Set<Integer> actors(Asked asked, String field, Past past) {
    Set<Integer> found = new LinkedHashSet<>();
    asked.list(field).forEach(word -> found.add(past.actor(field, word)));
    return found;
  }

  private static Map<String, Object> answer(Past past, long seed) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("day", past.date());
    answer.put("events", past.history().from(past.day()));
    answer.put("seed", seed);
    return answer;
  }

  private static long seed(Asked asked) {
    return asked.number("seed", 1L, 0L, Long.MAX_VALUE);
  }

  private Object ranking(Asked asked) {
    Past past = past(asked);
    Set<Integer> sources = actors(asked, "source", past);
    Set<Integer> targets = actors(asked, "target", past);
    if (sources.isEmpty() && targets.isEmpty()) {
      throw new IllegalArgumentException("name a source or a target");
    }
    Set<Integer> types = new LinkedHashSet<>();
    for (String word : asked.list("type")) {
      int type = past.type("type", word);
      if (type >= 0) {
        types.add(type);
      }
    }
    long seed = seed(asked);
    RankingModel model;
    try (Workers workers = new Workers(threads)) {
      model =
          RankingModel.train(
              past.history(),
              Math.max(1, past.day() - RankingBacktest.TRAINING_DAYS),
              past.day(),
              RankingModel.Kind.LINEAR,
              seed,
              workers);
    }
    Map<String, Object> answer = answer(past, seed);
    List<Prediction> predictions =
        new Forecaster(past.history(), model)
            .to(past.day())
            .predict(sources, types, targets, asked.number("top", 20, 1, 100));
    answer.put("predictions", predictions);
    List<Prediction.Cited> told =
        predictions.stream().flatMap(one -> one.evidence().stream()).toList();
    answer.put("documents", titles(told.stream().map(Prediction.Cited::document)));
    answer.put(
        "names",
        ActorNames.names(
            Stream.concat(
                predictions.stream().flatMap(one -> Stream.of(one.source(), one.target())),
                told.stream().flatMap(one -> Stream.of(one.source(), one.target())))));
    return answer;
  }

  /** Titles of those documents that are in the store; others are names of data sets. */
  private Map<String, String> titles(Stream<String> documents) {
    Map<String, String> titles = new TreeMap<>();
    documents
        .filter(Objects::nonNull)
        .distinct()
        .forEach(
            id ->
                store
                    .document(id)
                    .ifPresent(
                        found -> titles.put(id, found.title() == null ? id : found.title())));
    return titles;
  }

  private static Quad quad(Asked asked) {
    Quad quad = asked.constant("quad", Quad.class, null);
    if (quad == null) {
      throw new IllegalArgumentException(
          "quad: name one of verbal-cooperation, material-cooperation, verbal-conflict,"
              + " material-conflict");
    }
    return quad;
  }

  private static int within(Asked asked) {
    return asked.number("within", 30, 1, MOST_DAYS);
  }

  /** The model of these days; the last few are kept, for it takes seconds to train. */
  private QuestionModel model(Past past, int end, int window, long seed) {
    Trained key =
        new Trained(store.version(), past.level(), past.history().date(end), window, seed);
    synchronized (trained) {
      return trained.computeIfAbsent(
          key,
          any ->
              QuestionModel.train(
                  past.history(), end, window, Backtest.DYADS, seed, ActorOrigins::of));
    }
  }

  private Object question(Asked asked) {
    Quad quad = quad(asked);
    Past past = past(asked);
    int source = past.actor("source", asked.text("source"));
    int target = past.actor("target", asked.text("target"));
    long seed = seed(asked);
    Map<String, Object> answer = answer(past, seed);
    QuestionModel model = model(past, past.day(), within(asked), seed);
    Answer found = model.ask(past.history(), source, target, quad, past.day());
    answer.put("answer", found);
    answer.put("trial", model.trial(past.history(), found).orElse(null));
    answer.put("names", ActorNames.names(Stream.of(found.source(), found.target())));
    return answer;
  }

  private void whatIf(Context context) {
    JsonNode body = Body.json(context);
    List<JsonNode> assumed = new ArrayList<>();
    body.path("assume").forEach(assumed::add);
    if (assumed.isEmpty() || assumed.size() > MOST_ASSUMED) {
      throw new IllegalArgumentException(
          "assume: 1 to " + MOST_ASSUMED + " events, each with day, source, type and target");
    }
    int days = whole(body, "days", 60, MOST_DAYS);
    int runs = whole(body, "runs", 500, MOST_RUNS);
    int top = whole(body, "top", 30, 200);
    long seed = body.path("seed").asLong(1);
    LocalDate from = body.hasNonNull("from") ? day("from", Body.text(body, "from")) : null;
    Past past = Past.of(store, Level.COUNTRY, from);
    List<RollOut.Assumed> events = new ArrayList<>();
    int latest = 0;
    for (int i = 0; i < assumed.size(); i++) {
      RollOut.Assumed one = assumed(assumed.get(i), "assume " + (i + 1), past);
      events.add(one);
      latest = Math.max(latest, one.day());
    }
    int day = from == null ? Math.min(past.history().days(), latest + 1) : past.day();
    Job job =
        jobs.weigh(
            "what-if",
            days + " days, " + runs + " runs",
            running -> {
              Excitation model = Excitation.fit(past.history(), day);
              running.step(0, runs);
              try (Workers workers = new Workers(threads)) {
                Outlook outlook =
                    new RollOut(model, days)
                        .run(events, runs, seed, top, workers, drawn -> running.step(drawn, runs));
                running.result(Json.bytes(result(past.history().from(day), events, past, outlook)));
              }
            });
    context.status(202);
    context.contentType("application/json");
    context.result(Json.bytes(job.view()));
  }

  private static Map<String, Object> result(
      int before, List<RollOut.Assumed> assumed, Past past, Outlook outlook) {
    List<String> actors = past.history().actors();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("events", before);
    result.put("outlook", outlook);
    result.put("rarer", ForecastGrids.damping(outlook));
    result.put(
        "names",
        ActorNames.names(
            Stream.concat(
                outlook.rows().stream().flatMap(row -> Stream.of(row.source(), row.target())),
                assumed.stream()
                    .flatMap(
                        one -> Stream.of(actors.get(one.source()), actors.get(one.target()))))));
    return result;
  }

  private static RollOut.Assumed assumed(JsonNode event, String field, Past past) {
    String type = Body.text(event, "type");
    return new RollOut.Assumed(
        past.history().day(day(field + ", day", Body.text(event, "day"))),
        past.actor(field + ", source", Body.text(event, "source")),
        type(past, field + ", type", type),
        past.actor(field + ", target", Body.text(event, "target")));
  }

  private static int type(Past past, String field, String word) {
    int type = word == null ? -1 : past.type(field, word);
    if (type < 0) {
      throw new IllegalArgumentException(
          field
              + (word == null
                  ? ": name one of PLOVER's types"
                  : ": no event of type " + word + " is in the store to learn from"));
    }
    return type;
  }

  private static LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(field + ": a day such as 2015-03-01", e);
    }
  }

  private static int whole(JsonNode body, String field, int otherwise, int most) {
    int number = body.path(field).asInt(otherwise);
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(field + ": from 1 to " + most + ", not " + number);
    }
    return number;
  }
}
