package org.entente.exchange.graph;

import java.io.Writer;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.Status;

/**
 * Actors and what passed between them. Events without a target, of an actor with itself, and those
 * that are denied are no part of it; nor are, where nodes are countries and groups, those of actors
 * of whom nothing tells whose they are.
 */
public final class Network {
  /** An actor. */
  static final class Node {
    final String name;
    long asSource;
    long asTarget;

    Node(String name) {
      this.name = name;
    }
  }

  /** What one did to another. */
  static final class Edge {
    long events;
    long cooperation;
    double goldstein;
    LocalDate first;
    LocalDate last;

    double mean() {
      return Math.round(goldstein / events * 1e6) / 1e6;
    }
  }

  private final boolean byCode;
  private final UnaryOperator<String> names;
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, Map<String, Edge>> edges = new TreeMap<>();
  private long left;

  /**
   * @param byCode whether nodes are countries and groups, by their codes; else single actors, by
   *     their ids
   * @param names the name of a code, or null
   */
  public Network(boolean byCode, UnaryOperator<String> names) {
    this.byCode = byCode;
    this.names = names;
  }

  /** Counts an event. */
  public void add(Event event) {
    Function<Actor, String> key = byCode ? Actor::code : Actor::id;
    if (event.target() == null
        || byCode && !event.hasDyad()
        || event.status() == Status.DENIED
        || key.apply(event.source()).equals(key.apply(event.target()))) {
      left++;
      return;
    }
    String source = key.apply(event.source());
    String target = key.apply(event.target());
    node(source, event.source()).asSource++;
    node(target, event.target()).asTarget++;
    Edge edge =
        edges
            .computeIfAbsent(source, s -> new TreeMap<>())
            .computeIfAbsent(target, t -> new Edge());
    edge.events++;
    edge.cooperation += event.quad().isCooperation() ? 1 : 0;
    edge.goldstein += event.goldstein();
    LocalDate day = event.time().from() != null ? event.time().from() : event.time().to();
    if (day != null) {
      edge.first = edge.first == null || day.isBefore(edge.first) ? day : edge.first;
      edge.last = edge.last == null || day.isAfter(edge.last) ? day : edge.last;
    }
  }

  private Node node(String key, Actor actor) {
    return nodes.computeIfAbsent(
        key,
        k -> {
          String name = byCode ? names.apply(k) : actor.name();
          return new Node(name == null ? k : name);
        });
  }

  /** Events that are no part of it. */
  public long left() {
    return left;
  }

  public int nodeCount() {
    return nodes.size();
  }

  public int edgeCount() {
    return edges.values().stream().mapToInt(Map::size).sum();
  }

  /** Writes GraphML 1.0. */
  public void graphMl(Writer out) throws XMLStreamException {
    GraphMl.write(nodes, edges, out);
  }

  /** Writes GEXF 1.3. */
  public void gexf(Writer out) throws XMLStreamException {
    Gexf.write(nodes, edges, out);
  }
}
