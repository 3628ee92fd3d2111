package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of these fails without the part of the server that it is about. */
class SafeByDefaultTest {
  private static final String TOKEN = "a-token-of-enough-letters";

  @TempDir static Path folder;
  @TempDir Path own;
  private static Served served;

  @BeforeAll
  static void serve() throws Exception {
    served = Served.over(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void byDefaultOnlyThisMachineIsListenedTo() throws Exception {
    assertThat(Server.Options.DEFAULT.address()).isEqualTo("127.0.0.1");
    for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(one.getInetAddresses())) {
        if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
          assertThatThrownBy(() -> new Socket(address, served.server.port()).close())
              .as("%s", address)
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void anotherAddressDemandsAToken() throws Exception {
    Server.Options open = Served.options().at("0.0.0.0", 0);
    assertThatThrownBy(() -> Served.over(own, open))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--token-file");
    Path brief = Files.writeString(own.resolve("brief"), "short\n");
    assertThatThrownBy(() -> Served.over(own, open.withToken(brief)))
        .hasMessageContaining("at least 16 characters");
    Path file = Files.writeString(own.resolve("token"), TOKEN + "\n");
    try (Served guarded = Served.over(own, open.withToken(file))) {
      assertThat(guarded.get("/api/overview").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/api/overview").headers().firstValue("WWW-Authenticate"))
          .contains("Bearer");
      assertThat(guarded.get("/metrics").statusCode()).isEqualTo(401);
      for (String wrong : List.of("Bearer x", "Bearer " + TOKEN + "x", "Basic " + TOKEN, TOKEN)) {
        assertThat(guarded.get("/api/overview", "Authorization", wrong).statusCode())
            .isEqualTo(401);
      }
      assertThat(guarded.get("/api/overview", "Authorization", "Bearer " + TOKEN).statusCode())
          .isEqualTo(200);
      assertThat(guarded.get("/").statusCode()).isEqualTo(200);
      assertThat(guarded.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theTokenIsComparedInConstantTime() throws Exception {
    // what compares is the JDK's: nothing else in the guard looks at the token
    String guard =
        Files.readString(
            Path.of(System.getProperty("entente.root", ".."))
                .resolve("server/src/main/java/org/entente/server/Guard.java"));
    assertThat(guard).contains("MessageDigest.isEqual(sent, token)");
    assertThat(guard).doesNotContain("Arrays.equals").doesNotContain("token.equals");
  }

  @Test
  void anotherHostIsTurnedAway() throws Exception {
    String answer =
        served.raw("GET /api/overview HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 421").contains("application/problem+json");
    assertThat(
            served.raw(
                "GET /api/overview HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aPageElsewhereCannotAsk() throws Exception {
    for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
      String answer =
          served.raw(
              "GET /api/overview HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s\r\nConnection: close\r\n\r\n"
                  .formatted(served.server.port(), origin));
      assertThat(answer).as(origin).startsWith("HTTP/1.1 403");
      assertThat(answer).doesNotContainIgnoringCase("Access-Control-Allow-Origin");
    }
    String site =
        served.raw(
            "GET /api/overview HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n"
                .formatted(served.server.port()));
    assertThat(site).startsWith("HTTP/1.1 403");
    String ours =
        served.raw(
            "GET /api/overview HTTP/1.1\r\nHost: 127.0.0.1:%1$d\r\nOrigin: http://127.0.0.1:%1$d\r\nConnection: close\r\n\r\n"
                .formatted(served.server.port()));
    assertThat(ours).startsWith("HTTP/1.1 200");
  }

  @Test
  void aFormElsewhereCannotWrite() throws Exception {
    HttpResponse<String> form =
        served.send("POST", "/api/code", "{\"text\":\"x\"}", "Content-Type", "text/plain");
    assertThat(form.statusCode()).isEqualTo(415);
  }

  @Test
  void noScriptOfAPageRunsInline() throws Exception {
    for (String path : List.of("/", "/api/docs", "/api/overview", "/nothing")) {
      String policy = served.get(path).headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
      assertThat(policy).doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:");
    }
    assertThat(served.get("/").body()).doesNotContainPattern("<script(?![^>]*src=)");
    assertThat(served.get("/").headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aBodyHasALimit() throws Exception {
    String head =
        "POST /api/code HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n";
    assertThat(served.raw(head + "Content-Length: 20000001\r\n\r\n")).startsWith("HTTP/1.1 413");
    // and one that does not say how long it is
    try (Socket socket = new Socket("127.0.0.1", served.server.port())) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      out.write((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] piece =
          ("100000\r\n" + " ".repeat(0x100000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      try {
        for (int i = 0; i < 21; i++) {
          out.write(piece);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // the server has hung up already
      }
      byte[] start = socket.getInputStream().readNBytes(12);
      assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void whatTakesTooLongIsGivenUp() throws Exception {
    try (Served hasty = Served.over(own, Served.options().withLimit(Duration.ofNanos(1)))) {
      HttpResponse<String> response = hasty.get("/api/series");
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
      assertThat(hasty.post("/api/code", "{\"text\":\"Egypt bombed Libya.\"}").statusCode())
          .isEqualTo(503);
    }
  }

  @Test
  void aClientCannotAskForAnyNumberOfThings() throws Exception {
    try (Served strict = Served.over(own, Served.options().withRates(5, .001, 2, .001))) {
      for (int i = 0; i < 5; i++) {
        assertThat(strict.get("/api/overview").statusCode()).isEqualTo(200);
      }
      HttpResponse<String> more = strict.get("/api/overview");
      assertThat(more.statusCode()).isEqualTo(429);
      assertThat(more.headers().firstValue("Retry-After")).isPresent();
      assertThat(strict.post("/api/annotations", "{}").statusCode()).isEqualTo(400);
      assertThat(strict.post("/api/annotations", "{}").statusCode()).isEqualTo(400);
      assertThat(strict.post("/api/annotations", "{}").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void tokensComeBackWithTime() {
    long[] now = {0};
    Rates rates = new Rates(2, 1, () -> now[0]);
    assertThat(rates.take("a")).isTrue();
    assertThat(rates.take("a")).isTrue();
    assertThat(rates.take("a")).isFalse();
    assertThat(rates.take("b")).isTrue();
    now[0] = 1_000_000_000L;
    assertThat(rates.take("a")).isTrue();
    assertThat(rates.take("a")).isFalse();
  }

  @Test
  void markupThatIsSentComesBackAsText() throws Exception {
    String evil = "<script>alert(1)</script>";
    HttpResponse<String> response =
        served.post(
            "/api/code",
            Served.JSON.writeValueAsString(
                Served.JSON
                    .createObjectNode()
                    .put(
                        "html",
                        "<html><head><title>Strikes &lt;script&gt;alert(1)&lt;/script&gt;</title></head><body><article><h1>Strikes</h1><p>Egypt bombed ISIS camps near Derna on Monday, officials said in a statement to the press.</p><script>alert(2)</script></article></body></html>")
                    .put("date", "2015-02-18")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    JsonNode document = Served.JSON.readTree(response.body()).path("document");
    assertThat(document.path("text").asText()).doesNotContain("alert(2)");
    // never as a page
    for (String path : List.of("/api/documents/" + evil, "/api/knowledge/actors?q=" + evil)) {
      HttpResponse<String> back =
          served.get(path.replace("<", "%3C").replace(">", "%3E").replace("/script", "%2Fscript"));
      assertThat(back.headers().firstValue("Content-Type").orElse("")).contains("json");
    }
    assertThat(served.get("/api/docs").body()).doesNotContain("<script");
  }

  @Test
  void privateAddressesAreNotRead() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket inside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                try (Socket any = inside.accept()) {
                  asked.incrementAndGet();
                } catch (IOException e) {
                  // closed: nobody asked
                }
              });
      thread.setDaemon(true);
      thread.start();
      for (String url :
          List.of(
              "http://127.0.0.1:" + inside.getLocalPort() + "/",
              "http://localhost:" + inside.getLocalPort() + "/",
              "http://[::1]:" + inside.getLocalPort() + "/",
              "http://169.254.169.254/latest/meta-data/",
              "http://10.0.0.1/")) {
        assertThat(served.post("/api/code", "{\"url\":\"" + url + "\"}").statusCode())
            .as(url)
            .isEqualTo(422);
      }
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void noPathOfARequestLeadsToAFile() throws Exception {
    Path secret = Files.writeString(own.resolve("secret.txt"), "Egypt bombed the secret of Libya.");
    for (String url :
        List.of("file://" + secret, secret.toString(), "-", "jar:file:/x!/y", "http:" + secret)) {
      HttpResponse<String> response = served.post("/api/code", "{\"url\":\"" + url + "\"}");
      assertThat(response.statusCode()).as(url).isEqualTo(400);
    }
    for (String path :
        List.of(
            "/../../../../etc/passwd",
            "/assets/../../etc/passwd",
            "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/assets/..%2f..%2fetc%2fpasswd",
            "/org/entente/server/schemas.json",
            "/files.txt",
            "//etc/passwd",
            secret.toString())) {
      String answer =
          served.raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 4").doesNotContain("root:", "secret of");
    }
    // names of what is sent are labels
    HttpResponse<String> job =
        served.post(
            "/api/jobs/code",
            "{\"files\":[{\"name\":\"../../" + secret + "\",\"text\":\"France aided Mali.\"}]}");
    assertThat(Served.JSON.readTree(job.body()).path("name").asText()).isEqualTo("secret.txt");
  }

  @Test
  void whatGoesWrongIsAProblemWithoutATrace() throws Exception {
    for (String[] ask :
        new String[][] {
          {"GET", "/api/events?from=nonsense", "400"},
          {"GET", "/api/events?limit=100000", "400"},
          {"GET", "/api/events?colour=red", "400"},
          {"GET", "/api/events?quad=nonsense", "400"},
          {"GET", "/api/documents/none", "404"},
          {"GET", "/api/explain?event=none", "404"},
          {"GET", "/api/jobs/99", "404"},
          {"GET", "/nothing", "404"},
          {"POST", "/api/code", "400"},
          {"POST", "/api/events", "405"},
        }) {
      HttpResponse<String> response =
          ask[0].equals("GET") ? served.get(ask[1]) : served.post(ask[1], "{broken");
      assertThat(response.statusCode()).as(ask[1]).isEqualTo(Integer.parseInt(ask[2]));
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      JsonNode problem = Served.JSON.readTree(response.body());
      assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
      assertThat(problem.path("title").asText()).isNotBlank();
      assertThat(problem.path("detail").asText()).isNotBlank();
      assertThat(problem.path("instance").asText()).startsWith("urn:entente:request:");
      assertThat(response.body()).doesNotContain("\tat ", "org.entente", "Exception");
    }
    String garbage =
        served.raw("GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    assertThat(garbage).startsWith("HTTP/1.1 400").doesNotContain("\tat ", "Exception", "<html");
  }

  @Test
  void aMistakeOfOursTellsNothingButItsRequest() throws Exception {
    Served broken = Served.over(own);
    try (broken) {
      broken.store.close();
      HttpResponse<String> response = broken.get("/api/documents/x");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).doesNotContain("closed", own.toString(), "\tat ");
      String id = response.headers().firstValue("X-Request-Id").orElseThrow();
      assertThat(broken.log.toString()).contains(id).contains("\"level\":\"error\"");
    }
  }
}
