package org.entente.server;

import static org.entente.server.Route.get;
import static org.entente.server.Route.integer;
import static org.entente.server.Route.string;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.analysis.RankedDyads;
import org.entente.analysis.Series;
import org.entente.analysis.affinity.Affinity;
import org.entente.analysis.network.Decay;
import org.entente.analysis.network.SignedNetwork;
import org.entente.analysis.network.Structure;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.server.asking.ActorNames;
import org.entente.server.asking.Middles;
import org.entente.store.Aside;
import org.entente.store.Days;
import org.entente.store.DocumentRecord;
import org.entente.store.DyadDays;
import org.entente.store.DyadsQuery;
import org.entente.store.EventStore;
import org.entente.store.Level;
import org.entente.store.Page;
import org.entente.store.Pairing;
import org.entente.store.Period;
import org.entente.store.Places;
import org.entente.store.Query;
import org.entente.store.Reported;
import org.entente.store.SeriesQuery;

/** What the store can be asked: the same services as behind the commands of these names. */
final class StoreApi {
  private static final int PAGE = 200;

  /**
   * What the workbench's Explore asks before anything is chosen in it, what it shows first first.
   */
  private static final List<String> FIRST =
      List.of(
          "/api/overview",
          "/api/count",
          "/api/series?by=month",
          "/api/events?limit=50&page=1&sort=time",
          "/api/map?limit=400&at-actor=true",
          "/api/network?top=28",
          "/api/dyads?limit=300");

  private final EventStore store;
  private final Answers answers;
  private final Map<String, Function<Asked, Object>> works = new HashMap<>();

  StoreApi(EventStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  void addTo(List<Route> routes) {
    add(
        routes,
        "/api/overview",
        "How much the store holds, and of which days",
        List.of(),
        "Overview",
        this::overview);
    add(
        routes,
        "/api/events",
        "Events, a page at a time",
        Route.filtersAnd(
            string("sort", "time, newest, confidence or goldstein; time if not said"),
            integer("limit", "Events a page, 1 to 200; 50 if not said"),
            integer("page", "Which page, from 1")),
        "Events",
        this::events);
    add(routes, "/api/count", "How many events match", Route.FILTERS, "Count", this::count);
    add(
        routes,
        "/api/series",
        "Events over time, and where their level changes",
        Route.filtersAnd(
            string("by", "day, week or month"),
            string("per", "all, dyad or actor"),
            string("level", "country or actor"),
            integer("top", "With per: the busiest, 1 to 20")),
        "Series",
        this::series);
    add(
        routes,
        "/api/dyads",
        "Who deals with whom: busiest, fastest changing, most hostile",
        Route.filtersAnd(
            string("sort", "busiest, changing, hostile or friendly"),
            string("level", "country or actor"),
            integer("recent", "Days of the last window; 28 if not said"),
            integer("limit", "Dyads, 1 to 500; 20 if not said"),
            new Route.Parameter("undirected", "boolean", "A to B and B to A are one dyad")),
        "Dyads",
        this::dyads);
    add(
        routes,
        "/api/network",
        "Friends and foes as a signed network",
        Route.filtersAnd(
            string("level", "country or actor"),
            string("half-life", "Age at which an event counts half: 90d, 12w, none"),
            integer("min-events", "Pairs with fewer have no tie; 2 if not said"),
            integer("top", "Only the busiest actors, 2 to 150; 40 if not said"),
            integer("seed", "Of what is drawn at random")),
        "Network",
        this::network);
    add(
        routes,
        "/api/affinity",
        "Who stands near whom, from −1 for foes to 1 for friends",
        Route.filtersAnd(
            string("actors", "These, by code, id or name; commas"),
            string("level", "country or actor"),
            string("measure", "direct or similar"),
            string("half-life", "Age at which an event counts half; none if not said"),
            integer("top", "The busiest actors, 2 to 40; 12 if not said"),
            integer("bootstrap", "Samples, 0 to 1000; 200 if not said"),
            integer("seed", "Of the bootstrap")),
        "Affinity",
        this::affinity);
    add(
        routes,
        "/api/map",
        "Where events happened",
        Route.filtersAnd(
            new Route.Parameter(
                "at-actor", "boolean", "Events at no place count for their target's country"),
            integer("limit", "Places, 1 to 2000; 500 if not said")),
        "Places",
        this::map);
    add(
        routes,
        "/api/documents",
        "Documents, the last coded first",
        List.of(
            integer("run", "Only those that this run saved"),
            integer("limit", "1 to 200; 50 if not said"),
            integer("page", "Which page, from 1")),
        "Documents",
        this::documents);
    routes.add(
        get(
            "/api/documents/{id}",
            "Events",
            "A document with its events",
            List.of(),
            "DocumentWithEvents",
            this::document));
    routes.add(
        get(
            "/api/events/{id}/reports",
            "Events",
            "The reports that tell an event, the first of them first",
            List.of(),
            "Reports",
            this::reports));
    add(
        routes,
        "/api/runs",
        "What was coded and imported when",
        List.of(),
        "Runs",
        asked -> Map.of("runs", lastFirst(store.runs())));
    add(
        routes,
        "/api/aside",
        "What was set aside, and why",
        List.of(integer("run", "Only by this run"), integer("limit", "1 to 1000; 200 if not said")),
        "Asides",
        this::aside);
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
        get(
            path,
            "Events",
            summary,
            parameters,
            answer,
            context -> {
              Asked asked = Asked.of(context, route[0].names());
              context.contentType("application/json");
              context.result(answer(path, asked));
            });
    works.put(path, work);
    routes.add(route[0]);
  }

  private byte[] answer(String path, Asked asked) {
    Supplier<byte[]> work = () -> Json.bytes(works.get(path).apply(asked));
    String question = path + asked.key();
    return path.equals("/api/events") && asked.text("text") == null
        ? answers.getHere(question, work)
        : answers.get(question, work);
  }

  /** Works out what a browser will ask first, so that it need not wait; without effect else. */
  void prepare() {
    for (String address : FIRST) {
      String[] parts = address.split("[?]");
      Map<String, List<String>> parameters = new HashMap<>();
      for (String parameter : parts.length == 1 ? new String[0] : parts[1].split("&")) {
        String[] pair = parameter.split("=");
        parameters.put(pair[0], List.of(pair[1]));
      }
      answer(parts[0], Asked.of(parameters, parameters.keySet()));
    }
  }

  private Object overview(Asked asked) {
    Days days = store.days();
    Map<String, Object> overview = new LinkedHashMap<>();
    overview.put("counts", store.counts());
    overview.put("first", days.first());
    overview.put("last", days.last());
    overview.put("store", store.file().getFileName().toString());
    return overview;
  }

  private Object events(Asked asked) {
    int limit = asked.number("limit", 50, 1, PAGE);
    long page = asked.number("page", 1L, 1L, 10_000_000L);
    Query query = asked.query();
    Page found =
        store.page(
            query
                .order(asked.constant("sort", Query.Order.class, Query.Order.TIME))
                .limit(limit)
                .offset((page - 1) * limit));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", found.total());
    answer.put("page", page);
    answer.put("limit", limit);
    answer.put("events", new EventViews(store).of(found.events()));
    answer.put("sql", EventStore.sql(query));
    return answer;
  }

  private Object count(Asked asked) {
    return Map.of("count", store.count(asked.query()));
  }

  private Object series(Asked asked) {
    return Series.of(
        new SeriesQuery(
            asked.query(),
            asked.constant("by", Period.class, Period.MONTH),
            asked.constant("per", SeriesQuery.Per.class, SeriesQuery.Per.ALL),
            new Pairing(level(asked), false, false),
            asked.number("top", 5, 1, 20)),
        store);
  }

  private Object dyads(Asked asked) {
    return RankedDyads.of(
        new DyadsQuery(
            asked.query(),
            new Pairing(level(asked), asked.flag("undirected"), false),
            asked.number("recent", 28, 1, 36_500)),
        asked.constant("sort", RankedDyads.Order.class, RankedDyads.Order.BUSIEST),
        asked.number("limit", 20, 1, 500),
        store);
  }

  private Object network(Asked asked) {
    SignedNetwork network =
        SignedNetwork.of(
            store,
            asked.query(),
            level(asked),
            Decay.halfLife(asked.text("half-life", "none")),
            asked.number("min-events", 2, 1, 1_000_000),
            asked.number("top", 40, 2, 150));
    return Structure.of(network, asked.number("seed", 1L, 0L, Long.MAX_VALUE));
  }

  private Object affinity(Asked asked) {
    DyadDays days = DyadDays.of(store, asked.query(), level(asked));
    Decay decay = Decay.of(days, null, Decay.halfLife(asked.text("half-life", "none")));
    List<String> named = asked.list("actors");
    Affinity.Measure measure =
        asked.constant("measure", Affinity.Measure.class, Affinity.Measure.DIRECT);
    return Affinity.of(
        days,
        decay,
        named.isEmpty()
            ? Affinity.busiest(days, decay, asked.number("top", 12, 2, 40))
            : chosen(days, named, level(asked)),
        measure,
        asked.number("bootstrap", 200, measure == Affinity.Measure.SIMILAR ? 50 : 0, 1000),
        asked.number("seed", 1L, 0L, Long.MAX_VALUE));
  }

  private static List<Integer> chosen(DyadDays days, List<String> names, Level level) {
    if (names.size() < 2 || names.size() > 40) {
      throw new IllegalArgumentException("actors: from 2 to 40, not " + names.size());
    }
    List<Integer> chosen = new ArrayList<>();
    for (String name : names) {
      int at = days.find(name);
      if (at < 0) {
        var entry = ActorNames.known(name);
        at = entry == null ? -1 : days.find(level == Level.COUNTRY ? entry.code() : entry.id());
      }
      if (at < 0) {
        throw new IllegalArgumentException(
            "actors: no events with another actor of '" + name + "'");
      }
      chosen.add(at);
    }
    return chosen.stream().distinct().toList();
  }

  private Object map(Asked asked) {
    Query query = asked.query();
    var places = Middles.fill(Places.of(store, query, asked.flag("at-actor")));
    int limit = asked.number("limit", 500, 1, 2000);
    long placed = places.stream().mapToLong(place -> place.events()).sum();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("events", store.count(query));
    answer.put("placed", placed);
    answer.put("all", places.size());
    answer.put("places", places.subList(0, Math.min(limit, places.size())));
    return answer;
  }

  private Object documents(Asked asked) {
    int limit = asked.number("limit", 50, 1, PAGE);
    long page = asked.number("page", 1L, 1L, 10_000_000L);
    return Map.of(
        "documents",
        DocumentRecord.of(
            store, asked.number("run", 0, 0, Integer.MAX_VALUE), limit, (page - 1) * limit));
  }

  private void document(Context context) {
    String id = context.pathParam("id");
    Document document =
        store
            .document(id)
            .orElseThrow(
                () -> new Problem(HttpStatus.NOT_FOUND, "no document of this id in the store"));
    List<Event> events = store.events(Query.ALL.document(id).duplicates(true).rejected(true));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("document", document);
    answer.put("events", new EventViews(store).of(document, inOrderOfText(events)));
    context.contentType("application/json");
    context.result(Json.bytes(answer));
  }

  private void reports(Context context) {
    List<Reported> reports = store.reports(context.pathParam("id"));
    if (reports.isEmpty()) {
      throw new Problem(HttpStatus.NOT_FOUND, "no event of this id in the store");
    }
    context.contentType("application/json");
    context.result(Json.bytes(Map.of("reports", reports)));
  }

  /** As the text tells them. */
  static List<Event> inOrderOfText(List<Event> events) {
    return events.stream()
        .sorted(
            Comparator.comparingInt(
                event -> {
                  var predicate = event.evidence().get(0).predicate();
                  return predicate == null ? 0 : predicate.start();
                }))
        .toList();
  }

  private Object aside(Asked asked) {
    List<Aside> all = lastFirst(store.aside(asked.number("run", 0, 0, Integer.MAX_VALUE)));
    Map<String, Integer> reasons = new LinkedHashMap<>();
    all.forEach(
        one ->
            reasons.merge(
                one.reason().toLowerCase(Locale.ROOT).replace('_', ' '), 1, Integer::sum));
    int limit = asked.number("limit", 200, 1, 1000);
    return Map.of(
        "total",
        all.size(),
        "reasons",
        reasons,
        "aside",
        all.subList(0, Math.min(limit, all.size())));
  }

  private static <T> List<T> lastFirst(List<T> all) {
    List<T> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Level level(Asked asked) {
    return asked.constant("level", Level.class, Level.COUNTRY);
  }
}
