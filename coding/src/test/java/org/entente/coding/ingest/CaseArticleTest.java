package org.entente.coding.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.model.Document;
import org.entente.model.Paragraph.Kind;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;

/** The first real input, as far as taking it in goes. */
class CaseArticleTest {
  private static String article() {
    String shared = System.getProperty("entente.shared", "../../shared");
    Path path = Path.of(shared, "case", "article-2015-02.txt");
    assumeTrue(
        Files.exists(path),
        "skipped: no " + path + "; give -Dentente.shared=FOLDER, the folder that holds case/");
    return path.toString();
  }

  @Test
  void kindsAreRecognised() {
    Document document = Gather.input(article()).one();
    assertThat(document.title()).isEqualTo("How Russia can sway the anti-ISIS fight");
    assertThat(Gather.of(document, Kind.TITLE)).containsExactly(document.title());
    assertThat(document.byline()).isEqualTo("Maria Dubovikova");
    assertThat(Gather.of(document, Kind.BYLINE)).containsExactly("Maria Dubovikova");
    assertThat(Gather.of(document, Kind.PULL_QUOTE))
        .singleElement()
        .asString()
        .startsWith("Sisi wants to take advantage")
        .endsWith("Middle Eastern chessboard");
    assertThat(Gather.of(document, Kind.HEADING))
        .containsExactly("Russia fills the void", "Libyan tragedy");
    assertThat(Gather.of(document, Kind.BIOGRAPHY))
        .singleElement()
        .asString()
        .startsWith("Maria Dubovikova is a co-founder");
    assertThat(Gather.of(document, Kind.STAMP))
        .containsExactly("Last Update: Wednesday, 20 May 2020 KSA 09:46 - GMT 06:46");
    assertThat(Gather.of(document, Kind.DISCLAIMER))
        .singleElement()
        .asString()
        .startsWith("Disclaimer: Views");
    assertThat(Gather.of(document, Kind.BODY)).hasSize(8);
    assertThat(Gather.of(document, Kind.BODY).get(2)).contains("don’t meet approval");
    assertThat(document.language()).isEqualTo("en");
  }

  @Test
  void anUpdateIsNoPublication() {
    Document document = Gather.input(article()).one();
    assertThat(document.published()).isEqualTo(TimeSpan.UNKNOWN);
    assertThat(document.notes()).contains("date of publication unknown; give --date");
    Document dated =
        Gather.input(article(), Ingest.Options.DEFAULT.withDate(Dates.parse("2015-02-25"))).one();
    assertThat(dated.published().label()).isEqualTo("2015-02-25");
    assertThat(dated.notes()).isEmpty();
    assertThat(dated.text()).isEqualTo(document.text());
  }
}
