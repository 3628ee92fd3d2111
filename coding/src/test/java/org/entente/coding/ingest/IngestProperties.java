package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.model.Document;
import org.entente.model.Paragraph;

class IngestProperties {
  private static final Ingest.Options ANY = Ingest.Options.DEFAULT.withCheckLanguage(false);

  @Provide
  Arbitrary<String> articles() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "Egypt bombed the camps of the group in Libya on Monday.",
            "CAIRO (Reuters) - Russia sent a message of condolence to Egypt.",
            "Russia fills the void",
            "By Jane Roe",
            "Jane Roe",
            "Last Update: 20 May 2020",
            "Published: 3 March 2015",
            "Jane Roe is a senior fellow at the Institute.",
            "Disclaimer: views are the author's own.",
            "“the camps of the group in Libya on Monday”",
            "<p>Sisi met <b>Putin</b>.</p>",
            "<div class=pullquote>",
            "</div>",
            "{\"text\":\"Sisi met Putin.\"}",
            "\u0000",
            "\uFFFD",
            "a\u0301",
            "😀",
            "\uD83D",
            "   ",
            "[",
            "\t");
    Arbitrary<String> gap = Arbitraries.of("\n", "\n\n", "\r\n", " ", "\u2029", "");
    return net.jqwik.api.Combinators.combine(piece, gap)
        .as((a, b) -> a + b)
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 400)
  void spansLieInTheTextInOrder(@ForAll("articles") String text) {
    check(Gather.bytes(text.getBytes(StandardCharsets.UTF_8), ANY));
  }

  @Property(tries = 300)
  void anyBytes(@ForAll byte[] bytes) {
    Gather gather = Gather.bytes(bytes, ANY);
    check(gather);
    assertThat(gather.documents.size() + gather.asides.size()).isPositive();
  }

  @Property(tries = 200)
  void sameBytesSameDocument(@ForAll("articles") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Gather first = Gather.bytes(bytes, ANY);
    Gather second = Gather.bytes(bytes, ANY);
    assertThat(first.documents).isEqualTo(second.documents);
    assertThat(first.asides).isEqualTo(second.asides);
  }

  private static void check(Gather gather) {
    for (Document document : gather.documents) {
      int end = 0;
      List<Paragraph> paragraphs = document.paragraphs();
      assertThat(paragraphs).isNotEmpty();
      assertThat(paragraphs).anyMatch(paragraph -> paragraph.kind() == Paragraph.Kind.BODY);
      for (int i = 0; i < paragraphs.size(); i++) {
        Paragraph paragraph = paragraphs.get(i);
        assertThat(paragraph.span().start()).isGreaterThanOrEqualTo(i == 0 ? 0 : end + 2);
        assertThat(paragraph.span().length()).isPositive();
        assertThat(paragraph.span().in(document.text()))
            .doesNotContain("\n")
            .isEqualTo(paragraph.span().in(document.text()).strip());
        end = paragraph.span().end();
      }
      assertThat(end).isEqualTo(document.text().length());
    }
  }
}
