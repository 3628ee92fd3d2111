package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.entente.store.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void servesUntilItIsToldToEndAndClosesTheStore() throws Exception {
    Path store = folder.resolve("served.duckdb");
    Path log = folder.resolve("requests.jsonl");
    Process process =
        Cli.start(folder.resolve("errors"), "serve", "--store", store, "--port", "0", "--log", log);
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      assertThat(line).as(Files.readString(folder.resolve("errors"))).contains("http://127.0.0.1:");
      String address = line.substring(line.indexOf("http://"));
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest code =
          HttpRequest.newBuilder(URI.create(address + "api/code"))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"text\":\"Egypt bombed ISIS camps near Derna on Monday.\",\"date\":\"2015-02-18\"}"))
              .build();
      HttpResponse<String> coded = client.send(code, HttpResponse.BodyHandlers.ofString());
      assertThat(coded.statusCode()).as(coded.body()).isEqualTo(200);
      assertThat(coded.body()).contains("ASSAULT");
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    try (EventStore kept = EventStore.open(store)) {
      assertThat(kept.counts().documents()).isEqualTo(1);
    }
    assertThat(Files.readString(log)).contains("\"path\":\"/api/code\"", "\"event\":\"stopped\"");
  }

  @Test
  void anAddressThatOthersReachNeedsAToken() {
    Cli.Result result =
        Cli.run(
            "serve", "--store", folder.resolve("s.duckdb"), "--address", "0.0.0.0", "--port", "0");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--token-file");
    assertThat(Cli.run("serve", "--store", folder.resolve("s.duckdb"), "--port", "70000").err())
        .contains("--port: from 0 to 65535, not 70000");
  }
}
