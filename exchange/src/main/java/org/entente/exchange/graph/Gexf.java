package org.entente.exchange.graph;

import java.io.Writer;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** GEXF, Gephi's own format. */
final class Gexf {
  private static final String[][] OF_NODES = {{"as_source", "long"}, {"as_target", "long"}};
  private static final String[][] OF_EDGES = {
    {"events", "long"},
    {"cooperation", "long"},
    {"conflict", "long"},
    {"goldstein_sum", "double"},
    {"goldstein_mean", "double"},
    {"first", "string"},
    {"last", "string"},
  };

  private Gexf() {}

  static void write(
      Map<String, Network.Node> nodes, Map<String, Map<String, Network.Edge>> edges, Writer out)
      throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("gexf");
    xml.writeDefaultNamespace("http://gexf.net/1.3");
    xml.writeAttribute("version", "1.3");
    xml.writeCharacters("\n  ");
    xml.writeStartElement("graph");
    xml.writeAttribute("defaultedgetype", "directed");
    xml.writeAttribute("mode", "static");
    attributes(xml, "node", OF_NODES);
    attributes(xml, "edge", OF_EDGES);
    xml.writeCharacters("\n    ");
    xml.writeStartElement("nodes");
    for (Map.Entry<String, Network.Node> entry : nodes.entrySet()) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("node");
      xml.writeAttribute("id", clean(entry.getKey()));
      xml.writeAttribute("label", clean(entry.getValue().name));
      values(xml, OF_NODES, entry.getValue().asSource, entry.getValue().asTarget);
      xml.writeEndElement();
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
    xml.writeCharacters("\n    ");
    xml.writeStartElement("edges");
    int number = 0;
    for (Map.Entry<String, Map<String, Network.Edge>> from : edges.entrySet()) {
      for (Map.Entry<String, Network.Edge> to : from.getValue().entrySet()) {
        Network.Edge edge = to.getValue();
        xml.writeCharacters("\n      ");
        xml.writeStartElement("edge");
        xml.writeAttribute("id", String.valueOf(number++));
        xml.writeAttribute("source", clean(from.getKey()));
        xml.writeAttribute("target", clean(to.getKey()));
        xml.writeAttribute("weight", String.valueOf((double) edge.events));
        values(
            xml,
            OF_EDGES,
            edge.events,
            edge.cooperation,
            edge.events - edge.cooperation,
            Math.round(edge.goldstein * 1e6) / 1e6,
            edge.mean(),
            edge.first,
            edge.last);
        xml.writeEndElement();
      }
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.writeCharacters("\n");
    xml.flush();
  }

  private static void attributes(XMLStreamWriter xml, String of, String[][] names)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("attributes");
    xml.writeAttribute("class", of);
    for (String[] name : names) {
      xml.writeCharacters("\n      ");
      xml.writeEmptyElement("attribute");
      xml.writeAttribute("id", name[0]);
      xml.writeAttribute("title", name[0]);
      xml.writeAttribute("type", name[1]);
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private static void values(XMLStreamWriter xml, String[][] names, Object... values)
      throws XMLStreamException {
    xml.writeStartElement("attvalues");
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null) {
        xml.writeEmptyElement("attvalue");
        xml.writeAttribute("for", names[i][0]);
        xml.writeAttribute("value", values[i].toString());
      }
    }
    xml.writeEndElement();
  }

  /** Without what XML cannot hold. */
  static String clean(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad = c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE';
      if (bad && clean == null) {
        clean = new StringBuilder(text.substring(0, i));
      }
      if (clean != null) {
        clean.append(bad ? '\uFFFD' : c);
      }
    }
    return clean == null ? text : clean.toString();
  }
}
