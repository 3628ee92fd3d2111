package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.Status;

/**
 * Who deals with whom, as a picture: a circle an actor, its area by the number of its events; an
 * arrow a direction and sign, its width by the number of events. Cooperation is teal and solid,
 * conflict vermilion and dashed. Denied events and events without target are left out.
 */
public final class NetworkSvg {
  /** Actors at most; the busiest are shown. */
  static final int NODES = 36;

  private static final double MARGIN = 18;
  private static final double LEGEND = 44;

  private NetworkSvg() {}

  private static final class Node extends Disc {
    final Actor actor;
    int events;

    Node(Actor actor) {
      super(Words.name(actor), actor.fullCode());
      this.actor = actor;
    }

    @Override
    double radius() {
      return Math.min(26, 4 + 3.4 * Math.sqrt(events));
    }
  }

  private record Arrow(String source, String target, boolean cooperation) {}

  /** The picture as a file of its own; follows the reader's choice of light or dark. */
  public static String svg(List<Event> events) {
    return svg(events, true);
  }

  static String svg(List<Event> events, boolean alone) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    Map<Arrow, List<Event>> arrows = new LinkedHashMap<>();
    for (Event event : events) {
      if (!event.hasDyad() || event.status() == Status.DENIED) {
        continue;
      }
      Actor source = event.source();
      Actor target = event.target();
      nodes.computeIfAbsent(source.id(), k -> new Node(source)).events++;
      nodes.computeIfAbsent(target.id(), k -> new Node(target)).events++;
      arrows
          .computeIfAbsent(
              new Arrow(source.id(), target.id(), event.quad().isCooperation()),
              k -> new ArrayList<>())
          .add(event);
    }
    if (nodes.isEmpty()) {
      return Picture.open("network", 600, 60, "Network: no events between two actors", alone)
          + "<text class=\"faint\" x=\"300\" y=\"34\" text-anchor=\"middle\" font-size=\"13\">"
          + "No events between two actors.</text></svg>";
    }
    List<Node> shown =
        nodes.values().stream()
            .sorted(
                Comparator.comparingInt((Node node) -> -node.events)
                    .thenComparing(node -> node.actor.id()))
            .limit(NODES)
            .toList();
    int hidden = nodes.size() - shown.size();
    Set<String> kept = shown.stream().map(n -> n.actor.id()).collect(Collectors.toSet());
    arrows.keySet().removeIf(a -> !kept.contains(a.source()) || !kept.contains(a.target()));
    double[] size = layout(shown, arrows);

    StringBuilder out = new StringBuilder();
    out.append(
        Picture.open(
            "network",
            size[0],
            size[1],
            "Network of "
                + Words.count(shown.size(), "actor")
                + " and "
                + Words.count(arrows.values().stream().mapToInt(List::size).sum(), "event"),
            alone));
    arrows.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
        .forEach(e -> arrow(out, nodes, e.getKey(), e.getValue(), arrows));
    shown.forEach(node -> node(out, node));
    legend(out, size, hidden);
    return out.append("</svg>").toString();
  }

  private static double[] layout(List<Node> nodes, Map<Arrow, List<Event>> arrows) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      index.put(nodes.get(i).actor.id(), i);
    }
    double[][] weights = new double[nodes.size()][nodes.size()];
    arrows.forEach(
        (arrow, told) -> {
          int i = index.get(arrow.source());
          int j = index.get(arrow.target());
          if (i != j) {
            double weight = Math.min(1.2, .55 + .2 * Math.log(told.size()));
            weights[i][j] = weights[j][i] = Math.max(weights[i][j], weight);
          }
        });
    double[] size = Disc.settle(nodes, weights, () -> points(nodes, index, arrows), MARGIN);
    return new double[] {size[0], size[1] + LEGEND};
  }

  /** Points on all arrows. */
  private static List<double[]> points(
      List<Node> nodes, Map<String, Integer> index, Map<Arrow, List<Event>> arrows) {
    List<double[]> points = new ArrayList<>();
    for (Arrow arrow : arrows.keySet()) {
      Node a = nodes.get(index.get(arrow.source()));
      Node b = nodes.get(index.get(arrow.target()));
      if (a == b) {
        points.add(new double[] {a.x, a.y - a.radius() - 10});
        continue;
      }
      double[] c = control(a, b, arrow, arrows);
      int steps = (int) (Math.hypot(b.x - a.x, b.y - a.y) / 6) + 2;
      for (int i = 1; i < steps; i++) {
        double t = i / (double) steps;
        double u = 1 - t;
        points.add(
            new double[] {
              u * u * a.x + 2 * u * t * c[0] + t * t * b.x,
              u * u * a.y + 2 * u * t * c[1] + t * t * b.y
            });
      }
    }
    return points;
  }

  /** The point that bends an arrow, so that those of a pair part. */
  private static double[] control(Node a, Node b, Arrow arrow, Map<Arrow, List<Event>> all) {
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double distance = Math.max(1e-9, Math.hypot(dx, dy));
    boolean company =
        all.containsKey(new Arrow(arrow.target(), arrow.source(), true))
            || all.containsKey(new Arrow(arrow.target(), arrow.source(), false))
            || all.containsKey(new Arrow(arrow.source(), arrow.target(), !arrow.cooperation()));
    double bend =
        1.6
            * (company
                ? (arrow.cooperation() ? .07 : .2) * Math.min(distance, 320) + 5
                : .05 * distance);
    return new double[] {
      (a.x + b.x) / 2 + dy / distance * bend, (a.y + b.y) / 2 - dx / distance * bend
    };
  }

  private static double stroke(int count) {
    return Math.min(7, 1.3 + 1.1 * Math.log(count) / Math.log(2));
  }

  private static void arrow(
      StringBuilder out,
      Map<String, Node> nodes,
      Arrow arrow,
      List<Event> told,
      Map<Arrow, List<Event>> all) {
    Node a = nodes.get(arrow.source());
    Node b = nodes.get(arrow.target());
    double stroke = stroke(told.size());
    double head = 5.5 + 1.5 * stroke;
    String path;
    double[] tip;
    double[] direction;
    if (a == b) {
      // A loop above the circle, conflict to the left, cooperation to the right.
      double side = arrow.cooperation() ? 1 : -1;
      double r = a.radius();
      tip = new double[] {a.x + side * (r * .35), a.y - r - 2};
      direction = new double[] {-side * .35, .94};
      path =
          "M"
              + p(a.x + side * r, a.y - 2)
              + "C"
              + p(a.x + side * (r + 22), a.y - 12)
              + ' '
              + p(a.x + side * (r * .35 + 8), a.y - r - 30)
              + ' '
              + p(tip[0] - direction[0] * head, tip[1] - direction[1] * head);
    } else {
      double[] control = control(a, b, arrow, all);
      double cx = control[0];
      double cy = control[1];
      double out1 = Math.hypot(cx - a.x, cy - a.y);
      double in = Math.hypot(b.x - cx, b.y - cy);
      direction = new double[] {(b.x - cx) / in, (b.y - cy) / in};
      double gap = b.radius() + 3;
      tip = new double[] {b.x - direction[0] * gap, b.y - direction[1] * gap};
      double start = a.radius() + 2;
      path =
          "M"
              + p(a.x + (cx - a.x) / out1 * start, a.y + (cy - a.y) / out1 * start)
              + "Q"
              + p(cx, cy)
              + ' '
              + p(tip[0] - direction[0] * (head - 1), tip[1] - direction[1] * (head - 1));
    }
    double nx = -direction[1] * head * .48;
    double ny = direction[0] * head * .48;
    double bx = tip[0] - direction[0] * head;
    double by = tip[1] - direction[1] * head;
    out.append("<g class=\"arrow ")
        .append(arrow.cooperation() ? "coop" : "conf")
        .append("\" data-a=\"")
        .append(Markup.escape(arrow.source()))
        .append("\" data-b=\"")
        .append(Markup.escape(arrow.target()))
        .append("\"><title>")
        .append(Markup.escape(summary(a, b, arrow, told)))
        .append("</title><path class=\"line\" d=\"")
        .append(path)
        .append("\" stroke-width=\"")
        .append(Markup.n(stroke))
        .append('"');
    if (!arrow.cooperation()) {
      out.append(" stroke-dasharray=\"")
          .append(Markup.n(4 + stroke))
          .append(' ')
          .append(Markup.n(2.5 + stroke * .6))
          .append('"');
    }
    out.append("/><path class=\"head\" d=\"M")
        .append(p(tip[0], tip[1]))
        .append('L')
        .append(p(bx + nx, by + ny))
        .append('L')
        .append(p(bx - nx, by - ny))
        .append("Z\"/></g>");
  }

  private static String summary(Node a, Node b, Arrow arrow, List<Event> told) {
    Map<String, Long> types =
        told.stream()
            .collect(
                Collectors.groupingBy(e -> e.type().name(), TreeMap::new, Collectors.counting()));
    return Columns.clean(Words.name(a.actor))
        + " → "
        + Columns.clean(Words.name(b.actor))
        + ": "
        + Words.count(told.size(), arrow.cooperation() ? "cooperative event" : "conflict event")
        + " ("
        + types.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue() > 1 ? " " + e.getValue() : ""))
            .collect(Collectors.joining(", "))
        + "), mean Goldstein "
        + Words.weight(told.stream().mapToDouble(Event::goldstein).average().orElse(0));
  }

  private static void node(StringBuilder out, Node node) {
    double r = node.radius();
    out.append("<g class=\"node\" data-a=\"")
        .append(Markup.escape(node.actor.id()))
        .append("\"><title>")
        .append(
            Markup.escape(
                Dyads.label(node.actor.fullCode(), Words.name(node.actor))
                    + ": "
                    + Words.count(node.events, "event")))
        .append("</title><circle cx=\"")
        .append(Markup.n(node.x))
        .append("\" cy=\"")
        .append(Markup.n(node.y))
        .append("\" r=\"")
        .append(Markup.n(r))
        .append("\"/>");
    node.label(out);
    out.append("</g>");
  }

  private static void legend(StringBuilder out, double[] size, int hidden) {
    double y = size[1] - 16;
    double x = MARGIN;
    Picture.legend(out, MARGIN, size[0], y - 22);
    for (boolean cooperation : new boolean[] {true, false}) {
      out.append("<g class=\"arrow ")
          .append(cooperation ? "coop" : "conf")
          .append("\"><path class=\"line\" stroke-width=\"2.2\" d=\"M")
          .append(p(x, y - 4))
          .append('h')
          .append(26)
          .append('"')
          .append(cooperation ? "" : " stroke-dasharray=\"6 4\"")
          .append("/><path class=\"head\" d=\"M")
          .append(p(x + 34, y - 4))
          .append("l-9 -4.3v8.6Z\"/></g>");
      Picture.faint(out, x + 41, y, cooperation ? "cooperation" : "conflict");
      x += cooperation ? 128 : 110;
    }
    String note = "thicker, larger: more events";
    if (hidden > 0) {
      note += " · " + hidden + " less busy actors not shown";
    }
    Picture.faint(out, x, y, note);
    out.append("</g>");
  }

  private static String p(double x, double y) {
    return Markup.n(x) + ' ' + Markup.n(y);
  }
}
