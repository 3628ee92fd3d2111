package org.entente.exchange.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class NetworkTest {
  private static final Actor EGYPT = new Actor("egy", "Egypt", "EGY", List.of(), null, "Egypt");
  private static final Actor ARMY =
      new Actor("egy/mil", "Egypt (military)", "EGY", List.of(Sector.MIL), null, "army");
  private static final Actor ISIS =
      new Actor("isis", "ISIS <\u0001&>", "ISIS", List.of(Sector.REB), null, "ISIS");
  private static final Actor GUNMEN =
      new Actor("unknown/uaf", "unknown", "---", List.of(Sector.UAF), null, "gunmen");

  private static Event event(
      Actor source, Actor target, EventType type, double goldstein, int day) {
    return new Event(
        "e" + day,
        "d",
        source,
        target,
        type,
        null,
        null,
        "190",
        goldstein,
        Status.ACTUAL,
        null,
        TimeSpan.day(LocalDate.of(2015, 2, day)),
        null,
        null,
        1,
        List.of(new Evidence(0, null, null, null, null, null, null, "r", null)),
        "c");
  }

  private static Network network(boolean byCode) {
    Network network = new Network(byCode, code -> code.equals("EGY") ? "Egypt" : null);
    network.add(event(EGYPT, ISIS, EventType.ASSAULT, -10, 16));
    network.add(event(ARMY, ISIS, EventType.ASSAULT, -9, 14));
    network.add(event(EGYPT, ISIS, EventType.CONSULT, 1, 20));
    network.add(event(ISIS, EGYPT, EventType.ASSAULT, -10, 21));
    network.add(event(EGYPT, ARMY, EventType.SUPPORT, 3, 1));
    network.add(event(GUNMEN, EGYPT, EventType.ASSAULT, -10, 1));
    network.add(event(EGYPT, null, EventType.SUPPORT, 3, 1));
    return network;
  }

  private static Document parsed(StringWriter xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml.toString())));
  }

  @Test
  void nodesAndEdges() {
    Network countries = network(true);
    assertThat(countries.nodeCount()).isEqualTo(2);
    assertThat(countries.edgeCount()).isEqualTo(2);
    assertThat(countries.left()).isEqualTo(3);
    Network actors = network(false);
    assertThat(actors.nodeCount()).isEqualTo(4);
    assertThat(actors.edgeCount()).isEqualTo(5);
    assertThat(actors.left()).isEqualTo(1);
  }

  @Test
  void graphMl() throws Exception {
    StringWriter xml = new StringWriter();
    network(true).graphMl(xml);
    assertThat(xml.toString())
        .contains(
            "<edge source=\"EGY\" target=\"ISIS\"><data key=\"weight\">3.0</data>"
                + "<data key=\"events\">3</data><data key=\"cooperation\">1</data>"
                + "<data key=\"conflict\">2</data><data key=\"goldstein_sum\">-18.0</data>"
                + "<data key=\"goldstein_mean\">-6.0</data><data key=\"first\">2015-02-14</data>"
                + "<data key=\"last\">2015-02-20</data></edge>");
    assertThat(parsed(xml).getElementsByTagName("node").getLength()).isEqualTo(2);
  }

  @Test
  void gexf() throws Exception {
    StringWriter xml = new StringWriter();
    network(false).gexf(xml);
    Document gexf = parsed(xml);
    assertThat(gexf.getElementsByTagName("edge").getLength()).isEqualTo(5);
    Element node = (Element) gexf.getElementsByTagName("node").item(2);
    assertThat(node.getAttribute("label")).isEqualTo("ISIS <\uFFFD&>");
  }
}
