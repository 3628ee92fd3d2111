package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.model.Document;
import org.entente.model.Paragraph;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
  private static final Ingest.Limits SHORT =
      new Ingest.Limits(
          100_000, 5, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final Ingest.Options OPEN =
      Ingest.Options.DEFAULT.withAllowPrivate(true).withLimits(SHORT);

  private HttpServer server;
  private ExecutorService threads;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void page(String path, int status, String type, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private void redirect(String path, String to) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private Aside refused(String path, Ingest.Options options) {
    Aside aside = Gather.input(base + path, options).onlyAside();
    assertThat(aside.origin()).isEqualTo(base + path);
    return aside;
  }

  @Test
  void pagesTextsAndLines() {
    page(
        "/a.html",
        200,
        "text/html; charset=iso-8859-1",
        "<title>Egypt bombs Libya</title><p>Egypt bombed a café in the city of Derna."
            .getBytes(StandardCharsets.ISO_8859_1));
    page("/b", 200, "text/plain", "Egypt has bombed the camps in Libya.".getBytes());
    page(
        "/c",
        200,
        "application/x-ndjson",
        "{\"text\":\"Egypt has bombed Libya.\"}\nx\n".getBytes());
    redirect("/d", "/b");
    Document html = Gather.input(base + "/a.html", OPEN).one();
    assertThat(html.text()).contains("café");
    assertThat(html.url()).isEqualTo(base + "/a.html");
    assertThat(Gather.input(base + "/b#part", OPEN).one().origin()).isEqualTo(base + "/b#part");
    Gather lines = Gather.input(base + "/c", OPEN);
    assertThat(lines.one().origin()).isEqualTo(base + "/c:1");
    assertThat(lines.onlyAside().origin()).isEqualTo(base + "/c:2");
    assertThat(Gather.input(base + "/d", OPEN).one().url()).isEqualTo(base + "/b");
  }

  @Test
  void errors() {
    page("/404", 404, "text/html", "<p>Not here".getBytes());
    page("/500", 500, "text/html", "x".getBytes());
    page("/empty", 200, "text/html", new byte[0]);
    page("/pdf", 200, "application/pdf", "%PDF-1.4".getBytes());
    assertThat(refused("/404", OPEN).message()).isEqualTo("answered 404 (no such page)");
    assertThat(refused("/500", OPEN).message()).contains("500").contains("try later");
    assertThat(refused("/empty", OPEN).reason()).isEqualTo(Aside.Reason.EMPTY);
    assertThat(refused("/pdf", OPEN).reason()).isEqualTo(Aside.Reason.BINARY);
  }

  @Test
  void neverAnswers() {
    server.createContext("/never", exchange -> sleep());
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("<p>Egypt".getBytes());
          exchange.getResponseBody().flush();
          sleep();
        });
    for (String path : new String[] {"/never", "/half"}) {
      long start = System.nanoTime();
      assertThat(refused(path, OPEN).message()).isEqualTo("no full answer within 1 s");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nobodyThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThat(Gather.input("http://127.0.0.1:" + port + "/", OPEN).onlyAside().message())
        .startsWith("no connection");
    assertThat(
            Gather.input("http://no-such-host.invalid/", Ingest.Options.DEFAULT.withLimits(SHORT))
                .onlyAside()
                .reason())
        .isEqualTo(Aside.Reason.FETCH);
  }

  @Test
  void tooLarge() {
    page("/told", 200, "text/plain", "Egypt. ".repeat(20_000).getBytes());
    server.createContext("/endless", FetchTest::endless);
    assertThat(refused("/told", OPEN).reason()).isEqualTo(Aside.Reason.TOO_LARGE);
    assertThat(refused("/endless", OPEN).reason()).isEqualTo(Aside.Reason.TOO_LARGE);
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] part = new byte[8192];
    java.util.Arrays.fill(part, (byte) 'a');
    while (!Thread.currentThread().isInterrupted()) {
      exchange.getResponseBody().write(part);
    }
  }

  @Test
  void redirects() {
    redirect("/loop", "/loop");
    redirect("/file", "file:///etc/passwd");
    redirect("/bad", "http://[");
    assertThat(refused("/loop", OPEN).message()).contains("more than 5 redirects");
    assertThat(refused("/file", OPEN).message()).contains("only http and https");
    assertThat(refused("/bad", OPEN).reason()).isEqualTo(Aside.Reason.FETCH);
  }

  @Test
  void aRedirectIsCheckedAgain() throws Exception {
    // the first hop is public (as if), the second one is not
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                    () -> Fetch.get(base + "/x", Ingest.Options.DEFAULT.withLimits(SHORT)))
                .getMessage())
        .contains("private or loopback");
    redirect("/out", "http://10.0.0.1/");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                    () ->
                        Fetch.get(
                            base + "/out",
                            Ingest.Options.DEFAULT.withLimits(SHORT),
                            address -> address.isLoopbackAddress()))
                .getMessage())
        .contains("refused: 10.0.0.1")
        .contains("--allow-private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://2130706433/",
        "http://[ff02::1]/",
        "http://255.255.255.255/",
      })
  void privateAddresses(String url) {
    Aside aside = Gather.input(url).onlyAside();
    assertThat(aside.reason()).isEqualTo(Aside.Reason.FETCH);
    assertThat(aside.message()).startsWith("refused").contains("--allow-private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "64:ff9b::808:808"
      })
  void publicAddresses(String address) throws IOException {
    assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:///x",
        "http://",
        "http://a b/",
        "http://a_b/",
        "https://127.1/",
        "http://user:pw@/",
        "https://x:99999999/"
      })
  void noUrls(String url) {
    assertThat(Gather.input(url, OPEN).onlyAside().reason()).isEqualTo(Aside.Reason.FETCH);
  }

  @Test
  void aWholeAnswerWithConditionsAndAGate() throws IOException {
    List<String> asked = new ArrayList<>();
    server.createContext(
        "/feed",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("If-None-Match"));
          asked.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          exchange.sendResponseHeaders(304, -1);
          exchange.close();
        });
    moved("/for-good", 301, "/once-more");
    moved("/once-more", 308, "/passing");
    moved("/passing", 302, "/feed");
    List<String> passed = new ArrayList<>();
    Fetch.Answer answer =
        Fetch.ask(
            base + "/for-good",
            Map.of("If-None-Match", "\"1\"", "User-Agent", "me"),
            to -> passed.add(to.getPath()),
            OPEN);
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("etag")).isEqualTo("\"1\"");
    assertThat(answer.header("age")).isNull();
    assertThat(answer.url()).hasToString(base + "/feed");
    assertThat(answer.moved()).hasToString(base + "/passing");
    assertThat(passed).containsExactly("/for-good", "/once-more", "/passing", "/feed");
    assertThat(asked).containsExactly("\"1\"", "me");

    Fetch.Gate closed =
        to -> {
          if (to.getPath().equals("/feed")) {
            throw new IOException("not there");
          }
        };
    assertThatThrownBy(() -> Fetch.ask(base + "/passing", Map.of(), closed, OPEN))
        .isInstanceOf(IOException.class)
        .hasMessage("not there");
    assertThat(asked).hasSize(2);
    assertThatThrownBy(() -> Fetch.ask("ftp://x/", Map.of(), to -> {}, OPEN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("only http and https");
    assertThat(Fetch.ask(base + "/none", Map.of(), to -> {}, OPEN).status()).isEqualTo(404);
  }

  private void moved(String path, int status, String to) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  @Test
  void whatIsKnownGoesBeforeWhatAPageSays() throws IOException {
    page(
        "/a",
        200,
        "text/html",
        "<title>Of the page</title><p>Egypt has bombed the city of Derna.".getBytes());
    Known known =
        new Known(
            "id-1",
            "here",
            "Of the feed",
            null,
            "The Desk",
            TimeSpan.day(LocalDate.of(2015, 2, 17)),
            "http://example.org/",
            List.of("noted"));
    Gather page = new Gather();
    Ingest.read(known, Fetch.ask(base + "/a", Map.of(), to -> {}, OPEN), OPEN, page);
    Document document = page.one();
    assertThat(document.id()).isEqualTo("id-1");
    assertThat(document.origin()).isEqualTo("here");
    assertThat(document.title()).isEqualTo("Of the feed");
    assertThat(document.publisher()).isEqualTo("The Desk");
    assertThat(document.published()).isEqualTo(TimeSpan.day(LocalDate.of(2015, 2, 17)));
    assertThat(document.url()).isEqualTo(base + "/a");
    assertThat(document.notes()).containsExactly("noted");
    assertThat(document.text()).contains("bombed the city");

    for (String text :
        List.of(
            "<p>Egypt has bombed the city of Derna &amp; its port.</p>",
            "Egypt has bombed the city of Derna &amp; its port.")) {
      Gather gather = new Gather();
      Ingest.read(known, text, OPEN, gather);
      assertThat(gather.one().url()).isEqualTo("http://example.org/");
      assertThat(Gather.of(gather.one(), Paragraph.Kind.BODY))
          .containsExactly("Egypt has bombed the city of Derna & its port.");
    }
    Gather large = new Gather();
    Ingest.read(known, "Egypt. ".repeat(20_000), OPEN, large);
    assertThat(large.onlyAside().reason()).isEqualTo(Aside.Reason.TOO_LARGE);
  }
}
