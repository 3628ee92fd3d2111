package org.entente.server;

import static org.entente.server.Route.get;
import static org.entente.server.Route.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.report.SwayReport;
import org.entente.server.asking.ActorNames;
import org.entente.store.ActorFilter;
import org.entente.store.EventStore;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Sway;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.Range;
import org.entente.sway.bargain.Setting;
import org.entente.sway.blowback.Blowback;
import org.entente.sway.blowback.Cases;
import org.entente.sway.derive.Derive;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.IssueReader;
import org.entente.sway.issue.Option;
import org.entente.sway.issue.Scale;
import org.entente.sway.issue.Stake;
import org.entente.sway.issue.Value;

/** Issues: what is in one, where the models see it end, and what an actor can do about it. */
final class SwayApi {
  private static final List<String> EXAMPLES =
      List.of("libya-2015", "security-council-2011", "emission-standards", "highland-tribes");
  private static final int LONGEST = 500_000;
  private static final int MOST_DRAWS = 20_000;

  private record Example(String id, String question, String text) {}

  private record Prediction(String model, double[] point) {}

  private final EventStore store;
  private final CodingApi queue;
  private final int threads;

  /**
   * @param queue that heavy work waits in
   */
  SwayApi(EventStore store, CodingApi queue, int threads) {
    this.store = store;
    this.queue = queue;
    this.threads = threads;
  }

  void addTo(List<Route> routes) {
    routes.add(
        get(
            "/api/sway/examples",
            "Sway",
            "Issues that come with Entente, as their files",
            List.of(),
            "IssueExamples",
            context -> json(context, Map.of("examples", examples()))));
    routes.add(
        post(
            "/api/sway/issue",
            "Sway",
            "What is in an issue: scales, actors, options, and what each number rests on",
            List.of(),
            "IssueRequest",
            "Issue",
            this::issue));
    routes.add(
        post(
            "/api/sway/outcomes",
            "Sway",
            "Where each model sees an issue end, with actors moved elsewhere",
            List.of(),
            "IssueRequest",
            "Outcomes",
            this::outcomes));
    routes.add(
        post(
            "/api/sway/answer",
            "Sway",
            "Weighs the options of an actor: models, votes, camps, levers, with intervals",
            List.of(),
            "IssueRequest",
            "SwayAnswer",
            this::answer));
  }

  private static void json(Context context, Object value) {
    context.contentType("application/json");
    context.result(Json.bytes(value));
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String name : EXAMPLES) {
      try (InputStream in = SwayApi.class.getResourceAsStream("examples/" + name + ".yaml")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        examples.add(new Example(name, IssueReader.read(text, null).question(), text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return examples;
  }

  /** The issue that was sent, derived from the store where it says so, with actors moved. */
  private Issue read(JsonNode body) {
    String text = Body.text(body, "text");
    if (text == null || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "text: the issue as YAML, up to " + LONGEST + " characters");
    }
    Issue issue = IssueReader.read(text, null);
    if (!issue.derived().isEmpty()) {
      issue = Derive.fill(text, issue, store, SwayApi::filter, 1).issue();
    }
    return moved(issue, body.path("positions"));
  }

  private static ActorFilter filter(String id) {
    return ActorNames.filter("actor", List.of(id));
  }

  /**
   * @param positions by actor, one number a scale, in the scale's own numbers
   */
  private static Issue moved(Issue issue, JsonNode positions) {
    if (!positions.isObject() || positions.isEmpty()) {
      return issue;
    }
    positions
        .fieldNames()
        .forEachRemaining(
            id -> {
              if (issue.indexOf(id) < 0) {
                throw new IllegalArgumentException(
                    "positions: '" + id + "' is no actor of the issue");
              }
            });
    List<Stake> actors = new ArrayList<>();
    for (Stake stake : issue.actors()) {
      JsonNode to = positions.get(stake.id());
      if (to == null) {
        actors.add(stake);
        continue;
      }
      List<Value> values = new ArrayList<>();
      for (int k = 0; k < issue.scales().size(); k++) {
        Scale scale = issue.scales().get(k);
        JsonNode number = to.path(k);
        if (!number.isNumber()
            || number.asDouble() < scale.from()
            || number.asDouble() > scale.to()) {
          throw new IllegalArgumentException(
              "positions: "
                  + stake.id()
                  + " needs a number from "
                  + scale.from()
                  + " to "
                  + scale.to()
                  + " for each scale");
        }
        values.add(shifted(stake.positions().get(k), number.asDouble(), scale));
      }
      actors.add(
          new Stake(
              stake.id(),
              stake.name(),
              values,
              stake.capability(),
              stake.saliences(),
              stake.line()));
    }
    return new Issue(
        issue.file(),
        issue.question(),
        issue.date(),
        issue.scales(),
        issue.statusQuo(),
        actors,
        issue.ballot(),
        issue.options(),
        issue.ties(),
        issue.supposed(),
        issue.landscape(),
        issue.group(),
        issue.derivation(),
        issue.sources());
  }

  /** As unsure as before, about another number. */
  private static Value shifted(Value old, double mode, Scale scale) {
    Range range = old.range();
    if (range.mode() == mode) {
      return old;
    }
    double low = Math.max(scale.from(), mode - (range.mode() - range.low()));
    double high = Math.min(scale.to(), mode + (range.high() - range.mode()));
    return new Value(new Range(low, mode, high), "moved by hand", 0, 0);
  }

  private record Ranged(double low, double mode, double high, String why) {}

  private static Ranged ranged(Value value) {
    Range range = value.range();
    return new Ranged(range.low(), range.mode(), range.high(), value.why());
  }

  private void issue(Context context) {
    Issue issue = read(Body.json(context));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("question", issue.question());
    answer.put("date", issue.date());
    answer.put("scales", issue.scales());
    answer.put("statusQuo", issue.statusQuo());
    List<Map<String, Object>> actors = new ArrayList<>();
    for (Stake stake : issue.actors()) {
      Map<String, Object> actor = new LinkedHashMap<>();
      actor.put("id", stake.id());
      actor.put("name", stake.name());
      actor.put("positions", stake.positions().stream().map(SwayApi::ranged).toList());
      actor.put("capability", ranged(stake.capability()));
      actor.put("saliences", stake.saliences().stream().map(SwayApi::ranged).toList());
      actors.add(actor);
    }
    answer.put("actors", actors);
    List<Map<String, Object>> options = new ArrayList<>();
    for (Option option : issue.options()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", option.id());
      one.put("name", option.name());
      one.put("actor", option.actor());
      one.put("why", option.why());
      one.put("proposal", option.proposal());
      one.put("vote", option.vote());
      options.add(one);
    }
    answer.put("options", options);
    answer.put("sources", issue.sources());
    json(context, answer);
  }

  private void outcomes(Context context) {
    Issue issue = read(Body.json(context));
    Setting setting = issue.setting(null).mode();
    List<Prediction> found = new ArrayList<>();
    for (BargainingModel model : BargainingModel.all()) {
      double[] point = model.solve(setting).point();
      for (int k = 0; k < point.length; k++) {
        point[k] = issue.scales().get(k).own(point[k]);
      }
      found.add(new Prediction(model.name(), point));
    }
    json(context, Map.of("outcomes", found));
  }

  private void answer(Context context) {
    JsonNode body = Body.json(context);
    Issue issue = read(body);
    String actor = Body.text(body, "actor");
    int draws = body.path("draws").asInt(1000);
    long seed = body.path("seed").asLong(1);
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException("draws: from 1 to " + MOST_DRAWS + ", not " + draws);
    }
    String found =
        queue.queued(
            () -> {
              Answer answer =
                  Sway.answer(
                      issue,
                      actor,
                      BargainingModel.all(),
                      draws,
                      Math.min(draws, 200),
                      seed,
                      threads);
              return "{\"headline\":"
                  + Json.line(new SwayReport(answer, blowback(issue, seed), null).headline())
                  + ",\"answer\":"
                  + new SwayReport(answer, Map.of(), null).json()
                  + "}";
            });
    context.contentType("application/json");
    context.result(found);
  }

  private Map<Blowback.Kind, Blowback> blowback(Issue issue, long seed) {
    Map<Blowback.Kind, Blowback> blowback = new EnumMap<>(Blowback.Kind.class);
    if (issue.group() != null && store.counts().events() > 0) {
      ActorEntry known = ActorNames.known(issue.group());
      for (Blowback.Kind kind : Blowback.Kind.values()) {
        blowback.put(
            kind,
            Cases.of(
                store,
                ActorNames.filter("group", List.of(issue.group())),
                known == null ? issue.group() : known.name(),
                SwayApi::isState,
                kind,
                seed));
      }
    }
    return blowback;
  }

  private static boolean isState(String code) {
    ActorEntry entry = Knowledge.bundled().actors().find(code);
    return entry != null && entry.kind() == ActorEntry.Kind.COUNTRY;
  }
}
