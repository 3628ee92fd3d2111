package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.model.Document;
import org.entente.model.Paragraph.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
  private static String line(int i) {
    return "{\"id\":\"n"
        + i
        + "\",\"date\":\"2015-02-1"
        + i % 10
        + "\",\"title\":\"Egypt and Libya\",\"publisher\":\"Globe\",\"url\":\"http://x/"
        + i
        + "\",\"text\":\"Egypt bombed Libya for the time number "
        + i
        + ".\\n\\nRussia said that it was ready to help.\"}";
  }

  @Test
  void theThirdOfTenIsBroken(@TempDir Path folder) throws IOException {
    String text =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> i == 3 ? "{\"id\": \"n3\", \"text\": \"Egypt" : line(i))
            .collect(Collectors.joining("\n"));
    Path file = folder.resolve("news.jsonl");
    Files.writeString(file, text);
    Gather gather = Gather.input(file.toString());
    assertThat(gather.documents).hasSize(9);
    assertThat(gather.onlyAside().origin()).isEqualTo(file + ":3");
    assertThat(gather.onlyAside().reason()).isEqualTo(Aside.Reason.BROKEN);
    assertThat(gather.onlyAside().message()).contains("column").contains("Unexpected end-of-input");
    Document last = gather.documents.get(8);
    assertThat(last.id()).isEqualTo("n10");
    assertThat(last.origin()).isEqualTo(file + ":10");
    assertThat(last.published().label()).isEqualTo("2015-02-10");
    assertThat(last.publisher()).isEqualTo("Globe");
    assertThat(last.url()).isEqualTo("http://x/10");
    assertThat(last.title()).isEqualTo("Egypt and Libya");
    assertThat(Gather.of(last, Kind.BODY)).hasSize(2);
    assertThat(gather.bytes).isEqualTo(Files.size(file));
  }

  @Test
  void arraysAndObjects() {
    Gather array = Gather.text("[\n" + line(1) + ",\n" + line(2) + "\n]");
    assertThat(array.documents).extracting(Document::origin).containsExactly("test:2", "test:3");
    Gather pretty =
        Gather.text("{\n  \"id\": \"a\",\n  \"text\": \"Egypt bombed Libya on Monday.\"\n}\n");
    assertThat(pretty.one().id()).isEqualTo("a");
    Gather broken = Gather.text("[\n" + line(1) + ",\n{\"text\": x}\n]");
    assertThat(broken.documents).hasSize(1);
    assertThat(broken.onlyAside().origin()).isEqualTo("test:3");
    assertThat(broken.onlyAside().message()).contains("1 read").contains(".jsonl");
  }

  @Test
  void fieldsOfOtherMakers() {
    assertThat(
            Gather.text(
                    "{\"id\": 7, \"headline\": \"X &amp; Y\", \"authors\": [\"A B\", \"C D\"], \"date_publish\": \"2015-02-16 00:00:00\", \"maintext\": \"Egypt &quot;bombed&quot; Libya on Monday.\"}")
                .one())
        .satisfies(
            document -> {
              assertThat(document.id()).isEqualTo("7");
              assertThat(document.title()).isEqualTo("X & Y");
              assertThat(document.byline()).isEqualTo("A B, C D");
              assertThat(document.published().label()).isEqualTo("2015-02-16");
              assertThat(document.text()).contains("\"bombed\"");
            });
  }

  @Test
  void aSourceThatIsNoPublisher() {
    assertThat(
            Gather.text(
                    "{\"source\": [{\"actorText\": \"USA\"}, {\"actorText\": \"Iran\"}], \"text\": \"Egypt bombed Libya on Monday.\"}")
                .one()
                .publisher())
        .isNull();
  }

  @Test
  void textThatIsHtml() {
    Document document =
        Gather.text(
                "{\"text\": \"<p>Egypt bombed Libya on Monday.</p><h3>Next</h3><p>Russia said it would help.</p>\"}")
            .one();
    assertThat(Gather.of(document, Kind.BODY))
        .containsExactly("Egypt bombed Libya on Monday.", "Russia said it would help.");
  }

  @Test
  void whatIsNoDocument() {
    Gather gather =
        Gather.text(
            "{\"id\": \"a\"}\n3\n[]\n{\"text\": \"\"}\n\n{\"text\": null, \"title\": \"Egypt bombs Libya\"}\n{\"date\": \"03/02/2015\", \"text\": \"Egypt bombed Libya on Monday.\"}\n");
    assertThat(gather.asides)
        .extracting(aside -> aside.origin() + " " + aside.reason())
        .containsExactly("test:1 EMPTY", "test:2 BROKEN", "test:3 BROKEN", "test:4 EMPTY");
    assertThat(Gather.of(gather.documents.get(0), Kind.BODY)).containsExactly("Egypt bombs Libya");
    assertThat(gather.documents.get(1).notes())
        .contains("date not understood: \"03/02/2015\"; write it as 2015-02-25");
  }

  @Test
  void anEndlessLineIsSkipped() {
    String before = line(1) + "\n{\"text\": \"";
    String after = "\"}\n" + line(2) + "\n";
    Gather gather = new Gather();
    InputStream in = new Parts(before, 200_000_000, after);
    Ingest.read(in, "big.jsonl", Ingest.Options.DEFAULT, gather);
    assertThat(gather.documents).extracting(Document::id).containsExactly("n1", "n2");
    assertThat(gather.onlyAside().reason()).isEqualTo(Aside.Reason.TOO_LARGE);
    assertThat(gather.onlyAside().origin()).isEqualTo("big.jsonl:2");
  }

  @Test
  void deepNesting() {
    Gather gather = Gather.text(line(1) + "\n{\"text\":" + "[".repeat(100_000) + "\n" + line(2));
    assertThat(gather.documents).hasSize(2);
    assertThat(gather.asides).hasSize(1);
  }

  @Test
  void wideCharset() {
    Gather gather =
        Gather.bytes(("\uFEFF" + line(1) + "\n" + line(2)).getBytes(StandardCharsets.UTF_16LE));
    assertThat(gather.documents).hasSize(2);
    assertThat(Gather.bytes(("\uFEFF[" + line(1) + "]").getBytes(StandardCharsets.UTF_8)).documents)
        .hasSize(1);
  }

  /** A text, so many letters, a text. */
  static final class Parts extends InputStream {
    private final byte[] before;
    private final byte[] after;
    private final long middle;
    private long at;

    Parts(String before, long middle, String after) {
      this.before = before.getBytes(StandardCharsets.UTF_8);
      this.after = after.getBytes(StandardCharsets.UTF_8);
      this.middle = middle;
    }

    @Override
    public int read() {
      long i = at++;
      if (i < before.length) {
        return before[(int) i];
      }
      i -= before.length;
      if (i < middle) {
        return i % 7 == 6 ? ' ' : 'a';
      }
      i -= middle;
      return i < after.length ? after[(int) i] : -1;
    }

    long taken() {
      return at;
    }
  }
}
