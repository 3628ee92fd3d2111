package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.coding.ingest.Aside;
import org.entente.model.Document;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;

class DocumentBytesTest {
  /** Broken surrogates too, which jqwik makes. */
  @Property(tries = 200)
  void aDocumentArrivesAsItWas(@ForAll String text, @ForAll String title) {
    Document document =
        new Document(
            "id",
            "news.jsonl:3",
            title,
            null,
            "Wire",
            TimeSpan.day(LocalDate.of(2015, 2, 18)).withText("today"),
            null,
            "en",
            text,
            List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, text.length()))),
            List.of("a note", text));
    DocumentBytes.Item item = new DocumentBytes.Read(document);
    assertThat(DocumentBytes.item(DocumentBytes.of(item))).isEqualTo(item);
  }

  @Test
  void whatIsNoDocumentArrivesToo() {
    DocumentBytes.Item aside =
        new DocumentBytes.SetAside(new Aside("a:1", Aside.Reason.BROKEN, "broken JSON"));
    assertThat(DocumentBytes.item(DocumentBytes.of(aside))).isEqualTo(aside);
    DocumentBytes.Item known = new DocumentBytes.Known("n1", "a:2", -7);
    assertThat(DocumentBytes.item(DocumentBytes.of(known))).isEqualTo(known);
  }
}
