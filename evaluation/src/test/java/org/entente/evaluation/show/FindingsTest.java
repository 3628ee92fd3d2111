package org.entente.evaluation.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.entente.evaluation.measure.Confusion;
import org.entente.evaluation.measure.Reliability;
import org.entente.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
  private static final String SENTENCE = "Egypt & \"others\" met <b>Jordan</b> again.";

  @TempDir Path folder;

  private static Findings findings() {
    Confusion confusion = Confusion.of(List.of("AGREE", "CONSULT"), new int[] {0, 1}, new int[2]);
    Case wrong =
        new Case(
            "7",
            "CONSULT",
            "AGREE",
            0.8,
            SENTENCE,
            new Span(0, 5),
            new Span(24, 30),
            List.of("lexicon: 'met' <x>"));
    return new Findings(
        List.of(
            new Block.Title("Relations: own.tsv"),
            new Block.Words("word ".repeat(60).strip()),
            new Block.Headline("accuracy", "0.500", "0.1 to 0.9"),
            new Block.Headline("macro-F1", "0.333", ""),
            new Block.Table(
                List.of("type", "gold"), List.of(List.of("A|B", "1"), List.of("all", "2")), true),
            new Block.Matrix(confusion, List.of(1)),
            new Block.Diagram(
                Reliability.of(new double[] {0.8, 0.9}, new boolean[] {true, false}, 10)),
            new Block.Cases("Wrong answers", List.of(wrong), "--wrong")));
  }

  @Test
  void aTerminalHasAHundredColumns() {
    String text = findings().text(Set.of());
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    assertThat(text)
        .contains("accuracy                              0.500   0.1 to 0.9\nmacro-F1  ")
        .contains("Wrong answers: 1; --wrong prints them")
        .doesNotContain("met");
    assertThat(findings().text(Set.of("--wrong")))
        .contains("7  gold CONSULT, answer AGREE 0.80")
        .contains("[Egypt] & \"others\" met <b>{Jordan}</b> again.")
        .contains("lexicon: 'met' <x>");
  }

  @Test
  void markdownQuotesNobody() throws IOException {
    Path file = folder.resolve("tables.md");
    findings().markdown(file);
    assertThat(Files.readString(file))
        .startsWith(Findings.BEGIN)
        .contains("## Relations: own.tsv", "| A\\|B | 1 |", "| **all** | **2** |")
        .contains("Wrong answers: 1\n")
        .doesNotContain("Jordan");
  }

  @Test
  void markdownLeavesWhatWasWrittenByHand() throws IOException {
    Path file = folder.resolve("accuracy.md");
    Files.writeString(
        file, "# Ours\n" + Findings.BEGIN + "\nstale\n" + Findings.END + "\n## Why\nwords\n");
    findings().markdown(file);
    String once = Files.readString(file);
    assertThat(once).startsWith("# Ours\n").endsWith("\n## Why\nwords\n").doesNotContain("stale");
    findings().markdown(file);
    assertThat(Files.readString(file)).isEqualTo(once);

    Path other = Files.writeString(folder.resolve("other.md"), "mine\n");
    assertThatThrownBy(() -> findings().markdown(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(other + " is there already")
        .hasMessageContaining(Findings.BEGIN);
    assertThat(other).hasContent("mine");
  }

  @Test
  void thePageLoadsNothingAndEscapesAll() throws IOException {
    Path file = folder.resolve("page.html");
    findings().html(file, "Own & others");
    String page = Files.readString(file);
    assertThat(page)
        .contains("default-src 'none'", "<title>Own &amp; others</title>")
        .contains("<mark class=\"s\">Egypt</mark> &amp; &quot;others&quot; met &lt;b&gt;")
        .contains("<mark class=\"t\">Jordan</mark>&lt;/b&gt;")
        .contains("<svg class=\"matrix\"", "gold CONSULT, answered AGREE: 1 of 1 (100.0 %)")
        .contains("<svg class=\"reliability\"", "lexicon: &#39;met&#39; &lt;x&gt;")
        .doesNotContain("http://", "https://", " src=", "<b>Jordan");
    assertThat(page.split("<section", -1)).hasSameSizeAs(page.split("</section>", -1));
    assertThat(page.split("<div", -1)).hasSameSizeAs(page.split("</div>", -1));
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    Path nowhere = folder.resolve("none/page.html");
    assertThatThrownBy(() -> findings().html(nowhere, "x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(nowhere + " cannot be written");
  }
}
