package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of bad input: said with its place, nothing lost, and an exit code that tells. */
class BadInputTest {
  @TempDir Path folder;

  /** Nothing could be done: it is set aside by name, and the exit code is 1. */
  private static void setAside(Object input, String... parts) {
    Cli.Result result = Cli.run("code", input);
    assertThat(result.err()).contains("set aside: " + input).contains(parts);
    assertThat(result.err()).contains("1 set aside, 0 coded").doesNotContain("Exception");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void anEmptyFile() throws IOException {
    setAside(Files.createFile(folder.resolve("empty.txt")), "empty file");
    setAside(Files.writeString(folder.resolve("blank.txt"), " \n\n\t\n"), "no text");
  }

  @Test
  void anEmptyFolder() throws IOException {
    Cli.Result result = Cli.run("code", Files.createDirectory(folder.resolve("nothing")));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("nothing to read in " + folder.resolve("nothing"));
  }

  @Test
  void aBinaryFile() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    setAside(Files.write(folder.resolve("noise.txt"), noise), "not text");
    byte[] pdf = "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);
    setAside(Files.write(folder.resolve("report.txt"), pdf), "PDF");
  }

  @Test
  void twoHundredMegabytesInOneLine() throws IOException {
    byte[] words = new byte[2_000_000];
    Arrays.fill(words, (byte) 'a');
    for (int i = 5; i < words.length; i += 6) {
      words[i] = ' ';
    }
    Path text = folder.resolve("long.txt");
    try (OutputStream out = Files.newOutputStream(text)) {
      for (int i = 0; i < 100; i++) {
        out.write(words);
      }
    }
    setAside(text, "20 MB");

    Path lines = folder.resolve("long.jsonl");
    try (OutputStream out = Files.newOutputStream(lines)) {
      out.write("{\"id\":\"long\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(words);
      }
      out.write(("\"}\n" + Cli.json(1) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Cli.Result result = Cli.run("code", lines);
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("set aside: " + lines + ":1", "20 MB");
    assertThat(result.err()).contains("1 set aside, 1 coded");
  }

  @Test
  @Timeout(60)
  void aBombOfNestedTags() throws IOException {
    int depth = 100_000;
    Path bomb = folder.resolve("bomb.html");
    Files.writeString(
        bomb,
        "<html><body>"
            + "<div>".repeat(depth)
            + Cli.report(0)
            + "</div>".repeat(depth)
            + "</body>");
    Cli.Result result = Cli.run("code", bomb, "--date", "2015-02-17");
    assertThat(result.err()).doesNotContain("Exception", "StackOverflow");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("EGY", "ASSAULT");
  }

  @Test
  void brokenJsonInLineThreeOfTen() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      lines.add(i == 2 ? Cli.json(i).substring(0, 60) : Cli.json(i));
    }
    Path file = Files.write(folder.resolve("ten.jsonl"), lines);
    Path store = folder.resolve("s.duckdb");
    Cli.Result result = Cli.run("code", file, "--format", "csv", "--save", "--store", store);
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains("set aside: " + file + ":3: ", "broken JSON", "1 set aside, 9 coded");
    try (EventStore saved = EventStore.open(store)) {
      assertThat(saved.counts().documents()).isEqualTo(9);
      assertThat(saved.counts().aside()).isEqualTo(1);
      assertThat(saved.document("r2")).isEmpty();
      assertThat(saved.document("r9")).isPresent();
    }
  }

  @Test
  void notEnglish() throws IOException {
    setAside(
        Files.writeString(
            folder.resolve("fr.txt"),
            "Le président égyptien a demandé lundi aux Nations unies une résolution sur la Libye,"
                + " après que l'aviation a bombardé des positions de l'organisation à Derna."),
        "not English but French");
  }

  @Test
  void whatIsNotThereOrCannotBeRead() throws IOException {
    setAside(folder.resolve("nowhere"), "no such file or folder");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("gone.txt"));
    setAside(link, "leads nowhere");

    Path loop = Files.createDirectory(folder.resolve("loop"));
    Files.createSymbolicLink(loop.resolve("again"), loop);
    Files.writeString(loop.resolve("report.txt"), Cli.report(0));
    Cli.Result result = Cli.run("code", loop);
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains("set aside: " + loop.resolve("again"), "a link back", "1 set aside, 1 coded");
  }

  @Test
  void aFolderThatMayNotBeRead() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.writeString(folder.resolve("open.txt"), Cli.report(0));
    assertThat(locked.toFile().setReadable(false)).isTrue();
    try {
      assumeTrue(!Files.isReadable(locked), "root may read any folder");
      setAside(locked, "permission denied");
      Cli.Result result = Cli.run("code", folder, "--date", "2015");
      assertThat(result.code()).isZero();
      assertThat(result.err()).contains("set aside: " + locked, "1 set aside, 1 coded");
    } finally {
      assertThat(locked.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void urls() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/never",
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.createContext(
        "/report",
        exchange -> {
          byte[] page =
              ("<html><body><p>" + Cli.report(0) + "</p></body>").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      setAside(base + "/report", "127.0.0.1", "private or loopback", "--allow-private");
      setAside("ftp://example.org/x", "only http and https");

      Cli.Result missing = Cli.run("code", base + "/missing", "--allow-private");
      assertThat(missing.code()).isEqualTo(1);
      assertThat(missing.err()).contains("set aside: " + base + "/missing", "404");

      long started = System.nanoTime();
      Cli.Result never =
          Cli.run(
              "code",
              base + "/never",
              base + "/report",
              "--allow-private",
              "--timeout",
              1,
              "--date",
              "2015-02-17");
      assertThat((System.nanoTime() - started) / 1e9).isLessThan(30);
      assertThat(never.err())
          .contains("set aside: " + base + "/never", "no full answer within 1 s");
      assertThat(never.err()).contains("1 set aside, 1 coded");
      assertThat(never.code()).isZero();
      assertThat(never.out()).contains("EGY", "ASSAULT");
    } finally {
      end.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }

  @Test
  void noRoomForTheReport() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "needs /dev/full, which Linux has");
    Path news = Cli.jsonl(folder.resolve("news.jsonl"), 3);
    Path store = folder.resolve("s.duckdb");
    Cli.Result result = Cli.run("code", news, "--out", full, "--save", "--store", store);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("--out: /dev/full: ", "space").doesNotContain("Exception");
    try (EventStore saved = EventStore.open(store)) {
      assertThat(saved.counts().documents()).as("what was coded is saved").isEqualTo(3);
    }
  }

  @Test
  void aFullDiskWhileSaving() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        done("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString()),
        "needs the right to mount a small file system");
    try {
      Path store = small.resolve("s.duckdb");
      Path few = Cli.jsonl(folder.resolve("few.jsonl"), 3);
      Path many = Cli.jsonl(folder.resolve("many.jsonl"), 120);
      assertThat(Cli.run("code", few, "--save", "--store", store).code()).isZero();
      Path filler = small.resolve("filler");
      long room = Files.getFileStore(small).getUsableSpace();
      Files.write(filler, new byte[(int) room - 20_000]);

      Cli.Result full = Cli.run("code", many, "--save", "--store", store);
      assertThat(full.code()).isEqualTo(1);
      assertThat(full.err())
          .contains(store + ": the disk is full", "what was saved before stays")
          .doesNotContain("Exception");

      Files.delete(filler);
      try (EventStore saved = EventStore.open(store)) {
        assertThat(saved.counts().documents()).isEqualTo(3);
      }
      Cli.Result again = Cli.run("code", many, "--save", "--store", store);
      assertThat(again.code()).isZero();
      assertThat(again.err()).contains("3 had been saved before", "saved 117 documents");
      try (EventStore saved = EventStore.open(store)) {
        assertThat(saved.counts().documents()).isEqualTo(120);
        assertThat(saved.events(Query.ALL)).doesNotHaveDuplicates();
      }
    } finally {
      assertThat(done("umount", small.toString())).isTrue();
    }
  }

  private static boolean done(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
