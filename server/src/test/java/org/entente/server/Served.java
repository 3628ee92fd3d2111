package org.entente.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.entente.coding.Coder;
import org.entente.store.EventStore;

/** A real server over a real store, and somebody who asks it. */
final class Served implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String TEXT =
      "Egypt launched airstrikes against Islamic State camps near Derna on Monday. Qatar criticised"
          + " Egypt.";

  final StringWriter log = new StringWriter();
  final EventStore store;
  final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(Path file, Server.Options options) throws IOException {
    store = EventStore.open(file);
    try {
      server = Server.start(store, Coder::bundled, options, new PrintWriter(log));
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  static Server.Options options() {
    return Server.Options.DEFAULT.at("127.0.0.1", 0);
  }

  static Served over(Path folder) throws IOException {
    return over(folder, options());
  }

  static Served over(Path folder, Server.Options options) throws IOException {
    return new Served(folder.resolve("served.duckdb"), options);
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) throws Exception {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send("POST", path, json, all);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  JsonNode code(String text) throws Exception {
    HttpResponse<String> response =
        post(
            "/api/code",
            JSON.writeValueAsString(
                JSON.createObjectNode().put("text", text).put("date", "2015-02-18")));
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /**
   * Imports a year of events among five states up to the end of February 2015, so that there is a
   * past to forecast from, the same at every call: two of them are at odds, and half of what is
   * hostile is answered in kind two days later.
   */
  void importYear() throws Exception {
    String[] actors = {"Egypt", "Libya", "Russia", "Qatar", "Turkey"};
    String[] friendly = {"036", "040", "051", "057", "061"};
    String[] hostile = {"111", "120", "173", "190"};
    Random random = new Random(1);
    StringBuilder table = new StringBuilder("date,source,target,cameo\n");
    LocalDate last = LocalDate.of(2015, 2, 28);
    for (LocalDate day = LocalDate.of(2014, 3, 1); !day.isAfter(last); day = day.plusDays(1)) {
      for (int n = 0; n < 3; n++) {
        int source = random.nextInt(actors.length);
        int target = (source + 1 + random.nextInt(actors.length - 1)) % actors.length;
        boolean foes = source + target == 1 || random.nextInt(4) == 0;
        String[] codes = foes ? hostile : friendly;
        String code = codes[random.nextInt(codes.length)];
        table.append("%s,%s,%s,%s\n".formatted(day, actors[source], actors[target], code));
        if (foes && random.nextBoolean() && day.isBefore(last.minusDays(1))) {
          table.append("%s,%s,%s,190\n".formatted(day.plusDays(2), actors[target], actors[source]));
        }
      }
    }
    HttpResponse<String> begun =
        send(
            "POST",
            "/api/jobs/import?name=year.csv&id=year&format=csv",
            table.toString(),
            "Content-Type",
            "application/octet-stream");
    finished(JSON.readTree(begun.body()).path("id").asInt());
  }

  /** Waits for a job to be done. */
  void finished(int job) throws Exception {
    String end = get("/api/jobs/" + job + "/progress", "Accept", "text/event-stream").body();
    if (!end.contains("\"state\":\"DONE\"")) {
      throw new AssertionError(end);
    }
  }

  /** What a browser cannot be made to send: a request as it stands, and the answer to it. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
