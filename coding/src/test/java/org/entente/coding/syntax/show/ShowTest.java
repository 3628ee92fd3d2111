package org.entente.coding.syntax.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ShowTest {
  private static final String TEXT = "Two soldiers were killed by ISIS.";

  @Test
  void table() {
    assertThat(TreeTable.of(EnglishParser.shared().parse(TEXT)))
        .isEqualTo(
            """
                 word      lemma    tag    label       head
              1  Two       Two      CD     nmod        2 soldiers
              2  soldiers  soldier  NNS    nsubjpass   4 killed
              3  were      be       VBD    auxpass     4 killed
              4  killed    kill     VBN    root        –
              5  by        by       IN     agent       4 killed
              6  ISIS      isis     NNP    pobj        5 by
              7  .         .        .      punct       4 killed
            """
                .replaceAll("(?m)^ {0}", ""));
  }

  @Test
  void conllu() {
    assertThat(ConllU.of(EnglishParser.shared().parse(TEXT), TEXT))
        .startsWith("# sent_id = 1\n# text = Two soldiers were killed by ISIS.\n")
        .contains("4\tkilled\tkill\t_\tVBN\t_\t0\troot\t_\tTokenRange=18:24\n")
        .contains("6\tISIS\tisis\t_\tNNP\t_\t5\tpobj\t_\tSpaceAfter=No|TokenRange=28:32\n")
        .endsWith("\n\n");
  }

  @Property(tries = 100)
  void conlluHasTenColumnsAndTheTree(@ForAll @StringLength(max = 120) String text) {
    List<Sentence> sentences = EnglishParser.shared().parse(text);
    String[] blocks = ConllU.of(sentences, text).split("\n\n");
    for (int i = 0; i < sentences.size(); i++) {
      List<String> rows = blocks[i].lines().filter(line -> !line.startsWith("# ")).toList();
      // a token that begins with "# " cannot be, for tokens have no blanks
      assertThat(rows).hasSize(sentences.get(i).size());
      for (Token token : sentences.get(i).tokens()) {
        String[] cells = rows.get(token.index()).split("\t", -1);
        assertThat(cells).hasSize(10);
        assertThat(cells[6]).isEqualTo(String.valueOf(token.head() + 1));
        assertThat(cells[7]).isEqualTo(token.label());
      }
    }
  }

  @Property(tries = 100)
  void thePictureIsXmlWithEachWord(@ForAll @StringLength(max = 120) String text) throws Exception {
    List<Sentence> sentences = EnglishParser.shared().parse(text);
    String svg = ArcDiagram.of(sentences);
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    int words = sentences.stream().mapToInt(Sentence::size).sum();
    // word, tag and label of each
    assertThat(parsed.getElementsByTagName("text").getLength()).isEqualTo(3 * words);
  }
}
