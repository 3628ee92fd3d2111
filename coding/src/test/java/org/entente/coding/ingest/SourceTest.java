package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Document;
import org.junit.jupiter.api.Test;

/** Streams of which something is known, and single lines. */
class SourceTest {
  private static final String TEXT = "Egypt bombed ISIS camps in Libya on Monday, officials said.";

  private final List<Document> documents = new ArrayList<>();
  private final List<Aside> aside = new ArrayList<>();
  private final Ingest.Sink sink =
      new Ingest.Sink() {
        @Override
        public void document(Document document) {
          documents.add(document);
        }

        @Override
        public void aside(Aside one) {
          aside.add(one);
        }
      };

  private void read(String text, Ingest.Source source) {
    Ingest.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        source,
        Ingest.Options.DEFAULT,
        sink);
  }

  @Test
  void aFilesEndingTellsWhatIsInIt() {
    String line = "{\"id\":\"a\",\"text\":\"" + TEXT + "\"}\n";
    read(line + "{\"text\":\n", Ingest.Source.file("s3a://news/a.jsonl.gz"));
    assertThat(documents).extracting(Document::id).containsExactly("a");
    assertThat(documents.get(0).origin()).isEqualTo("s3a://news/a.jsonl.gz:1");
    assertThat(aside).extracting(Aside::origin).containsExactly("s3a://news/a.jsonl.gz:2");
  }

  @Test
  void aServersTypeGoesBeforeTheEndingOfItsUrl() {
    Ingest.Source page =
        Ingest.Source.response(
            "crawl.warc@7", "http://wire.example/a.txt?x=b.json", "Text/HTML; charset=\"utf-8\"");
    assertThat(page.type()).isEqualTo("text/html");
    assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(page.ending()).isEmpty();
    assertThat(Ingest.Source.response("-", "http://wire.example/a.txt?x=b.json", null).ending())
        .isEqualTo("txt");
    assertThat(Ingest.Source.response("-", "http://wire.example", null).ending()).isEmpty();
    read("<p>" + TEXT + "</p>", page);
    assertThat(documents)
        .singleElement()
        .satisfies(
            document -> {
              assertThat(document.text()).isEqualTo(TEXT);
              assertThat(document.origin()).isEqualTo("crawl.warc@7");
              assertThat(document.url()).isEqualTo("http://wire.example/a.txt?x=b.json");
            });
  }

  @Test
  void linesAreReadOneByOne() {
    Ingest.Options options =
        Ingest.Options.DEFAULT.withLimits(
            new Ingest.Limits(
                200,
                5,
                Ingest.Limits.DEFAULT.connect(),
                Ingest.Limits.DEFAULT.total(),
                Ingest.Limits.DEFAULT.layout()));
    Ingest.Lines lines = Ingest.lines(options, sink);
    lines.read(("{\"text\":\"" + TEXT + "\"}").getBytes(StandardCharsets.UTF_8), "a:1");
    lines.read(" \r".getBytes(StandardCharsets.UTF_8), "a:2");
    lines.read(null, "a:3");
    lines.read(new byte[201], "a:4");
    lines.read("{".getBytes(StandardCharsets.UTF_8), "a:5");
    assertThat(documents).extracting(Document::origin).containsExactly("a:1");
    assertThat(aside)
        .extracting(one -> one.origin() + " " + one.reason())
        .containsExactly("a:3 TOO_LARGE", "a:4 TOO_LARGE", "a:5 BROKEN");
  }

  @Test
  void whatTheSinkThrowsComesThrough() {
    Ingest.Lines lines =
        Ingest.lines(
            Ingest.Options.DEFAULT,
            new Ingest.Sink() {
              @Override
              public void document(Document document) {
                throw new IllegalStateException("full");
              }

              @Override
              public void aside(Aside one) {}
            });
    byte[] line = ("{\"text\":\"" + TEXT + "\"}").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> lines.read(line, "a:1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("full");
  }
}
