package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Span;

/** What holds for any text, however odd. */
class CoderProperties {
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Egypt",
            "bombed",
            "ISIS",
            "in",
            "Libya",
            "on",
            "Monday",
            "The",
            "Russian",
            "president",
            "will",
            "not",
            "said",
            "that",
            "its",
            "he",
            "they",
            "21",
            "Copts",
            "and",
            ",",
            ".",
            "“",
            "”",
            "’s",
            "Putin",
            "threatened",
            "to",
            "attack",
            "a",
            "coalition",
            "of",
            "by",
            "—",
            "U.N.",
            "$5",
            "million",
            "İstanbul",
            "é",
            "\uD83D\uDE00",
            "\n\n");
    return words.list().ofMinSize(1).ofMaxSize(40).map(list -> String.join(" ", list));
  }

  @Property(tries = 150)
  void spansLieInTheText(@ForAll("texts") String text) {
    Document document = Read.document(text);
    for (Event event : Read.coder().code(document)) {
      assertThat(event.confidence()).isBetween(0.0, 1.0);
      assertThat(event.goldstein()).isBetween(-10.0, 10.0);
      for (Evidence evidence : event.evidence()) {
        for (Span span :
            new Span[] {
              evidence.span(),
              evidence.source(),
              evidence.predicate(),
              evidence.target(),
              evidence.time(),
              evidence.place()
            }) {
          if (span != null) {
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
          }
        }
      }
    }
  }

  @Property(tries = 40)
  void sameTextSameEvents(@ForAll("texts") String text) {
    List<Event> first = Read.coder().code(Read.document(text));
    assertThat(Read.coder().code(Read.document(text))).isEqualTo(first);
  }
}
