package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
  @TempDir static Path folder;
  @TempDir Path own;
  private static Served served;
  private static JsonNode coded;

  @BeforeAll
  static void serve() throws Exception {
    served = Served.over(folder);
    coded = served.code(Served.TEXT);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aTextIsCodedAndKept() throws Exception {
    assertThat(coded.path("saved").asBoolean()).isTrue();
    JsonNode event = coded.at("/events/0/event");
    assertThat(event.path("type").asText()).isEqualTo("ASSAULT");
    assertThat(event.at("/source/code").asText()).isEqualTo("EGY");
    String id = coded.at("/document/id").asText();
    JsonNode kept = served.json("/api/documents/" + id);
    assertThat(kept.path("events")).isEqualTo(coded.path("events"));
    assertThat(kept.at("/document/text").asText()).isEqualTo(Served.TEXT);
    assertThat(served.json("/api/documents?limit=200").path("documents").findValuesAsText("id"))
        .contains(id);
    assertThat(served.json("/api/runs").at("/runs/0/coded").asInt()).isEqualTo(1);
  }

  @Test
  void aTextThatIsNotKeptIsNowhere() throws Exception {
    HttpResponse<String> response =
        served.post(
            "/api/code",
            "{\"text\":\"France bombed Mali on Monday, officials said.\",\"save\":false}");
    String id = Served.JSON.readTree(response.body()).at("/document/id").asText();
    assertThat(id).startsWith("doc-");
    assertThat(served.get("/api/documents/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeReadIsSetAsideWithItsReason() throws Exception {
    HttpResponse<String> response =
        served.post(
            "/api/code",
            "{\"text\":\"Das ägyptische Militär bombardierte am Montag Stellungen der Miliz in der libyschen Stadt Derna, wie die Regierung mitteilte.\"}");
    assertThat(response.statusCode()).isEqualTo(422);
    JsonNode aside = served.json("/api/aside");
    assertThat(aside.path("total").asInt()).isPositive();
    assertThat(aside.at("/reasons/not english").asInt()).isEqualTo(1);
  }

  @Test
  void eventsAreFilteredSortedAndPaged() throws Exception {
    JsonNode all = served.json("/api/events?dataset=coded&limit=1&page=2&sort=confidence");
    assertThat(all.path("total").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(all.path("events")).hasSize(1);
    JsonNode qatar = served.json("/api/events?source=Qatar");
    assertThat(qatar.path("events")).isNotEmpty();
    for (JsonNode one : qatar.path("events")) {
      assertThat(one.at("/event/source/code").asText()).isEqualTo("QAT");
    }
    assertThat(served.json("/api/count?source=QAT&target=EGY").path("count").asInt())
        .isEqualTo(qatar.path("total").asInt());
    assertThat(served.json("/api/count?from=2016").path("count").asInt()).isZero();
  }

  @Test
  void everyReadingRouteAnswers() throws Exception {
    for (String path :
        List.of(
            "/api/overview",
            "/api/series?by=day",
            "/api/dyads?undirected=true",
            "/api/network?min-events=1",
            "/api/affinity?bootstrap=0",
            "/api/map?at-actor=true",
            "/api/knowledge/actors?q=Egypt",
            "/api/knowledge/lexicon?q=bomb",
            "/api/knowledge/places?q=Derna",
            "/api/knowledge/ontology?q=195",
            "/api/explain?sentence=Egypt%20bombed%20Libya.",
            "/api/jobs",
            "/api/annotations")) {
      assertThat(served.json(path).isObject()).as(path).isTrue();
    }
    assertThat(served.get("/api/forecast").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/forecast?source=nobody").statusCode()).isEqualTo(400);
    assertThat(served.json("/api/knowledge/lexicon?q=bomb").at("/found/0/example").asText())
        .contains("bombed");
    assertThat(
            served.json("/api/explain?sentence=Egypt%20bombed%20Libya.").at("/sentences/0/events"))
        .hasSize(1);
  }

  @Test
  void anAnswerIsFreshAfterAWrite() throws Exception {
    int before = served.json("/api/overview").at("/counts/documents").asInt();
    served.code("Turkey accused Greece of spying on Tuesday, the ministry said.");
    assertThat(served.json("/api/overview").at("/counts/documents").asInt()).isEqualTo(before + 1);
  }

  @Test
  void aRejectionOutlivesTheServerAndACorrectionBecomesGold() throws Exception {
    String rejected;
    String corrected;
    try (Served first = Served.over(own)) {
      JsonNode events = first.code(Served.TEXT).path("events");
      rejected = events.at("/0/event/id").asText();
      corrected = events.at("/1/event/id").asText();
      assertThat(
              first
                  .post(
                      "/api/annotations",
                      "{\"event\":\"%s\",\"verdict\":\"rejected\",\"who\":\"Ada\"}"
                          .formatted(rejected))
                  .statusCode())
          .isEqualTo(200);
      HttpResponse<String> made =
          first.post(
              "/api/annotations",
              "{\"event\":\"%s\",\"verdict\":\"corrected\",\"who\":\"Ada\",\"corrected\":{\"type\":\"THREATEN\",\"source\":\"QATGOV\"}}"
                  .formatted(corrected));
      assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
      for (String wrong :
          List.of(
              "{\"event\":\"none\",\"verdict\":\"rejected\"}",
              "{\"event\":\"%s\",\"verdict\":\"nonsense\"}".formatted(corrected),
              "{\"event\":\"%s\",\"verdict\":\"corrected\"}".formatted(corrected),
              "{\"event\":\"%s\",\"verdict\":\"corrected\",\"corrected\":{\"cameo\":\"9999\"}}"
                  .formatted(corrected),
              "{\"event\":\"%s\",\"verdict\":\"corrected\",\"corrected\":{\"source\":\"nobody at all\"}}"
                  .formatted(corrected))) {
        assertThat(first.post("/api/annotations", wrong).statusCode()).as(wrong).isIn(400, 404);
      }
    }
    try (Served second = Served.over(own)) {
      JsonNode again = second.code(Served.TEXT).path("events");
      assertThat(again.at("/0/annotation/verdict").asText()).isEqualTo("REJECTED");
      assertThat(again.at("/0/annotation/who").asText()).isEqualTo("Ada");
      int counted = second.json("/api/count").path("count").asInt();
      assertThat(second.json("/api/count?rejected=true").path("count").asInt())
          .isEqualTo(counted + 1);
      assertThat(second.get("/api/events").body()).doesNotContain(rejected);
      assertThat(second.get("/api/events?rejected=true").body()).contains(rejected);
      assertThat(second.json("/api/count?mode=!statement").path("count").asInt())
          .isEqualTo(counted);
      JsonNode reports = second.json("/api/events/" + rejected + "/reports").path("reports");
      assertThat(reports.at("/0/event").asText()).isEqualTo(rejected);
      assertThat(second.get("/api/events/none/reports").statusCode()).isEqualTo(404);
      assertThat(second.get("/api/count?mode=kissing").statusCode()).isEqualTo(400);
      JsonNode now = again.at("/1/annotation/corrected");
      assertThat(now.path("type").asText()).isEqualTo("THREATEN");
      assertThat(now.path("quad").asText()).isEqualTo("VERBAL_CONFLICT");
      assertThat(now.path("cameo").asText()).isEqualTo("130");
      List<String> gold = second.get("/api/annotations/gold").body().lines().toList();
      assertThat(gold).hasSize(1);
      JsonNode record = Served.JSON.readTree(gold.get(0));
      assertThat(record.path("event").asText()).isEqualTo("THREATEN");
      assertThat(record.at("/source/0/code").asText()).isEqualTo("QAT");
      assertThat(record.at("/source/0/sector").asText()).isEqualTo("GOV");
      assertThat(record.path("text").asText()).isEqualTo("Qatar criticised Egypt.");
      assertThat(record.path("markup").asText())
          .isEqualTo("(SRC: Qatar) (EVT: criticised) (TAR: Egypt).");
      second.post(
          "/api/annotations", "{\"event\":\"%s\",\"verdict\":\"withdrawn\"}".formatted(rejected));
      assertThat(second.json("/api/annotations").path("annotations")).hasSize(1);
    }
  }

  @Test
  void aJobIsFollowedToItsEnd() throws Exception {
    HttpResponse<String> begun =
        served.post(
            "/api/jobs/code",
            "{\"date\":\"2015-02-18\",\"files\":[{\"name\":\"a.txt\",\"text\":\"Russia warned Ukraine on Monday.\"},{\"name\":\"b.jsonl\",\"text\":\"{\\\"id\\\":\\\"b1\\\",\\\"text\\\":\\\"Iran threatened Israel on Monday.\\\"}\\n{broken\"}]}");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    int id = Served.JSON.readTree(begun.body()).path("id").asInt();
    HttpResponse<String> progress =
        served.get("/api/jobs/" + id + "/progress", "Accept", "text/event-stream");
    assertThat(progress.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(progress.body()).contains("event: progress").contains("\"state\":\"DONE\"");
    assertThat(served.get("/api/jobs/" + id + "/progress").statusCode()).isEqualTo(406);
    JsonNode job = served.json("/api/jobs/" + id);
    assertThat(job.path("done").asInt()).isEqualTo(2);
    assertThat(job.path("aside").asInt()).isEqualTo(1);
    assertThat(job.path("notes").get(0).asText()).contains("b.jsonl");
    assertThat(served.json("/api/documents/b1").at("/document/text").asText()).contains("Iran");
  }

  @Test
  void aJobCanBeCancelled() throws Exception {
    String many =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    "{\"name\":\"%d.txt\",\"text\":\"Egypt bombed ISIS camps near Derna in raid %d.\"}"
                        .formatted(i, i))
            .collect(Collectors.joining(","));
    HttpResponse<String> begun = served.post("/api/jobs/code", "{\"files\":[" + many + "]}");
    int id = Served.JSON.readTree(begun.body()).path("id").asInt();
    served.send("DELETE", "/api/jobs/" + id, null);
    assertThat(served.get("/api/jobs/" + id + "/progress", "Accept", "text/event-stream").body())
        .contains("\"state\":\"CANCELLED\"");
    assertThat(served.json("/api/jobs/" + id).path("done").asInt()).isLessThan(400);
    // and the next is not in its way
    HttpResponse<String> next =
        served.post(
            "/api/jobs/code", "{\"files\":[{\"name\":\"n\",\"text\":\"China praised Chile.\"}]}");
    int other = Served.JSON.readTree(next.body()).path("id").asInt();
    assertThat(served.get("/api/jobs/" + other + "/progress", "Accept", "text/event-stream").body())
        .contains("\"state\":\"DONE\"");
  }

  @Test
  void aTableIsImported() throws Exception {
    String table =
        "date,source,target,cameo\n2015-02-16,EGY,LBY,195\n2015-02-17,QAT,EGY,111\nnonsense,QAT,EGY,111\n";
    HttpResponse<String> begun =
        served.send(
            "POST",
            "/api/jobs/import?name=own.csv&id=own&format=csv",
            table,
            "Content-Type",
            "application/octet-stream");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    int id = Served.JSON.readTree(begun.body()).path("id").asInt();
    String end = served.get("/api/jobs/" + id + "/progress", "Accept", "text/event-stream").body();
    assertThat(end).matches("(?s).*\"state\":\"(DONE|FAILED)\".*");
    if (end.contains("\"state\":\"DONE\"")) {
      assertThat(served.json("/api/count?dataset=own").path("count").asInt()).isEqualTo(2);
    }
    assertThat(
            served
                .send("POST", "/api/jobs/import?name=x.exe", "x", "Content-Type", "a/b")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void twentyCodingsAtOnceAllFinish() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(20);
    try {
      List<Callable<JsonNode>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String text = "Turkey shelled Syria on Monday in incident number " + (i + 3) + ".";
        tasks.add(() -> served.code(text));
      }
      for (Future<JsonNode> one : clients.invokeAll(tasks)) {
        assertThat(one.get().at("/events/0/event/type").asText()).isEqualTo("ASSAULT");
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aForecastIsMadeFromThePast() throws Exception {
    try (Served past = Served.over(own)) {
      for (String text : WorkbenchTest.TEXTS) {
        past.code(text);
      }
      JsonNode forecast = past.json("/api/forecast?source=Egypt&top=5");
      assertThat(forecast.at("/predictions/0/source").asText()).isEqualTo("EGY");
      assertThat(forecast.at("/predictions/0/probability").asDouble()).isBetween(0.0, 1.0);
      assertThat(forecast.at("/names/EGY").asText()).isEqualTo("Egypt");
      assertThat(forecast.path("documents")).isNotEmpty();
      assertThat(
              past.get("/api/forecast/question?source=EGY&target=LBY&quad=material-conflict")
                  .body())
          .contains("too short a history");
    }
  }

  @Test
  void aQuestionIsAnsweredAndAWhatIfIsAJob() throws Exception {
    try (Served past = Served.over(own)) {
      past.importYear();
      String question = "/api/forecast/question?source=Egypt&target=LBY&within=14";
      JsonNode found = past.json(question + "&quad=material-conflict");
      assertThat(found.at("/day").asText()).isEqualTo("2015-03-01");
      assertThat(found.at("/answer/probability").asDouble())
          .isBetween(found.at("/answer/low").asDouble(), found.at("/answer/high").asDouble());
      assertThat(found.at("/answer/drivers")).isNotEmpty();
      assertThat(found.at("/trial/reliability/bins")).isNotEmpty();
      assertThat(past.get(question).body()).contains("quad: name one of");
      assertThat(
              past.get(question.replace("Egypt", "Atlantis") + "&quad=material-conflict")
                  .statusCode())
          .isEqualTo(400);
      assertThat(past.get(question + "&quad=material-conflict&from=1999-01-01").body())
          .contains("not after the first event");
      String event =
          "{\"day\":\"2015-02-28\",\"source\":\"RUS\",\"type\":\"%s\",\"target\":\"TUR\"}";
      HttpResponse<String> begun =
          past.post(
              "/api/jobs/forecast",
              "{\"runs\":40,\"days\":20,\"assume\":[" + event.formatted("ASSAULT") + "]}");
      assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
      int id = Served.JSON.readTree(begun.body()).path("id").asInt();
      past.finished(id);
      assertThat(past.json("/api/jobs/" + id).path("of").asInt()).isEqualTo(40);
      JsonNode outlook = past.json("/api/jobs/" + id + "/result").path("outlook");
      assertThat(outlook.path("rows")).isNotEmpty();
      for (String wrong :
          List.of("[]", "[" + event.formatted("SING") + "]", "[{\"day\":\"soon\"}]")) {
        assertThat(past.post("/api/jobs/forecast", "{\"assume\":" + wrong + "}").statusCode())
            .isEqualTo(400);
      }
    }
  }

  @Test
  void aWeighingIsAJobWithAResultAndCanBeCancelled() throws Exception {
    String text = served.json("/api/sway/examples").at("/examples/0/text").asText();
    var asked = Served.JSON.createObjectNode().put("text", text).put("actor", "RUS");
    asked.put("draws", 50).put("roundDraws", 5);
    JsonNode job =
        Served.JSON.readTree(
            served.post("/api/jobs/sway", Served.JSON.writeValueAsString(asked)).body());
    String path = "/api/jobs/" + job.path("id").asInt();
    served.finished(job.path("id").asInt());
    JsonNode done = served.json(path);
    assertThat(done.path("done").asInt()).isEqualTo(done.path("of").asInt()).isPositive();
    JsonNode result = served.json(path + "/result");
    assertThat(result.at("/answer/draws").asInt()).isEqualTo(50);
    assertThat(result.at("/paths/0/rounds/0/0")).hasSize(12);
    assertThat(result.at("/cautions")).isNotEmpty();
    assertThat(result.at("/names/JOR").asText()).isEqualTo("Jordan");

    asked.put("draws", 20_000).put("roundDraws", 20_000);
    JsonNode long_ =
        Served.JSON.readTree(
            served.post("/api/jobs/sway", Served.JSON.writeValueAsString(asked)).body());
    String other = "/api/jobs/" + long_.path("id").asInt();
    assertThat(served.get(other + "/result").body()).contains("is not done");
    served.send("DELETE", other, null);
    assertThat(served.get(other + "/progress", "Accept", "text/event-stream").body())
        .contains("\"state\":\"CANCELLED\"");
    assertThat(served.get(other + "/result").statusCode()).isEqualTo(404);
    asked.put("draws", 0);
    assertThat(served.post("/api/jobs/sway", Served.JSON.writeValueAsString(asked)).statusCode())
        .isEqualTo(400);
  }

  /** A single step of it takes minutes; it stops within. */
  @Test
  void aBigWeighingStopsAtOnce() throws Exception {
    StringBuilder text = new StringBuilder("question: Big?\nscale: {from: 0, to: 100}\nactors:\n");
    for (int i = 0; i < 200; i++) {
      text.append(
          "  - {id: A%d, position: [%d, %d, %d], capability: %d, salience: 50}%n"
              .formatted(i, i / 4, i / 3, i / 2, 1 + i % 7));
    }
    var asked = Served.JSON.createObjectNode().put("text", text.toString()).put("actor", "A0");
    asked.put("draws", 5_000).put("roundDraws", 5_000);
    JsonNode issue = Served.JSON.readTree(sway("issue", text.toString(), null).body());
    assertThat(issue.path("leftOut").toString()).contains("spatial model");
    JsonNode job =
        Served.JSON.readTree(
            served.post("/api/jobs/sway", Served.JSON.writeValueAsString(asked)).body());
    String path = "/api/jobs/" + job.path("id").asInt();
    while (served.json(path).path("done").asInt() < 1) {
      Thread.sleep(20);
    }
    served.send("DELETE", path, null);
    assertThat(served.get(path + "/progress", "Accept", "text/event-stream").body())
        .contains("\"state\":\"CANCELLED\"");
  }

  @Test
  void anIssueOfTiesHasCampsAndNoOutcome() throws Exception {
    String text =
        "question: Who stands with whom?\nactors: [A, B, C]\nties_else: none\n"
            + "ties:\n  - [A, B, 1]\n  - [B, C, -1]\n  - [A, C, -1]\n";
    JsonNode issue = Served.JSON.readTree(sway("issue", text, null).body());
    assertThat(issue.path("scales")).isEmpty();
    assertThat(issue.path("ties")).hasSize(3);
    assertThat(sway("outcomes", text, null).statusCode()).isEqualTo(400);
    JsonNode answer = Served.JSON.readTree(sway("answer", text, null).body()).path("answer");
    assertThat(answer.at("/asIs/camps/tiesAtOdds").asInt()).isZero();
  }

  @Test
  void formulasAreAskedForAlone() throws Exception {
    String text = served.json("/api/sway/examples").at("/examples/0/text").asText();
    var asked = Served.JSON.createObjectNode().put("text", text).put("formulas", true);
    JsonNode some =
        Served.JSON.readTree(
            served.post("/api/sway/outcomes", Served.JSON.writeValueAsString(asked)).body());
    assertThat(some.path("outcomes")).hasSize(4);
  }

  @Test
  void aMovedStanceMovesTheOutcome() throws Exception {
    String text = served.json("/api/sway/examples").at("/examples/0/text").asText();
    JsonNode before = outcomes(text, null);
    assertThat(before.path("outcomes")).hasSizeGreaterThanOrEqualTo(5);
    JsonNode after = outcomes(text, "{\"RUS\":[100]}");
    assertThat(after.at("/outcomes/0/point/0").asDouble())
        .isGreaterThan(before.at("/outcomes/0/point/0").asDouble());
    JsonNode issue = Served.JSON.readTree(sway("issue", text, null).body());
    assertThat(issue.at("/actors/0/positions/0/why").asText()).isNotBlank();
    HttpResponse<String> wrong = sway("outcomes", text, "{\"RUS\":[1000]}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("RUS");
    assertThat(sway("issue", "question: none", null).statusCode()).isEqualTo(400);
    HttpResponse<String> answer =
        served.post(
            "/api/sway/answer",
            Served.JSON.writeValueAsString(
                Served.JSON
                    .createObjectNode()
                    .put("text", text)
                    .put("actor", "RUS")
                    .put("draws", 20)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Served.JSON.readTree(answer.body()).at("/answer/options")).isNotEmpty();
  }

  private static JsonNode outcomes(String text, String positions) throws Exception {
    return Served.JSON.readTree(sway("outcomes", text, positions).body());
  }

  private static HttpResponse<String> sway(String what, String text, String positions)
      throws Exception {
    var body = Served.JSON.createObjectNode().put("text", text);
    if (positions != null) {
      body.set("positions", Served.JSON.readTree(positions));
    }
    return served.post("/api/sway/" + what, Served.JSON.writeValueAsString(body));
  }

  @Test
  void theDescriptionIsValidAndComplete() throws Exception {
    String text = served.get("/api/openapi.json").body();
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, options);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(20);
    JsonNode document = Served.JSON.readTree(text);
    List<String> schemas = new ArrayList<>();
    document.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
    for (JsonNode ref : document.findValues("$ref")) {
      assertThat(schemas).contains(ref.asText().replace("#/components/schemas/", ""));
    }
    assertThat(served.get("/api/docs").body()).contains("/api/events").contains("no-dedupe");
  }

  @Test
  void healthMetricsAndLogTellOfRequests() throws Exception {
    assertThat(served.json("/health").path("status").asText()).isEqualTo("up");
    String id = served.get("/api/overview?").headers().firstValue("X-Request-Id").orElseThrow();
    String metrics = served.get("/metrics").body();
    assertThat(metrics).contains("jvm_memory_used_bytes", "http_server_requests", "/api/overview");
    assertThat(metrics).doesNotContain(coded.at("/document/id").asText());
    JsonNode line =
        Served.JSON.readTree(
            served
                .log
                .toString()
                .lines()
                .filter(one -> one.contains(id))
                .findFirst()
                .orElseThrow());
    assertThat(line.path("path").asText()).isEqualTo("/api/overview");
    assertThat(line.path("status").asInt()).isEqualTo(200);
  }

  @Test
  void whatRunsWhenItStopsIsFinished() throws Exception {
    Served stopping = Served.over(own);
    ExecutorService client = Executors.newSingleThreadExecutor();
    try {
      stopping.code("Iran warned Iraq on Monday.");
      Future<JsonNode> last = client.submit(() -> stopping.code((Served.TEXT + " ").repeat(200)));
      Thread.sleep(150);
      stopping.server.close();
      assertThat(last.get().path("events")).isNotEmpty();
    } finally {
      stopping.close();
      client.shutdownNow();
    }
  }
}
