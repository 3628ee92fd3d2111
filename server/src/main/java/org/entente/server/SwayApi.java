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
import java.util.concurrent.CancellationException;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.report.SwayReport;
import org.entente.server.asking.ActorNames;
import org.entente.store.EventStore;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Sway;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.Outcome;
import org.entente.sway.bargain.Range;
import org.entente.sway.bargain.Setting;
import org.entente.sway.bargain.SpatialModel;
import org.entente.sway.blowback.Blowback;
import org.entente.sway.blowback.Cases;
import org.entente.sway.derive.Derived;
import org.entente.sway.derive.Estimate;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.IssueReader;
import org.entente.sway.issue.Option;
import org.entente.sway.issue.Stake;
import org.entente.sway.issue.Value;
import org.entente.sway.vote.Member;

/** Issues: what is in one, where the models see it end, and what an actor can do about it. */
final class SwayApi {
  private static final List<String> EXAMPLES =
      List.of("libya-2015", "security-council-2011", "emission-standards", "highland-tribes");
  private static final int MOST_DRAWS = 20_000;

  /** With more, a single step of a weighing takes long. */
  private static final int MANY = 30;

  private record Example(String id, String question, String text) {}

  private record Prediction(String model, double[] point) {}

  private final EventStore store;
  private final SentIssues issues;
  private final CodingApi queue;
  private final Jobs jobs;
  private final int threads;

  /**
   * @param queue that work waits in which a client waits for
   * @param jobs that longer work becomes
   */
  SwayApi(EventStore store, CodingApi queue, Jobs jobs, int threads) {
    this.store = store;
    this.issues = new SentIssues(store);
    this.queue = queue;
    this.jobs = jobs;
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
    routes.add(
        post(
            "/api/jobs/sway",
            "Jobs",
            "The same as a job, with more draws; its result is a SwayAnswer",
            List.of(),
            "IssueRequest",
            "Job",
            this::weigh));
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

  private record Ranged(double low, double mode, double high, String why) {}

  private static Ranged ranged(Value value) {
    Range range = value.range();
    return new Ranged(range.low(), range.mode(), range.high(), value.why());
  }

  private void issue(Context context) {
    Derived derived = issues.derived(Body.json(context));
    Issue issue = derived.issue();
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
    answer.put("ties", issue.ties());
    answer.put("tiesSupposed", issue.supposed());
    answer.put("group", issue.group());
    answer.put("sources", issue.sources());
    answer.put("derived", derived.estimates().stream().map(this::estimate).toList());
    answer.put("leftOut", leftOut(issue));
    json(context, answer);
  }

  private Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("what", estimate.what());
    one.put("range", estimate.range());
    one.put("events", estimate.events());
    one.put("basis", estimate.basis());
    List<EventViews.View> views =
        new EventViews(store)
            .of(estimate.weightiest().stream().map(Estimate.Weighty::event).toList());
    List<Map<String, Object>> weightiest = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      weightiest.add(Map.of("view", views.get(i), "pull", estimate.weightiest().get(i).pull()));
    }
    one.put("weightiest", weightiest);
    return one;
  }

  /** Models that would take too long on so many actors. */
  private static List<String> leftOut(Issue issue) {
    List<String> used = Sway.quick(issue).stream().map(BargainingModel::name).toList();
    return BargainingModel.all().stream()
        .map(BargainingModel::name)
        .filter(name -> !issue.scales().isEmpty() && !used.contains(name))
        .toList();
  }

  private void outcomes(Context context) {
    JsonNode body = Body.json(context);
    boolean formulas = body.path("formulas").asBoolean();
    Issue issue = issues.issue(body);
    if (issue.scales().isEmpty()) {
      throw new IllegalArgumentException("text: only ties are at stake; no model has an outcome");
    }
    Setting setting = issue.setting(null).mode();
    List<Prediction> found = new ArrayList<>();
    for (BargainingModel model : Sway.quick(issue)) {
      if (formulas && model.byRounds()) {
        continue;
      }
      double[] point = model.solve(setting).point();
      for (int k = 0; k < point.length; k++) {
        point[k] = issue.scales().get(k).own(point[k]);
      }
      found.add(new Prediction(model.name(), point));
    }
    json(context, Map.of("outcomes", found));
  }

  /** What is to be weighed, and how often it is drawn. */
  private record Asking(Issue issue, String actor, int draws, int roundDraws, long seed) {}

  private Asking asking(Context context) {
    JsonNode body = Body.json(context);
    Issue issue = issues.issue(body);
    String actor = Body.text(body, "actor");
    if (actor != null && issue.indexOf(actor) < 0) {
      throw new IllegalArgumentException("actor: '" + actor + "' is no actor of the issue");
    }
    int draws = whole(body, "draws", 1000);
    return new Asking(
        issue,
        actor,
        draws,
        Math.min(draws, whole(body, "roundDraws", Math.min(draws, 200))),
        body.path("seed").asLong(1));
  }

  private static int whole(JsonNode body, String field, int otherwise) {
    int number = body.path(field).asInt(otherwise);
    if (number < 1 || number > MOST_DRAWS) {
      throw new IllegalArgumentException(field + ": from 1 to " + MOST_DRAWS + ", not " + number);
    }
    return number;
  }

  private void answer(Context context) {
    Asking asking = asking(context);
    String found =
        queue.queued(() -> weighed(asking, Sway.quick(asking.issue()), (done, of) -> {}));
    context.contentType("application/json");
    context.result(found);
  }

  private void weigh(Context context) {
    Asking asking = asking(context);
    Job job =
        jobs.weigh(
            "sway",
            asking.issue().question(),
            running -> running.result(weighed(asking, running).getBytes(StandardCharsets.UTF_8)));
    context.status(202);
    json(context, job.view());
  }

  /** With many actors a single step takes minutes: then it can be stopped within one. */
  private String weighed(Asking asking, Job running) {
    List<BargainingModel> models =
        Sway.quick(asking.issue()).stream()
            .map(
                model ->
                    asking.issue().actors().size() > MANY && !(model instanceof SpatialModel)
                        ? new Stoppable(model, running::check)
                        : model)
            .toList();
    try {
      return weighed(asking, models, running::step);
    } catch (IllegalStateException e) {
      // of a thread of its own, if it is no CancellationException itself
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      throw e;
    }
  }

  private String weighed(Asking asking, List<BargainingModel> models, Sway.Steps steps) {
    Issue issue = asking.issue();
    Answer answer =
        Sway.answer(
            issue,
            asking.actor(),
            models,
            asking.draws(),
            asking.roundDraws(),
            asking.seed(),
            threads,
            steps);
    SwayReport report = new SwayReport(answer, blowback(issue, asking.seed()), null);
    return "{\"headline\":"
        + Json.line(report.headline())
        + ",\"cautions\":"
        + Json.line(SwayReport.CAUTION)
        + ",\"paths\":"
        + Json.line(answer.paths().stream().map(path -> path(issue, path)).toList())
        + ",\"names\":"
        + Json.line(members(answer))
        + ",\"answer\":"
        + report.json()
        + "}";
  }

  /** What people call the members of voting bodies. */
  private static Map<String, String> members(Answer answer) {
    return ActorNames.names(
        answer.options().stream()
            .filter(option -> option.council() != null)
            .flatMap(option -> option.council().body().members().stream().map(Member::id)));
  }

  /**
   * How positions change.
   *
   * @param rounds rounds × scales × actors, in the scales' own numbers
   */
  private record Path(String model, double[][][] rounds) {}

  private static Path path(Issue issue, Outcome outcome) {
    int scales = issue.scales().size();
    int actors = issue.actors().size();
    double[][][] rounds = new double[outcome.states().size()][scales][actors];
    for (int r = 0; r < rounds.length; r++) {
      for (int k = 0; k < scales; k++) {
        for (int i = 0; i < actors; i++) {
          rounds[r][k][i] = issue.scales().get(k).own(outcome.states().get(r).positions()[i][k]);
        }
      }
    }
    return new Path(outcome.model(), rounds);
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
