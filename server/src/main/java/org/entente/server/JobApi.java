package org.entente.server;

import static org.entente.server.Route.get;
import static org.entente.server.Route.post;
import static org.entente.server.Route.string;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.exchange.Import;
import org.entente.knowledge.Knowledge;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.server.run.CodingRun;
import org.entente.store.EventStore;
import org.entente.store.Run;

/** Long work: many texts to be coded, other people's events to be imported. */
final class JobApi {
  private static final int FILES = 5_000;
  private static final Set<String> TABLES =
      Set.of("csv", "tsv", "tab", "txt", "jsonl", "gz", "zip");

  private record Sent(String name, String text) {}

  private final EventStore store;
  private final Supplier<Coder> coder;
  private final Jobs jobs;
  private final int threads;

  JobApi(EventStore store, Supplier<Coder> coder, Jobs jobs, int threads) {
    this.store = store;
    this.coder = coder;
    this.jobs = jobs;
    this.threads = threads;
  }

  void addTo(List<Route> routes) {
    routes.add(
        get(
            "/api/jobs",
            "Jobs",
            "Jobs since the server began",
            List.of(),
            "Jobs",
            context -> json(context, Map.of("jobs", jobs.views()))));
    routes.add(
        post(
            "/api/jobs/code",
            "Jobs",
            "Codes many texts and keeps them; a text may hold many documents as JSON Lines",
            List.of(),
            "CodeJobRequest",
            "Job",
            this::code));
    routes.add(
        post(
            "/api/jobs/import",
            "Jobs",
            "Imports a table of events: icews, polecat, phoenix, gdelt, ged, acled and others",
            List.of(
                string("name", "Name of the file; its ending tells what it is"),
                string("id", "What the data set goes by; the name if not said"),
                string("format", "Of the table; found out if not said")),
            "application/octet-stream",
            "Job",
            this::read));
    routes.add(
        get(
            "/api/jobs/{id}",
            "Jobs",
            "How far a job is",
            List.of(),
            "Job",
            context -> json(context, jobs.get(context.pathParam("id")).view())));
    routes.add(
        get(
            "/api/jobs/{id}/result",
            "Jobs",
            "What came of a weighing or of a what-if, once it is done",
            List.of(),
            "JobResult",
            this::result));
    routes.add(
        get(
            "/api/jobs/{id}/progress",
            "Jobs",
            "How far a job is, as server-sent events until it is over",
            List.of(),
            "text/event-stream",
            this::watched));
    routes.add(
        new Route(
            HandlerType.DELETE,
            "/api/jobs/{id}",
            "Jobs",
            "Stops a job at its next document, row or step; what it wrote is kept",
            List.of(),
            null,
            "Job",
            context -> {
              Job job = jobs.get(context.pathParam("id"));
              job.cancel();
              json(context, job.view());
            }));
  }

  private static void json(Context context, Object value) {
    context.contentType("application/json");
    context.result(Json.bytes(value));
  }

  private void result(Context context) {
    Job job = jobs.get(context.pathParam("id"));
    byte[] result = job.result();
    if (result == null) {
      throw new Problem(
          HttpStatus.NOT_FOUND,
          job.view().state().over()
              ? "job " + job.id() + " has no result, or one that is no longer kept; start it again"
              : "job " + job.id() + " is not done; ask for it again when it is");
    }
    context.contentType("application/json");
    context.result(result);
  }

  private void watched(Context context) {
    String accepted = context.header("Accept");
    if (accepted == null || !accepted.contains("text/event-stream")) {
      throw new Problem(
          HttpStatus.NOT_ACCEPTABLE, "ask for it with Accept: text/event-stream, or ask the job");
    }
    new SseHandler(client -> watch(client, jobs)).handle(context);
  }

  private static void watch(SseClient client, Jobs jobs) {
    Job job = jobs.get(client.ctx().pathParam("id"));
    client.keepAlive();
    Consumer<Job.View> watcher = new Watcher(client);
    client.onClose(() -> job.leave(watcher));
    job.watch(watcher);
  }

  /** Sends what changed, ten times a second at most, and always the end. */
  private static final class Watcher implements Consumer<Job.View> {
    private static final long STEP = 100_000_000L;

    private final SseClient client;
    private long last;
    private boolean over;

    Watcher(SseClient client) {
      this.client = client;
    }

    @Override
    public synchronized void accept(Job.View view) {
      long now = System.nanoTime();
      if (over || last != 0 && now - last < STEP && !view.state().over()) {
        return;
      }
      last = now;
      client.sendEvent("progress", Json.line(view));
      if (view.state().over()) {
        over = true;
        client.close();
      }
    }
  }

  private void code(Context context) {
    JsonNode body = Body.json(context);
    List<Sent> sent = new ArrayList<>();
    for (JsonNode one : body.path("files")) {
      String text = one.path("text").asText("");
      if (!text.isBlank()) {
        sent.add(new Sent(one.path("name").asText("text"), text));
      }
    }
    if (sent.isEmpty() || sent.size() > FILES) {
      throw new IllegalArgumentException(
          "files: from 1 to " + FILES + " with a name and a text each, not " + sent.size());
    }
    Ingest.Options options = CodingApi.options(body);
    String name = sent.size() == 1 ? CodingApi.label(sent.get(0).name()) : sent.size() + " files";
    Job job = jobs.add("code", name, running -> code(running, name, sent, options));
    context.status(202);
    json(context, job.view());
  }

  private void code(Job job, String name, List<Sent> sent, Ingest.Options options) {
    Coder coding = coder.get();
    try (Run run = store.begin("workbench: " + name, coding.name())) {
      new CodingRun(coding, store, run, threads, new Silent())
          .code(
              documents ->
                  sent.forEach(one -> CodingApi.read(one.name(), one.text(), options, documents)),
              new CodingRun.Sink() {
                @Override
                public void coded(Document document, List<Event> events) {
                  job.progress(1, events.size());
                }

                @Override
                public void aside(Aside aside) {
                  job.aside(aside.origin() + ": " + aside.message());
                }
              });
    }
  }

  private static final class Silent implements CodingRun.Progress {
    @Override
    public void read(long bytes) {}

    @Override
    public void coded() {}

    @Override
    public void done() {}
  }

  private void read(Context context) {
    Asked asked = Asked.of(context, Set.of("name", "id", "format"));
    String name = CodingApi.label(asked.text("name", "table.csv"));
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!TABLES.contains(ending)) {
      throw new IllegalArgumentException(
          "name: a table ends in "
              + String.join(", ", Set.copyOf(TABLES))
              + ", not '"
              + ending
              + "'");
    }
    String id = asked.text("id", name.replaceFirst("\\..*", "")).replaceAll("[^\\w.-]", "-");
    String format = asked.text("format");
    byte[] bytes = Body.bytes(context);
    if (bytes.length == 0) {
      throw new IllegalArgumentException("an empty body; send the table");
    }
    Job job = jobs.add("import", name, running -> read(running, name, ending, id, format, bytes));
    context.status(202);
    json(context, job.view());
  }

  /** Through a file of a name of ours, in a folder of its own, which is gone afterwards. */
  private void read(Job job, String name, String ending, String id, String format, byte[] bytes)
      throws IOException {
    Path folder = Files.createTempDirectory("entente-import");
    try {
      boolean packed = ending.equals("gz");
      String inner =
          packed && name.toLowerCase(Locale.ROOT).endsWith(".jsonl.gz") ? "jsonl" : "csv";
      Path file = folder.resolve("table." + (packed ? inner + ".gz" : ending));
      Files.write(file, bytes);
      Import reading =
          new Import(
              store,
              Knowledge.bundled(),
              new Import.Options(
                  format == null || format.equals("auto") ? null : format.toLowerCase(Locale.ROOT),
                  null,
                  ending.equals("zip") ? null : id,
                  folder.resolve("aside.tsv")),
              rows -> job.progress(1, 0));
      long events = 0;
      long aside = 0;
      for (Import.Result result : reading.read(file)) {
        events += result.events();
        aside += result.aside();
      }
      job.found(events, aside);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      }
    }
  }
}
