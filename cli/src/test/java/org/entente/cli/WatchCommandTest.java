package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.FeedState;
import org.entente.store.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
  private static final String QUIET =
      "The weather on the coast was mild and the streets were quiet, and the shops were open. "
          .repeat(5);

  @TempDir Path folder;
  private HttpServer server;
  private Path store;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    store = folder.resolve("s.duckdb");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** A feed of so many items with their full text. */
  private String feed(String path, int items) {
    String body =
        IntStream.range(0, items)
            .mapToObj(
                i ->
                    """
                    <item><guid>g%d</guid><link>http://example.org/%d</link><title>Report %d</title>
                    <pubDate>Tue, 17 Feb 2015 08:00:00 GMT</pubDate>
                    <content:encoded>&lt;p&gt;%s&lt;/p&gt;&lt;p&gt;%s&lt;/p&gt;</content:encoded></item>
                    """
                        .formatted(i, i, i, Cli.report(i), QUIET))
            .collect(
                Collectors.joining(
                    "",
                    "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
                        + "<channel><title>The Desk</title><link>http://example.org/</link>"
                        + "<description>d</description>",
                    "</channel></rss>"));
    answer(path, 200, body);
    return url(path);
  }

  private void answer(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Cli.Result watch(Object... more) {
    Object[] args = new Object[more.length + 5];
    System.arraycopy(more, 0, args, 0, more.length);
    System.arraycopy(
        new Object[] {"--once", "--allow-private", "--store", store, "--every=1h"},
        0,
        args,
        more.length,
        5);
    Object[] all = new Object[args.length + 1];
    all[0] = "watch";
    System.arraycopy(args, 0, all, 1, args.length);
    return Cli.run(all);
  }

  @Test
  void oneLineAnEventAndNothingTwice() {
    String url = feed("/f", 3);
    Cli.Result first = watch(url);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.lines())
        .hasSizeGreaterThanOrEqualTo(3)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "2015-02-16  EGY Egypt → ISISREB .*  ASSAULT·aerial 195  .*Libya"
                            + "  [01]\\.\\d\\d  The Desk: Report 0"));
    assertThat(first.err())
        .contains("3 documents coded, " + first.lines().size() + " events, 0 set aside; saved in ");
    Cli.Result second = watch(url);
    assertThat(second.code()).isZero();
    assertThat(second.out()).isEmpty();
    assertThat(second.err()).contains(url + ": not due before ").contains("0 documents coded");
    try (EventStore saved = EventStore.open(store)) {
      assertThat(saved.counts().documents()).isEqualTo(3);
      assertThat(saved.events(Query.ALL.duplicates(true))).hasSize(first.lines().size());
      assertThat(saved.runs().get(0).command()).isEqualTo("watch " + url);
    }
  }

  @Test
  void jsonLinesOfEventsThatAreSureEnough() throws IOException {
    Cli.Result all = watch(feed("/f", 7), "--format", "jsonl");
    assertThat(all.code()).isZero();
    double most = 0;
    for (String line : all.lines()) {
      JsonNode event = new ObjectMapper().readTree(line);
      assertThat(event.get("attribution").get("publisher").asText()).isEqualTo("The Desk");
      most = Math.max(most, event.get("confidence").asDouble());
    }
    double least = most;
    store = folder.resolve("other.duckdb");
    Cli.Result sure = watch(url("/f"), "--format", "jsonl", "--min-confidence", "" + least);
    assertThat(sure.lines())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(new ObjectMapper().readTree(line).get("confidence").asDouble())
                    .isGreaterThanOrEqualTo(least));
    try (EventStore saved = EventStore.open(store)) {
      assertThat(saved.events(Query.ALL.duplicates(true))).hasSize(all.lines().size());
    }
  }

  @Test
  void aBadFeedIsToldAndOnlyThatIsAFailure() {
    answer("/bad", 200, "<rss><channel>");
    String good = feed("/good", 1);
    Cli.Result both = watch(url("/bad"), good);
    assertThat(both.code()).isZero();
    assertThat(both.lines()).isNotEmpty();
    assertThat(both.err()).contains(url("/bad") + ": broken XML").contains("asked again in 1 h");
    store = folder.resolve("other.duckdb");
    assertThat(watch(url("/bad")).code()).isEqualTo(1);
  }

  @Test
  void wrongUse() {
    record Wrong(String said, Object... args) {}
    for (Wrong wrong :
        List.of(
            new Wrong("https://example.org/feed.xml", "feed.xml"),
            new Wrong("--every: at least 5 min", url("/f"), "--every", "1m"),
            new Wrong("--every: no time 'often'", url("/f"), "--every", "often"),
            new Wrong("--format: no format 'csv'", url("/f"), "--format", "csv"),
            new Wrong("--min-confidence", url("/f"), "--min-confidence", "2"),
            new Wrong("--timeout", url("/f"), "--timeout", "0"),
            new Wrong("--model: no model 'x'", url("/f"), "--model", "x"),
            new Wrong("FEED"))) {
      Object[] args = new Object[wrong.args().length + 3];
      args[0] = "watch";
      args[1] = "--store";
      args[2] = store;
      System.arraycopy(wrong.args(), 0, args, 3, wrong.args().length);
      Cli.Result result = Cli.run(args);
      assertThat(result.code()).as(wrong.said()).isEqualTo(2);
      assertThat(result.err()).contains(wrong.said()).doesNotContain("mistake of Entente");
    }
    assertThat(store).doesNotExist();
  }

  @Test
  void privateAddressesAreRefusedUnlessAllowed() {
    Cli.Result result = Cli.run("watch", feed("/f", 1), "--once", "--store", store);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("refused").contains("--allow-private");
  }

  /** SIGTERM in the middle of a feed: what was coded is saved, and the next start goes on there. */
  @Test
  @Timeout(150)
  void itStopsCleanlyAndGoesOn() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs kill");
    int items = 250;
    String url = feed("/f", items);
    Path errors = folder.resolve("errors.txt");
    Process child = Cli.start(errors, "watch", url, "--allow-private", "--store", store);
    int printed = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (; printed < 20; printed++) {
        assertThat(lines.readLine()).as(Files.readString(errors)).isNotNull();
      }
      new ProcessBuilder("/bin/kill", "-TERM", "" + child.pid()).start().waitFor();
      while (lines.readLine() != null) {
        printed++;
      }
    }
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(143);
    assertThat(Files.readAllLines(errors))
        .last()
        .asString()
        .matches(
            "stopped: \\d+ documents coded, "
                + printed
                + " events, 0 set aside; saved in .*; run the same again and it goes on there");

    int before;
    try (EventStore saved = EventStore.open(store)) {
      before = (int) saved.counts().documents();
      assertThat(before).isBetween(1, items - 1);
      assertThat(saved.events(Query.ALL.duplicates(true))).hasSize(printed);
      assertThat(saved.runs().get(0).finished()).isNotNull();
      assertThat(saved.feeds().waiting(url)).hasSize(items - before);
      // as if some minutes had passed
      FeedState state = saved.feeds().feed(url);
      Instant past = Instant.now().minusSeconds(3_600);
      saved
          .feeds()
          .save(
              new FeedState(url, state.title(), null, null, past, past, 0, null, false), List.of());
    }
    Cli.Result second = watch(url);
    assertThat(second.err()).contains((items - before) + " documents coded");
    try (EventStore saved = EventStore.open(store)) {
      assertThat(saved.counts().documents()).isEqualTo(items);
      assertThat(saved.events(Query.ALL.duplicates(true)))
          .hasSize(printed + second.lines().size())
          .extracting(Event::id)
          .doesNotHaveDuplicates();
      assertThat(saved.feeds().waiting(url)).isEmpty();
    }
  }
}
