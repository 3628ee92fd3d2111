package org.entente.exchange.graph;

import java.io.Writer;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** GraphML. */
final class GraphMl {
  private static final String[][] KEYS = {
    {"node", "label", "string"},
    {"node", "as_source", "long"},
    {"node", "as_target", "long"},
    {"edge", "weight", "double"},
    {"edge", "events", "long"},
    {"edge", "cooperation", "long"},
    {"edge", "conflict", "long"},
    {"edge", "goldstein_sum", "double"},
    {"edge", "goldstein_mean", "double"},
    {"edge", "first", "string"},
    {"edge", "last", "string"},
  };

  private GraphMl() {}

  static void write(
      Map<String, Network.Node> nodes, Map<String, Map<String, Network.Edge>> edges, Writer out)
      throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
    for (String[] key : KEYS) {
      xml.writeCharacters("\n  ");
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", key[1]);
      xml.writeAttribute("for", key[0]);
      xml.writeAttribute("attr.name", key[1]);
      xml.writeAttribute("attr.type", key[2]);
    }
    xml.writeCharacters("\n  ");
    xml.writeStartElement("graph");
    xml.writeAttribute("id", "entente");
    xml.writeAttribute("edgedefault", "directed");
    for (Map.Entry<String, Network.Node> entry : nodes.entrySet()) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement("node");
      xml.writeAttribute("id", Gexf.clean(entry.getKey()));
      data(xml, "label", entry.getValue().name);
      data(xml, "as_source", entry.getValue().asSource);
      data(xml, "as_target", entry.getValue().asTarget);
      xml.writeEndElement();
    }
    for (Map.Entry<String, Map<String, Network.Edge>> from : edges.entrySet()) {
      for (Map.Entry<String, Network.Edge> to : from.getValue().entrySet()) {
        Network.Edge edge = to.getValue();
        xml.writeCharacters("\n    ");
        xml.writeStartElement("edge");
        xml.writeAttribute("source", Gexf.clean(from.getKey()));
        xml.writeAttribute("target", Gexf.clean(to.getKey()));
        data(xml, "weight", (double) edge.events);
        data(xml, "events", edge.events);
        data(xml, "cooperation", edge.cooperation);
        data(xml, "conflict", edge.events - edge.cooperation);
        data(xml, "goldstein_sum", Math.round(edge.goldstein * 1e6) / 1e6);
        data(xml, "goldstein_mean", edge.mean());
        data(xml, "first", edge.first);
        data(xml, "last", edge.last);
        xml.writeEndElement();
      }
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.writeCharacters("\n");
    xml.flush();
  }

  private static void data(XMLStreamWriter xml, String key, Object value)
      throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement("data");
      xml.writeAttribute("key", key);
      xml.writeCharacters(Gexf.clean(value.toString()));
      xml.writeEndElement();
    }
  }
}
