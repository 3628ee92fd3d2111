package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCommandTest {
  @TempDir Path folder;
  private Path news;

  @BeforeEach
  void write() throws Exception {
    news = Cli.jsonl(folder.resolve("news.jsonl"), 5);
  }

  @Test
  void aTableFits100ColumnsAndIsQuietInAPipe() {
    Cli.Result result = Cli.run("code", news);
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
    assertThat(result.out())
        .contains("EGY", "ISIS", "ASSAULT", "5 documents")
        .doesNotContain("\u001B");
  }

  @Test
  void jsonLines() throws Exception {
    Cli.Result result = Cli.run("code", news, "--format", "jsonl");
    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSizeGreaterThanOrEqualTo(5);
    for (String line : result.lines()) {
      JsonNode event = new ObjectMapper().readTree(line);
      assertThat(event.path("source").path("code").asText()).hasSize(3);
      assertThat(event.path("coder").asText()).startsWith("entente-");
    }
  }

  @Test
  void csvGoesToAFile() throws Exception {
    Path out = folder.resolve("events.csv");
    Cli.Result result = Cli.run("code", news, "--format", "CSV", "--out", out);
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("events written to " + out);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).startsWith("event_id,document_id,");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void htmlIsOnePageThatLoadsNothing() throws Exception {
    Path out = folder.resolve("page.html");
    assertThat(Cli.run("code", news, "--format", "html", "--out", out).code()).isZero();
    String page = Files.readString(out);
    assertThat(page).contains("<svg", "prefers-color-scheme", "ISIS camps");
    assertThat(page)
        .doesNotContainPattern("(?i)<(link|img|iframe|object|script)[^>]*(src|href)=")
        .doesNotContain("@import")
        .doesNotContainPattern("url\\(\\s*['\"]?http");
  }

  @Test
  void aFolderAndStandardInput() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    Files.writeString(many.resolve("b.txt"), Cli.report(1));
    Files.writeString(many.resolve("a.html"), "<html><body><p>" + Cli.report(0) + "</p></body>");
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Cli.report(2).getBytes(StandardCharsets.UTF_8)));
      Cli.Result result =
          Cli.run("code", many, "-", "--date", "2015-02", "--format", "csv", "--publisher", "Wire");
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out()).contains("EGY", "JOR", "LBY", "Wire");
      assertThat(result.out().indexOf(",EGY,")).isLessThan(result.out().indexOf(",JOR,"));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void savedTwiceIsSavedOnce() {
    Path store = folder.resolve("s.duckdb");
    Cli.Result first = Cli.run("code", news, "--save", "--store", store);
    assertThat(first.code()).isZero();
    assertThat(first.err()).contains("saved 5 documents to " + store);
    List<Event> events;
    try (EventStore saved = EventStore.open(store)) {
      events = saved.events(Query.ALL);
      assertThat(saved.counts().documents()).isEqualTo(5);
    }
    Cli.Result second = Cli.run("code", news, "--save", "--store", store);
    assertThat(second.code()).isZero();
    assertThat(second.err()).contains("5 had been saved before", "saved 0 documents");
    assertThat(second.out()).isEqualTo(first.out());
    try (EventStore saved = EventStore.open(store)) {
      assertThat(saved.events(Query.ALL)).isEqualTo(events);
      assertThat(saved.counts().documents()).isEqualTo(5);
    }
  }

  @Test
  void wrongUseIsSaidBeforeAnythingIsDone() throws Exception {
    refused("2015-02-25", "code", news, "--date", "yesterday-ish");
    refused("jsonl", "code", news, "--format", "xml");
    refused("UTF-8", "code", news, "--charset", "klingon");
    refused("--threads", "code", news, "--threads", "0");
    refused("--timeout", "code", news, "--timeout", "0");
    refused("INPUT", "code");
    refused("--no-such", "code", news, "--no-such");
    Path missing = folder.resolve("no/where/events.csv");
    refused("--out: no folder " + missing.getParent(), "code", news, "--out", missing);
    assertThat(missing.getParent()).doesNotExist();
    refused("is a folder", "code", news, "--out", folder);
  }

  @Test
  void noInputIsWrittenOver() throws Exception {
    String before = Files.readString(news);
    refused("one of the inputs", "code", news, "--out", news);
    refused("one of the inputs", "code", folder, "--out", news);
    assertThat(Files.readString(news)).isEqualTo(before);

    Path store = folder.resolve("s.duckdb");
    assertThat(Cli.run("code", news, "--save", "--store", store).code()).isZero();
    refused("is the store", "code", news, "--save", "--store", store, "--out", store);
    Path notes = Files.writeString(folder.resolve("notes.txt"), "precious ".repeat(1000));
    refused("no DuckDB database", "code", news, "--save", "--store", notes);
    assertThat(notes).hasContent("precious ".repeat(1000));
    assertThat(Files.readString(news)).isEqualTo(before);
  }

  /** What an earlier run wrote stays if the store cannot be opened. */
  @Test
  void anEarlierReportStaysWhenTheStoreFails() throws Exception {
    Path out = Files.writeString(folder.resolve("out.csv"), "precious");
    Path notes = Files.writeString(folder.resolve("notes.txt"), "no store ".repeat(1000));
    refused("no DuckDB", "code", news, "--save", "--store", notes, "--out", out);
    assertThat(out).hasContent("precious");
  }

  private static void refused(String part, Object... args) {
    Cli.Result result = Cli.run(args);
    assertThat(result.code()).as(List.of(args) + result.err()).isBetween(1, 2);
    assertThat(result.err()).contains(part).doesNotContain("Exception", "mistake of Entente");
    assertThat(result.out()).isEmpty();
  }
}
