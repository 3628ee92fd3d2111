package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.util.LongAccumulator;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of every format come out as {@link Ingest} makes them. */
class SliceReaderTest {
  static {
    // row groups so small make it talk
    Configurator.setLevel("org.apache.parquet.hadoop.InternalParquetRecordWriter", Level.ERROR);
  }

  private static final MessageType ROWS =
      MessageTypeParser.parseMessageType(
          "message rows { optional binary id (STRING); optional binary headline (STRING);"
              + " optional binary text (STRING); optional int32 published (DATE);"
              + " optional int64 seen (TIMESTAMP(MICROS,true)); }");

  @TempDir Path folder;
  private final LongAccumulator skipped = new LongAccumulator();

  /** What is read, in order. */
  private static final class Read implements Ingest.Sink {
    final List<Document> documents = new ArrayList<>();
    final List<Aside> aside = new ArrayList<>();

    @Override
    public void document(Document document) {
      documents.add(document);
    }

    @Override
    public void aside(Aside one) {
      aside.add(one);
    }

    Read file(Path file) {
      Ingest.read(file.toString(), Ingest.Options.DEFAULT, this);
      return this;
    }
  }

  private static Slice slice(Path file, Format format, long start, long length) throws IOException {
    return new Slice(file.toUri().toString(), format, start, length, Files.size(file), 0, 0);
  }

  private Read read(Path file, Format format) throws IOException {
    return read(slice(file, format, 0, Files.size(file)), Settings.DEFAULT);
  }

  private Read read(Slice slice, Settings settings) throws IOException {
    Read read = new Read();
    new SliceReader(settings, new Configuration(false), true, skipped).read(slice, read);
    return read;
  }

  @Test
  void filesComeAsTheCommandLineTakesThem() throws IOException {
    for (Path file :
        List.of(
            Files.writeString(folder.resolve("a.jsonl"), Corpus.lines(0, 3) + "{\"text\":\n"),
            Files.write(folder.resolve("b.ndjson.gz"), Corpus.gzip(Corpus.lines(3, 5))),
            Files.writeString(folder.resolve("c.txt"), Corpus.text(5)),
            Files.writeString(folder.resolve("d.html"), Corpus.page(6)),
            Files.writeString(folder.resolve("e.json"), "[" + Corpus.json(7) + "]"),
            Files.writeString(folder.resolve("f.txt"), ""),
            Files.write(folder.resolve("g.txt.gz"), List.of("no gzip at all, as it should be")),
            Files.write(
                folder.resolve("h.jsonl"), Corpus.lines(8, 9).getBytes(StandardCharsets.UTF_16)))) {
      Read expected = new Read().file(file);
      Read found = read(file, Format.of(file.getFileName().toString()));
      assertThat(found.documents).as(file.toString()).isEqualTo(expected.documents);
      assertThat(found.aside).as(file.toString()).isEqualTo(expected.aside);
      assertThat(found.documents.size() + found.aside.size()).isPositive();
    }
  }

  @Test
  void slicesOfAFileGiveWhatTheWholeGives() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.jsonl"), Corpus.lines(0, 4) + "\n{\"id\":\n" + Corpus.lines(4, 9));
    Read expected = new Read().file(file);
    long size = Files.size(file);
    for (long step : List.of(100L, 333L, size - 1)) {
      Read found = new Read();
      long before = 0;
      for (long start = 0; start < size; start += step) {
        Slice slice = slice(file, Format.JSONL, start, Math.min(step, size - start));
        new SliceReader(Settings.DEFAULT, new Configuration(false), true, skipped)
            .read(slice.after(before), found);
        try (LineSlice lines = LineSlice.open(slice, 1_000_000, new Configuration(false))) {
          before += lines.count();
        }
      }
      assertThat(found.documents).isEqualTo(expected.documents);
      assertThat(found.aside).isEqualTo(expected.aside);
    }
  }

  private Path parquet(int rows, int rowGroup) throws IOException {
    Path file = folder.resolve("rows.parquet");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(ROWS)
            .withRowGroupSize((long) rowGroup)
            .withPageSize(200)
            .build()) {
      for (int i = 0; i < rows; i++) {
        Group group = new SimpleGroup(ROWS);
        group.append("id", "n" + i);
        if (i != 2) {
          group.append("headline", "Report " + i);
          group.append("text", Corpus.text(i));
        }
        group.append("published", (int) java.time.LocalDate.of(2015, 2, 17).toEpochDay());
        group.append("seen", 1_424_200_000_000_000L);
        writer.write(group);
      }
    }
    return file;
  }

  private static Settings columns(String names) {
    Settings all = Settings.DEFAULT;
    return new Settings(
        all.model(),
        null,
        false,
        null,
        null,
        "windows-1252",
        all.documentBytes(),
        600,
        ParquetColumns.of(names),
        all.sliceBytes());
  }

  @Test
  void rowsOfParquetComeAsTheSameJsonWould() throws IOException {
    Path file = parquet(5, 1 << 20);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      lines.append(
          i == 2
              ? "{\"id\":\"n2\"}\n"
              : "{\"id\":\"n%d\",\"title\":\"Report %d\",\"date\":\"2015-02-17\",\"text\":\"%s\"}\n"
                  .formatted(i, i, Corpus.text(i)));
    }
    Read expected = new Read().file(Files.writeString(folder.resolve("same.jsonl"), lines));
    for (String names : List.of("title=headline", "title=headline,published=seen")) {
      Read found = read(slice(file, Format.PARQUET, 0, Files.size(file)), columns(names));
      assertThat(found.documents)
          .extracting(d -> d.id() + d.title() + d.text() + d.paragraphs() + d.published())
          .isEqualTo(
              expected.documents.stream()
                  .map(d -> d.id() + d.title() + d.text() + d.paragraphs() + d.published())
                  .toList());
      assertThat(found.aside).extracting(Aside::origin).containsExactly(file + ":3");
    }
  }

  @Test
  void slicesOfParquetGiveEachRowOnce() throws IOException {
    Path file = parquet(400, 1_000);
    List<String> ids = new ArrayList<>();
    long size = Files.size(file);
    long step = size / 5 + 1;
    int filled = 0;
    long before = 0;
    for (long start = 0; start < size; start += step) {
      Slice slice = slice(file, Format.PARQUET, start, Math.min(step, size - start)).after(before);
      Read found = read(slice, columns("title=headline"));
      found.documents.forEach(document -> ids.add(document.id() + document.origin()));
      before += new ParquetRows(slice, ParquetColumns.DEFAULT, new Configuration(false)).count();
      filled += found.documents.isEmpty() ? 0 : 1;
    }
    assertThat(filled).isGreaterThan(1);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      if (i != 2) {
        expected.add("n" + i + file + ":" + (i + 1));
      }
    }
    assertThat(ids).isEqualTo(expected);
  }

  @Test
  void parquetThatIsNoneAndAColumnThatIsMissingAreSaid() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.parquet"), Corpus.text(1));
    assertThat(read(wrong, Format.PARQUET).aside)
        .singleElement()
        .satisfies(
            aside ->
                assertThat(aside.message()).contains("cannot be read as Parquet", "not a Parquet"));
    Path file = parquet(1, 1 << 20);
    Slice slice = slice(file, Format.PARQUET, 0, Files.size(file));
    assertThat(read(slice, columns("text=body")).aside)
        .singleElement()
        .satisfies(
            aside ->
                assertThat(aside.message())
                    .contains("no column 'body'", "headline", "--columns text=COLUMN"));
  }

  private static byte[] record(String type, String contentType, String url, byte[] body)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2015-02-19T00:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:%s>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n")
            .formatted(type, url, java.util.UUID.nameUUIDFromBytes(body), contentType, body.length)
            .getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static byte[] answer(int status, String headers, byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        ("HTTP/1.1 " + status + " Said\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(body);
    return out.toByteArray();
  }

  @Test
  void pagesOfAWebArchiveComeAsTheSamePageWould() throws IOException {
    String http = "application/http;msgtype=response";
    String html = "Content-Type: text/html; charset=utf-8\r\n";
    byte[] page = Corpus.page(1).getBytes(StandardCharsets.UTF_8);
    List<byte[]> records =
        List.of(
            record("response", http, "http://wire.example/1.html", answer(200, html, page)),
            record(
                "response",
                http,
                "http://wire.example/2",
                answer(200, html + "Content-Encoding: gzip\r\n", Corpus.gzip(Corpus.page(2)))),
            record("response", http, "http://wire.example/x", answer(404, html, page)),
            record(
                "response",
                http,
                "http://wire.example/x.png",
                answer(200, "Content-Type: image/png\r\n", page)),
            record("request", http, "http://wire.example/1.html", answer(200, html, page)),
            record(
                "resource",
                "text/html",
                "http://wire.example/3.html",
                Corpus.page(3).getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    for (byte[] record : records) {
      plain.write(record);
      zipped.write(Corpus.gzip(record));
    }
    Path warc = Files.write(folder.resolve("crawl.warc"), plain.toByteArray());
    Path gz = Files.write(folder.resolve("crawl.warc.gz"), zipped.toByteArray());
    for (Path file : List.of(warc, gz)) {
      skipped.reset();
      Read found = read(file, Format.of(file.getFileName().toString()));
      assertThat(found.aside).isEmpty();
      assertThat(skipped.value()).isEqualTo(3);
      assertThat(found.documents)
          .extracting(Document::url)
          .containsExactly(
              "http://wire.example/1.html", "http://wire.example/2", "http://wire.example/3.html");
      for (int i = 1; i <= 3; i++) {
        Document same =
            new Read()
                .file(Files.writeString(folder.resolve(i + ".html"), Corpus.page(i)))
                .documents
                .get(0);
        Document document = found.documents.get(i - 1);
        assertThat(document.id()).isEqualTo(same.id());
        assertThat(document.paragraphs()).isEqualTo(same.paragraphs());
        assertThat(document.published()).isEqualTo(same.published());
      }
      assertThat(found.documents.get(0).origin()).startsWith(file + "@");
    }
    byte[] cut = java.util.Arrays.copyOf(zipped.toByteArray(), zipped.size() - 200);
    Read broken = read(Files.write(folder.resolve("cut.warc.gz"), cut), Format.WARC);
    assertThat(broken.documents).hasSize(2);
    assertThat(broken.aside).isNotEmpty();
    assertThat(read(Files.writeString(folder.resolve("no.warc"), "no"), Format.WARC).aside)
        .singleElement()
        .satisfies(aside -> assertThat(aside.message()).contains("broken WARC"));
  }
}
