package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.entente.coding.ingest.Aside.Reason;
import org.entente.model.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  private static final String TEXT = "Egypt has bombed the camps of the group in Libya.";

  @TempDir Path folder;

  private Gather file(String name, byte[] bytes) throws IOException {
    Path path = folder.resolve(name);
    Files.write(path, bytes);
    return Gather.input(path.toString());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void empty() throws IOException {
    assertThat(file("a.txt", new byte[0]).onlyAside().reason()).isEqualTo(Reason.EMPTY);
    assertThat(file("b.txt", " \n\n\t ".getBytes()).onlyAside().reason()).isEqualTo(Reason.EMPTY);
    assertThat(file("c.jsonl", "\n\n".getBytes()).onlyAside().reason()).isEqualTo(Reason.EMPTY);
    assertThat(file("d.txt", "\uFEFF".getBytes(StandardCharsets.UTF_8)).onlyAside().reason())
        .isEqualTo(Reason.EMPTY);
  }

  @Test
  void binary() throws IOException {
    byte[] noise = new byte[1000];
    new java.util.Random(1).nextBytes(noise);
    assertThat(file("a.txt", noise).onlyAside().reason()).isEqualTo(Reason.BINARY);
    byte[] controls = new byte[100];
    java.util.Arrays.fill(controls, 0, 50, (byte) 2);
    java.util.Arrays.fill(controls, 50, 100, (byte) 'a');
    assertThat(file("b.txt", controls).onlyAside().reason()).isEqualTo(Reason.BINARY);
    assertThat(file("c.html", "%PDF-1.4 text text".getBytes()).onlyAside().message())
        .contains("a PDF");
  }

  @Test
  void hugeLine() {
    Gather gather = new Gather();
    JsonTest.Parts in = new JsonTest.Parts("Egypt ", 200_000_000, ".");
    Ingest.read(in, "huge", Ingest.Options.DEFAULT, gather);
    assertThat(gather.onlyAside().reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(gather.onlyAside().message()).contains("20 MB");
    assertThat(in.taken()).isLessThan(21_000_000);
  }

  @Test
  void compressed() throws IOException {
    assertThat(file("a.txt.gz", gzip(TEXT.getBytes())).one().text()).isEqualTo(TEXT);
    byte[] bomb = gzip(new String(new char[30_000_000]).replace('\0', 'a').getBytes());
    assertThat(file("b.txt.gz", bomb).onlyAside().reason()).isEqualTo(Reason.TOO_LARGE);
    byte[] half = java.util.Arrays.copyOf(gzip(TEXT.repeat(50).getBytes()), 40);
    assertThat(file("c.txt.gz", half).onlyAside().reason()).isEqualTo(Reason.BROKEN);
  }

  @Test
  void unreadable() throws IOException {
    assertThat(Gather.input(folder.resolve("none.txt").toString()).onlyAside().message())
        .isEqualTo("no such file or folder");
    Path link = folder.resolve("link.txt");
    Files.createSymbolicLink(link, folder.resolve("gone"));
    assertThat(Gather.input(link.toString()).onlyAside().message())
        .isEqualTo("a link that leads nowhere");
    assertThat(Gather.input("a\0b").onlyAside().reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(Gather.input("ftp://example.org/a").onlyAside().reason()).isEqualTo(Reason.FETCH);
  }

  @Test
  void aFolderGoesOnPastWhatIsBad() throws IOException {
    Path sub = Files.createDirectories(folder.resolve("b").resolve("dir.txt"));
    Files.writeString(folder.resolve("a.txt"), TEXT);
    Files.writeString(folder.resolve("A2.html"), "<p>" + TEXT + "</p>");
    Files.writeString(sub.resolve("c.json"), "{\"text\": \"" + TEXT + "\"}");
    Files.writeString(folder.resolve("d.pdf"), "x");
    Files.writeString(folder.resolve("e.txt"), "");
    Files.createSymbolicLink(folder.resolve("f.txt"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("g"), folder);
    Files.writeString(folder.resolve(".hidden.txt"), TEXT);
    Files.write(folder.resolve("z.txt.gz"), gzip(TEXT.getBytes()));
    Gather gather = Gather.input(folder.toString());
    assertThat(gather.documents)
        .extracting(document -> folder.relativize(Path.of(document.origin())).toString())
        .containsExactly("A2.html", "a.txt", "b/dir.txt/c.json:1", "z.txt.gz");
    assertThat(gather.asides)
        .extracting(aside -> folder.relativize(Path.of(aside.origin())) + " " + aside.reason())
        .containsExactlyInAnyOrder(
            "d.pdf UNSUPPORTED", "e.txt EMPTY", "f.txt UNREADABLE", "g UNREADABLE");
    Ingest.Measure measure = Ingest.measure(List.of(folder.toString(), "-"));
    assertThat(measure.bytes()).isEqualTo(gather.bytes);
    assertThat(measure.files()).isEqualTo(7);
    assertThat(measure.complete()).isFalse();
    assertThat(Ingest.expand(List.of(folder.toString(), "http://x/"), new Gather())).hasSize(7);
  }

  @Test
  void charsets() {
    String text = "“Sí,” the ministry said of the café in the capital — and that was all of it.";
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Gather.bytes(utf8).one().text()).isEqualTo(text);
    Document windows = Gather.bytes(text.getBytes(Charset.forName("windows-1252"))).one();
    assertThat(windows.text()).isEqualTo(text);
    assertThat(windows.notes()).contains("not UTF-8: read as windows-1252");
    for (Charset wide :
        List.of(
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32BE"))) {
      assertThat(Gather.bytes(("\uFEFF" + text).getBytes(wide)).one().text()).isEqualTo(text);
    }
    assertThat(Gather.bytes(text.getBytes(StandardCharsets.UTF_16LE)).one().text()).isEqualTo(text);
    Charset koi = Charset.forName("KOI8-R");
    assertThat(
            Gather.bytes(
                    "The word for peace in the city of Moscow is мир, he said.".getBytes(koi),
                    Ingest.Options.DEFAULT.withCharset(koi))
                .one()
                .text())
        .contains("мир");
  }

  @Test
  void wrongBytesAreReplacedAndCounted() {
    byte[] bytes =
        "“The ministry” said – in the capital – that it had xyz no news."
            .getBytes(StandardCharsets.UTF_8);
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = latin.indexOf("xyz");
    bytes[at] = (byte) 0xFF;
    bytes[at + 1] = (byte) 0xC3;
    bytes[at + 2] = (byte) 0xFE;
    Document document = Gather.bytes(bytes).one();
    assertThat(document.notes()).contains("3 wrong bytes replaced");
    assertThat(document.text()).contains("\uFFFD").contains("“The ministry”");
  }

  @Test
  void whatTheSinkThrowsIsNotSwallowed() {
    Ingest.Sink sink =
        new Ingest.Sink() {
          @Override
          public void document(Document document) {
            throw new IllegalStateException("mine");
          }

          @Override
          public void aside(Aside aside) {}
        };
    for (String text :
        List.of(TEXT, "{\"text\": \"" + TEXT + "\"}", "[{\"text\": \"" + TEXT + "\"}]")) {
      assertThatThrownBy(
              () ->
                  Ingest.read(
                      new java.io.ByteArrayInputStream(text.getBytes()),
                      "x",
                      Ingest.Options.DEFAULT,
                      sink))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("mine");
    }
  }
}
