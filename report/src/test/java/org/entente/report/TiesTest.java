package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.analysis.affinity.Affinity;
import org.entente.analysis.network.Decay;
import org.entente.analysis.network.SignedNetwork;
import org.entente.analysis.network.Structure;
import org.entente.store.DyadDays;
import org.entente.store.DyadDays.Party;
import org.entente.store.DyadDays.Sum;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Tables and pictures of networks and affinities. */
class TiesTest {
  private static final Decay DECAY = new Decay(30, 10);

  private static DyadDays days(int actors, int events) {
    Random random = new Random(4);
    List<Sum> sums = new ArrayList<>();
    for (int e = 0; e < events; e++) {
      int a = random.nextInt(actors);
      int b = random.nextInt(actors);
      if (a != b) {
        sums.add(new Sum(a, b, random.nextInt(30), 1, a % 2 == b % 2 ? 6 : -4));
      }
    }
    List<Party> parties =
        IntStream.range(0, actors)
            .mapToObj(i -> new Party("A" + i, "A" + i, i == 0 ? "<Land & \"Sea\">" : "Land " + i))
            .toList();
    return new DyadDays(parties, sums);
  }

  private static Structure structure(int actors, int events) {
    return Structure.of(SignedNetwork.of(days(actors, events), DECAY, 1, 500), 1);
  }

  private static Affinity affinity(int actors, int events, int replicates) {
    DyadDays days = days(actors, events);
    return Affinity.of(
        days,
        DECAY,
        IntStream.range(0, actors).boxed().toList(),
        Affinity.Measure.DIRECT,
        replicates,
        1);
  }

  private static Document xml(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static int count(Document svg, String tag, String kind) {
    int count = 0;
    for (int i = 0; i < svg.getElementsByTagName(tag).getLength(); i++) {
      String classes =
          ((org.w3c.dom.Element) svg.getElementsByTagName(tag).item(i)).getAttribute("class");
      count += List.of(classes.split(" ")).contains(kind) ? 1 : 0;
    }
    return count;
  }

  @Test
  void networksAreDrawnUpToFortyActors() throws Exception {
    Document small = xml(SignedNetworkSvg.svg(structure(6, 60), true));
    assertThat(count(small, "g", "node")).isEqualTo(6 + 2); // two in the legend
    String svg = SignedNetworkSvg.svg(structure(90, 3000), true);
    Document large = xml(svg);
    assertThat(count(large, "g", "node")).isEqualTo(SignedNetworkSvg.NODES + 2);
    assertThat(count(large, "g", "coop")).isLessThan(3 * SignedNetworkSvg.NODES);
    assertThat(svg).contains("50 less busy actors not shown").contains("strongest of");
    assertThat(SignedNetworkSvg.svg(structure(6, 60), true))
        .contains("&lt;Land &amp; &quot;Sea&quot;&gt;");
    assertThat(
            xml(SignedNetworkSvg.svg(structure(3, 0), true)).getDocumentElement().getTextContent())
        .contains("No ties");
  }

  @Test
  void networksInTablesAndSentences() {
    Structure structure = structure(6, 60);
    assertThat(SignedNetworkGrids.about(structure))
        .startsWith("6 actors, 15 ties (6 friendly, 9 hostile), as of 1970-01-31");
    assertThat(SignedNetworkGrids.actors(structure, 4).rows()).hasSize(4);
    String notes = String.join("\n", SignedNetworkGrids.notes(structure));
    assertThat(notes)
        .contains("3 actors in camp A and 3 in camp B")
        .contains("At odds with it are 0 of 15 ties")
        .contains("It is exact, and no other split is as good.")
        .contains("20 of 20 triangles are balanced (100.0 %");
    assertThat(SignedNetworkGrids.notes(structure(3, 0))).isEmpty();
  }

  @Test
  void affinitiesAreDrawnWithValuesWhereTheyFit() throws Exception {
    Document small = xml(AffinitySvg.svg(affinity(8, 300, 50), true));
    assertThat(count(small, "text", "value")).isEqualTo(8 * 7);
    assertThat(count(small, "rect", "self")).isEqualTo(8);
    Document large = xml(AffinitySvg.svg(affinity(40, 3000, 0), true));
    assertThat(count(large, "text", "value")).isZero();
    assertThat(count(large, "rect", "cell")).isGreaterThan(1000);
    Document sparse = xml(AffinitySvg.svg(affinity(8, 6, 0), true));
    assertThat(count(sparse, "circle", "none")).isPositive();
    assertThat(xml(AffinitySvg.svg(affinity(3, 0, 50), true)).getDocumentElement().getTextContent())
        .contains("Nothing is known");
  }

  @Test
  void affinitiesInTablesAndSentences() {
    Affinity affinity = affinity(8, 300, 50);
    assertThat(AffinityGrids.pairs(affinity, Integer.MAX_VALUE).rows()).hasSize(28);
    Grid few = AffinityGrids.pairs(affinity, 5);
    assertThat(few.rows()).hasSize(5);
    assertThat((double) few.rows().get(0).get(4)).isPositive();
    assertThat((double) few.rows().get(4).get(4)).isNegative();
    assertThat(String.join("\n", AffinityGrids.notes(affinity, 5)))
        .contains("50 bootstrap samples of days (seed 1)")
        .contains("23 pairs between them not (--rows)");
    assertThat(AffinityGrids.matrix(affinity).rows()).hasSize(8);
    assertThat(AffinityGrids.pairs(affinity(8, 300, 0), 1).table(Report.Options.PLAIN))
        .contains("–");
  }

  @Test
  void paragraphsAreWrapped() {
    assertThat(Grid.paragraph("one two three ".repeat(20), new Report.Options(40, false)).lines())
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.length() <= 40);
  }
}
